package builtin

import (
	"fmt"
	"os"
	"syscall"
)

// commandLine is empty for a process that has ended, also where nobody has buried it.
func commandLine(pid int) string {
	command, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil {
		return ""
	}
	return string(command)
}

// attributes make the process run as the user, and end with the thread that started it. Go
// sets the signal after it has changed the user, which would clear it.
func (u *runAs) attributes() *syscall.SysProcAttr {
	a := &syscall.SysProcAttr{Pdeathsig: immediate, Setpgid: true}
	if u != nil {
		a.Credential = &syscall.Credential{Uid: u.uid, Gid: u.gid}
	}
	return a
}

//go:build unix && !linux

package builtin

import (
	"os/exec"
	"strconv"
	"syscall"
)

func commandLine(pid int) string {
	command, err := exec.Command("ps", "-ww", "-o", "args=", "-p", strconv.Itoa(pid)).Output() //nolint:gosec // a number
	if err != nil {
		return ""
	}
	return string(command)
}

// attributes make the process run as the user. There is nothing here that ends it when
// Lanyard is killed: the next start does.
func (u *runAs) attributes() *syscall.SysProcAttr {
	a := &syscall.SysProcAttr{Setpgid: true}
	if u != nil {
		a.Credential = &syscall.Credential{Uid: u.uid, Gid: u.gid}
	}
	return a
}

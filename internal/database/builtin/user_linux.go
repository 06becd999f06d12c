package builtin

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// isPostgres keeps a process that has got a dead one's number by chance from being ended.
func isPostgres(pid int) bool {
	command, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	name, _, _ := strings.Cut(string(command), "\x00")
	return err == nil && filepath.Base(name) == "postgres"
}

// attributes make the process end with the thread that started it, and run as the user.
func (u *runAs) attributes() *syscall.SysProcAttr {
	a := &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT, Setpgid: true}
	if u != nil {
		a.Credential = &syscall.Credential{Uid: u.uid, Gid: u.gid}
	}
	return a
}

package builtin

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// isPostgres keeps a process that has got a dead one's number by chance from being ended.
func isPostgres(pid int) bool {
	command, err := exec.Command("ps", "-o", "comm=", "-p", strconv.Itoa(pid)).Output() //nolint:gosec // a number
	return err == nil && filepath.Base(strings.TrimSpace(string(command))) == "postgres"
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

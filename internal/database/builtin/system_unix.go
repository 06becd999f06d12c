//go:build unix

package builtin

import (
	"os"
	"syscall"
)

// listen is on a socket only. There is no password: the socket's folder is what guards it.
func (p paths) listen() (address, error) {
	return address{host: p.socket, port: "5432"}, nil
}

func (a address) settings() map[string]string {
	return map[string]string{"listen_addresses": "", "unix_socket_directories": a.host}
}

func (paths) authentication() ([]string, error) {
	return []string{"--auth-local=trust", "--auth-host=reject"}, nil
}

func (paths) password() (string, error) { return "", nil }

func program(name string) string { return name }

func systemEnv() []string { return nil }

type signal = syscall.Signal

// The ways to end PostgreSQL.
const (
	fast      = syscall.SIGINT
	immediate = syscall.SIGQUIT
	kill      = syscall.SIGKILL
)

func (paths) send(to *os.Process, s signal) error { return to.Signal(s) }

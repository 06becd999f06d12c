package builtin

import (
	"context"
	"crypto/rand"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// runAs stays nil: PostgreSQL must be run by a user who is no administrator.
type runAs struct{ uid uint32 }

func chooseUser(string) (*runAs, error) {
	return nil, nil //nolint:nilnil // no other user is needed
}

// takeOver does nothing: the profile's folders are their owner's alone.
func (*runAs) takeOver(string) error { return nil }

func (*runAs) attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

func makeOutside() error { return errors.New("there is no other user to make it for") }

// listen is on a free loopback port, with a password: a socket's folder guards nothing here.
func (p paths) listen() (address, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return address{}, err
	}
	host, port, err := net.SplitHostPort(l.Addr().String())
	if err := errors.Join(err, l.Close()); err != nil {
		return address{}, err
	}
	password, err := p.password()
	return address{host, port, password}, err
}

func (a address) settings() map[string]string {
	return map[string]string{"listen_addresses": a.host, "unix_socket_directories": ""}
}

func (p paths) passwordFile() string { return filepath.Join(p.base, "password") }

func (p paths) password() (string, error) {
	raw, err := os.ReadFile(p.passwordFile())
	return string(raw), err
}

func (p paths) authentication() ([]string, error) {
	err := os.WriteFile(p.passwordFile(), []byte(rand.Text()), 0o600)
	return []string{"--auth-local=reject", "--auth-host=scram-sha-256", "--pwfile=" + p.passwordFile()}, err
}

func program(name string) string { return name + ".exe" }

func systemEnv() []string {
	return []string{"SystemRoot=" + os.Getenv("SystemRoot"), "TEMP=" + os.TempDir()}
}

type signal string

// The ways to end PostgreSQL.
const (
	fast      signal = "INT"
	immediate signal = "QUIT"
	kill      signal = "KILL"
)

// send goes through pg_ctl: PostgreSQL has signals of its own here.
func (p paths) send(to *os.Process, s signal) error {
	if s == kill {
		return to.Kill()
	}
	return p.command(context.Background(), "pg_ctl", "kill", string(s), strconv.Itoa(to.Pid)).Run()
}

func commandLine(pid int) string {
	look := "(Get-CimInstance Win32_Process -Filter 'ProcessId=" + strconv.Itoa(pid) + "').CommandLine"
	command, err := exec.Command("powershell", "-NoProfile", "-Command", look).Output() //nolint:gosec // a number
	if err != nil {
		return ""
	}
	return strings.ReplaceAll(string(command), "/", `\`)
}

// errSharing is ERROR_SHARING_VIOLATION: another process has the file open.
const errSharing = syscall.Errno(32)

// openLocked opens the file so that nobody else can.
func openLocked(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errSharing) {
		return nil, errLocked
	}
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(h), path), nil
}

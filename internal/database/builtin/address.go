package builtin

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// address is where the cluster listens: host is the socket's folder, or an IP address.
type address struct{ host, port, password string }

func (a address) user(role string) *url.Userinfo {
	if a.password == "" {
		return url.User(role)
	}
	return url.UserPassword(role, a.password)
}

// pidFile is what a running PostgreSQL writes into its cluster, one value a line.
type pidFile struct {
	path  string
	lines []string
}

func (p paths) readPidFile() (pidFile, error) {
	path := filepath.Join(p.cluster(), "postmaster.pid")
	raw, err := os.ReadFile(path) //nolint:gosec // the path is one of ours
	if err != nil {
		return pidFile{}, err
	}
	return pidFile{path, strings.Split(string(raw), "\n")}, nil
}

func (f pidFile) pid() int {
	pid, err := strconv.Atoi(f.lines[0])
	if err != nil {
		return 0
	}
	return pid
}

// address reads where PostgreSQL says that it listens, which is what another Lanyard has told
// it: the folder for temporary files may be another here.
func (f pidFile) address(p paths) (address, error) {
	const port, socket, ip = 3, 4, 5
	if len(f.lines) <= ip {
		return address{}, errors.New("it is still starting")
	}
	if f.lines[socket] != "" {
		return address{host: f.lines[socket], port: f.lines[port]}, nil
	}
	password, err := p.password()
	return address{f.lines[ip], f.lines[port], password}, err
}

// disown makes the file one that PostgreSQL takes for left behind: it names the parent of the
// next PostgreSQL. Otherwise whatever process has the dead one's number by now, or its corpse
// in a container that buries none, would keep the cluster from ever starting. PostgreSQL still
// looks whether anybody uses the cluster's shared memory, so the file must not be removed.
func (f pidFile) disown() error {
	out, err := os.OpenFile(f.path, os.O_WRONLY|os.O_TRUNC, 0)
	if errors.Is(err, os.ErrNotExist) { // a PostgreSQL that ends in order removes it
		return nil
	}
	if err == nil {
		f.lines[0] = strconv.Itoa(os.Getpid())
		_, err = out.WriteString(strings.Join(f.lines, "\n"))
		err = errors.Join(err, out.Close())
	}
	if err != nil {
		return fmt.Errorf("take over the cluster of a killed Lanyard: %w", err)
	}
	return nil
}

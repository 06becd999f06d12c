package builtin

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

var errLocked = errors.New("locked by another process")

// lockCluster keeps a second Lanyard off the cluster. The lock goes with the process that
// holds it, however that ends. It is beside the cluster and not in the data folder: the
// notes of two data folders may name one cluster.
func lockCluster(base string) (*os.File, error) {
	f, err := openLocked(filepath.Join(base, "lanyard.lock"))
	if errors.Is(err, errLocked) {
		return nil, ErrRunning
	}
	if err != nil {
		return nil, fmt.Errorf("lock the database: %w", err)
	}
	return f, nil
}

// stopOrphan ends a PostgreSQL that a killed Lanyard left behind where the kernel did not. The
// lock is ours, so nobody can be using it.
func stopOrphan(p paths) error {
	file, err := p.readPidFile()
	if err != nil {
		return nil //nolint:nilerr // no file: nothing was left behind
	}
	pid := file.pid()
	for _, how := range []signal{fast, immediate, kill} {
		if !p.runs(pid) {
			return file.disown()
		}
		if process, err := os.FindProcess(pid); err == nil {
			_ = p.send(process, how)
		}
		for i := 0; i < 200 && p.runs(pid); i++ {
			time.Sleep(50 * time.Millisecond)
		}
	}
	if p.runs(pid) {
		return fmt.Errorf("a PostgreSQL that was left behind (process %d) does not end: end it by hand", pid)
	}
	return file.disown()
}

// runs tells whether a process is the PostgreSQL of this cluster: by now the number may be
// that of any other process, or of another PostgreSQL.
func (p paths) runs(pid int) bool {
	command := commandLine(pid)
	return strings.Contains(command, "postgres") && strings.Contains(command, p.cluster())
}

//go:build unix

package builtin

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func TestStopWhileItIsDown(t *testing.T) {
	t.Parallel()
	s := start(t, options(open(t)))
	pid := postmaster(s.paths)
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	stop(t, s)
	if pid := postmaster(s.paths); s.paths.runs(pid) {
		t.Error("it runs after Stop")
	}
}

// A process that has the dead one's number keeps PostgreSQL from starting, unless the file is
// disowned. This one is run by the cluster's user, as in a container that starts again.
func TestNumberOfTheDeadIsTakenByAnother(t *testing.T) {
	t.Parallel()
	o := options(open(t))
	s := start(t, o)
	file, err := s.paths.readPidFile()
	if err != nil {
		t.Fatal(err)
	}
	stop(t, s)
	other := exec.Command("sleep", "600")
	other.SysProcAttr = s.paths.user.attributes()
	if err := onOneThread(other.Start); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Process.Kill(); _ = other.Wait() })
	file.lines[0] = strconv.Itoa(other.Process.Pid)
	if err := errors.Join(os.WriteFile(file.path, []byte(strings.Join(file.lines, "\n")), 0o600), give(file.path, s.paths.user)); err != nil {
		t.Fatal(err)
	}
	connect(t, start(t, o), App)
	if err := other.Process.Signal(syscall.Signal(0)); err != nil {
		t.Error("the other process was ended")
	}
}

func give(path string, u *runAs) error {
	if u == nil {
		return nil
	}
	return os.Chown(path, int(u.uid), int(u.gid))
}

// An orphan is what is left where the kernel does not end it.
func TestOrphanIsEnded(t *testing.T) {
	t.Parallel()
	o := options(open(t))
	s := start(t, o)
	stop(t, s)
	orphan := s.paths.command(context.Background(), "postgres", s.child.args...)
	if err := orphan.Start(); err != nil {
		t.Fatal(err)
	}
	gone := make(chan struct{})
	go func() { _ = orphan.Wait(); close(gone) }()
	eventually(t, "the orphan's file", func() bool { return postmaster(s.paths) == orphan.Process.Pid })
	connect(t, start(t, o), App)
	<-gone
}

func TestPostgresOfAnotherClusterIsNotOurs(t *testing.T) {
	t.Parallel()
	s := start(t, options(open(t)))
	pid := postmaster(s.paths)
	if !s.paths.runs(pid) {
		t.Error("our own is not known")
	}
	if (paths{base: open(t)}).runs(pid) {
		t.Error("another cluster's PostgreSQL would be ended")
	}
}

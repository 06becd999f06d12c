package builtin

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// child is the postgres process, started again when it dies.
type child struct {
	paths paths
	args  []string
	log   *slog.Logger

	mu       sync.Mutex
	cmd      *exec.Cmd
	ready    bool // it has answered once: from now on it is started again
	stopping bool
	last     string
	err      error
	ended    chan struct{}
}

func newChild(p paths, settings map[string]string, log *slog.Logger) *child {
	all := map[string]string{
		"listen_addresses":        "",
		"unix_socket_directories": p.socket,
		"unix_socket_permissions": "0700",
		"shared_buffers":          "128MB",
		"max_connections":         "100",
		"log_min_messages":        "fatal",
		"log_error_verbosity":     "terse",
		"timezone":                "UTC",
		"log_timezone":            "UTC",
	}
	maps.Copy(all, settings)
	args := []string{"-D", p.cluster()}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		args = append(args, "-c", name+"="+all[name])
	}
	return &child{paths: p, args: args, log: log, ended: make(chan struct{})}
}

// run starts the process and keeps it running until stop.
func (c *child) run() error {
	started := make(chan error, 1)
	go c.supervise(started)
	return <-started
}

// supervise stays on one thread: the kernel ends the process when the thread that started it
// ends (Pdeathsig), and a thread of Go's may end at any time.
func (c *child) supervise(started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer close(c.ended)
	err := c.startOnce()
	started <- err
	pause := 100 * time.Millisecond
	for {
		began := time.Now()
		if err == nil {
			err = c.wait()
		}
		if !c.mayGoOn() {
			return
		}
		c.log.Error("the built-in PostgreSQL ended and is started again", "error", err)
		time.Sleep(pause)
		pause = min(2*pause, 5*time.Second)
		if time.Since(began) > time.Minute {
			pause = 100 * time.Millisecond
		}
		err = c.startOnce()
	}
}

func (c *child) startOnce() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stopping {
		return errors.New("stopping")
	}
	c.cmd = c.paths.command(context.Background(), "postgres", c.args...)
	c.cmd.Stderr = &lines{each: c.relay}
	c.cmd.WaitDelay = time.Second // its own children may hold the pipe a moment longer
	if err := c.cmd.Start(); err != nil {
		return fmt.Errorf("start the built-in PostgreSQL: %w", err)
	}
	return nil
}

// relay hands what PostgreSQL has to say of itself to the log. What it says of statements is
// switched off: it may hold what is personal, and whoever sent the statement hears it.
func (c *child) relay(line string) {
	c.mu.Lock()
	c.last = line
	c.mu.Unlock()
	c.log.Log(context.Background(), levelOf(line), "postgres", "says", line)
}

// lines is a writer that hands on whole lines.
type lines struct {
	each func(string)
	rest []byte
}

// Write implements io.Writer.
func (l *lines) Write(p []byte) (int, error) {
	l.rest = append(l.rest, p...)
	for {
		line, rest, whole := bytes.Cut(l.rest, []byte("\n"))
		if !whole {
			return len(p), nil
		}
		l.rest = rest
		l.each(string(line))
	}
}

// levelOf keeps apart what PostgreSQL tells of its daily life, which it calls LOG.
func levelOf(line string) slog.Level {
	if strings.Contains(line, " LOG:  ") || strings.HasSuffix(line, "the database system is starting up") {
		return slog.LevelDebug
	}
	return slog.LevelWarn
}

func (c *child) wait() error {
	err := c.cmd.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.err = fmt.Errorf("the built-in PostgreSQL ended: %s: %w", c.last, errors.Join(err))
	return c.err
}

// mayGoOn tells whether a process that has ended is started again: not one that never
// answered, and not one that was stopped.
func (c *child) mayGoOn() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ready && !c.stopping
}

func (c *child) answered() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ready = true
}

// failed tells why the process will not run; nil while it may.
func (c *child) failed() error {
	select {
	case <-c.ended:
		c.mu.Lock()
		defer c.mu.Unlock()
		return c.err
	default:
		return nil
	}
}

// stop asks for a fast shutdown, and after ten seconds for an immediate one, from which the
// next start recovers.
func (c *child) stop() error {
	c.mu.Lock()
	c.stopping = true
	process := c.cmd.Process
	c.mu.Unlock()
	for _, how := range []struct {
		signal  syscall.Signal
		patient time.Duration
	}{{syscall.SIGINT, 10 * time.Second}, {syscall.SIGQUIT, 5 * time.Second}, {syscall.SIGKILL, 5 * time.Second}} {
		_ = process.Signal(how.signal)
		select {
		case <-c.ended:
			return nil
		case <-time.After(how.patient):
		}
	}
	return errors.New("the built-in PostgreSQL does not end")
}

// stopOrphan ends a postgres that a killed Lanyard left behind where the kernel did not. The
// folder's lock is ours, so nobody else's can be running there.
func stopOrphan(p paths) error {
	raw, err := os.ReadFile(filepath.Join(p.cluster(), "postmaster.pid"))
	if err != nil {
		return nil //nolint:nilerr // no file: nothing was left behind
	}
	pid, err := strconv.Atoi(strings.SplitN(string(raw), "\n", 2)[0])
	if err != nil || !isPostgres(pid) {
		return nil //nolint:nilerr // PostgreSQL itself replaces a file that is of no process
	}
	_ = syscall.Kill(pid, syscall.SIGINT)
	for range 200 {
		if !isPostgres(pid) {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return fmt.Errorf("a PostgreSQL that was left behind (process %d) does not end: end it by hand", pid)
}

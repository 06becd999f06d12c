package builtin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"slices"
	"sync"
	"time"
)

// Pauses between a death and the next start.
const (
	shortestPause = 100 * time.Millisecond
	longestPause  = 5 * time.Second
)

// child is the postgres process, started again when it dies.
type child struct {
	paths paths
	args  []string
	log   *slog.Logger
	quit  chan struct{} // closed when it shall stop
	ended chan struct{} // closed when it has, for good

	mu       sync.Mutex
	process  *os.Process
	ready    bool // it has answered once: from now on it is started again
	stopping bool
	last     string // the last complaint
	err      error  // why it ended
}

func newChild(p paths, args []string, log *slog.Logger) *child {
	return &child{paths: p, args: args, log: log, quit: make(chan struct{}), ended: make(chan struct{})}
}

func arguments(p paths, at address, settings map[string]string) []string {
	all := map[string]string{
		"port":                    at.port,
		"unix_socket_permissions": "0700",
		"shared_buffers":          "128MB",
		"max_connections":         "100",
		"timezone":                "UTC",
		"log_timezone":            "UTC",
		"log_line_prefix":         "",
		// An error's text, detail and statement hold what people entered, and whoever sent
		// the statement hears them. Here PostgreSQL speaks of itself only.
		"log_min_messages":        "log",
		"log_min_error_statement": "panic",
		"log_error_verbosity":     "terse",
		"log_checkpoints":         "off",
	}
	maps.Copy(all, at.settings())
	maps.Copy(all, settings)
	args := []string{"-D", p.cluster()}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		args = append(args, "-c", name+"="+all[name])
	}
	return args
}

// supervise keeps the process running until stop.
func (c *child) supervise() {
	defer close(c.ended)
	for pause := shortestPause; ; pause = min(2*pause, longestPause) {
		began := time.Now()
		err := onOneThread(c.run)
		if !c.mayGoOn(err) {
			return
		}
		if time.Since(began) > time.Minute {
			pause = shortestPause
		}
		c.log.Error("the built-in PostgreSQL ended and is started again", "error", err)
		select {
		case <-c.quit:
			return
		case <-time.After(pause):
		}
	}
}

// run starts the process and waits for its end, and for that of its own children: as long as
// one of them is left, another PostgreSQL cannot start on the cluster.
func (c *child) run() error {
	cmd := c.paths.command(context.Background(), "postgres", c.args...)
	cmd.Stderr = &lines{each: c.relay}
	cmd.WaitDelay = 5 * time.Second
	if err := c.launch(cmd.Start, func() { c.process = cmd.Process }); err != nil {
		return fmt.Errorf("start the built-in PostgreSQL: %w", err)
	}
	return cmd.Wait()
}

// launch keeps stop from missing a process that is just being started.
func (c *child) launch(start func() error, started func()) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stopping {
		return errors.New("it shall stop")
	}
	if err := start(); err != nil {
		return err
	}
	started()
	return nil
}

// answered says that the process is one that runs.
func (c *child) answered() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ready = true
}

// mayGoOn tells whether a process that has ended is started again: not one that never
// answered, and not one that was stopped.
func (c *child) mayGoOn(err error) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err == nil {
		err = errors.New("somebody stopped it")
	}
	c.err = fmt.Errorf("the built-in PostgreSQL ended: %w %s", err, c.last)
	return c.ready && !c.stopping
}

// failed tells why the process will not run; nil while it may.
func (c *child) failed() error {
	select {
	case <-c.ended:
		return c.err
	default:
		return nil
	}
}

// stop asks for a fast shutdown, and after ten seconds for an immediate one, from which the
// next start recovers.
func (c *child) stop() error {
	process := c.askToStop()
	for _, how := range []struct {
		signal  signal
		patient time.Duration
	}{{fast, 10 * time.Second}, {immediate, 5 * time.Second}, {kill, 10 * time.Second}} {
		if process != nil {
			_ = c.paths.send(process, how.signal)
		}
		select {
		case <-c.ended:
			return nil
		case <-time.After(how.patient):
		}
	}
	return errors.New("the built-in PostgreSQL does not end")
}

func (c *child) askToStop() *os.Process {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.stopping {
		c.stopping = true
		close(c.quit)
	}
	return c.process
}

//go:build linux

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lanyard/frontend"
)

// machine is a computer with Lanyard on it: the program as it is, with its built-in PostgreSQL.
type machine struct {
	t   *testing.T
	set []string
	// data is the folder of its data, and the others are its addresses.
	data, at, metricsAt string
	server              *exec.Cmd
	// ended is closed when the server has.
	ended     chan struct{}
	browser   *http.Client
	documents map[string]string
}

// newMachine starts Lanyard on an empty machine, with further variables.
func newMachine(t *testing.T, set ...string) *machine {
	t.Helper()
	jar, _ := cookiejar.New(nil) // it fails for options only
	m := &machine{t: t, set: set, data: folderForAll(t), at: freeAddress(t), metricsAt: freeAddress(t), browser: &http.Client{Jar: jar, Timeout: 2 * deadline}, documents: map[string]string{}}
	var texts map[string]string
	if err := json.Unmarshal(frontend.TrustedDocuments, &texts); err != nil {
		t.Fatal(err)
	}
	for id, text := range texts {
		name, _, _ := strings.Cut(strings.SplitN(text, " ", 3)[1], "(")
		m.documents[name] = id
	}
	m.start()
	t.Cleanup(m.stop)
	return m
}

// folderForAll is one that the user of the cluster can pass through.
func folderForAll(t *testing.T) string {
	t.Helper()
	data := t.TempDir()
	for dir := data; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return data
}

// command is the program, as somebody runs it on this machine.
func (m *machine) command(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = slices.Concat(os.Environ(), m.set, []string{asServer + "=1", "LANYARD_DATA=" + m.data, "LANYARD_RATE_LIMIT=0"})
	return cmd
}

// start runs the server, within what comes before it on the command line.
func (m *machine) start(within ...string) {
	m.t.Helper()
	m.server = m.command("serve")
	if len(within) > 0 {
		m.server.Args = slices.Concat(within, m.server.Args)
		m.server.Path, m.server.Err = exec.LookPath(within[0])
	}
	m.server.Env = append(m.server.Env, "LANYARD_ADDR="+m.at, "LANYARD_METRICS_ADDR="+m.metricsAt)
	if err := m.launch(); err != nil {
		m.t.Fatal(err)
	}
	m.until("the server answers", func() bool { return m.status("/readyz") == http.StatusOK })
}

func (m *machine) status(path string) int {
	r, err := m.browser.Get("http://" + m.at + path) //nolint:noctx // the browser has its own patience
	if err != nil {
		return 0
	}
	_ = r.Body.Close()
	return r.StatusCode
}

// launch starts the server on a thread of its own: the kernel ends it with that thread, so also where the
// test is killed.
func (m *machine) launch() error {
	server, ended, started := m.server, make(chan struct{}), make(chan error)
	server.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	m.ended = ended
	go func() {
		defer close(ended)
		runtime.LockOSThread()
		err := server.Start()
		started <- err
		if err == nil {
			_ = server.Wait()
		}
	}()
	return <-started
}

// stop ends the server in order.
func (m *machine) stop() { m.end(os.Interrupt) }

func (m *machine) end(how os.Signal) {
	_ = m.server.Process.Signal(how)
	<-m.ended
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // closed at once
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

func (m *machine) until(what string, ok func() bool) {
	m.t.Helper()
	for range 1200 {
		if ok() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	m.t.Fatalf("it does not come: %s", what)
}

// said is what the API answers.
type said struct {
	Data   map[string]json.RawMessage
	Errors []struct{ Extensions struct{ Code string } }
}

// ask sends a document of the app. An error is an answer that did not arrive.
func (m *machine) ask(ctx context.Context, name string, variables map[string]any) (*said, error) {
	body, err := json.Marshal(byHash(m.documents[name], variables))
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+m.at+"/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := m.browser.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	s := new(said)
	if err := json.NewDecoder(answer.Body).Decode(s); err != nil {
		return nil, fmt.Errorf("status %d: %w", answer.StatusCode, err)
	}
	return s, nil
}

// cluster are the processes of the database: the one that watches over the others is first.
func (m *machine) cluster() []int {
	var found []int
	for queue := []int{m.server.Process.Pid}; len(queue) > 0; queue = queue[1:] {
		children := childrenOf(queue[0])
		found, queue = append(found, children...), append(queue, children...)
	}
	return found
}

func childrenOf(parent int) (children []int) {
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats {
		raw, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		fields := strings.Fields(string(raw[bytes.LastIndexByte(raw, ')')+1:]))
		if len(fields) > 1 && fields[1] == strconv.Itoa(parent) {
			pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
			children = append(children, pid)
		}
	}
	return children
}

//go:build linux

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/database/builtin"
	"lanyard/internal/globalid"
)

// office adds clients without a pause, and remembers those that it was told are there.
type office struct {
	*machine
	account string

	mu    sync.Mutex
	known []string
	// answers counts what was answered otherwise, by its code.
	answers map[string]int
}

func newOffice(t *testing.T) *office {
	t.Helper()
	return officeOn(t, newMachine(t))
}

// officeOn signs up on a machine.
func officeOn(t *testing.T, m *machine) *office {
	t.Helper()
	o := &office{machine: m, answers: map[string]int{}}
	form := map[string]any{
		"practiceName": "Elm Street", "providerName": "Dr. Elm", "email": "elm@example.com", "timeZone": "America/New_York",
		"username": "elm", "password": "nineteen paper boats adrift",
	}
	opened, err := o.ask(t.Context(), "SignUp", map[string]any{"input": form})
	if err != nil || len(opened.Errors) > 0 {
		t.Fatal(opened, err)
	}
	var got struct{ Account struct{ ID string } }
	if err := json.Unmarshal(opened.Data["signUp"], &got); err != nil {
		t.Fatal(err)
	}
	o.account = got.Account.ID
	return o
}

// add adds one client and tells whether it is there, as far as the answer says.
func (o *office) add(ctx context.Context, name string) {
	answer, err := o.ask(ctx, "AddClient", map[string]any{"account": o.account, "input": map[string]any{"firstName": "Nora", "lastName": name}})
	o.mu.Lock()
	defer o.mu.Unlock()
	if err != nil {
		o.answers["none"]++
		return
	}
	for _, e := range answer.Errors {
		o.answers[e.Extensions.Code]++
	}
	var got struct{ Client struct{ ID string } }
	if json.Unmarshal(answer.Data["addClient"], &got) == nil && got.Client.ID != "" {
		o.known = append(o.known, got.Client.ID)
	}
}

// work has several people add clients until the context ends.
func (o *office) work(ctx context.Context, people int) *sync.WaitGroup {
	var wg sync.WaitGroup
	for person := range people {
		wg.Go(func() {
			for i := 0; ctx.Err() == nil; i++ {
				o.add(ctx, fmt.Sprintf("Client %d of %d", i, person))
				time.Sleep(2 * time.Millisecond) // nobody presses the button faster
			}
		})
	}
	return &wg
}

func (o *office) done() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.known)
}

// goesOn waits until so many more clients are added.
func (o *office) goesOn(what string) {
	o.t.Helper()
	before := o.done()
	o.until("clients are added after: "+what, func() bool { return o.done() >= before+20 })
}

// signal sends a signal to processes of the database.
func (o *office) signal(s syscall.Signal, pids ...int) {
	o.t.Helper()
	for _, pid := range pids {
		if err := syscall.Kill(pid, s); err != nil && err != syscall.ESRCH {
			o.t.Fatal(err)
		}
	}
}

// onASmallDisk starts Lanyard anew where no file grows beyond the given size: soon the database cannot
// write its journal.
func (o *office) onASmallDisk() {
	o.t.Helper()
	o.inDatabase(func(conn *pgx.Conn) { o.column(conn, `SELECT pg_switch_wal()::text`) })
	o.goesOn("a new file of the journal")
	o.stop()
	o.start("sh", "-c", `ulimit -f 4096; exec "$0" "$@"`)
}

// inDatabase does something in the database that runs.
func (o *office) inDatabase(do func(*pgx.Conn)) {
	o.t.Helper()
	s, err := builtin.Attach(o.t.Context(), builtin.Options{Data: o.data})
	if err != nil {
		o.t.Fatal(err)
	}
	conn, err := pgx.Connect(o.t.Context(), s.URL(builtin.Owner, builtin.Database))
	if err != nil {
		o.t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(o.t.Context())) }()
	do(conn)
}

// Whatever happens to the machine while people work: what they were told is there stays there, each
// change has its event and each event its change, the log is intact, and the work goes on by itself.
func TestFaults(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	ctx, stop := context.WithCancel(t.Context())
	working := o.work(ctx, 6)
	o.goesOn("the start")
	for _, fault := range []struct {
		what    string
		happens func()
	}{
		{"a process of the database is killed", func() { all := o.cluster(); o.signal(syscall.SIGKILL, all[len(all)-1]) }},
		{"the database is killed", func() { o.signal(syscall.SIGKILL, o.cluster()[0]) }},
		{"Lanyard is killed with its database", o.startAfterKilling},
	} {
		failed := o.failures()
		fault.happens()
		o.until("it is noticed: "+fault.what, func() bool { return o.failures() > failed })
		o.goesOn(fault.what)
	}
	o.onASmallDisk()
	o.until("the disk is full", func() bool { return o.status("/readyz") == http.StatusServiceUnavailable })
	o.startAfterKilling()
	o.goesOn("the disk was full")
	stop()
	working.Wait()
	o.stop()
	o.checkKept()
}

func (o *office) startAfterKilling() {
	o.t.Helper()
	o.end(os.Kill)
	o.start()
}

func (o *office) failures() (n int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, times := range o.answers {
		n += times
	}
	return n
}

// checkKept looks into the database once the server is gone.
func (o *office) checkKept() {
	o.t.Helper()
	if out, err := o.command("verify").CombinedOutput(); err != nil {
		o.t.Errorf("the log: %v\n%s", err, out)
	}
	s, err := builtin.Start(o.t.Context(), builtin.Options{Data: o.data, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		o.t.Fatal(err)
	}
	defer func() { _ = s.Stop() }()
	o.inDatabase(o.compare)
}

// compare holds the clients that are there against their events, and against those that were told.
func (o *office) compare(conn *pgx.Conn) {
	o.t.Helper()
	kept := o.column(conn, `SELECT id::text FROM clients ORDER BY 1`)
	told := o.column(conn, `SELECT unnest(entity_ids)::text FROM events WHERE code = 'client.created' AND outcome = 'OK' ORDER BY 1`)
	if !slices.Equal(kept, told) {
		o.t.Errorf("%d clients, and %d events of them", len(kept), len(told))
	}
	for _, id := range o.known {
		if _, found := slices.BinarySearch(kept, entity(id)); !found {
			o.t.Errorf("%s was there, and is lost", id)
		}
	}
	o.t.Logf("%d clients were acknowledged, %d are there; otherwise answered: %v", len(o.known), len(kept), o.answers)
}

func (o *office) column(conn *pgx.Conn, query string) []string {
	o.t.Helper()
	rows, err := conn.Query(o.t.Context(), query)
	if err != nil {
		o.t.Fatal(err)
	}
	got, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		o.t.Fatal(err)
	}
	return got
}

func entity(id string) string {
	return globalid.Parse(id).Row.String()
}

// While the database stands still everybody gets an answer, nobody waits for ever, and nothing is left
// over when it goes on.
func TestStandstill(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.add(t.Context(), "Before")
	before := o.goroutines()
	stopped := o.cluster()
	o.signal(syscall.SIGSTOP, stopped...)
	t.Cleanup(func() { o.signal(syscall.SIGCONT, stopped...) })
	var crowd sync.WaitGroup
	for i := range 100 {
		crowd.Go(func() { o.add(t.Context(), fmt.Sprintf("Client %d", i)) })
	}
	crowd.Wait()
	o.signal(syscall.SIGCONT, stopped...)
	if o.answers["none"] > 0 || o.done() != 1 || o.failures() != 100 {
		t.Errorf("%d clients, otherwise answered: %v", o.done(), o.answers)
	}
	o.until("it goes on", func() bool { o.add(t.Context(), "After"); return o.done() > 1 })
	o.browser.CloseIdleConnections()
	o.until("nothing is left over", func() bool { return o.goroutines() <= before+5 })
	o.stop()
	o.checkKept()
}

var goroutines = regexp.MustCompile(`(?m)^go_goroutines (\d+)$`)

func (o *office) goroutines() int {
	o.t.Helper()
	r, err := o.browser.Get("http://" + o.metricsAt + "/metrics") //nolint:noctx // the browser has its own patience
	if err != nil {
		o.t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	page, err := io.ReadAll(r.Body)
	if err != nil {
		o.t.Fatal(err)
	}
	found := goroutines.FindSubmatch(page)
	if found == nil {
		o.t.Fatalf("no figure in %s", page)
	}
	n, _ := strconv.Atoi(string(found[1]))
	return n
}

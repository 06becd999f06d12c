package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/live"
)

// soon is when a test gives up waiting. That a change is told within two seconds is measured, in
// docs/benchmarks.md: a busy machine is no defect.
const soon = 20 * time.Second

// quiet is how long nothing must be told, to be told nothing.
const quiet = 700 * time.Millisecond

// lively is a server whose changes are followed.
type lively struct {
	*dbtest.World
	t   *testing.T
	url string
	// stop stops the server and waits until it has.
	stop      func() error
	documents registered
	anna, ben *dbtest.Account
}

func newLively(t *testing.T) *lively {
	t.Helper()
	l := &lively{World: dbtest.New(t), t: t}
	l.anna, l.ben = l.Account("anna"), l.Account("ben")
	hub := live.Start(l.DB, live.Options{Look: 300 * time.Millisecond, Log: slog.New(slog.DiscardHandler)})
	t.Cleanup(hub.Close)
	l.serve(hub)
	return l
}

// serve runs the server as the program does, until the test or stop ends it.
func (l *lively) serve(hub *live.Hub) {
	l.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // ends with the test
	if err != nil {
		l.t.Fatal(err)
	}
	down, ended, log := make(chan struct{}), make(chan error, 1), slog.New(slog.DiscardHandler)
	h := newHandler(config{}, parts{db: l.DB, events: l.Log, prover: l.Prover, app: &app{}, documents: &l.documents, live: hub, down: down, log: log})
	ctx, stop := context.WithCancel(context.Background())
	go func() { ended <- (&listeners{main: listener}).run(ctx, h, nil, down, log) }()
	l.url, l.stop = "http://"+listener.Addr().String(), sync.OnceValue(func() error {
		stop()
		return <-ended
	})
	l.t.Cleanup(func() { _ = l.stop() })
}

// settle waits until what happened so far is told.
func (l *lively) settle() {
	l.t.Helper()
	conn, err := pgx.Connect(l.t.Context(), l.URL)
	if err != nil {
		l.t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if _, err := conn.Exec(l.t.Context(), `LISTEN `+activity.Channel); err != nil {
		l.t.Fatal(err)
	}
	last := uuid.New()
	if err := l.Log.Store(l.As(nil), activity.Event{Account: last, Code: "client.listed", Action: activity.Read}); err != nil {
		l.t.Fatal(err)
	}
	for {
		heard, err := conn.WaitForNotification(l.t.Context())
		if err != nil {
			l.t.Fatal(err)
		}
		if strings.Contains(heard.Payload, last.String()) {
			break
		}
	}
	time.Sleep(100 * time.Millisecond) // the server hears it on a connection of its own
}

// browserOf is a sign-in of a username, as a browser has it.
type browserOf struct {
	*lively
	token  string
	signIn uuid.UUID
}

func (l *lively) signIn(v *access.Viewer) *browserOf {
	l.t.Helper()
	granted, err := l.Prover.Begin(l.As(nil), v.Username)
	if err != nil {
		l.t.Fatal(err)
	}
	var id uuid.UUID
	l.scan(`SELECT id FROM sign_ins WHERE username_id = $1 ORDER BY created_at DESC LIMIT 1`, v.Username, &id)
	return &browserOf{l, granted.Token, id}
}

func (b *browserOf) request(ctx context.Context, query string, variables map[string]any, headers ...string) *http.Request {
	body, err := json.Marshal(b.documents.body(query, variables))
	if err != nil {
		panic(err) // texts always encode
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/graphql", bytes.NewReader(body))
	if err != nil {
		panic(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.AddCookie(&http.Cookie{Name: cookieName(false), Value: b.token})
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

// ask sends a document that must not be refused.
func (b *browserOf) ask(query string, variables map[string]any, headers ...string) {
	b.t.Helper()
	response, err := http.DefaultClient.Do(b.request(b.t.Context(), query, variables, headers...))
	if err != nil {
		b.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var a struct{ Errors []any }
	if err := json.NewDecoder(response.Body).Decode(&a); err != nil || len(a.Errors) > 0 {
		b.t.Fatalf("%s: %v %v", query, a.Errors, err)
	}
}

const (
	follow    = `subscription Changes { changes { kind account section mine } }`
	addClient = `mutation AddClient($account: ID!) { addClient(account: $account, input: {firstName: "Wilhelmina", lastName: "Oyelaran"}) { client { id } } }`
)

// follower is a stream that is read.
type follower struct {
	t *testing.T
	// told are changes as KIND account-or-section words; closed when the stream is over.
	told chan string
	// completed tells how it ended, once told is closed.
	completed bool
	accounts  map[string]string
	leave     context.CancelFunc
}

func (b *browserOf) follow() *follower {
	b.t.Helper()
	ctx, cancel := context.WithCancel(b.t.Context())
	response, err := http.DefaultClient.Do(b.request(ctx, follow, nil, "Accept", "text/event-stream"))
	if err != nil {
		b.t.Fatal(err)
	}
	f := &follower{b.t, make(chan string, 1000), false, map[string]string{
		globalid.OfAccount(b.anna.ID).String(): "anna", globalid.OfAccount(b.ben.ID).String(): "ben",
	}, cancel}
	lines := bufio.NewScanner(response.Body)
	if !lines.Scan() || lines.Text() != ":" {
		b.t.Fatalf("the stream begins with %q", lines.Text())
	}
	go func() {
		defer close(f.told)
		defer func() { _ = response.Body.Close() }()
		f.read(lines)
	}()
	b.t.Cleanup(cancel)
	time.Sleep(50 * time.Millisecond) // the stream looks once by itself
	return f
}

func (f *follower) read(lines *bufio.Scanner) {
	for lines.Scan() {
		if lines.Text() == "event: complete" {
			f.completed = true
		}
		data, found := strings.CutPrefix(lines.Text(), "data: ")
		if !found {
			continue
		}
		var next struct {
			Data *struct {
				Changes struct {
					Kind, Account, Section string
					Mine                   bool
				}
			}
			Errors []fault
		}
		if err := json.Unmarshal([]byte(data), &next); err != nil {
			f.told <- data
			continue
		}
		if len(next.Errors) > 0 {
			f.told <- next.Errors[0].Extensions.Code
			continue
		}
		c := next.Data.Changes
		words := []string{c.Kind, f.accounts[c.Account], c.Section}
		if c.Mine {
			words = append(words, "mine")
		}
		f.told <- strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
	}
}

type fault struct{ Extensions struct{ Code string } }

// want waits for changes, in any order, and takes no other.
func (f *follower) want(changes ...string) {
	f.t.Helper()
	late := time.After(soon)
	for len(changes) > 0 {
		select {
		case got, open := <-f.told:
			i := slices.Index(changes, got)
			if i < 0 && got == ownSignIn {
				continue
			}
			if !open || i < 0 {
				f.t.Fatalf("told %q (open: %v); %q is missing", got, open, changes)
			}
			changes = slices.Delete(changes, i, i+1)
		case <-late:
			f.t.Fatalf("not told within %v: %q", soon, changes)
		}
	}
}

// ownSignIn may still be told: a stream can begin before the notice of its own sign-in is out.
const ownSignIn = "MY_SIGN_INS mine"

// wantNothing takes no change for a while.
func (f *follower) wantNothing() {
	f.t.Helper()
	for quietly := time.After(quiet); ; {
		select {
		case got := <-f.told:
			if got != ownSignIn {
				f.t.Fatalf("told %q", got)
			}
		case <-quietly:
			return
		}
	}
}

// wantEnd waits for the stream to be completed, past what it may still tell.
func (f *follower) wantEnd() {
	f.t.Helper()
	late := time.After(soon)
	for {
		select {
		case _, open := <-f.told:
			if open {
				continue
			}
			if !f.completed {
				f.t.Error("the stream broke off: its client comes back")
			}
			return
		case <-late:
			f.t.Fatalf("the stream goes on after %v", soon)
		}
	}
}

package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"

	"lanyard/graph/trusted"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/signin"
)

// wireTap stands between a pool and PostgreSQL and reads what is sent: what it counts is what
// the database was asked, whoever asked.
type wireTap struct {
	mu   sync.Mutex
	seen traffic
}

// traffic is what went to the database. Statements leave out the identity that goes before
// each batch, and the beginning and end of transactions.
type traffic struct {
	roundTrips int
	statements []string
}

// text is the statements, a line each, cut to what tells them apart.
func (t traffic) text() string {
	var lines strings.Builder
	for _, sql := range t.statements {
		line := strings.Join(strings.Fields(sql), " ")
		fmt.Fprintf(&lines, "%.120s\n", line)
	}
	return lines.String()
}

// tapped gives a URL that reaches the same database through a tap.
func tapped(tb testing.TB, databaseURL string) (string, *wireTap) {
	tb.Helper()
	u, err := url.Parse(databaseURL)
	if err != nil {
		tb.Fatal(err)
	}
	config, err := pgconn.ParseConfig(databaseURL)
	if err != nil {
		tb.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // ends with the test
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = listener.Close() })
	t := new(wireTap)
	network, address := pgconn.NetworkAddress(config.Host, config.Port)
	go t.accept(listener, func() (net.Conn, error) { return net.Dial(network, address) }) //nolint:noctx // ends with the test
	query := u.Query()
	query.Set("host", "127.0.0.1")
	query.Set("port", strconv.Itoa(listener.Addr().(*net.TCPAddr).Port))
	u.RawQuery = query.Encode()
	return u.String(), t
}

// tappedServer answers from the database at the URL, through a tap.
func tappedServer(tb testing.TB, databaseURL string, documents trusted.Source) (http.Handler, *database.DB, *wireTap) {
	tb.Helper()
	at, tap := tapped(tb, databaseURL)
	db, err := database.Open(context.Background(), at, 4)
	if err != nil {
		tb.Fatal(err)
	}
	log := activity.New(db)
	tb.Cleanup(func() {
		log.Close()
		db.Close()
	})
	return newHandler(config{}, parts{db: db, events: log, prover: signin.Prover{DB: db, Log: log}, app: &app{}, documents: documents, log: slog.New(slog.DiscardHandler)}), db, tap
}

func (t *wireTap) accept(listener net.Listener, dial func() (net.Conn, error)) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return
		}
		server, err := dial()
		if err != nil {
			_ = client.Close()
			return
		}
		go func() { _, _ = io.Copy(client, server) }()
		go func() {
			t.listen(pgproto3.NewBackend(io.TeeReader(client, server), nil))
			_ = server.Close()
			_ = client.Close()
		}()
	}
}

// listen reads the messages of one connection until it ends.
func (t *wireTap) listen(messages *pgproto3.Backend) {
	if _, err := messages.ReceiveStartupMessage(); err != nil {
		return
	}
	prepared, announcing := map[string]string{}, false
	for {
		message, err := messages.Receive()
		if err != nil {
			return
		}
		switch m := message.(type) {
		case *pgproto3.Parse:
			prepared[m.Name] = m.Query
		case *pgproto3.Bind:
			// Notices are gathered from many operations, and sent by themselves.
			if announcing = announcing || strings.HasPrefix(prepared[m.PreparedStatement], "SELECT pg_notify"); !announcing {
				t.statement(prepared[m.PreparedStatement])
			}
		case *pgproto3.Query:
			t.query(m.String)
		case *pgproto3.Sync:
			if !announcing {
				t.roundTrip()
			}
			announcing = false
		}
	}
}

func (t *wireTap) roundTrip() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.seen.roundTrips++
}

// query is a statement in a round trip of its own. The pool's question whether an idle
// connection still lives is nobody's.
func (t *wireTap) query(sql string) {
	if sql != "-- ping" {
		t.statement(sql)
		t.roundTrip()
	}
}

func (t *wireTap) statement(sql string) {
	for _, left := range []string{"SELECT set_config('lanyard.username'", "begin", "commit", "rollback"} {
		if strings.HasPrefix(sql, left) {
			return
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.seen.statements = append(t.seen.statements, sql)
}

// during gives what is sent while do runs.
func (t *wireTap) during(do func()) traffic {
	t.mu.Lock()
	t.seen = traffic{}
	t.mu.Unlock()
	do()
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.seen
}

package database_test

import (
	"context"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/dbtest"
	"lanyard/internal/signin"
)

// wiretap sits between the server and PostgreSQL and counts how often the server waits for an
// answer.
type wiretap struct {
	answered atomic.Bool
	trips    atomic.Int64
}

// tap gives a URL that leads through the wiretap.
func tap(t *testing.T, to string) (*wiretap, string) {
	t.Helper()
	u, err := url.Parse(to)
	must(t, err)
	query := u.Query()
	real := filepath.Join(query.Get("host"), ".s.PGSQL.5432")
	folder, err := os.MkdirTemp("", "tap")
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "unix", filepath.Join(folder, ".s.PGSQL.5432"))
	must(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	w := new(wiretap)
	go w.serve(listener, real)
	query.Set("host", folder)
	u.RawQuery = query.Encode()
	return w, u.String()
}

func (w *wiretap) serve(listener net.Listener, real string) {
	for {
		near, err := listener.Accept()
		if err != nil {
			return
		}
		far, err := (&net.Dialer{}).DialContext(context.Background(), "unix", real)
		if err != nil {
			_ = near.Close()
			continue
		}
		go w.carry(far, near, func() {
			if w.answered.Swap(false) {
				w.trips.Add(1)
			}
		})
		go w.carry(near, far, func() { w.answered.Store(true) })
	}
}

func (w *wiretap) carry(to io.WriteCloser, from io.Reader, seen func()) {
	defer func() { _ = to.Close() }()
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if err != nil {
			return
		}
		seen()
		if _, err := to.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// The identity costs no round trip of its own.
func TestOneRoundTrip(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	client(t, owner(t, w), a.ID, 1)
	granted, err := w.Prover.Begin(w.As(nil), a.Owner.Username)
	must(t, err)
	tapped, through := tap(t, w.URL)
	db := open(t, through, 1)
	for name, use := range map[string]func() error{
		"a list":         func() error { _, err := reader(db).Patient.Query().All(as(a)); return err },
		"a query":        func() error { rows, err := db.Query(as(a), `SELECT 1`); collect(rows, err); return err },
		"many at once":   func() error { return db.Send(as(a), func(b *pgx.Batch) { b.Queue(`SELECT 1`); b.Queue(`SELECT 2`) }) },
		"loading viewer": func() error { _, err := signin.Reload(as(a), db, a.Owner.Username, a.Owner.SignIn); return err },
		"by a token":     func() error { _, err := signin.Load(as(a), db, granted.Token); return err },
	} {
		must(t, use()) // the first time each statement is prepared
		const times = 20
		before := tapped.trips.Load()
		for range times {
			must(t, use())
		}
		if trips := tapped.trips.Load() - before; trips != times {
			t.Errorf("%s: %d round trips for %d", name, trips, times)
		}
	}
}

package emergency_test

import (
	"context"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
	"lanyard/internal/emergency"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// practice is an account in which june holds nothing but Account Access and the log, and may open Clients and Notes.
type practice struct {
	*dbtest.World
	t    *testing.T
	anna *dbtest.Account
	june *access.Viewer
}

func open(t *testing.T) *practice {
	t.Helper()
	w := dbtest.New(t)
	p := &practice{World: w, t: t, anna: w.Account("anna")}
	p.june = w.Username(p.anna, "june", access.Levels{access.AccountAccess: access.Full, access.ActivityLog: access.View})
	p.must(emergency.Settle(w.As(p.anna.Owner), w.Log, p.anna.ID, settings(p.june)))
	return p
}

func settings(who *access.Viewer) emergency.SettingsInput {
	return emergency.SettingsInput{
		Links: []uuid.UUID{who.Links[0].ID}, LongestMinutes: 240, ContactName: "Dr Zoe", ContactEmail: "zoe@example.com",
		Levels: levels(access.Levels{access.Clients: access.Full, access.Notes: access.View}),
	}
}

func levels(of access.Levels) (chosen []*access.SectionLevel) {
	for s, l := range of {
		if l > access.None {
			chosen = append(chosen, &access.SectionLevel{Section: access.Section(s), Level: l})
		}
	}
	return chosen
}

func (p *practice) must(_ any, err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// start opens Clients for june, and loads her anew.
func (p *practice) start() uuid.UUID {
	p.t.Helper()
	p.must(nil, p.tryStart())
	p.june = p.Reload(p.june.Username)
	return p.june.Links[0].Emergency.ID
}

func (p *practice) tryStart() error {
	return emergency.Start(p.As(p.june), p.Log, p.anna.ID, emergency.Input{
		Reason: "A client is in danger.", Minutes: 60, Levels: levels(access.Levels{access.Clients: access.View}),
	})
}

// holds tells whether june may see clients by the decision, and whether row-level security shows her any.
func (p *practice) holds(now int64) (decided, shown bool) {
	p.t.Helper()
	p.june = p.Reload(p.june.Username)
	return access.Decide(p.june, p.anna.ID, access.Clients, access.View, now),
		as[int](p, p.june, `SELECT count(*)::int FROM clients`) > 0
}

// as runs a query past the API, as the server's role in the name of a username in the account.
func as[T any](p *practice, v *access.Viewer, query string, args ...any) (value T) {
	p.t.Helper()
	p.must(nil, attempt(p, v, &value, query, args...))
	return value
}

// name is in whose name a statement runs; nobody's is the server's own.
func name(username uuid.UUID) string {
	if username == uuid.Nil {
		return ""
	}
	return username.String()
}

func attempt(p *practice, v *access.Viewer, into any, query string, args ...any) error {
	p.t.Helper()
	conn, err := pgx.Connect(p.t.Context(), p.URL)
	p.must(nil, err)
	defer func() { _ = conn.Close(context.Background()) }()
	tx, err := conn.Begin(p.t.Context())
	p.must(nil, err)
	_, err = tx.Exec(p.t.Context(), `SELECT set_config('lanyard.username', $1, true), set_config('lanyard.account', $2, true)`, name(v.Username), p.anna.ID.String())
	p.must(nil, err)
	if err := tx.QueryRow(p.t.Context(), query, args...).Scan(into); err != nil {
		return err
	}
	return tx.Commit(p.t.Context())
}

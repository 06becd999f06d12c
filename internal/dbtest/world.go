package dbtest

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/database/builtin"
	"lanyard/internal/sealing"
	"lanyard/internal/secondfactor"
	"lanyard/internal/signin"
	"lanyard/internal/signup"
)

// Password is the password of every username of a test world.
const Password = "seven violet kettles humming"

// Origin is where a test world's server is reached.
const Origin = "http://localhost:8080"

// World is a database with what stands on it.
type World struct {
	t      testing.TB
	DB     *database.DB
	Log    *activity.Log
	Prover signin.Prover
	// URL reaches the database as the server does, OwnerURL goes round the walls.
	URL, OwnerURL string
}

// Account is an account of a test world.
type Account struct {
	ID    uuid.UUID
	Owner *access.Viewer
}

// New makes a world on a database of its own.
func New(t testing.TB) *World {
	t.Helper()
	name := Fresh(t)
	w := &World{t: t, URL: Server(t).URL(builtin.App, name), OwnerURL: Server(t).URL(builtin.Owner, name)}
	db, err := database.Open(context.Background(), w.URL, 16)
	if err != nil {
		t.Fatal(err)
	}
	w.DB, w.Log = db, activity.New(db)
	sealer, err := sealing.New(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	w.Prover = signin.Prover{DB: db, Log: w.Log, Sealer: sealer}
	t.Cleanup(func() {
		w.Log.Close()
		db.Close()
	})
	return w
}

// Account opens an account whose owner username is name-owner.
func (w *World) Account(name string) *Account {
	w.t.Helper()
	o, err := signup.Open(w.As(nil), w.Log, signup.Input{
		PracticeName: name + " practice", ProviderName: "Dr " + name, Email: name + "@example.com",
		Username: name + "-owner", Password: Password, TimeZone: "America/New_York",
	})
	w.must(err)
	return &Account{ID: o.Account, Owner: w.Reload(o.Username)}
}

// Username adds a username with these levels to an account.
func (w *World) Username(a *Account, name string, levels access.Levels) *access.Viewer {
	w.t.Helper()
	link, err := accountaccess.AddUsername(w.As(a.Owner), w.Prover, a.ID, accountaccess.AddUsernameInput{
		Username: name, Password: strings.ToUpper(Password), Levels: inputs(levels),
	})
	w.must(err)
	return w.Reload(link.UsernameID)
}

// Join links a username to another account, with these levels, and loads it anew.
func (w *World) Join(v *access.Viewer, a *Account, levels access.Levels) *access.Viewer {
	w.t.Helper()
	find, err := accountaccess.FindAccount(w.As(v), w.Prover, v.HomeAccount, accountaccess.FindAccountInput{Username: a.Owner.Name, Password: Password})
	w.must(err)
	_, err = accountaccess.JoinAccount(w.As(v), w.Prover, v.HomeAccount, find.Find)
	w.must(err)
	v = w.Reload(v.Username)
	_, err = accountaccess.Save(w.As(a.Owner), w.Log, a.ID, []accountaccess.SetPrivileges{
		{Link: v.Link(a.ID).ID, Version: 1, Levels: inputs(levels)},
	})
	w.must(err)
	return w.Reload(v.Username)
}

// Reload loads a username as a viewer who has just proven that it is them.
func (w *World) Reload(username uuid.UUID) *access.Viewer {
	w.t.Helper()
	v, err := signin.Reload(context.Background(), w.DB, username, uuid.Nil)
	w.must(err)
	v.ProvenAt = time.Now().UnixMicro()
	return v
}

// As is the context of a request by the viewer, with a collector of what it reads.
func (w *World) As(v *access.Viewer) context.Context {
	ctx := activity.WithRequest(context.Background(), activity.Request{ID: uuid.NewString(), IP: "127.0.0.1", UserAgent: "test"})
	ctx = secondfactor.WithOrigin(ctx, Origin)
	ctx, _ = activity.WithCollector(access.WithViewer(ctx, v))
	return ctx
}

// Owner runs a query as the owner of the database, round the walls.
func (w *World) Owner(query string, args ...any) {
	w.t.Helper()
	conn, err := pgx.Connect(w.t.Context(), w.OwnerURL)
	w.must(err)
	defer func() { _ = conn.Close(context.Background()) }()
	_, err = conn.Exec(w.t.Context(), query, args...)
	w.must(err)
}

// Events are the stored events of an account, in their order.
func (w *World) Events(account uuid.UUID) []activity.Event {
	w.t.Helper()
	conn, err := pgx.Connect(context.Background(), w.OwnerURL)
	w.must(err)
	defer func() { _ = conn.Close(context.Background()) }()
	rows, err := conn.Query(context.Background(), `SELECT * FROM events WHERE account_id = $1 ORDER BY occurred_at, id`, account)
	w.must(err)
	events, err := pgx.CollectRows(rows, pgx.RowToStructByName[activity.Event])
	w.must(err)
	return events
}

func (w *World) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func inputs(levels access.Levels) []*accountaccess.LevelInput {
	all := make([]*accountaccess.LevelInput, len(levels))
	for i, s := range access.Sections() {
		all[i] = &accountaccess.LevelInput{Section: s, Level: levels[s]}
	}
	return all
}

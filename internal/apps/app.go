// Package apps keeps the apps of others that accounts let in: who registered them, where they are sent back to,
// and the most that each account lets them do. What a person lets one do is a token (apitokens).
package apps

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

// App is an app as an account sees it.
type App struct {
	// Account is the one that sees it.
	Account      uuid.UUID
	ID           uuid.UUID
	RegisteredIn uuid.UUID
	RegisteredBy string
	Input
	Confidential bool
	CreatedAt    time.Time
	// Levels are the most that anybody may let it do in the account.
	Levels access.Levels
	// AdmittedAt is when the account let it in, and AdmittedBy who did; nil: it is not in.
	AdmittedAt *time.Time
	AdmittedBy *string
	// People is how many have let it in here.
	People int
	// Documents is by how many documents it asks; 0: in texts.
	Documents int
	// Version counts its changes.
	Version int
}

// OwningAccount is the account that it is shown in.
func (a *App) OwningAccount() uuid.UUID { return a.Account }

// GlobalID is its id in the API, in the account that sees it.
func (a *App) GlobalID() globalid.ID { return globalid.New("App", a.Account, a.ID) }

// ClientID is what it says who it is with (RFC 6749, 2.2).
func (a *App) ClientID() string { return a.ID.String() }

// IsOwn tells whether the account that sees it has registered it.
func (a *App) IsOwn() bool { return a.RegisteredIn == a.Account }

// IsIn tells whether the account lets it in.
func (a *App) IsIn() bool { return a.AdmittedAt != nil }

// querier is the log, or a change under way.
type querier interface {
	Query(ctx context.Context, query string, args ...any) (pgx.Rows, error)
}

// List lists the apps that an account has registered or lets in, in the order of their names.
func List(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*App, error) {
	all, err := read(database.In(ctx, account), log, account, uuid.NullUUID{})
	if err != nil {
		return nil, err
	}
	e := activity.Event{Account: account, Code: "app.listed", Action: activity.Read, Section: access.AccountAccess.String(), EntityType: "App"}
	activity.About(&e, all, func(a *App) (uuid.UUID, uuid.UUID) { return a.ID, uuid.Nil })
	e.Clients = nil
	return all, activity.Note(ctx, e)
}

func read(ctx context.Context, from querier, account uuid.UUID, id uuid.NullUUID) ([]*App, error) {
	rows, err := from.Query(ctx, `SELECT * FROM apps_here() WHERE $1::uuid IS NULL OR id = $1`, id)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (*App, error) {
		a := &App{Account: account}
		var levels map[string]uint8
		err := row.Scan(&a.ID, &a.RegisteredIn, &a.RegisteredBy, &a.Name, &a.Purpose, &a.Website, &a.RedirectURIs, &a.Confidential, &a.CreatedAt,
			&levels, &a.AdmittedAt, &a.AdmittedBy, &a.People, &a.Documents, &a.Version)
		a.Levels = access.NumberedLevels(levels)
		return a, err
	})
}

// one reads the app as the account sees it; nil: it sees it no more.
func one(ctx context.Context, from querier, account, id uuid.UUID) (*App, error) {
	found, err := read(ctx, from, account, uuid.NullUUID{UUID: id, Valid: true})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// own reads an app that the account has registered.
func own(ctx context.Context, from querier, account, id uuid.UUID) (*App, error) {
	a, err := one(ctx, from, account, id)
	if err == nil && (a == nil || !a.IsOwn()) {
		return nil, problem.Missing()
	}
	return a, err
}

// Found is an app that another account has registered, as far as everybody may know it.
type Found struct {
	Account                              uuid.UUID
	Name, Purpose, Website, RegisteredBy string
	RedirectURIs                         []string
	// Version is the one that was looked at.
	Version int
}

// OwningAccount is the account that it is shown in.
func (f *Found) OwningAccount() uuid.UUID { return f.Account }

// Hosts are where it is sent back to, each once.
func (f *Found) Hosts() []string { return hosts(f.RedirectURIs) }

// Find finds an app by its client id; nil: there is none.
func Find(ctx context.Context, log *activity.Log, account uuid.UUID, clientID string) (*Found, error) {
	id := parsedID(clientID)
	rows, err := log.Query(database.In(ctx, account), `SELECT * FROM found_app($1)`, id)
	if err != nil {
		return nil, err
	}
	f := &Found{Account: account}
	n, err := pgx.ForEachRow(rows, []any{&f.Name, &f.Purpose, &f.Website, &f.RegisteredBy, &f.RedirectURIs, &f.Version}, func() error { return nil })
	if err != nil || n.RowsAffected() == 0 {
		return nil, err
	}
	e := event(account, id, "app.found", activity.Read, f.Name)
	return f, activity.Note(ctx, e)
}

func event(account, id uuid.UUID, code string, action activity.Action, name string) activity.Event {
	return activity.Event{
		Account: account, Code: code, Action: action, Section: access.AccountAccess.String(), EntityType: "App", Entities: []uuid.UUID{id},
		RowCount: 1, Changes: map[string]any{"app": []any{name, name}},
	}
}

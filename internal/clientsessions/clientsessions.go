// Package clientsessions is the section Client Sessions: the clinical encounters, with what each is
// billed by. A session is never deleted: it is voided. What it costs is in the ledger, which the
// database keeps (decision 16).
package clientsessions

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// Query says which sessions are wanted; nil and empty: all.
type Query struct {
	page.Args
	Client *uuid.UUID
	Status *clientsession.Status
	// From and Until are days, both within.
	From, Until *column.Date
	// Search is parts of the client's name, or the client's number.
	Search string
	// OldestFirst turns the order of the list round.
	OldestFirst bool
}

// newestFirst is the order of the list.
var newestFirst = page.Key{Columns: []string{clientsession.FieldServiceDate, clientsession.FieldID}, Descend: true}

// List reads a page of the account's sessions. It fails with BAD_USER_INPUT for
// a page, a search or days that cannot be.
func List(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*ent.ClientSession], error) {
	where, err := q.where(ctx, log, account)
	if err != nil {
		return nil, err
	}
	key := newestFirst
	key.Descend = !q.OldestFirst
	in := database.In(ctx, account)
	if q.Search != "" {
		in = database.PlannedAnew(in)
	}
	p, err := page.Cut(in, q.Args, page.Source[*ent.ClientSession]{
		Key:  key,
		Keys: func(s *ent.ClientSession) []string { return []string{string(s.ServiceDate), s.ID.String()} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.ClientSession, error) {
			return log.Reader().ClientSession.Query().Where(where...).Where(beyond).Order(key.Order).Limit(limit).WithClient().All(ctx)
		},
		Count: func(ctx context.Context) (int, error) {
			return log.Reader().ClientSession.Query().Where(where...).Count(database.In(ctx, account))
		},
	})
	if err != nil {
		return nil, fmt.Errorf("list client sessions: %w", err)
	}
	return p, note(ctx, account, "session.listed", p.Nodes...)
}

// All reads the sessions of a query, the newest first and at most so many, for a caller that tells the
// log itself what it read.
func All(ctx context.Context, log *activity.Log, account uuid.UUID, q Query, most int) ([]*ent.ClientSession, error) {
	where, err := q.where(ctx, log, account)
	if err != nil {
		return nil, err
	}
	all, err := log.Reader().ClientSession.Query().Where(where...).Order(newestFirst.Order).Limit(most).
		WithClient().All(database.PlannedAnew(database.In(ctx, account)))
	if err != nil {
		return nil, fmt.Errorf("read all client sessions: %w", err)
	}
	return all, nil
}

func (q Query) where(ctx context.Context, log *activity.Log, account uuid.UUID) ([]predicate.ClientSession, error) {
	where := []predicate.ClientSession{clientsession.AccountID(account)}
	if q.Client != nil {
		where = append(where, clientsession.ClientID(*q.Client))
	}
	if q.Status != nil {
		where = append(where, clientsession.StatusEQ(*q.Status))
	}
	if q.From != nil {
		where = append(where, clientsession.ServiceDateGTE(*q.From))
	}
	if q.Until != nil {
		where = append(where, clientsession.ServiceDateLTE(*q.Until))
	}
	if q.From != nil && q.Until != nil && *q.Until < *q.From {
		return nil, problem.Invalid("until", "The last day comes after the first.")
	}
	named, err := clientnames.Sought(ctx, log, account, q.Search)
	if named != nil {
		where = append(where, clientsession.HasClientWith(named))
	}
	return where, err
}

// Session reads one session. It fails with NOT_FOUND for an id that this account does not have.
func Session(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.ClientSession, error) {
	s, err := find(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	e := event(account, "session.opened", activity.Read)
	concern(&e, s)
	return s, log.NoteShown(ctx, e, "session.refreshed")
}

func find(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.ClientSession, error) {
	s, err := db.ClientSession.Query().Where(clientsession.ID(id), clientsession.AccountID(account)).WithClient().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read client session: %w", err)
	}
	return s, nil
}

// note records that sessions were read, and with them the names of their clients.
func note(ctx context.Context, account uuid.UUID, code string, read ...*ent.ClientSession) error {
	e := event(account, code, activity.Read)
	concern(&e, read...)
	return activity.Note(ctx, e)
}

func event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.ClientSessions.String(), EntityType: "ClientSession"}
}

// concern says which sessions and which clients an event is about.
func concern(e *activity.Event, of ...*ent.ClientSession) {
	activity.About(e, of, func(one *ent.ClientSession) (row, client uuid.UUID) { return one.ID, one.ClientID })
}

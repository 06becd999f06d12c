// Package clients is the section Clients: the persons the provider treats. Nothing in it is
// ever deleted, and every reading of a client is an event.
package clients

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
)

// Query says which clients are wanted.
type Query struct {
	Args page.Args
	// Search is part of a name ("first last" and "last, first" too), a phone number, an
	// e-mail address or the client's number; empty: all clients.
	Search string
	// Status is nil for both.
	Status *patient.Status
}

// byName is the order of lists: that of the database's collation, which with C.UTF-8 puts
// capitals before small letters. The cursors are compared by the same collation, and the id
// tells clients of the same name apart.
var byName = page.Key{Columns: []string{patient.FieldLastName, patient.FieldFirstName, patient.FieldID}}

// Found is a page of the list, and knows what was searched for.
type Found struct {
	*page.Page[*ent.Patient]
	similar func(context.Context) ([]*ent.Patient, error)
}

// List reads a page of the account's clients in the order of their names. It fails with
// BAD_USER_INPUT for a page or a search that cannot be.
func List(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*Found, error) {
	f, err := Page(ctx, log, account, q)
	if err != nil {
		return nil, err
	}
	return f, note(ctx, account, "client.listed", f.Nodes...)
}

// Page is List for a caller that tells the log itself what it read.
func Page(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*Found, error) {
	where, err := q.where(ctx, log, account)
	if err != nil {
		return nil, err
	}
	matching := func() *ent.PatientQuery { return log.Reader().Patient.Query().Where(where...) }
	in := database.In(ctx, account)
	if q.Search != "" {
		// One plan for all texts would read everybody in the order of the names to find one.
		in = database.PlannedAnew(in)
	}
	list := byNames(matching)
	list.Count = func(ctx context.Context) (int, error) { return matching().Count(database.In(ctx, account)) }
	p, err := page.Cut(in, q.Args, list)
	if err != nil {
		return nil, fmt.Errorf("list clients: %w", err)
	}
	return &Found{p, func(ctx context.Context) ([]*ent.Patient, error) { return similar(ctx, log, account, q) }}, nil
}

// All reads the account's clients in the order of their names, at most so many, for a caller that
// tells the log itself what it read.
func All(ctx context.Context, log *activity.Log, account uuid.UUID, most int) ([]*ent.Patient, error) {
	all, err := log.Reader().Patient.Query().Where(patient.AccountID(account)).Order(byName.Order).Limit(most).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read all clients: %w", err)
	}
	return all, nil
}

// among are those that are searched: the account's, of the status that is wanted.
func (q Query) among(account uuid.UUID) []predicate.Patient {
	where := []predicate.Patient{patient.AccountID(account)}
	if q.Status != nil {
		where = append(where, patient.StatusEQ(*q.Status))
	}
	return where
}

// where is what the list and its count share.
func (q Query) where(ctx context.Context, log *activity.Log, account uuid.UUID) ([]predicate.Patient, error) {
	where := q.among(account)
	found, err := search(ctx, log, account, q.Search)
	if found != nil {
		where = append(where, found)
	}
	return where, err
}

// Client reads one client. It fails with NOT_FOUND for an id that this account does not have.
func Client(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Patient, error) {
	ctx = database.In(ctx, account)
	c, err := find(ctx, log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	return c, log.NoteShown(ctx, reading(account, "client.opened", c), "client.refreshed")
}

// note records that clients were read.
func note(ctx context.Context, account uuid.UUID, code string, read ...*ent.Patient) error {
	return activity.Note(ctx, reading(account, code, read...))
}

func reading(account uuid.UUID, code string, read ...*ent.Patient) activity.Event {
	ids := make([]uuid.UUID, len(read))
	for i, c := range read {
		ids[i] = c.ID
	}
	e := event(account, code, activity.Read)
	e.Entities, e.Clients, e.RowCount = ids, ids, len(ids)
	return e
}

func event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.Clients.String(), EntityType: "Client"}
}

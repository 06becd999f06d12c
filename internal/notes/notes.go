// Package notes is the section Session Notes. A note is a draft until somebody signs it; what is
// signed stays as it is, and more can only be added to it. Nothing is ever deleted: a draft that
// nobody wants is discarded.
package notes

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/noteaddendum"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// Query says which notes are wanted. What is nil makes no difference.
type Query struct {
	Args   page.Args
	Client *uuid.UUID
	Type   *sessionnote.NoteType
	// Status is nil for drafts and signed notes: those that are discarded are asked for by name.
	Status      *sessionnote.Status
	From, Until *column.Date
	// OldestFirst turns the order of the list round.
	OldestFirst bool
}

// newestFirst is the order of lists.
var newestFirst = page.Key{Columns: []string{sessionnote.FieldNoteDate, sessionnote.FieldID}, Descend: true}

// listed is what a list reads of a note: everything but what it says.
var listed = []string{
	sessionnote.FieldAccountID, sessionnote.FieldClientID, sessionnote.FieldNoteType, sessionnote.FieldNoteDate, sessionnote.FieldStatus,
	sessionnote.FieldAuthorName, sessionnote.FieldSignedName, sessionnote.FieldSignedAt, sessionnote.FieldVersion,
}

// List reads a page of the account's notes, without their texts.
func List(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*ent.SessionNote], error) {
	matching := func() *ent.SessionNoteQuery { return log.Reader().SessionNote.Query().Where(q.where(account)...) }
	key := newestFirst
	key.Descend = !q.OldestFirst
	p, err := page.Cut(database.In(ctx, account), q.Args, page.Source[*ent.SessionNote]{
		Key:  key,
		Keys: func(n *ent.SessionNote) []string { return []string{string(n.NoteDate), n.ID.String()} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.SessionNote, error) {
			return matching().Where(beyond).Order(key.Order).Limit(limit).WithClient().Select(listed...).All(ctx)
		},
		Count: func(ctx context.Context) (int, error) { return matching().Count(database.In(ctx, account)) },
	})
	if err != nil {
		return nil, fmt.Errorf("list notes: %w", err)
	}
	return p, note(ctx, account, "note.listed", p.Nodes...)
}

func (q Query) where(account uuid.UUID) []predicate.SessionNote {
	where := []predicate.SessionNote{sessionnote.AccountID(account)}
	if q.Client != nil {
		where = append(where, sessionnote.ClientID(*q.Client))
	}
	if q.Type != nil {
		where = append(where, sessionnote.NoteTypeEQ(*q.Type))
	}
	if q.Status != nil {
		where = append(where, sessionnote.StatusEQ(*q.Status))
	} else {
		where = append(where, sessionnote.StatusIn(sessionnote.StatusDRAFT, sessionnote.StatusSIGNED))
	}
	if q.From != nil {
		where = append(where, sessionnote.NoteDateGTE(*q.From))
	}
	if q.Until != nil {
		where = append(where, sessionnote.NoteDateLTE(*q.Until))
	}
	return where
}

// Note reads one note with its addenda. It fails with NOT_FOUND for an id that this account does
// not have. One that is not what was signed has an event of its own.
func Note(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.SessionNote, error) {
	n, err := find(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	if intact := Intact(n); intact != nil && !*intact {
		if err := note(ctx, account, "note.altered", n); err != nil {
			return nil, err
		}
	}
	e := event(account, "note.opened", activity.Read)
	concern(&e, n)
	return n, log.NoteShown(ctx, e, "note.refreshed")
}

func find(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.SessionNote, error) {
	n, err := db.SessionNote.Query().Where(sessionnote.ID(id), sessionnote.AccountID(account)).WithClient().
		WithAddenda(func(q *ent.NoteAddendumQuery) { q.Order(noteaddendum.ByCreatedAt(), noteaddendum.ByID()) }).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read note: %w", err)
	}
	return n, nil
}

// note records that notes were read, and with them the names of their clients.
func note(ctx context.Context, account uuid.UUID, code string, read ...*ent.SessionNote) error {
	e := event(account, code, activity.Read)
	concern(&e, read...)
	return activity.Note(ctx, e)
}

func event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.Notes.String(), EntityType: "SessionNote"}
}

// concern says which notes and which clients an event is about.
func concern(e *activity.Event, of ...*ent.SessionNote) {
	activity.About(e, of, func(one *ent.SessionNote) (row, client uuid.UUID) { return one.ID, one.ClientID })
}

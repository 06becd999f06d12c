// Package psychotherapynotes is the section Psychotherapy Notes: kept apart from the record (45 CFR
// 164.501). A note is its author's alone until the author shares it, and nobody else ever changes
// it. To others an unshared one does not exist: in no list, no count, and under no id.
package psychotherapynotes

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/ent/gen/ent/psychotherapynote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// Query says which notes are wanted. What is nil makes no difference.
type Query struct {
	Args        page.Args
	Client      *uuid.UUID
	From, Until *column.Date
}

// newest is the order of lists.
var newest = page.Key{Columns: []string{psychotherapynote.FieldNoteDate, psychotherapynote.FieldID}, Descend: true}

// listed is what a list reads of a note: everything but what it says.
var listed = []string{
	psychotherapynote.FieldAccountID, psychotherapynote.FieldClientID, psychotherapynote.FieldNoteDate, psychotherapynote.FieldAuthorID,
	psychotherapynote.FieldAuthorName, psychotherapynote.FieldShared, psychotherapynote.FieldVersion,
}

// readable are the notes that the viewer of ctx may know of.
func readable(ctx context.Context) predicate.PsychotherapyNote {
	return psychotherapynote.Or(psychotherapynote.AuthorID(me(ctx)), psychotherapynote.Shared(true))
}

// me is who asks; nobody's id where nobody does.
func me(ctx context.Context) uuid.UUID {
	if v := access.ViewerFrom(ctx); v != nil {
		return v.Username
	}
	return uuid.Nil
}

// Mine tells whether the viewer of ctx has written the note.
func Mine(ctx context.Context, n *ent.PsychotherapyNote) bool { return n.AuthorID == me(ctx) }

// List reads a page of the notes that the viewer may know of, the newest first, without their texts.
func List(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*ent.PsychotherapyNote], error) {
	where := append(q.where(account), readable(ctx))
	matching := func() *ent.PsychotherapyNoteQuery { return log.Reader().PsychotherapyNote.Query().Where(where...) }
	p, err := page.Cut(database.In(ctx, account), q.Args, page.Source[*ent.PsychotherapyNote]{
		Key:  newest,
		Keys: func(n *ent.PsychotherapyNote) []string { return []string{string(n.NoteDate), n.ID.String()} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.PsychotherapyNote, error) {
			return matching().Where(beyond).Order(newest.Order).Limit(limit).WithClient().Select(listed...).All(ctx)
		},
		Count: func(ctx context.Context) (int, error) { return matching().Count(database.In(ctx, account)) },
	})
	if err != nil {
		return nil, fmt.Errorf("list psychotherapy notes: %w", err)
	}
	return p, note(ctx, account, "psych.listed", p.Nodes...)
}

func (q Query) where(account uuid.UUID) []predicate.PsychotherapyNote {
	where := []predicate.PsychotherapyNote{psychotherapynote.AccountID(account)}
	if q.Client != nil {
		where = append(where, psychotherapynote.ClientID(*q.Client))
	}
	if q.From != nil {
		where = append(where, psychotherapynote.NoteDateGTE(*q.From))
	}
	if q.Until != nil {
		where = append(where, psychotherapynote.NoteDateLTE(*q.Until))
	}
	return where
}

// Note reads one note. It fails with NOT_FOUND for an id that this account does not have, and for
// one that the viewer may not know of.
func Note(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.PsychotherapyNote, error) {
	n, err := find(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	return n, note(ctx, account, "psych.opened", n)
}

func find(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.PsychotherapyNote, error) {
	n, err := db.PsychotherapyNote.Query().
		Where(psychotherapynote.ID(id), psychotherapynote.AccountID(account), readable(ctx)).WithClient().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read psychotherapy note: %w", err)
	}
	return n, nil
}

// note records that notes were read, and with them the names of their clients.
func note(ctx context.Context, account uuid.UUID, code string, read ...*ent.PsychotherapyNote) error {
	e := event(account, code, activity.Read)
	concern(&e, read...)
	return activity.Note(ctx, e)
}

func event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.PsychotherapyNotes.String(), EntityType: "PsychotherapyNote"}
}

// concern says which notes and which clients an event is about.
func concern(e *activity.Event, of ...*ent.PsychotherapyNote) {
	activity.About(e, of, func(one *ent.PsychotherapyNote) (row, client uuid.UUID) { return one.ID, one.ClientID })
}

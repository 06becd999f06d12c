package notes

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/noteaddendum"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// ExportNote reads one note with its addenda to be printed. It fails with NOT_FOUND for an id that
// this account does not have.
func ExportNote(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.SessionNote, error) {
	n, err := find(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	e := event(account, "note.printed", activity.Execute)
	concern(&e, n)
	return n, activity.Note(ctx, e)
}

// All reads the notes of a client with their addenda, the oldest first, without what was discarded. It
// is for a caller that tells the log itself what it read.
func All(ctx context.Context, log *activity.Log, account, client uuid.UUID) ([]*ent.SessionNote, error) {
	of := Query{Client: &client}
	all, err := log.Reader().SessionNote.Query().Where(of.where(account)...).Order(sessionnote.ByNoteDate(), sessionnote.ByID()).
		WithAddenda(func(q *ent.NoteAddendumQuery) { q.Order(noteaddendum.ByCreatedAt(), noteaddendum.ByID()) }).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read a client's notes: %w", err)
	}
	return all, nil
}

package psychotherapynotes

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/psychotherapynote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// WritePsychotherapyNote writes a note of a client, for its author alone. It fails with
// BAD_USER_INPUT for a field that is not right, also when the client is none of this account.
func WritePsychotherapyNote(ctx context.Context, log *activity.Log, account, client uuid.UUID, in PsychotherapyNoteInput) (*ent.PsychotherapyNote, error) {
	wanted, err := in.onto(new(ent.PsychotherapyNote))
	if err != nil {
		return nil, err
	}
	var written *ent.PsychotherapyNote
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		name, err := clientnames.Find(ctx, tx, account, client)
		if err != nil {
			return err
		}
		author := access.ViewerFrom(ctx)
		written, err = tx.PsychotherapyNote.Create().SetAccountID(account).SetClientID(client).SetAuthorID(author.Username).
			SetAuthorName(author.Name).SetNoteDate(wanted.NoteDate).SetBody(wanted.Body).Save(ctx)
		if err != nil {
			return fmt.Errorf("write psychotherapy note: %w", err)
		}
		written.Edges.Client = name
		concern(e, written)
		return nil
	}
	err = log.Change(database.In(ctx, account), event(account, "psych.written", activity.Create), do)
	return written, err
}

// EditPsychotherapyNote changes a note of the viewer's own. It fails as WritePsychotherapyNote does,
// with NOT_FOUND for an id that the viewer may not know of, with FORBIDDEN for a note that another
// has shared, and with CONFLICT when the edit is based on another version than the current one.
func EditPsychotherapyNote(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in PsychotherapyNoteInput) (*ent.PsychotherapyNote, error) {
	if _, err := in.onto(new(ent.PsychotherapyNote)); err != nil {
		return nil, err
	}
	return record.Change(ctx, log, event(account, "psych.changed", activity.Update), revision.Edit[ent.PsychotherapyNote]{ID: id, Version: version, Want: in.onto})
}

// SharePsychotherapyNote lets everybody read a note who holds the section, or its author alone
// again. It fails as EditPsychotherapyNote does.
func SharePsychotherapyNote(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, shared bool) (*ent.PsychotherapyNote, error) {
	code := "psych.unshared"
	if shared {
		code = "psych.shared"
	}
	return record.Change(ctx, log, event(account, code, activity.Update), revision.Edit[ent.PsychotherapyNote]{ID: id, Version: version, Pressed: true, Want: func(current *ent.PsychotherapyNote) (*ent.PsychotherapyNote, error) {
		wanted := *current
		wanted.Shared = shared
		return &wanted, nil
	}})
}

// record is how notes are kept.
var record = revision.Record[ent.PsychotherapyNote]{
	Called:  "this note",
	Find:    own,
	Version: func(n *ent.PsychotherapyNote) int { return n.Version },
	Theirs:  fields.Theirs,
	Note: func(ctx context.Context, n *ent.PsychotherapyNote) error {
		return note(ctx, n.AccountID, "psych.opened", n)
	},
	Save: save,
}

// own finds a note of the viewer's that nobody else changes until the end.
func own(ctx context.Context, tx *activity.Tx, e *activity.Event, id uuid.UUID) (*ent.PsychotherapyNote, error) {
	if err := tx.Lock(ctx, id); err != nil {
		return nil, err
	}
	current, err := find(ctx, tx.Client, e.Account, id)
	if err != nil {
		return nil, err
	}
	concern(e, current)
	if !Mine(ctx, current) {
		return nil, problem.New(problem.Forbidden, "Only %s, who wrote this note, can change it.", current.AuthorName)
	}
	return current, nil
}

// save writes the fields that differ. When none does nothing is written, and the event says that
// the note was only looked at.
func save(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.PsychotherapyNote) error {
	e.Changes = fields.Changed(current, wanted)
	if len(e.Changes) == 0 {
		e.Code, e.Action = "psych.opened", activity.Read
		return nil
	}
	n, err := tx.PsychotherapyNote.Update().SetNoteDate(wanted.NoteDate).SetBody(wanted.Body).SetShared(wanted.Shared).AddVersion(1).
		Where(psychotherapynote.ID(current.ID), psychotherapynote.AccountID(current.AccountID), psychotherapynote.Version(current.Version)).Save(ctx)
	if err != nil {
		return fmt.Errorf("save psychotherapy note: %w", err)
	}
	if n == 0 {
		return errors.New("save psychotherapy note: the database lets it be seen but not changed")
	}
	wanted.Version++
	return nil
}

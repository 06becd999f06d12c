package notes

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// WriteNote begins a note of a client, as a draft. It fails with BAD_USER_INPUT for a field that is
// not right, also when the client is none of this account or the session none of the client.
func WriteNote(ctx context.Context, log *activity.Log, account, client uuid.UUID, in NoteInput) (*ent.SessionNote, error) {
	wanted, err := in.onto(draftOf(account, client))
	if err != nil {
		return nil, err
	}
	var written *ent.SessionNote
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		name, err := clientnames.Find(ctx, tx, account, client)
		if err != nil {
			return err
		}
		author := access.ViewerFrom(ctx)
		create := tx.SessionNote.Create().SetAccountID(account).SetClientID(client).SetAuthorID(author.Username).SetAuthorName(author.Name)
		fill(create.Mutation(), wanted)
		if written, err = create.Save(ctx); err != nil {
			return refused(err)
		}
		written.Edges.Client = name
		concern(e, written)
		return nil
	}
	err = log.Change(database.In(ctx, account), event(account, "note.written", activity.Create), do)
	return written, err
}

// EditNote changes a draft, whoever wrote it. It fails as WriteNote does, with NOT_FOUND for an id
// that this account does not have, and with CONFLICT when the edit is based on another version than
// the current one, or when the note is no longer a draft.
func EditNote(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in NoteInput) (*ent.SessionNote, error) {
	if _, err := in.onto(draftOf(account, uuid.Nil)); err != nil {
		return nil, err
	}
	return record.Change(ctx, log, event(account, "note.changed", activity.Update), revision.Edit[ent.SessionNote]{ID: id, Version: version, Want: func(current *ent.SessionNote) (*ent.SessionNote, error) {
		if err := checkDraft(current); err != nil {
			return nil, err
		}
		return in.onto(current)
	}})
}

// DiscardNote puts a draft away that nobody wants, or takes it back. It fails as EditNote does.
func DiscardNote(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, discarded bool) (*ent.SessionNote, error) {
	code, status := "note.restored", sessionnote.StatusDRAFT
	if discarded {
		code, status = "note.discarded", sessionnote.StatusDISCARDED
	}
	return record.Change(ctx, log, event(account, code, activity.Update), revision.Edit[ent.SessionNote]{ID: id, Version: version, Pressed: true, Want: func(current *ent.SessionNote) (*ent.SessionNote, error) {
		if current.Status == sessionnote.StatusSIGNED {
			return nil, signedAlready(current)
		}
		wanted := *current
		wanted.Status = status
		return &wanted, nil
	}})
}

// record is how notes are kept.
var record = revision.Record[ent.SessionNote]{
	Called: "this note",
	Find: func(ctx context.Context, tx *activity.Tx, e *activity.Event, id uuid.UUID) (*ent.SessionNote, error) {
		return hold(ctx, tx, e.Account, id)
	},
	Version: func(n *ent.SessionNote) int { return n.Version },
	Theirs:  fields.Theirs,
	Note:    func(ctx context.Context, n *ent.SessionNote) error { return note(ctx, n.AccountID, "note.opened", n) },
	Save:    save,
}

// hold reads a note that nobody else changes until the end of the transaction.
func hold(ctx context.Context, tx *activity.Tx, account, id uuid.UUID) (*ent.SessionNote, error) {
	if err := tx.Lock(ctx, id); err != nil {
		return nil, err
	}
	return find(ctx, tx.Client, account, id)
}

// save writes the fields that differ. When none does nothing is written, and the event says that
// the note was only looked at.
func save(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.SessionNote) error {
	concern(e, current)
	e.Changes = fields.Changed(current, wanted)
	if len(e.Changes) == 0 {
		e.Code, e.Action = "note.opened", activity.Read
		return nil
	}
	update := tx.SessionNote.Update().SetStatus(wanted.Status)
	fill(update.Mutation(), wanted)
	return write(ctx, update, current, wanted)
}

// write saves an update of the version that was read.
func write(ctx context.Context, update *ent.SessionNoteUpdate, current, wanted *ent.SessionNote) error {
	n, err := update.AddVersion(1).
		Where(sessionnote.ID(current.ID), sessionnote.AccountID(current.AccountID), sessionnote.Version(current.Version)).Save(ctx)
	if err != nil {
		return refused(err)
	}
	if n == 0 {
		return errors.New("save note: the database lets it be seen but not changed")
	}
	wanted.Version++
	return nil
}

// checkDraft refuses what can no longer be edited.
func checkDraft(n *ent.SessionNote) error {
	switch n.Status {
	case sessionnote.StatusSIGNED:
		return signedAlready(n)
	case sessionnote.StatusDISCARDED:
		return problem.New(problem.Conflict, "This draft was discarded. Take it back first.")
	default:
		return nil
	}
}

func signedAlready(n *ent.SessionNote) error {
	return problem.New(problem.Conflict, "%s has signed this note, and its text stays as it is. What there is to add is an addendum.", n.SignedName)
}

// refused turns what the database refuses into a problem: the section does not read sessions.
func refused(err error) error {
	if constraint, _ := database.NotThere(err); constraint == "notes_session_of_client" {
		return problem.Invalid("session", "Choose a session of this client.")
	}
	if database.Refusal(err) == database.Signed {
		return problem.New(problem.Conflict, "This note is signed, and its text stays as it is. What there is to add is an addendum.")
	}
	return fmt.Errorf("save note: %w", err)
}

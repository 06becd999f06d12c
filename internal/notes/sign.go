package notes

import (
	"context"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/notetemplate"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/form"
	"lanyard/internal/problem"
)

// SignNote signs a draft as the version that the signer has read. It fails with CONFLICT when there
// is another one by now or the note is no draft, and with BAD_USER_INPUT at the body when that says
// nothing yet.
func SignNote(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int) (*ent.SessionNote, error) {
	var signed *ent.SessionNote
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		current, err := hold(ctx, tx, account, id)
		if err != nil {
			return err
		}
		if err := checkSignable(ctx, tx, current, version); err != nil {
			return err
		}
		if signed, err = sign(ctx, tx, current, time.Now()); err != nil {
			return err
		}
		concern(e, current)
		// The log holds the seal as well: whoever alters the note and its seal cannot alter that.
		e.Changes = map[string]any{"seal": []any{nil, hex.EncodeToString(signed.Seal)}}
		return nil
	}
	if err := log.Change(database.In(ctx, account), event(account, "note.signed", activity.Update), do); err != nil {
		return nil, err
	}
	return signed, nil
}

func checkSignable(ctx context.Context, tx *activity.Tx, n *ent.SessionNote, version int) error {
	if err := checkDraft(n); err != nil {
		return err
	}
	if n.Version != version {
		return record.Stale(ctx, n, nil)
	}
	templates, err := tx.NoteTemplate.Query().Where(notetemplate.AccountID(n.AccountID)).Select(notetemplate.FieldBody).Strings(ctx)
	if err != nil {
		return fmt.Errorf("read the note templates: %w", err)
	}
	return checkSays(n.Body, templates)
}

// sign writes who signed and when, and the seal over it.
func sign(ctx context.Context, tx *activity.Tx, current *ent.SessionNote, at time.Time) (*ent.SessionNote, error) {
	signer := access.ViewerFrom(ctx)
	at = at.UTC().Truncate(time.Microsecond)
	signed := *current
	signed.Status, signed.SignedBy, signed.SignedName, signed.SignedAt = sessionnote.StatusSIGNED, &signer.Username, signer.Name, &at
	signed.Seal = sealOf(&signed)
	update := tx.SessionNote.Update().SetStatus(signed.Status).SetSignedBy(signer.Username).SetSignedName(signer.Name).SetSignedAt(at).SetSeal(signed.Seal)
	return &signed, write(ctx, update, current, &signed)
}

// AddendNote adds to a signed note. It fails with CONFLICT when the note is not signed, and with
// BAD_USER_INPUT at the body when that says nothing.
func AddendNote(ctx context.Context, log *activity.Log, account, id uuid.UUID, body string) (*ent.SessionNote, error) {
	var c form.Checks
	text := c.Needed("body", c.Text("body", &body, maxBody), "Write what there is to add.")
	if err := c.Fault(); err != nil {
		return nil, err
	}
	if err := checkSays(text, nil); err != nil {
		return nil, err
	}
	var added *ent.SessionNote
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		current, err := hold(ctx, tx, account, id)
		if err != nil {
			return err
		}
		if current.Status != sessionnote.StatusSIGNED {
			return problem.New(problem.Conflict, "This note is not signed yet: change its text instead.")
		}
		a, err := addend(ctx, tx, current, text, time.Now())
		if err != nil {
			return err
		}
		current.Edges.Addenda = append(current.Edges.Addenda, a)
		added = current
		concern(e, current)
		e.Changes = map[string]any{"seal": []any{nil, hex.EncodeToString(a.Seal)}}
		return nil
	}
	if err := log.Change(database.In(ctx, account), event(account, "note.addended", activity.Create), do); err != nil {
		return nil, err
	}
	return added, nil
}

func addend(ctx context.Context, tx *activity.Tx, to *ent.SessionNote, text string, at time.Time) (*ent.NoteAddendum, error) {
	author := access.ViewerFrom(ctx)
	a := &ent.NoteAddendum{
		ID: uuid.Must(uuid.NewV7()), AccountID: to.AccountID, NoteID: to.ID, Body: text,
		AuthorID: author.Username, AuthorName: author.Name, CreatedAt: at.UTC().Truncate(time.Microsecond),
	}
	saved, err := tx.NoteAddendum.Create().SetID(a.ID).SetAccountID(a.AccountID).SetNoteID(a.NoteID).SetBody(a.Body).
		SetAuthorID(a.AuthorID).SetAuthorName(a.AuthorName).SetCreatedAt(a.CreatedAt).SetSeal(sealOfAddendum(a)).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("add an addendum: %w", err)
	}
	return saved, nil
}

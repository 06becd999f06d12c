package notes

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Entry is a note of a record that was kept elsewhere.
type Entry struct {
	NoteInput
	Client uuid.UUID
	// SignedAt is when the viewer has signed it; nil: it is a draft.
	SignedAt *time.Time
}

// atOnce is how many rows one INSERT adds.
const atOnce = 500

// TakeOver adds the viewer's own notes of a record that was kept elsewhere, all or none, with one
// event for what was written and one for what was signed.
func TakeOver(ctx context.Context, log *activity.Log, account uuid.UUID, entries []Entry) error {
	rows := make([]*ent.SessionNote, len(entries))
	for i, in := range entries {
		wanted, err := in.onto(draftOf(account, in.Client))
		if err != nil {
			return err
		}
		rows[i] = wanted
		if in.SignedAt != nil {
			if err := checkSays(wanted.Body, nil); err != nil {
				return err
			}
		}
		by(access.ViewerFrom(ctx), wanted, in.SignedAt)
	}
	return log.Change(database.In(ctx, account), event(account, "note.written", activity.Create), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		var added, signed []*ent.SessionNote
		for chunk := range slices.Chunk(rows, atOnce) {
			some, err := tx.SessionNote.MapCreateBulk(chunk, func(create *ent.SessionNoteCreate, i int) { insert(create, chunk[i]) }).Save(ctx)
			if err != nil {
				return refused(err)
			}
			added = append(added, some...)
		}
		concern(e, added...)
		for _, n := range added {
			if n.Status == sessionnote.StatusSIGNED {
				signed = append(signed, n)
			}
		}
		also := event(account, "note.signed", activity.Update)
		concern(&also, signed...)
		tx.Also(also)
		return nil
	})
}

// by makes the viewer the author of a note, and its signer at that moment.
func by(v *access.Viewer, n *ent.SessionNote, at *time.Time) {
	n.ID, n.AuthorID, n.AuthorName = uuid.Must(uuid.NewV7()), v.Username, v.Name
	n.CreatedAt = time.Now().UTC().Truncate(time.Microsecond)
	if at != nil {
		signed := at.UTC().Truncate(time.Microsecond)
		n.Status, n.SignedBy, n.SignedName, n.SignedAt, n.CreatedAt = sessionnote.StatusSIGNED, &v.Username, v.Name, &signed, signed
		n.Seal = sealOf(n)
	}
}

func insert(create *ent.SessionNoteCreate, n *ent.SessionNote) {
	fill(create.Mutation(), n)
	create.SetID(n.ID).SetAccountID(n.AccountID).SetClientID(n.ClientID).SetAuthorID(n.AuthorID).SetAuthorName(n.AuthorName).
		SetStatus(n.Status).SetCreatedAt(n.CreatedAt).SetNillableSignedBy(n.SignedBy).SetSignedName(n.SignedName).SetNillableSignedAt(n.SignedAt)
	if n.Seal != nil {
		create.SetSeal(n.Seal)
	}
}

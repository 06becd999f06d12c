package notes_test

import (
	"context"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/notes"
)

func TestASignedNoteStaysAsItIs(t *testing.T) {
	r := newRecord(t)
	n := r.signed(progress("2026-03-02", "Signed text."))
	_, edited := notes.EditNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, n.Version, progress("2026-03-02", "Other text."))
	_, twice := notes.SignNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, n.Version)
	_, discarded := notes.DiscardNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, n.Version, true)
	for what, err := range map[string]error{"edit": edited, "sign": twice, "discard": discarded} {
		conflicts(t, what, err)
	}
	// Past the rules, the database refuses as well.
	err := r.Log.Change(database.In(r.As(r.a.Owner), r.a.ID), activity.Event{Account: r.a.ID, Code: "note.changed"},
		func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
			return tx.SessionNote.UpdateOneID(n.ID).SetBody("Other text.").Exec(ctx)
		})
	if database.Refusal(err) != database.Signed {
		t.Errorf("the database says %v", err)
	}
	if n := r.open(n.ID); n.Body != "Signed text." || !*notes.Intact(n) {
		t.Errorf("%+v", n)
	}
}

func TestWhatSaysNothingIsNotSigned(t *testing.T) {
	r := newRecord(t)
	r.Owner(`INSERT INTO note_templates (id, account_id, natural_key, name, note_type, body, created_at) VALUES (gen_random_uuid(), $1, 'PROGRESS dap', 'DAP', 'PROGRESS', E'Data:\n\nAssessment:\n\nPlan:', now())`, r.a.ID)
	for _, body := range []string{
		"", "  \n ", "...", "--", "ok", "TBD", "to do.", "xxxx", "Lorem ipsum dolor", "Data:\n\nAssessment:\n\nPlan:", "Data: Assessment:  Plan:",
		"Mood: ____", "Plan: [...]", "Plan: [ … ]", "Hello {{name}}",
	} {
		n := r.write(progress("2026-03-02", body))
		_, err := notes.SignNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, 1)
		refusedAt(t, body, err, "body")
		if n := r.open(n.ID); n.Status != sessionnote.StatusDRAFT || n.SignedBy != nil || n.Seal != nil {
			t.Errorf("%q: %+v", body, n)
		}
	}
	for _, body := range []string{"Data: slept well.\n\nAssessment: better.\n\nPlan: go on.", "[ ] no risk [x] seen", "Kept the test result for later", "Sí, durmió bien."} {
		r.signed(progress("2026-03-02", body))
	}
	signed := r.signed(progress("2026-03-02", "A text."))
	for _, body := range []string{"", " ", "..", "TBD"} {
		_, err := notes.AddendNote(r.As(r.a.Owner), r.Log, r.a.ID, signed.ID, body)
		refusedAt(t, "addendum "+body, err, "body")
	}
}

func TestOnlyWhatIsSignedIsAddedTo(t *testing.T) {
	r := newRecord(t)
	draft := r.write(progress("2026-03-02", "A text."))
	_, err := notes.AddendNote(r.As(r.a.Owner), r.Log, r.a.ID, draft.ID, "More.")
	conflicts(t, "draft", err)
	gone := dbtest.Must[*ent.SessionNote](t)(notes.DiscardNote(r.As(r.a.Owner), r.Log, r.a.ID, draft.ID, 1, true))
	_, edited := notes.EditNote(r.As(r.a.Owner), r.Log, r.a.ID, gone.ID, 2, progress("2026-03-02", "Other."))
	conflicts(t, "discarded", edited)
	_, signed := notes.SignNote(r.As(r.a.Owner), r.Log, r.a.ID, gone.ID, 2)
	conflicts(t, "discarded", signed)
}

// Whatever is altered in the database, the note says so when it is opened, and so does the log.
func TestAnAlteredNoteIsFlagged(t *testing.T) {
	r := newRecord(t)
	for _, alteration := range []string{
		`UPDATE session_notes SET body = 'Said otherwise.' WHERE id = $1`,
		`UPDATE session_notes SET note_date = '2026-03-01' WHERE id = $1`,
		`UPDATE session_notes SET note_type = 'INTAKE' WHERE id = $1`,
		`UPDATE session_notes SET signed_name = 'b-owner' WHERE id = $1`,
		`UPDATE session_notes SET signed_at = signed_at - interval '1 microsecond' WHERE id = $1`,
		`UPDATE session_notes SET author_name = 'somebody' WHERE id = $1`,
		`UPDATE session_notes SET seal = NULL WHERE id = $1`,
		`UPDATE note_addenda SET body = 'Never said.' WHERE note_id = $1`,
		`UPDATE note_addenda SET author_name = 'somebody' WHERE note_id = $1`,
		`UPDATE note_addenda SET created_at = now() WHERE note_id = $1`,
	} {
		n := r.signed(progress("2026-03-02", "Signed text."))
		dbtest.Must[*ent.SessionNote](t)(notes.AddendNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, "More."))
		if !*notes.Intact(r.open(n.ID)) {
			t.Fatal("flagged as it was signed")
		}
		r.Owner(`ALTER TABLE session_notes DISABLE TRIGGER refuse_signed`)
		r.Owner(`ALTER TABLE note_addenda DISABLE TRIGGER append_only`)
		r.Owner(alteration, n.ID)
		ctx, c := activity.WithCollector(r.As(r.a.Owner))
		if altered := dbtest.Must[*ent.SessionNote](t)(notes.Note(ctx, r.Log, r.a.ID, n.ID)); *notes.Intact(altered) {
			t.Errorf("not flagged: %s", alteration)
		}
		if codes := fmt.Sprint(c.Take()); !strings.Contains(codes, "note.altered") || !strings.Contains(codes, "note.opened") {
			t.Errorf("not in the log: %s", alteration)
		}
	}
}

// The log keeps the seal, for those who alter the note and its seal together.
func TestTheLogKeepsTheSeal(t *testing.T) {
	r := newRecord(t)
	n := r.signed(progress("2026-03-02", "Signed text."))
	if got := r.lastSeal(); got != "[<nil> "+hex.EncodeToString(n.Seal)+"]" {
		t.Error(got)
	}
	n = dbtest.Must[*ent.SessionNote](t)(notes.AddendNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, "Added."))
	if got := r.lastSeal(); got != "[<nil> "+hex.EncodeToString(n.Edges.Addenda[0].Seal)+"]" {
		t.Errorf("of the addendum: %s", got)
	}
}

// lastSeal is the seal that the newest event tells of.
func (r *record) lastSeal() string {
	events := r.Events(r.a.ID)
	return fmt.Sprint(events[len(events)-1].Changes["seal"])
}

func TestATakenOverRecordIsSignedAsOurs(t *testing.T) {
	r := newRecord(t)
	at := time.Date(2026, time.March, 2, 15, 0, 0, 0, time.UTC)
	err := notes.TakeOver(r.As(r.a.Owner), r.Log, r.a.ID, []notes.Entry{
		{progress("2026-03-02", "Signed text."), r.client.ID, &at}, {progress("2026-03-03", "A draft."), r.client.ID, nil},
	})
	if err != nil {
		t.Fatal(err)
	}
	events := r.Events(r.a.ID)
	if last := events[len(events)-2:]; last[0].RowCount+last[1].RowCount != 3 {
		t.Errorf("%+v", last)
	}
	for _, e := range events[len(events)-2:] {
		for _, id := range e.Entities {
			if n := r.open(id); n.SignedAt != nil && (!n.SignedAt.Equal(at) || n.SignedName != "a-owner" || !*notes.Intact(n)) {
				t.Errorf("%+v", n)
			}
		}
	}
}

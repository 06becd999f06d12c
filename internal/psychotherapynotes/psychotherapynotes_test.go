package psychotherapynotes_test

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
	"lanyard/internal/psychotherapynotes"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// desk is an account with a client, and an associate who holds the section as its owner does.
type desk struct {
	*dbtest.World
	t         *testing.T
	a         *dbtest.Account
	associate *access.Viewer
	client    *ent.Patient
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	t.Parallel()
	w := dbtest.New(t)
	d := &desk{World: w, t: t, a: w.Account("a")}
	d.associate = w.Username(d.a, "associate", access.Levels{access.PsychotherapyNotes: access.Full})
	d.client = w.Client(d.a, "Ann", "Adams")
	return d
}

func of(day column.Date, body string) psychotherapynotes.PsychotherapyNoteInput {
	return psychotherapynotes.PsychotherapyNoteInput{NoteDate: day, Body: body}
}

func (d *desk) write(v *access.Viewer, body string) *ent.PsychotherapyNote {
	d.t.Helper()
	return dbtest.Must[*ent.PsychotherapyNote](d.t)(psychotherapynotes.WritePsychotherapyNote(d.As(v), d.Log, d.a.ID, d.client.ID, of("2026-03-02", body)))
}

func (d *desk) share(n *ent.PsychotherapyNote, by *access.Viewer) {
	d.t.Helper()
	dbtest.Must[*ent.PsychotherapyNote](d.t)(psychotherapynotes.SharePsychotherapyNote(d.As(by), d.Log, d.a.ID, n.ID, n.Version, true))
}

func (d *desk) listed(v *access.Viewer) (got string, count int) {
	d.t.Helper()
	ctx := d.As(v)
	p := dbtest.Must[*page.Page[*ent.PsychotherapyNote]](d.t)(psychotherapynotes.List(ctx, d.Log, d.a.ID, psychotherapynotes.Query{Args: page.Args{First: 50}}))
	for _, n := range p.Nodes {
		got += n.AuthorName + " of " + n.Edges.Client.DisplayName + ". "
		if n.Body != "" {
			d.t.Errorf("the list reads %q", n.Body)
		}
	}
	return got, dbtest.Must[int](d.t)(p.TotalCount(ctx))
}

func TestLifeOfAPsychotherapyNote(t *testing.T) {
	d := newDesk(t)
	ctx, c := activity.WithCollector(d.As(d.a.Owner))
	expect := func(code string, action activity.Action, id uuid.UUID) activity.Event {
		t.Helper()
		if err := d.Log.Store(ctx, c.Take()...); err != nil {
			t.Fatal(err)
		}
		events := d.Events(d.a.ID)
		e := events[len(events)-1]
		if e.Code != code || e.Action != action || e.Section != "PSYCHOTHERAPY_NOTES" || !slices.Equal(e.Clients, []uuid.UUID{d.client.ID}) || !slices.Equal(e.Entities, []uuid.UUID{id}) {
			t.Errorf("want %s, got %+v", code, e)
		}
		return e
	}
	n := dbtest.Must[*ent.PsychotherapyNote](t)(psychotherapynotes.WritePsychotherapyNote(ctx, d.Log, d.a.ID, d.client.ID, of("2026-03-02", "A dream.")))
	expect("psych.written", activity.Create, n.ID)
	n = dbtest.Must[*ent.PsychotherapyNote](t)(psychotherapynotes.EditPsychotherapyNote(ctx, d.Log, d.a.ID, n.ID, 1, of("2026-03-03", "Two dreams.")))
	if e := expect("psych.changed", activity.Update, n.ID); fmt.Sprint(e.Changes) != "map[body:[changed] noteDate:[changed]]" {
		t.Error(e.Changes)
	}
	n = dbtest.Must[*ent.PsychotherapyNote](t)(psychotherapynotes.SharePsychotherapyNote(ctx, d.Log, d.a.ID, n.ID, 2, true))
	expect("psych.shared", activity.Update, n.ID)
	n = dbtest.Must[*ent.PsychotherapyNote](t)(psychotherapynotes.SharePsychotherapyNote(ctx, d.Log, d.a.ID, n.ID, 3, false))
	expect("psych.unshared", activity.Update, n.ID)
	n = dbtest.Must[*ent.PsychotherapyNote](t)(psychotherapynotes.Note(ctx, d.Log, d.a.ID, n.ID))
	expect("psych.opened", activity.Read, n.ID)
	if n.Body != "Two dreams." || n.NoteDate != "2026-03-03" || n.Shared || n.Version != 4 || n.AuthorName != "a-owner" {
		t.Errorf("stored: %+v", n)
	}
	if stored := string(dbtest.Must[[]byte](t)(json.Marshal(d.Events(d.a.ID)))); strings.Contains(stored, "dream") {
		t.Error("the text is in the log")
	}
}

// An attacker who holds the section in full, be it the owner of the account, finds nothing of a note
// that another has not shared: it is as unknown as one that never was.
func TestAnothersNoteDoesNotExist(t *testing.T) {
	d := newDesk(t)
	for author, attacker := range map[*access.Viewer]*access.Viewer{d.associate: d.a.Owner, d.a.Owner: d.associate} {
		private := d.write(author, "A dream.")
		if got, n := d.listed(attacker); n != strings.Count(got, ".") || strings.Contains(got, author.Name) {
			t.Errorf("listed: %s (%d)", got, n)
		}
		for _, id := range []uuid.UUID{private.ID, uuid.New()} {
			_, opened := psychotherapynotes.Note(d.As(attacker), d.Log, d.a.ID, id)
			_, edited := psychotherapynotes.EditPsychotherapyNote(d.As(attacker), d.Log, d.a.ID, id, 1, of("2026-03-02", "x"))
			_, stale := psychotherapynotes.EditPsychotherapyNote(d.As(attacker), d.Log, d.a.ID, id, 7, of("2026-03-02", "x"))
			_, shared := psychotherapynotes.SharePsychotherapyNote(d.As(attacker), d.Log, d.a.ID, id, 1, true)
			for _, err := range []error{opened, edited, stale, shared} {
				if !reflect.DeepEqual(problem.As(err), problem.Missing()) {
					t.Errorf("got %v", err)
				}
			}
		}
		if n := dbtest.Must[*ent.PsychotherapyNote](t)(psychotherapynotes.Note(d.As(author), d.Log, d.a.ID, private.ID)); n.Body != "A dream." || n.Shared || n.Version != 1 {
			t.Errorf("%+v", n)
		}
	}
}

func TestASharedNoteIsReadAndStaysItsAuthors(t *testing.T) {
	d := newDesk(t)
	n := d.write(d.associate, "A dream.")
	d.share(n, d.associate)
	if got, count := d.listed(d.a.Owner); got != "associate of Ann Adams. " || count != 1 {
		t.Errorf("listed: %s (%d)", got, count)
	}
	if n := dbtest.Must[*ent.PsychotherapyNote](t)(psychotherapynotes.Note(d.As(d.a.Owner), d.Log, d.a.ID, n.ID)); n.Body != "A dream." {
		t.Errorf("%+v", n)
	}
	_, edited := psychotherapynotes.EditPsychotherapyNote(d.As(d.a.Owner), d.Log, d.a.ID, n.ID, 2, of("2026-03-02", "x"))
	_, unshared := psychotherapynotes.SharePsychotherapyNote(d.As(d.a.Owner), d.Log, d.a.ID, n.ID, 2, false)
	for _, err := range []error{edited, unshared} {
		if p := problem.As(err); p == nil || p.Code != problem.Forbidden || !strings.Contains(p.Message, "associate") {
			t.Errorf("got %v", err)
		}
	}
}

func TestOthersSectionsSeeNothing(t *testing.T) {
	d := newDesk(t)
	n := d.write(d.a.Owner, "A dream.")
	d.share(n, d.a.Owner)
	everything := access.Everything()
	if everything[access.PsychotherapyNotes] != access.None {
		t.Fatal("psychotherapy notes are part of everything")
	}
	other := d.Username(d.a, "everything", everything)
	if got, count := d.listed(other); count != 0 {
		t.Errorf("listed: %s", got)
	}
	if _, err := psychotherapynotes.Note(d.As(other), d.Log, d.a.ID, n.ID); !reflect.DeepEqual(problem.As(err), problem.Missing()) {
		t.Errorf("got %v", err)
	}
	viewer := d.Username(d.a, "viewer", access.Levels{access.PsychotherapyNotes: access.View})
	if _, err := psychotherapynotes.WritePsychotherapyNote(d.As(viewer), d.Log, d.a.ID, d.client.ID, of("2026-03-02", "x")); err == nil {
		t.Error("View Only has written")
	}
}

func TestStaleEditShowsBothVersions(t *testing.T) {
	d := newDesk(t)
	n := d.write(d.a.Owner, "first")
	dbtest.Must[*ent.PsychotherapyNote](t)(psychotherapynotes.EditPsychotherapyNote(d.As(d.a.Owner), d.Log, d.a.ID, n.ID, 1, of("2026-03-02", "other window")))
	_, err := psychotherapynotes.EditPsychotherapyNote(d.As(d.a.Owner), d.Log, d.a.ID, n.ID, 1, of("2026-03-02", "this window"))
	if p := problem.As(err); p == nil || p.Code != problem.Conflict || !reflect.DeepEqual(p.Details["theirs"], map[string]any{"body": "other window"}) || strings.Contains(p.Message, "window") {
		t.Errorf("%v", err)
	}
}

func TestBadInputIsRefusedAtItsField(t *testing.T) {
	d := newDesk(t)
	good := d.write(d.a.Owner, "text")
	for field, in := range map[string]psychotherapynotes.PsychotherapyNoteInput{
		"noteDate": of("2099-01-31", "x"), "body": of("2026-03-02", " \n "),
	} {
		_, written := psychotherapynotes.WritePsychotherapyNote(d.As(d.a.Owner), d.Log, d.a.ID, d.client.ID, in)
		_, edited := psychotherapynotes.EditPsychotherapyNote(d.As(d.a.Owner), d.Log, d.a.ID, good.ID, 1, in)
		for _, err := range []error{written, edited} {
			if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[0] != field {
				t.Errorf("%s: %v", field, err)
			}
		}
	}
	_, err := psychotherapynotes.WritePsychotherapyNote(d.As(d.a.Owner), d.Log, d.a.ID, uuid.New(), of("2026-03-02", "x"))
	if p := problem.As(err); p == nil || p.Path[0] != "client" {
		t.Errorf("client: %v", err)
	}
}

// The database hides another's note and refuses to change it, also past the rules.
func TestTheSecondWallKnowsTheAuthor(t *testing.T) {
	d := newDesk(t)
	d.write(d.associate, "A dream.")
	shared := d.write(d.associate, "Another.")
	d.share(shared, d.associate)
	past := func(do func(ctx context.Context, tx *activity.Tx) error) error {
		return d.Log.Change(d.In(d.a.Owner), activity.Event{Account: d.a.ID, Code: "psych.changed"},
			func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error { return do(ctx, tx) })
	}
	err := past(func(ctx context.Context, tx *activity.Tx) error {
		if n := dbtest.Must[int](t)(tx.PsychotherapyNote.Query().Count(ctx)); n != 1 {
			t.Errorf("sees %d", n)
		}
		if changed := dbtest.Must[int](t)(tx.PsychotherapyNote.Update().SetBody("x").Save(ctx)); changed != 0 {
			t.Errorf("changed %d", changed)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	err = past(func(ctx context.Context, tx *activity.Tx) error {
		return tx.PsychotherapyNote.Create().SetAccountID(d.a.ID).SetClientID(d.client.ID).SetAuthorID(d.associate.Username).
			SetAuthorName("associate").SetNoteDate("2026-03-02").SetBody("x").Exec(ctx)
	})
	if err == nil {
		t.Error("written in another's name")
	}
}

// In is the context of a statement by the viewer in the account.
func (d *desk) In(v *access.Viewer) context.Context { return database.In(d.As(v), d.a.ID) }

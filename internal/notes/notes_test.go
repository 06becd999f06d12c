package notes_test

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
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/notes"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// record is an account with a client, whose notes the owner writes.
type record struct {
	*dbtest.World
	t      *testing.T
	a      *dbtest.Account
	client *ent.Patient
}

func newRecord(t *testing.T) *record {
	t.Helper()
	t.Parallel()
	w := dbtest.New(t)
	r := &record{World: w, t: t, a: w.Account("a")}
	r.client = r.Client(r.a, "Ann", "Adams")
	return r
}

func progress(day column.Date, body string) notes.NoteInput {
	return notes.NoteInput{NoteType: sessionnote.NoteTypePROGRESS, NoteDate: day, Body: body}
}

func (r *record) write(in notes.NoteInput) *ent.SessionNote {
	r.t.Helper()
	return dbtest.Must[*ent.SessionNote](r.t)(notes.WriteNote(r.As(r.a.Owner), r.Log, r.a.ID, r.client.ID, in))
}

func (r *record) signed(in notes.NoteInput) *ent.SessionNote {
	r.t.Helper()
	return dbtest.Must[*ent.SessionNote](r.t)(notes.SignNote(r.As(r.a.Owner), r.Log, r.a.ID, r.write(in).ID, 1))
}

func (r *record) open(id uuid.UUID) *ent.SessionNote {
	r.t.Helper()
	return dbtest.Must[*ent.SessionNote](r.t)(notes.Note(r.As(r.a.Owner), r.Log, r.a.ID, id))
}

// told stores what was read and gives the newest event of the account.
func (r *record) told(ctx context.Context, c *activity.Collector) activity.Event {
	r.t.Helper()
	if err := r.Log.Store(ctx, c.Take()...); err != nil {
		r.t.Fatal(err)
	}
	events := r.Events(r.a.ID)
	return events[len(events)-1]
}

func TestLifeOfANote(t *testing.T) {
	r := newRecord(t)
	ctx, c := activity.WithCollector(r.As(r.a.Owner))
	expect := func(code string, action activity.Action, id uuid.UUID) activity.Event {
		t.Helper()
		e := r.told(ctx, c)
		if e.Code != code || e.Action != action || e.Section != "NOTES" || e.RowCount != 1 || !slices.Equal(e.Clients, []uuid.UUID{r.client.ID}) || !slices.Equal(e.Entities, []uuid.UUID{id}) {
			t.Errorf("want %s, got %+v", code, e)
		}
		return e
	}
	n := dbtest.Must[*ent.SessionNote](t)(notes.WriteNote(ctx, r.Log, r.a.ID, r.client.ID, progress("2026-03-02", "Began well.")))
	expect("note.written", activity.Create, n.ID)
	n = dbtest.Must[*ent.SessionNote](t)(notes.EditNote(ctx, r.Log, r.a.ID, n.ID, 1, progress("2026-03-03", "Began well. Slept.")))
	if e := expect("note.changed", activity.Update, n.ID); fmt.Sprint(e.Changes) != "map[body:[changed] noteDate:[changed]]" {
		t.Error(e.Changes)
	}
	n = dbtest.Must[*ent.SessionNote](t)(notes.DiscardNote(ctx, r.Log, r.a.ID, n.ID, 2, true))
	expect("note.discarded", activity.Update, n.ID)
	n = dbtest.Must[*ent.SessionNote](t)(notes.DiscardNote(ctx, r.Log, r.a.ID, n.ID, 3, false))
	expect("note.restored", activity.Update, n.ID)
	n = dbtest.Must[*ent.SessionNote](t)(notes.SignNote(ctx, r.Log, r.a.ID, n.ID, 4))
	expect("note.signed", activity.Update, n.ID)
	n = dbtest.Must[*ent.SessionNote](t)(notes.AddendNote(ctx, r.Log, r.a.ID, n.ID, "Also ate."))
	expect("note.addended", activity.Create, n.ID)

	n = dbtest.Must[*ent.SessionNote](t)(notes.Note(ctx, r.Log, r.a.ID, n.ID))
	expect("note.opened", activity.Read, n.ID)
	if n.Status != sessionnote.StatusSIGNED || n.SignedName != "a-owner" || n.SignedAt == nil || n.Body != "Began well. Slept." || n.NoteDate != "2026-03-03" ||
		n.Version != 5 || len(n.Edges.Addenda) != 1 || n.Edges.Addenda[0].Body != "Also ate." || n.Edges.Client.DisplayName != "Ann Adams" || !*notes.Intact(n) {
		t.Errorf("stored: %+v", n)
	}
}

// No text of a note reaches the log, and no error speaks of it.
func TestNoTextReachesTheLog(t *testing.T) {
	r := newRecord(t)
	n := r.write(progress("2026-03-02", "Zvfirst {{Zvname}}"))
	_, placeholder := notes.SignNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, 1)
	dbtest.Must[*ent.SessionNote](t)(notes.EditNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, 1, progress("2026-03-02", "Zvsecond")))
	_, stale := notes.EditNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, 1, progress("2026-03-02", "Zvthird"))
	dbtest.Must[*ent.SessionNote](t)(notes.SignNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, 2))
	dbtest.Must[*ent.SessionNote](t)(notes.AddendNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, "Zvfourth"))
	stored := string(dbtest.Must[[]byte](t)(json.Marshal(r.Events(r.a.ID))))
	for _, text := range []string{stored, placeholder.Error(), stale.Error()} {
		if strings.Contains(text, "Zv") {
			t.Errorf("a text of a note is in %s", text)
		}
	}
}

func TestListFiltersAndReadsNoText(t *testing.T) {
	r := newRecord(t)
	bo := r.Client(r.a, "Bo", "Brown")
	r.write(progress("2026-03-01", "one"))
	r.signed(progress("2026-03-03", "the text"))
	dbtest.Must[*ent.SessionNote](t)(notes.WriteNote(r.As(r.a.Owner), r.Log, r.a.ID, bo.ID, notes.NoteInput{NoteType: sessionnote.NoteTypeINTAKE, NoteDate: "2026-03-02", Body: "two"}))
	gone := r.write(progress("2026-03-04", "gone"))
	dbtest.Must[*ent.SessionNote](t)(notes.DiscardNote(r.As(r.a.Owner), r.Log, r.a.ID, gone.ID, 1, true))
	day := func(d column.Date) *column.Date { return &d }
	for what, c := range map[string]struct {
		q    notes.Query
		want string
	}{
		"all":       {notes.Query{}, "2026-03-03 Ann Adams. 2026-03-02 Bo Brown. 2026-03-01 Ann Adams. "},
		"client":    {notes.Query{Client: &bo.ID}, "2026-03-02 Bo Brown. "},
		"type":      {notes.Query{Type: new(sessionnote.NoteTypeINTAKE)}, "2026-03-02 Bo Brown. "},
		"drafts":    {notes.Query{Status: new(sessionnote.StatusDRAFT)}, "2026-03-02 Bo Brown. 2026-03-01 Ann Adams. "},
		"discarded": {notes.Query{Status: new(sessionnote.StatusDISCARDED)}, "2026-03-04 Ann Adams. "},
		"oldest":    {notes.Query{OldestFirst: true}, "2026-03-01 Ann Adams. 2026-03-02 Bo Brown. 2026-03-03 Ann Adams. "},
		"days":      {notes.Query{From: day("2026-03-02"), Until: day("2026-03-02")}, "2026-03-02 Bo Brown. "},
	} {
		c.q.Args = page.Args{First: 50}
		ctx, reads := activity.WithCollector(r.As(r.a.Owner))
		p := dbtest.Must[*page.Page[*ent.SessionNote]](t)(notes.List(ctx, r.Log, r.a.ID, c.q))
		got := ""
		for _, n := range p.Nodes {
			got += string(n.NoteDate) + " " + n.Edges.Client.DisplayName + ". "
			if n.Body != "" || n.Seal != nil {
				t.Errorf("%s: the list reads %q", what, n.Body)
			}
		}
		if n := dbtest.Must[int](t)(p.TotalCount(ctx)); got != c.want || n != len(p.Nodes) {
			t.Errorf("%s: %s (%d)", what, got, n)
		}
		if e := r.told(ctx, reads); e.Code != "note.listed" || e.RowCount != len(p.Nodes) {
			t.Errorf("%s: %+v", what, e)
		}
	}
}

func TestAListIsTwoStatements(t *testing.T) {
	r := newRecord(t)
	for range 3 {
		r.write(progress("2026-03-02", "text"))
	}
	statements := 0
	r.Log.Reader().Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			statements++
			return next.Query(ctx, q)
		})
	}))
	p := dbtest.Must[*page.Page[*ent.SessionNote]](t)(notes.List(r.As(r.a.Owner), r.Log, r.a.ID, notes.Query{Args: page.Args{First: 50}}))
	if len(p.Nodes) != 3 || statements != 2 {
		t.Errorf("%d notes by %d statements", len(p.Nodes), statements)
	}
}

func TestBadInputIsRefusedAtItsField(t *testing.T) {
	r := newRecord(t)
	other := r.Account("b")
	theirs := r.Client(other, "Ben", "Brown")
	good := r.write(progress("2026-03-02", "text"))
	for what, bad := range map[string]struct {
		field  string
		change func(*notes.NoteInput)
	}{
		"no type":        {"noteType", func(in *notes.NoteInput) { in.NoteType = "LETTER" }},
		"no day":         {"noteDate", func(in *notes.NoteInput) { in.NoteDate = "2026-02-30" }},
		"long ago":       {"noteDate", func(in *notes.NoteInput) { in.NoteDate = "1999-12-31" }},
		"to come":        {"noteDate", func(in *notes.NoteInput) { in.NoteDate = "2099-12-31" }},
		"no such one":    {"session", func(in *notes.NoteInput) { in.Session = new(globalid.New("ClientSession", r.a.ID, uuid.New())) }},
		"another thing":  {"session", func(in *notes.NoteInput) { in.Session = new(r.client.GlobalID()) }},
		"too long":       {"body", func(in *notes.NoteInput) { in.Body = strings.Repeat("x", 20_001) }},
		"no text at all": {"body", func(in *notes.NoteInput) { in.Body = "a\x00b" }},
	} {
		in := progress("2026-03-02", "other text")
		bad.change(&in)
		_, written := notes.WriteNote(r.As(r.a.Owner), r.Log, r.a.ID, r.client.ID, in)
		_, edited := notes.EditNote(r.As(r.a.Owner), r.Log, r.a.ID, good.ID, 1, in)
		refusedAt(t, what, written, bad.field)
		refusedAt(t, what, edited, bad.field)
	}
	for _, id := range []uuid.UUID{theirs.ID, uuid.New(), uuid.Nil} {
		_, err := notes.WriteNote(r.As(r.a.Owner), r.Log, r.a.ID, id, progress("2026-03-02", "text"))
		refusedAt(t, "client", err, "client")
	}
	if n := r.open(good.ID); n.Version != 1 {
		t.Errorf("something was written: %+v", n)
	}
}

func refusedAt(t *testing.T, what string, err error, field string) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[0] != field || !strings.HasSuffix(p.Message, ".") {
		t.Errorf("%s: %v", what, err)
	}
}

func conflicts(t *testing.T, what string, err error) *problem.Error {
	t.Helper()
	p := problem.As(err)
	if p == nil || p.Code != problem.Conflict {
		t.Fatalf("%s: %v", what, err)
	}
	return p
}

func TestStaleEditShowsBothVersions(t *testing.T) {
	r := newRecord(t)
	n := r.write(progress("2026-03-02", "first"))
	dbtest.Must[*ent.SessionNote](t)(notes.EditNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, 1, progress("2026-03-02", "theirs")))
	ctx, c := activity.WithCollector(r.As(r.a.Owner))
	_, err := notes.EditNote(ctx, r.Log, r.a.ID, n.ID, 1, progress("2026-03-02", "mine"))
	p := conflicts(t, "edit", err)
	if p.Details["version"] != 2 || !reflect.DeepEqual(p.Details["theirs"], map[string]any{"body": "theirs"}) {
		t.Errorf("%+v", p.Details)
	}
	if e := r.told(ctx, c); e.Code != "note.opened" {
		t.Errorf("%+v", e)
	}
	_, err = notes.SignNote(r.As(r.a.Owner), r.Log, r.a.ID, n.ID, 1)
	conflicts(t, "sign what was not read", err)
	if n := r.open(n.ID); n.Body != "theirs" || n.Status != sessionnote.StatusDRAFT {
		t.Errorf("%+v", n)
	}
}

func TestAnotherAccountsNoteIsUnknown(t *testing.T) {
	r := newRecord(t)
	other := r.Account("b")
	master := r.Join(r.a.Owner, other, access.OwnerLevels())
	theirs := r.write(progress("2026-03-02", "text"))
	for _, id := range []uuid.UUID{theirs.ID, uuid.New()} {
		_, opened := notes.Note(r.As(master), r.Log, other.ID, id)
		_, edited := notes.EditNote(r.As(master), r.Log, other.ID, id, 1, progress("2026-03-02", "x"))
		_, signed := notes.SignNote(r.As(master), r.Log, other.ID, id, 1)
		_, added := notes.AddendNote(r.As(master), r.Log, other.ID, id, "text")
		_, discarded := notes.DiscardNote(r.As(master), r.Log, other.ID, id, 1, true)
		for _, err := range []error{opened, edited, signed, added, discarded} {
			if !reflect.DeepEqual(problem.As(err), problem.Missing()) {
				t.Errorf("got %v", err)
			}
		}
	}
}

func TestViewOnlyReadsAndWritesNothingPastTheWall(t *testing.T) {
	r := newRecord(t)
	draft, signed := r.write(progress("2026-03-02", "text")), r.signed(progress("2026-03-02", "text"))
	v := r.Username(r.a, "viewer", access.Levels{access.Notes: access.View})
	if n := dbtest.Must[*ent.SessionNote](t)(notes.Note(r.As(v), r.Log, r.a.ID, draft.ID)); n.Edges.Client.DisplayName != "Ann Adams" {
		t.Errorf("%+v", n.Edges.Client)
	}
	_, written := notes.WriteNote(r.As(v), r.Log, r.a.ID, r.client.ID, progress("2026-03-02", "x"))
	_, edited := notes.EditNote(r.As(v), r.Log, r.a.ID, draft.ID, 1, progress("2026-03-02", "x"))
	_, sign := notes.SignNote(r.As(v), r.Log, r.a.ID, draft.ID, 1)
	_, added := notes.AddendNote(r.As(v), r.Log, r.a.ID, signed.ID, "text")
	for _, err := range []error{written, edited, sign, added} {
		if err == nil {
			t.Error("View Only has written")
		}
	}
	for name, levels := range map[string]access.Levels{"nothing": {}, "all-else": all(access.Notes, access.None)} {
		v := r.Username(r.a, name, levels)
		if _, err := notes.Note(r.As(v), r.Log, r.a.ID, draft.ID); !reflect.DeepEqual(problem.As(err), problem.Missing()) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// all is Full Access to everything but psychotherapy notes, and this level for one section.
func all(but access.Section, level access.Level) access.Levels {
	levels := access.Everything()
	levels[but] = level
	return levels
}

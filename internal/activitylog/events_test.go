package activitylog_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// cast is who and what the random events are about.
type cast struct {
	names   []string
	actors  []uuid.UUID
	clients []uuid.UUID
}

func newCast() cast {
	return cast{[]string{"Ann", "ben", "Cy.Do", "system:job"}, append(uuids(3), uuid.Nil), uuids(4)}
}

var (
	sections = []access.Section{access.Clients, access.CodesSetup, access.PsychotherapyNotes, access.Payments}
	codes    = []string{"client.opened", "login.ok", "log.read", "none"}
	actions  = []activity.Action{activity.Read, activity.Update, activity.Delete}
	outcomes = []activity.Outcome{activity.OK, activity.Denied, activity.Failed}
)

func one[T any](of []T) T { return of[rand.IntN(len(of))] }

// happen stores n random events of four years; many of them in the same microsecond.
func happen(t *testing.T, w *dbtest.World, c cast, account uuid.UUID, n int) {
	t.Helper()
	now := time.Now().UTC().Truncate(time.Microsecond)
	events := make([]activity.Event, n)
	for i := range events {
		who := rand.IntN(len(c.actors))
		events[i] = activity.Event{
			Account: account, Code: one(codes[:3]), Action: one(actions[:2]), Outcome: one(outcomes), Section: one(sections[:3]).String(),
			ActorID: c.actors[who], ActorName: c.names[who], Role: activity.Member,
			OccurredAt: now.AddDate(0, 0, -rand.IntN(4)*rand.IntN(365)).Add(-time.Duration(rand.IntN(3)) * time.Microsecond),
		}
		for range rand.IntN(3) {
			events[i].Clients = append(events[i].Clients, one(c.clients[:3]))
		}
	}
	if err := w.Log.Store(w.As(nil), events...); err != nil {
		t.Fatal(err)
	}
}

// randomFilter is made of two or three conditions, with values that no event has among them.
// Its times are those of events: it matters on which side the bound itself is.
func randomFilter(c cast, account uuid.UUID, stored []activity.Event) activitylog.Filter {
	var f activitylog.Filter
	for range 2 + rand.IntN(2) {
		switch rand.IntN(11) {
		case 0:
			f.Username = ptr(strings.ToUpper(one(append(c.names[:3:3], "nobody"))))
		case 1:
			f.Section = ptr(one(sections))
		case 2:
			f.Action = ptr(one(actions))
		case 3:
			f.Outcome = ptr(one(outcomes))
		case 4:
			f.Code = ptr(one(codes))
		case 5:
			f.Client = ptr(globalid.New("Client", account, one(c.clients)))
		case 6:
			f.From = ptr(one(stored).OccurredAt)
		case 7:
			f.Until = ptr(one(stored).OccurredAt)
		case 8, 9:
			f.Text = ptr(one(texts))
		case 10:
			f.RecordOnly = true
		}
	}
	return f
}

// texts are of each kind, and of several.
var texts = []string{
	"ann", " CY.d", "e", "client", "Client  opened", "signed", "login.", "codes s", "CODES_SETUP", "127.0.0", "7.0", "::1", "system", "job", "nobody", "", "user%", "_",
}

// speaks tells whether an event speaks of the text.
func speaks(e activity.Event, text string) bool {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	names := []string{e.ActorName, e.Section, e.IP}
	for _, s := range access.Sections() {
		if s.String() == e.Section {
			names = append(names, s.Title())
		}
	}
	for _, c := range activity.Codes() {
		if c.Name == e.Code {
			names = append(names, c.Name, c.Words)
		}
	}
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(strings.ToLower(name), text) })
}

// matches is what a filter means, told a second time.
func matches(f activitylog.Filter, e activity.Event) bool {
	return (f.Username == nil || strings.EqualFold(*f.Username, e.ActorName)) &&
		(f.Section == nil || f.Section.String() == e.Section) &&
		(f.Action == nil || *f.Action == e.Action) &&
		(f.Outcome == nil || *f.Outcome == e.Outcome) &&
		(f.Code == nil || *f.Code == e.Code) &&
		(!f.RecordOnly || e.Section != "PSYCHOTHERAPY_NOTES" && e.Code != "log.read") &&
		(f.Client == nil || slices.Contains(e.Clients, f.Client.Row)) &&
		(f.From == nil || !e.OccurredAt.Before(*f.From)) &&
		(f.Until == nil || e.OccurredAt.Before(*f.Until)) &&
		(f.Text == nil || speaks(e, *f.Text))
}

// walk reads all pages and gives the ids.
func walk(ctx context.Context, t *testing.T, w *dbtest.World, account uuid.UUID, f activitylog.Filter, first int) []uuid.UUID {
	t.Helper()
	var ids []uuid.UUID
	for after := ""; ; {
		p, err := activitylog.Events(ctx, w.Log, account, f, page.Args{First: first, After: after})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range p.Nodes {
			ids = append(ids, e.ID)
		}
		if !p.PageInfo().HasNextPage {
			return ids
		}
		after = *p.PageInfo().EndCursor
	}
}

func total(ctx context.Context, t *testing.T, w *dbtest.World, account uuid.UUID, f activitylog.Filter) int {
	t.Helper()
	p, err := activitylog.Events(ctx, w.Log, account, f, page.Args{First: 1})
	if err != nil {
		t.Fatal(err)
	}
	n, err := p.TotalCount(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestFiltersFindWhatTheyMean(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	master := w.Join(a.Owner, b, access.OwnerLevels())
	c := newCast()
	happen(t, w, c, a.ID, 400)
	happen(t, w, c, b.ID, 400)
	stored := w.Events(b.ID)
	slices.Reverse(stored)
	hits := 0
	for range 150 {
		f := randomFilter(c, b.ID, stored)
		var want []uuid.UUID
		for _, e := range stored {
			if matches(f, e) {
				want = append(want, e.ID)
			}
		}
		hits += len(want)
		if got := walk(w.As(master), t, w, b.ID, f, 1+rand.IntN(60)); !slices.Equal(got, want) {
			t.Errorf("%s: got %d events, want %d", describe(f), len(got), len(want))
		}
		if n := total(w.As(master), t, w, b.ID, f); n != len(want) {
			t.Errorf("%s: counts %d events, want %d", describe(f), n, len(want))
		}
	}
	if hits == 0 {
		t.Error("no filter found anything: nothing was tested")
	}
}

func describe(f activitylog.Filter) string {
	var s strings.Builder
	for i, v := 0, reflect.ValueOf(f); i < v.NumField(); i++ {
		if !v.Field(i).IsZero() {
			fmt.Fprintf(&s, "%s %v ", v.Type().Field(i).Name, reflect.Indirect(v.Field(i)))
		}
	}
	return s.String()
}

func TestTextThatCannotBe(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	for _, text := range []string{strings.Repeat("a", 101), "a\x00b", "a\u202eb"} {
		_, err := activitylog.Events(w.As(a.Owner), w.Log, a.ID, activitylog.Filter{Text: &text}, page.Args{First: 1})
		if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || !slices.Equal(p.Path, []string{"filter", "text"}) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestUsernameIsLookedUpInThisAccountOnly(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	c := newCast()
	happen(t, w, c, a.ID, 50)
	for name, found := range map[string]bool{"ANN": true, "cy.do": true, "system:job": true, "a-owner": true, "b-owner": false, "nobody\x00": false, "": false} {
		got := walk(w.As(a.Owner), t, w, a.ID, activitylog.Filter{Username: &name}, 100)
		if (len(got) > 0) != found {
			t.Errorf("%q: %d events", name, len(got))
		}
	}
	if got := walk(w.As(b.Owner), t, w, b.ID, activitylog.Filter{Username: ptr("ann")}, 100); len(got) > 0 {
		t.Errorf("%d events of somebody who never was in the account", len(got))
	}
}

func TestClientOfAnotherAccountFindsNothing(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	c := newCast()
	happen(t, w, c, a.ID, 50)
	for _, id := range []globalid.ID{
		globalid.New("Client", uuid.New(), c.clients[0]), globalid.New("Payer", a.ID, c.clients[0]), {}, globalid.OfAccount(a.ID),
	} {
		if got := walk(w.As(a.Owner), t, w, a.ID, activitylog.Filter{Client: &id}, 100); len(got) > 0 {
			t.Errorf("%v: %d events", id, len(got))
		}
	}
}

func TestReadingTheLogIsAnEvent(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	c := newCast()
	happen(t, w, c, a.ID, 20)
	ctx, noted := activity.WithCollector(w.As(a.Owner))
	f := activitylog.Filter{Client: ptr(globalid.New("Client", a.ID, c.clients[0]))}
	p, err := activitylog.Events(ctx, w.Log, a.ID, f, page.Args{First: 5})
	if err != nil {
		t.Fatal(err)
	}
	e := noted.Take()
	if len(e) != 1 || e[0].Code != "log.read" || e[0].Account != a.ID || e[0].RowCount != len(p.Nodes) || !slices.Equal(e[0].Clients, c.clients[:1]) {
		t.Errorf("noted %+v", e)
	}
	if _, err := activitylog.Events(context.Background(), w.Log, a.ID, f, page.Args{First: 5}); err == nil {
		t.Error("read without an event")
	}
}

// All pages of an export hold what its first page counts, whatever happens meanwhile: the export
// is in the log itself, and never in itself.
func TestExportEnds(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	c := newCast()
	happen(t, w, c, a.ID, 50)
	late := time.Now().Add(time.Hour)
	for name, f := range map[string]activitylog.Filter{"all": {}, "until later": {Until: &late}, "text": {Text: ptr("e")}, "exports": {Code: ptr("log.exported")}} {
		var got []uuid.UUID
		first, pages := 0, 0
		for after := ""; ; {
			ctx, noted := activity.WithCollector(w.As(a.Owner))
			p, err := activitylog.ExportActivity(ctx, w.Log, a.ID, f, page.Args{First: 9, After: after})
			if err != nil {
				t.Fatal(err)
			}
			events := noted.Take()
			if len(events) != 1 || events[0].Code != "log.exported" || events[0].RowCount != len(p.Nodes) || events[0].Account != a.ID {
				t.Errorf("%s: noted %+v", name, events)
			}
			if err := w.Log.Store(ctx, append(events, activity.Event{Account: a.ID, Code: "tick"})...); err != nil {
				t.Fatal(err)
			}
			n, err := p.TotalCount(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if pages == 0 {
				first = n
			}
			if pages++; n != first || pages > 50 {
				t.Fatalf("%s: page %d counts %d, the first counted %d", name, pages, n, first)
			}
			for _, e := range p.Nodes {
				got = append(got, e.ID)
			}
			f.Until = &p.Until
			if !p.PageInfo().HasNextPage {
				break
			}
			after = *p.PageInfo().EndCursor
		}
		if len(got) != first || name != "exports" && pages < 5 {
			t.Errorf("%s: %d events on %d pages, %d counted", name, len(got), pages, first)
		}
	}
	for _, n := range []int{0, 1001} {
		_, err := activitylog.ExportActivity(w.As(a.Owner), w.Log, a.ID, activitylog.Filter{}, page.Args{First: n})
		if p := problem.As(err); p == nil || p.Message != "Ask for 1 to 1000 entries at a time." {
			t.Errorf("%d: %v", n, err)
		}
	}
}

func TestOneEvent(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	master := w.Join(a.Owner, b, access.OwnerLevels())
	theirs, mine := w.Events(b.ID)[0], w.Events(a.ID)[0]
	ctx, noted := activity.WithCollector(w.As(master))
	late := activity.Event{ID: uuid.Must(uuid.NewV7()), Account: a.ID, Code: "tick", OccurredAt: time.Now().AddDate(0, -1, 0)}
	odd := activity.Event{ID: uuid.New(), Account: a.ID, Code: "tick"}
	if err := w.Log.Store(ctx, late, odd); err != nil {
		t.Fatal(err)
	}
	for _, id := range []uuid.UUID{late.ID, odd.ID} {
		if e, err := activitylog.Event(ctx, w.Log, a.ID, id); err != nil || e.ID != id {
			t.Errorf("%s: %v, %v", id, e, err)
		}
	}
	noted.Take()
	for _, id := range []uuid.UUID{theirs.ID, uuid.New(), uuid.Must(uuid.NewV7())} {
		if _, err := activitylog.Event(ctx, w.Log, a.ID, id); !reflect.DeepEqual(problem.As(err), problem.Missing()) {
			t.Errorf("got %v", err)
		}
	}
	if e := noted.Take(); len(e) > 0 {
		t.Errorf("noted %+v", e)
	}
	got, err := activitylog.Event(ctx, w.Log, a.ID, mine.ID)
	if err != nil || got.Code != mine.Code || !got.OccurredAt.Equal(mine.OccurredAt) || !slices.Equal(got.EntityIds, mine.Entities) {
		t.Errorf("got %+v, %v", got, err)
	}
	if e := noted.Take(); len(e) != 1 || e[0].Code != "log.read" || !slices.Equal(e[0].Entities, []uuid.UUID{mine.ID}) {
		t.Errorf("noted %+v", e)
	}
}

func TestNobodyWithoutTheLevelSeesTheLog(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	v := w.Username(a, "steward", access.Levels{access.AccountAccess: access.Full})
	if got := walk(w.As(v), t, w, a.ID, activitylog.Filter{}, 100); len(got) > 0 {
		t.Errorf("sees %d events", len(got))
	}
	used, err := activitylog.LastUsed(w.As(v), w.Log, a.ID, []uuid.UUID{a.Owner.Username})
	if err != nil || len(used) > 0 {
		t.Errorf("sees when usernames were used: %v, %v", used, err)
	}
}

func TestSeqs(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	c := newCast()
	happen(t, w, c, a.ID, 3)
	mine, theirs := w.Events(a.ID), w.Events(b.ID)[0]
	// A sealer may be at work already: what it has sealed stays as it is.
	seal := `INSERT INTO seals (id, account_id, seq, prev_hash, hash, sealed_at)
		VALUES ($1::uuid, $2::uuid, $3::bigint, uuid_send($1::uuid), '', now()) ON CONFLICT DO NOTHING`
	w.Owner(seal, mine[0].ID, a.ID, 1)
	w.Owner(seal, mine[1].ID, a.ID, 2)
	w.Owner(seal, theirs.ID, b.ID, 1)
	got, err := activitylog.Seqs(w.As(a.Owner), w.Log, a.ID, []uuid.UUID{mine[0].ID, mine[1].ID, theirs.ID, uuid.New()})
	want := map[uuid.UUID]int64{mine[0].ID: 1, mine[1].ID: 2}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	if got, err := activitylog.Seqs(w.As(a.Owner), w.Log, a.ID, nil); err != nil || len(got) > 0 {
		t.Errorf("of none: %v, %v", got, err)
	}
}

func TestLastUsed(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	ids := uuids(3)
	at := func(days int) time.Time { return time.Now().UTC().Truncate(time.Microsecond).AddDate(0, 0, -days) }
	event := func(account, actor uuid.UUID, days int, outcome activity.Outcome) activity.Event {
		return activity.Event{Account: account, Code: "x", ActorID: actor, Outcome: outcome, OccurredAt: at(days)}
	}
	old := event(a.ID, ids[0], 500, activity.OK)
	refused := event(a.ID, ids[1], 40, activity.Denied)
	err := w.Log.Store(w.As(nil), old, event(a.ID, ids[0], 900, activity.OK), event(a.ID, ids[0], 1, activity.Failed),
		event(b.ID, ids[0], 2, activity.OK), refused, event(b.ID, ids[2], 3, activity.OK))
	if err != nil {
		t.Fatal(err)
	}
	got, err := activitylog.LastUsed(w.As(a.Owner), w.Log, a.ID, ids)
	if err != nil || len(got) != 2 || !got[ids[0]].Equal(old.OccurredAt) || !got[ids[1]].Equal(refused.OccurredAt) {
		t.Errorf("got %v, %v", got, err)
	}
}

// TestCursorKeepsMicroseconds fails for a cursor that rounds: neighbours of one millisecond
// would be repeated or left out.
func TestCursorKeepsMicroseconds(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	whole := time.Now().UTC().Truncate(time.Second).Add(-time.Hour)
	var events []activity.Event
	for i := range 12 {
		events = append(events, activity.Event{Account: a.ID, Code: "tick", OccurredAt: whole.Add(time.Duration(i/2) * time.Microsecond)})
	}
	if err := w.Log.Store(w.As(nil), events...); err != nil {
		t.Fatal(err)
	}
	got := walk(w.As(a.Owner), t, w, a.ID, activitylog.Filter{Code: ptr("tick")}, 1)
	slices.SortFunc(got, func(x, y uuid.UUID) int { return slices.Compare(x[:], y[:]) })
	if len(slices.Compact(got)) != 12 {
		t.Errorf("%d events", len(got))
	}
}

package activitylog_test

import (
	"context"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/page"
)

// openers reads all pages.
func openers(ctx context.Context, t *testing.T, w *dbtest.World, account, client uuid.UUID, during activitylog.Filter, first int) []*activitylog.Opener {
	t.Helper()
	var all []*activitylog.Opener
	for after := ""; ; {
		p := dbtest.Must[*activitylog.Openers](t)(activitylog.OpenedBy(ctx, w.Log, account, client, during, page.Args{First: first, After: after}))
		all = append(all, p.Nodes...)
		if !p.PageInfo().HasNextPage {
			return all
		}
		after = *p.PageInfo().EndCursor
	}
}

// wanted are the openers told a second time. Events are in their order.
func wanted(events []activity.Event, client uuid.UUID, during activitylog.Filter) map[string]*activitylog.Opener {
	all := map[string]*activitylog.Opener{}
	for _, e := range events {
		if !slices.Contains(e.Clients, client) || e.Section == "PSYCHOTHERAPY_NOTES" || e.Code == "log.read" ||
			during.From != nil && e.OccurredAt.Before(*during.From) || during.Until != nil && !e.OccurredAt.Before(*during.Until) {
			continue
		}
		o := all[e.ActorName]
		if o == nil {
			o = &activitylog.Opener{Account: e.Account, ActorID: e.ActorID, Username: e.ActorName, Role: e.Role, FirstAt: e.OccurredAt.UTC()}
			all[e.ActorName] = o
		}
		o.LastAt = e.OccurredAt.UTC()
		o.Count++
	}
	return all
}

func TestOpenersAreThoseOfTheLog(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	master := w.Join(a.Owner, b, access.OwnerLevels())
	c := newCast()
	for i := range c.clients[:3] {
		c.clients[i] = w.Client(b, "Client", string(rune('A'+i))).ID
	}
	happen(t, w, c, b.ID, 400)
	stored := w.Events(b.ID)
	at := func() *activitylog.Filter {
		from, until := one(stored).OccurredAt, one(stored).OccurredAt
		return &activitylog.Filter{From: &from, Until: &until}
	}
	for _, during := range []activitylog.Filter{{}, {From: at().From}, {Until: at().Until}, *at()} {
		want := wanted(stored, c.clients[0], during)
		got := openers(w.As(master), t, w, b.ID, c.clients[0], during, 1+rand.IntN(3))
		if len(got) != len(want) {
			t.Errorf("%d openers, want %d", len(got), len(want))
		}
		if !slices.IsSortedFunc(got, func(a, b *activitylog.Opener) int { return b.LastAt.Compare(a.LastAt) }) {
			t.Error("they are not in their order")
		}
		for _, o := range got {
			sum := 0
			for _, k := range o.Kinds {
				sum += k.Count
			}
			told := *o
			told.Kinds, told.HomeID = nil, uuid.Nil
			told.FirstAt, told.LastAt = told.FirstAt.UTC(), told.LastAt.UTC()
			if want[o.Username] == nil || !reflect.DeepEqual(told, *want[o.Username]) || sum != o.Count {
				t.Errorf("%+v, want %+v", o, want[o.Username])
			}
		}
	}
}

// Every opening is there once; a role that changes makes nobody two.
func TestEachOpeningCountsOnce(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	client, ann := w.Client(a, "Cleo", "Client").ID, uuid.New()
	did := func(code string, role activity.Role) activity.Event {
		return activity.Event{Account: a.ID, Code: code, Section: "CLIENTS", Clients: []uuid.UUID{client}, ActorID: ann, ActorName: "ann", Role: role}
	}
	if err := w.Log.Store(w.As(nil), did("client.opened", activity.Member), did("client.changed", activity.Member), did("client.opened", activity.Master)); err != nil {
		t.Fatal(err)
	}
	got := openers(w.As(a.Owner), t, w, a.ID, client, activitylog.Filter{}, 5)
	want := []activitylog.OpenedKind{{Code: "client.opened", Count: 2}, {Code: "client.changed", Count: 1}}
	if len(got) != 2 || got[0].Username != "ann" || got[0].Role != activity.Master || !reflect.DeepEqual(got[0].Kinds, want) {
		t.Errorf("%+v", got[0])
	}
}

// Of a psychotherapy note neither is told who wrote it nor that it is there.
func TestPsychotherapyNotesAreApart(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	client := w.Client(a, "Cleo", "Client").ID
	e := activity.Event{Account: a.ID, Code: "psych.written", Section: access.PsychotherapyNotes.String(), Clients: []uuid.UUID{client}, ActorID: uuid.New(), ActorName: "ann"}
	if err := w.Log.Store(w.As(nil), e); err != nil {
		t.Fatal(err)
	}
	if got := openers(w.As(a.Owner), t, w, a.ID, client, activitylog.Filter{}, 5); len(got) != 1 || got[0].Username != "a-owner" {
		t.Errorf("%+v", got)
	}
}

func TestOpenersNeedBothSections(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	client := w.Client(a, "Cleo", "Client").ID
	for name, c := range map[string]struct {
		levels access.Levels
		sees   int
	}{
		"log":     {access.Levels{access.ActivityLog: access.Full}, 0},
		"clients": {access.Levels{access.Clients: access.Full}, 0},
		"both":    {access.Levels{access.ActivityLog: access.View, access.Clients: access.View}, 1},
	} {
		v := w.Username(a, name, c.levels)
		if got := openers(w.As(v), t, w, a.ID, client, activitylog.Filter{}, 5); len(got) != c.sees {
			t.Errorf("%s: sees %d", name, len(got))
		}
	}
	master := w.Join(a.Owner, b, access.OwnerLevels())
	for _, id := range []uuid.UUID{client, uuid.New()} {
		if got := openers(w.As(master), t, w, b.ID, id, activitylog.Filter{}, 5); len(got) > 0 {
			t.Errorf("sees in another account %+v", got[0])
		}
	}
}

func TestReadingTheOpenersIsAnEvent(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	client := w.Client(a, "Cleo", "Client").ID
	ctx, noted := activity.WithCollector(w.As(a.Owner))
	openers(ctx, t, w, a.ID, client, activitylog.Filter{}, 5)
	e := noted.Take()
	if len(e) != 1 || e[0].Code != "log.read" || e[0].EntityType != "Opener" || e[0].RowCount != 1 || !slices.Equal(e[0].Clients, []uuid.UUID{client}) {
		t.Errorf("noted %+v", e)
	}
	if _, err := activitylog.OpenedBy(context.Background(), w.Log, a.ID, client, activitylog.Filter{}, page.Args{First: 5}); err == nil {
		t.Error("read without an event")
	}
}

// What an app did for somebody is told with its name, and found by its token.
func TestOpenersNameTheirApps(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	client := w.Client(a, "Ann", "Adams").ID
	app := *a.Owner
	app.Token = access.Token{ID: uuid.New(), Name: "Billing sync"}
	opened := activity.Event{Account: a.ID, Code: "client.opened", Action: activity.Read, Section: "CLIENTS", Clients: []uuid.UUID{client}}
	for _, v := range []*access.Viewer{a.Owner, &app, &app} {
		if err := w.Log.Store(w.As(v), opened); err != nil {
			t.Fatal(err)
		}
	}
	found := openers(w.As(a.Owner), t, w, a.ID, client, activitylog.Filter{}, 50)
	if len(found) != 1 || found[0].Count != 4 || !slices.Equal(found[0].Apps, []string{"Billing sync"}) {
		t.Errorf("%+v", found[0])
	}
	for id, want := range map[globalid.ID]int{globalid.New("ApiToken", uuid.Nil, app.Token.ID): 2, globalid.New("ApiToken", uuid.Nil, uuid.New()): 0, {}: 0} {
		p := dbtest.Must[*page.Page[*ent.Event]](t)(activitylog.Events(w.As(a.Owner), w.Log, a.ID, activitylog.Filter{Token: &id}, page.Args{First: 50}))
		if len(p.Nodes) != want {
			t.Errorf("%s: %d events, want %d", id, len(p.Nodes), want)
		}
	}
}

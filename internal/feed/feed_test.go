package feed_test

import (
	"context"
	"encoding/base64"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/dbtest"
	"lanyard/internal/feed"
	"lanyard/internal/globalid"
	"lanyard/internal/live"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// journal is an account whose log is being sealed.
type journal struct {
	*dbtest.World
	t    *testing.T
	anna *dbtest.Account
	hub  *live.Hub
}

func newJournal(t *testing.T) *journal {
	t.Helper()
	j := &journal{World: dbtest.New(t), t: t}
	j.anna = j.Account("anna")
	keys, err := activity.LoadKeys(filepath.Join(t.TempDir(), "keys"))
	if err != nil {
		t.Fatal(err)
	}
	sealer, err := activity.StartSealer(j.DB, keys, activity.SealerOptions{Every: 5 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = sealer.Close() })
	j.hub = live.Start(j.DB, live.Options{Look: 200 * time.Millisecond, EachSignIn: 2, Log: slog.New(slog.DiscardHandler)})
	t.Cleanup(j.hub.Close)
	return j
}

// change stores a change of a section, as any section does, and a reading beside it.
func (j *journal) change(s access.Section) {
	e := activity.Event{Account: j.anna.ID, Code: "client.changed", Action: activity.Update, Section: s.String(), EntityType: "Client", Entities: []uuid.UUID{uuid.New()}}
	e.Clients = e.Entities
	if err := j.Log.Change(j.As(j.anna.Owner), e, func(context.Context, *activity.Tx, *activity.Event) error { return nil }); err != nil {
		j.t.Error(err)
	}
	e.Code, e.Action, e.ID = "client.opened", activity.Read, uuid.Nil
	if err := j.Log.Store(j.As(j.anna.Owner), e); err != nil {
		j.t.Error(err)
	}
}

func (j *journal) now(ctx context.Context) string {
	j.t.Helper()
	cursor, err := feed.Now(ctx, j.Log, j.anna.ID)
	if err != nil {
		j.t.Fatal(err)
	}
	return *cursor
}

// sealed waits until nothing waits, and gives what changed in these sections, in the order of the chain.
func (j *journal) sealed(sections ...string) []uuid.UUID {
	j.t.Helper()
	conn, err := pgx.Connect(j.t.Context(), j.OwnerURL)
	if err != nil {
		j.t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	for left := 1; left > 0; time.Sleep(5 * time.Millisecond) {
		if err := conn.QueryRow(j.t.Context(), `SELECT count(*) FROM unsealed`).Scan(&left); err != nil {
			j.t.Fatal(err)
		}
	}
	rows, err := conn.Query(j.t.Context(), `SELECT e.entity_ids[1] FROM seals s JOIN events e USING (id)
		WHERE e.code = 'client.changed' AND e.section = ANY ($1) ORDER BY s.seq`, sections)
	if err != nil {
		j.t.Fatal(err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
	if err != nil {
		j.t.Fatal(err)
	}
	return all
}

// write has several people change things in several sections, psychotherapy notes among them.
func (j *journal) write(people, each int) *sync.WaitGroup {
	var all sync.WaitGroup
	for person := range people {
		r := rand.New(rand.NewPCG(uint64(person), 7))
		all.Go(func() {
			for range each {
				j.change([]access.Section{access.Clients, access.Calendar, access.Payments, access.PsychotherapyNotes}[r.IntN(4)])
			}
		})
	}
	return &all
}

func rows(nodes []*feed.Entry) []uuid.UUID {
	all := make([]uuid.UUID, len(nodes))
	for i, n := range nodes {
		all[i] = n.EntityIDs[0].Row
	}
	return all
}

// While many write, whoever reads on gets each change once, in the order of the chain, and no other.
func TestNothingIsLeftOut(t *testing.T) {
	t.Parallel()
	j := newJournal(t)
	v := j.Username(j.anna, "reader", access.Levels{access.Clients: access.View, access.Calendar: access.View, access.PsychotherapyNotes: access.None})
	start := j.now(j.As(v))
	streaming, leave := context.WithCancel(j.As(j.signedIn(v)))
	defer leave()
	pages, err := feed.Follower{DB: j.DB, Log: j.Log, Hub: j.hub}.Follow(streaming, j.anna.ID, start)
	if err != nil {
		t.Fatal(err)
	}
	writing := j.write(6, 25)
	r := rand.New(rand.NewPCG(1, 1))
	var asked []uuid.UUID
	cursor := start
	read := func() bool {
		p, err := feed.After(j.As(v), j.Log, j.anna.ID, cursor, 1+r.IntN(7))
		if err != nil {
			t.Fatal(err)
		}
		asked, cursor = append(asked, rows(p.Nodes)...), p.Cursor
		return p.HasMore
	}
	done := make(chan struct{})
	go func() { writing.Wait(); close(done) }()
	for writes := true; writes; {
		select {
		case <-done:
			writes = false
		default:
		}
		read()
	}
	want := j.sealed("CLIENTS", "CALENDAR")
	for read() {
	}
	if len(want) < 50 || !slices.Equal(asked, want) {
		t.Errorf("asked for %d changes of %d, or in another order", len(asked), len(want))
	}
	var told []uuid.UUID
	for late := time.After(20 * time.Second); len(told) < len(want); {
		select {
		case p := <-pages:
			told = append(told, rows(p.Nodes)...)
		case <-late:
			t.Fatalf("told %d of %d", len(told), len(want))
		}
	}
	if !slices.Equal(told, want) {
		t.Error("told in another order")
	}
	// From the middle on there is the rest, entry by entry and with nothing twice.
	from, err := feed.After(j.As(v), j.Log, j.anna.ID, start, 20)
	if err != nil || !from.HasMore {
		t.Fatal(from, err)
	}
	rest, err := feed.After(j.As(v), j.Log, j.anna.ID, from.Nodes[9].Cursor, 200)
	if err != nil || !slices.Equal(rows(rest.Nodes), want[10:]) || rest.HasMore {
		t.Errorf("after the tenth: %d changes of %d, %v", len(rest.Nodes), len(want)-10, err)
	}
}

// signedIn is a viewer with a sign-in, which a stream loads anew.
func (j *journal) signedIn(v *access.Viewer) *access.Viewer {
	j.t.Helper()
	granted, err := j.Prover.Begin(j.As(nil), v.Username)
	if err != nil {
		j.t.Fatal(err)
	}
	return granted.Viewer
}

// What may not be viewed is passed over: the cursor goes on. A level that comes or goes holds at once.
func TestClosedSectionsArePassedOver(t *testing.T) {
	t.Parallel()
	j := newJournal(t)
	v := j.Username(j.anna, "front", access.Levels{access.Calendar: access.View, access.ActivityLog: access.Full})
	token := j.token(v)
	j.sealed()
	start := j.now(j.As(token))
	j.change(access.Clients)
	j.change(access.PsychotherapyNotes)
	j.change(access.Calendar)
	j.sealed()
	for name, c := range map[string]struct {
		viewer *access.Viewer
		want   []uuid.UUID
	}{
		"the owner":                {j.anna.Owner, j.sealed("CLIENTS", "CALENDAR")},
		"with the Calendar":        {v, j.sealed("CALENDAR")},
		"a token for the Calendar": {token, j.sealed("CALENDAR")},
	} {
		p, err := feed.After(j.As(c.viewer), j.Log, j.anna.ID, start, 50)
		if err != nil || !slices.Equal(rows(p.Nodes), c.want) || p.HasMore {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
	j.Owner(`UPDATE privileges SET level = 0 WHERE username_id = $1 AND section = 'CALENDAR'`, v.Username)
	// The second wall alone: the viewer still says that it may.
	for name, viewer := range map[string]*access.Viewer{"a person": v, "a token": token} {
		p, err := feed.After(j.As(viewer), j.Log, j.anna.ID, start, 50)
		if err != nil || len(p.Nodes) > 0 || p.HasMore || p.Cursor == start {
			t.Errorf("%s, with the section closed: %+v, %v", name, p, err)
		}
	}
	j.Owner(`UPDATE privileges SET level = 1 WHERE username_id = $1 AND section = 'CALENDAR'`, v.Username)
	// The first wall alone: the database would give it.
	narrow := *v
	narrow.Links = slices.Clone(v.Links)
	narrow.Links[0].Privileges[access.Calendar].Level = access.None
	if p, err := feed.After(j.As(&narrow), j.Log, j.anna.ID, start, 50); err != nil || len(p.Nodes) > 0 {
		t.Errorf("against the first wall: %+v, %v", p, err)
	}
}

func (j *journal) token(v *access.Viewer) *access.Viewer {
	j.t.Helper()
	_, secret, err := apitokens.Create(j.As(v), j.Log, apitokens.Input{Name: "Mirror", Purpose: "test", ExpiresInDays: 1, Accounts: []*apitokens.Wanted{
		{Account: globalid.OfAccount(j.anna.ID), Levels: []*access.SectionLevel{{Section: access.Calendar, Level: access.View}}},
	}})
	if err != nil {
		j.t.Fatal(err)
	}
	token, err := apitokens.Load(j.t.Context(), j.DB, secret)
	if err != nil {
		j.t.Fatal(err)
	}
	return token
}

// A cursor is of one account, and of the very log that gave it.
func TestCursors(t *testing.T) {
	t.Parallel()
	j := newJournal(t)
	ben := j.Account("ben")
	j.change(access.Clients)
	j.sealed()
	good := j.now(j.As(j.anna.Owner))
	if _, err := feed.After(j.As(j.anna.Owner), j.Log, j.anna.ID, good, 1); err != nil {
		t.Error(err)
	}
	for name, c := range map[string]struct {
		viewer *access.Viewer
		after  string
		first  int
		want   problem.Code
	}{
		"no cursor":                {j.anna.Owner, "", 1, problem.BadUserInput},
		"malformed":                {j.anna.Owner, good + "A", 1, problem.BadUserInput},
		"none at a time":           {j.anna.Owner, good, 0, problem.BadUserInput},
		"of another account":       {j.anna.Owner, feed.Cursor{Account: ben.ID}.String(), 1, problem.NotFound},
		"of a log put back":        {j.anna.Owner, good[:len(good)-3] + "AAA", 1, problem.NotFound},
		"of a number ahead":        {j.anna.Owner, ahead(good), 1, problem.NotFound},
		"somebody without a link":  {ben.Owner, good, 1, problem.NotFound},
		"the start, to a stranger": {ben.Owner, feed.Cursor{Account: j.anna.ID}.String(), 1, problem.NotFound},
	} {
		_, err := feed.After(j.As(c.viewer), j.Log, j.anna.ID, c.after, c.first)
		if p := problem.As(err); p == nil || p.Code != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// ahead is the cursor one further.
func ahead(cursor string) string {
	raw, _ := base64.RawURLEncoding.DecodeString(cursor)
	raw[23]++
	return base64.RawURLEncoding.EncodeToString(raw)
}

// A stream ends with what it stands on; there are only so many of one token, and one that is slow waits for nobody.
func TestAFollowerEnds(t *testing.T) {
	t.Parallel()
	j := newJournal(t)
	v := j.Username(j.anna, "front", access.Levels{access.Calendar: access.View})
	f := feed.Follower{DB: j.DB, Log: j.Log, Hub: j.hub}
	for name, end := range map[string]string{
		"a revoked token":     `UPDATE api_tokens SET revoked_at = now(), revoked_by = 'x' WHERE username_id = $1 AND revoked_at IS NULL`,
		"a link that is over": `UPDATE links SET valid_until = now() WHERE username_id = $1`,
	} {
		token := j.token(v)
		var open []<-chan *feed.Page
		for range 2 {
			pages, err := f.Follow(j.As(token), j.anna.ID, j.now(j.As(token)))
			if err != nil {
				t.Fatal(name, err)
			}
			open = append(open, pages)
		}
		if _, err := f.Follow(j.As(token), j.anna.ID, j.now(j.As(token))); problem.As(err) == nil || problem.As(err).Code != problem.RateLimited {
			t.Errorf("%s: a stream too many: %v", name, err)
		}
		for range 300 { // nobody reads
			j.change(access.Calendar)
		}
		j.Owner(end, v.Username)
		for _, pages := range open {
			for range pages {
			}
		}
		if name == "a revoked token" {
			continue
		}
		j.Owner(`UPDATE links SET valid_until = NULL WHERE username_id = $1`, v.Username)
		if _, err := f.Follow(j.As(token), j.anna.ID, j.now(j.As(token))); err != nil {
			t.Errorf("%s: the places are not given back: %v", name, err)
		}
	}
}

package activitylog_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// watched is an account of some age, in New York, whose log is reviewed.
type watched struct {
	*dbtest.World
	t *testing.T
	a *dbtest.Account
}

func newWatched(t *testing.T, age int) watched {
	w := watched{dbtest.New(t), t, nil}
	w.a = w.Account("a")
	// On the wall of New York: of two days at the same hour in UTC, one may lie before a change of the clock.
	w.Owner(`UPDATE accounts SET created_at = (now() AT TIME ZONE 'America/New_York' - make_interval(days => $2)) AT TIME ZONE 'America/New_York' WHERE id = $1`, w.a.ID, age)
	return w
}

// ago is the day so many days before today in New York.
func (w watched) ago(days int) column.Date {
	zone := dbtest.Must[*time.Location](w.t)(time.LoadLocation("America/New_York"))
	return column.DateOf(time.Now().In(zone).AddDate(0, 0, -days))
}

func (w watched) input(from, until int) activitylog.ReviewInput {
	return activitylog.ReviewInput{Key: uuid.NewString(), From: w.ago(from), Until: w.ago(until)}
}

func (w watched) signOff(v *access.Viewer, in activitylog.ReviewInput) (*activitylog.SignedOff, error) {
	ctx, _ := activity.WithCollector(w.As(v))
	return activitylog.SignOffReview(ctx, w.Log, w.a.ID, in)
}

func (w watched) signed(from, until int) *activitylog.SignedOff {
	w.t.Helper()
	return dbtest.Must[*activitylog.SignedOff](w.t)(w.signOff(w.a.Owner, w.input(from, until)))
}

func (w watched) state() *activitylog.ReviewState {
	w.t.Helper()
	return dbtest.Must[*activitylog.ReviewState](w.t)(activitylog.LogReview(w.As(w.a.Owner), w.Log, w.a.ID))
}

func (w watched) wantState(overdue, from, until int) {
	w.t.Helper()
	for _, day := range []struct {
		what string
		got  *column.Date
		ago  int
	}{{"overdue", w.state().OverdueSince, overdue}, {"from", w.state().From, from}, {"until", w.state().Until, until}} {
		switch {
		case day.ago < 0 && day.got != nil:
			w.t.Errorf("%s: %s, not nothing", day.what, *day.got)
		case day.ago >= 0 && (day.got == nil || *day.got != w.ago(day.ago)):
			w.t.Errorf("%s: not %d days ago", day.what, day.ago)
		}
	}
}

const none = -1

func TestAReviewIsOverdueAfterAMonth(t *testing.T) {
	for age, want := range map[int][3]int{0: {none, none, none}, 1: {none, 1, 1}, 30: {none, 30, 1}, 31: {0, 31, 1}, 40: {9, 40, 1}} {
		newWatched(t, age).wantState(want[0], want[1], want[2])
	}
	w := newWatched(t, 100)
	for _, c := range []struct{ from, until, overdue int }{{100, 60, 28}, {59, 32, 0}, {31, 31, none}, {30, 1, none}} {
		w.signed(c.from, c.until)
		from, until := c.until-1, 1
		if c.until == 1 {
			from, until = none, none
		}
		w.wantState(c.overdue, from, until)
	}
	young := newWatched(t, 3)
	young.signed(90, 80) // before there was anything to review
	young.wantState(none, 3, 1)
	w.signed(90, 80) // an old gap closed does not take back what is reviewed
	if last := w.state().Last; last == nil || last.LastDay != w.ago(1) || last.Reviewer != "a-owner" {
		t.Errorf("%+v", last)
	}
}

// A review of later days hides none that were left out.
func TestDaysLeftOutAreShown(t *testing.T) {
	w := newWatched(t, 100)
	w.signed(100, 60)
	w.signed(40, 20)
	w.signed(10, 10)
	w.wantState(28, 59, 41)
	w.signed(70, 45)
	w.wantState(13, 44, 41)
	w.signed(44, 41)
	w.wantState(none, 19, 11)
}

func TestDaysThatCannotBeReviewed(t *testing.T) {
	w := newWatched(t, 100)
	spoilt := map[string]activitylog.ReviewInput{"until": w.input(3, 0), "from": w.input(-1, -2), "key": w.input(3, 2), "note": w.input(3, 2)}
	backwards, noDay := w.input(2, 3), w.input(3, 2)
	key, note := spoilt["key"], spoilt["note"]
	key.Key, noDay.From, note.Note = "short", "2026-02-30", new(strings.Repeat("x", 1001))
	for field, inputs := range map[string][]activitylog.ReviewInput{
		"until": {spoilt["until"], backwards}, "from": {spoilt["from"], noDay}, "key": {key}, "note": {note},
	} {
		for _, in := range inputs {
			_, err := w.signOff(w.a.Owner, in)
			if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[len(p.Path)-1] != field {
				t.Errorf("%s: %v", field, err)
			}
		}
	}
	_, err := activitylog.ReviewDigest(w.As(w.a.Owner), w.Log, w.a.ID, w.ago(3), w.ago(0))
	if p := problem.As(err); p == nil || p.Code != problem.BadUserInput {
		t.Errorf("a digest of today: %v", err)
	}
}

// What the log holds is kept: its counts, and the last seal of the days.
func TestAReviewKeepsWhatWasThere(t *testing.T) {
	w := newWatched(t, 100)
	zone := dbtest.Must[*time.Location](t)(time.LoadLocation("America/New_York"))
	at := func(ago int, clock string) time.Time {
		return dbtest.Must[time.Time](t)(time.ParseInLocation("2006-01-02 15:04", string(w.ago(ago))+" "+clock, zone))
	}
	before, first := activity.NewID(), activity.NewID()
	last, after := activity.NewID(), activity.NewID()
	for id, e := range map[uuid.UUID]activity.Event{
		before: {OccurredAt: at(11, "23:59")}, first: {OccurredAt: at(10, "00:00"), Outcome: activity.Denied},
		last: {OccurredAt: at(5, "23:59"), Outcome: activity.Failed}, after: {OccurredAt: at(4, "00:00")},
	} {
		e.ID, e.Account, e.Code, e.Action = id, w.a.ID, "client.opened", activity.Read
		if err := w.Log.Store(w.As(w.a.Owner), e); err != nil {
			t.Fatal(err)
		}
	}
	in := w.input(10, 5)
	in.Note = new(" All well. ")
	none := dbtest.Must[*activitylog.SignedOff](t)(w.signOff(w.a.Owner, w.input(9, 6)))
	if r := none.Review; r.Events != 0 || r.SealedSeq != nil || r.SealedHash != nil {
		t.Errorf("days without events: %+v", r)
	}
	w.Owner(`INSERT INTO seals SELECT id, account_id, row_number() OVER (ORDER BY occurred_at, id), id::text::bytea, id::text::bytea, now() FROM events WHERE account_id = $1`, w.a.ID)
	done := dbtest.Must[*activitylog.SignedOff](t)(w.signOff(w.a.Owner, in))
	r := done.Review
	if r.Events != 2 || r.Refused != 1 || r.Failed != 1 || r.Note != "All well." || r.Reviewer != "a-owner" || r.ReviewerID != w.a.Owner.Username || r.TimeZone != "America/New_York" {
		t.Errorf("%+v", r)
	}
	if r.SealedSeq == nil || *r.SealedSeq != 3 || string(r.SealedHash) != last.String() {
		t.Errorf("kept the seal %v %q", r.SealedSeq, r.SealedHash)
	}
	if done.Overlaps == nil || done.Overlaps.ID != none.Review.ID {
		t.Errorf("overlaps %+v", done.Overlaps)
	}
	events := w.Events(w.a.ID)
	e := events[len(events)-1]
	if e.Code != "review.signed" || !slices.Equal(e.Entities, []uuid.UUID{r.ID}) || len(e.Changes) != 3 {
		t.Errorf("the log has %+v", e)
	}
}

func TestTwoAtOnceSignOffOnce(t *testing.T) {
	w := newWatched(t, 100)
	member := w.Username(w.a, "member", access.OwnerLevels())
	in := w.input(20, 10)
	other := w.input(20, 10)
	var wg sync.WaitGroup
	results := make([]*activitylog.SignedOff, 6)
	errs := make([]error, 6)
	for i := range results {
		wg.Go(func() {
			switch i % 3 {
			case 0:
				results[i], errs[i] = w.signOff(w.a.Owner, in)
			case 1:
				results[i], errs[i] = w.signOff(member, other)
			case 2:
				results[i], errs[i] = w.signOff(w.a.Owner, in)
			}
		})
	}
	wg.Wait()
	p := w.list(w.a.Owner)
	if len(p.Nodes) != 1 {
		t.Fatalf("%d reviews", len(p.Nodes))
	}
	for i, done := range results {
		if errs[i] == nil && done.Review.ID != p.Nodes[0].ID {
			t.Errorf("another review: %+v", done.Review)
		}
		if pr := problem.As(errs[i]); errs[i] != nil && (pr == nil || pr.Message != "Exactly these days are signed off already, by "+p.Nodes[0].Reviewer+".") {
			t.Errorf("%v", errs[i])
		}
	}
	first, form := w.a.Owner, in
	if p.Nodes[0].ReviewerID == member.Username {
		first, form = member, other
	}
	form.Until = w.ago(11)
	if _, err := w.signOff(first, form); problem.As(err) == nil {
		t.Error("the same form has signed off other days:", err)
	}
	signed := 0
	for _, e := range w.Events(w.a.ID) {
		if e.Code == "review.signed" {
			signed++
		}
	}
	if signed != 1 {
		t.Errorf("the log tells of %d", signed)
	}
}

func (w watched) list(v *access.Viewer) *page.Page[*ent.Review] {
	w.t.Helper()
	return dbtest.Must[*page.Page[*ent.Review]](w.t)(activitylog.Reviews(w.As(v), w.Log, w.a.ID, page.Args{First: 50}))
}

// What the API lets through the database stops: who may only read signs nothing off, nobody does so in
// another's name, and not even the owner of the database rewrites a review.
func TestReviewsStandBehindTheWall(t *testing.T) {
	w := newWatched(t, 100)
	w.signed(20, 10)
	viewer := w.Username(w.a, "viewer", access.Levels{access.ActivityLog: access.View})
	stranger := w.Username(w.a, "stranger", access.Levels{access.AccountAccess: access.Full})
	for v, sees := range map[*access.Viewer]int{viewer: 1, stranger: 0} {
		if n := len(w.list(v).Nodes); n != sees {
			t.Errorf("%s sees %d", v.Name, n)
		}
		if _, err := w.signOff(v, w.input(9, 1)); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
			t.Errorf("%s signed off, or was refused without a word: %v", v.Name, err)
		}
	}
	for _, as := range []struct {
		name string
		id   uuid.UUID
		may  bool
	}{{w.a.Owner.Name, w.a.Owner.Username, true}, {viewer.Name, viewer.Username, false}, {viewer.Name, w.a.Owner.Username, false}} {
		err := w.Log.Change(database.In(w.As(w.a.Owner), w.a.ID), activity.Event{Account: w.a.ID, Code: "review.signed", Action: activity.Create},
			func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
				return tx.Review.Create().SetAccountID(w.a.ID).SetFirstDay("2026-01-01").SetLastDay("2026-01-01").SetTimeZone("UTC").
					SetReviewer(as.name).SetReviewerID(as.id).SetEvents(0).SetRefused(0).SetFailed(0).Exec(ctx)
			})
		if (err == nil) != as.may {
			t.Errorf("in the name of %s, %s: %v", as.name, as.id, err)
		}
	}
	conn := dbtest.Must[*pgx.Conn](t)(pgx.Connect(context.Background(), w.OwnerURL))
	defer func() { _ = conn.Close(context.Background()) }()
	for _, rewrite := range []string{`UPDATE reviews SET note = 'another'`, `DELETE FROM reviews`} {
		if _, err := conn.Exec(t.Context(), rewrite); err == nil {
			t.Errorf("%s is done", rewrite)
		}
	}
}

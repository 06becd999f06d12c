package accessreview_test

import (
	"encoding/hex"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accessreview"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

// Kept, changed, removed, and one's own left open: that is what stays, whatever happens afterwards.
func TestWhatWasFoundStays(t *testing.T) {
	t.Parallel()
	p := open(t)
	lee := p.Username(p.anna, "lee", access.Levels{access.Calendar: access.Full})
	r := p.start()
	p.must(p.confirm(p.june, r, p.kim))
	save := accountaccess.SetPrivileges{Link: lee.Links[0].ID, Version: 1, Levels: []*accountaccess.LevelInput{{Section: access.Calendar, Level: access.View}}}
	dbtest.Must[[]*ent.Link](t)(accountaccess.Save(p.As(p.anna.Owner), p.Log, p.anna.ID, []accountaccess.SetPrivileges{save}))
	p.must(p.confirm(p.anna.Owner, r, lee))
	p.must(p.confirm(p.june, r, p.anna.Owner))
	dbtest.Must[*accountaccess.Removed](t)(accountaccess.DeleteUsername(p.As(p.anna.Owner), p.Log, p.anna.ID, p.june.Links[0].ID))

	finished := dbtest.Must[*ent.AccessReview](t)(accessreview.Finish(p.As(p.anna.Owner), p.Log, p.anna.ID, r.ID, accessreview.FinishInput{}))
	if finished.Kept != 2 || finished.Changed != 1 || finished.Removed != 1 || finished.LeftOpen != 0 || finished.FinishedBy != "anna-owner" {
		t.Errorf("%+v", finished)
	}
	dbtest.Must[*accountaccess.Removed](t)(accountaccess.DeleteUsername(p.As(p.anna.Owner), p.Log, p.anna.ID, lee.Links[0].ID))
	items := p.items(p.anna.Owner, finished)
	if i := items["lee"]; *i.Decision != accessreview.Change || *i.DecidedBy != "anna-owner" || i.Levels() != (access.Levels{access.Calendar: access.View}) || i.SetBy != "anna-owner" {
		t.Errorf("lee: %+v", i)
	}
	if i := items["june"]; *i.Decision != accessreview.Remove || *i.DecidedBy != "anna-owner" {
		t.Errorf("june: %+v", i)
	}
	if i := items["anna-owner"]; !i.Owner || *i.Decision != accessreview.Keep || *i.DecidedBy != "june" {
		t.Errorf("anna: %+v", i)
	}
	if i := items["kim"]; *i.Decision != accessreview.Keep || *i.DecidedBy != "june" || i.Version != 1 {
		t.Errorf("kim: %+v", i)
	}
	p.toldWithHash(finished)
	p.Owner(`ALTER TABLE access_reviews DISABLE TRIGGER finished_once`)
	p.Owner(`UPDATE access_reviews SET content = replace(content, 'lee', 'leo')`)
	one := dbtest.Must[*ent.AccessReview](t)(accessreview.One(p.As(p.anna.Owner), p.Log, p.anna.ID, r.ID))
	if intact := dbtest.Must[*bool](t)(accessreview.Intact(p.As(p.anna.Owner), p.Log, one)); *intact {
		t.Error("what was altered is said to be intact")
	}
}

// toldWithHash looks for the one event that tells of the end of a review.
func (p *practice) toldWithHash(r *ent.AccessReview) {
	p.t.Helper()
	var told []activity.Event
	for _, e := range p.Events(p.anna.ID) {
		if e.Code == "access.reviewed" {
			told = append(told, e)
		}
	}
	if len(told) != 1 || told[0].Changes["hash"].([]any)[1] != hex.EncodeToString(r.Hash) {
		p.t.Errorf("told: %+v", told)
	}
	if intact := dbtest.Must[*bool](p.t)(accessreview.Intact(p.As(p.anna.Owner), p.Log, r)); !*intact {
		p.t.Error("it is not intact")
	}
}

// Nobody confirms their own access: it is left open, and says why.
func TestNobodyReviewsThemselves(t *testing.T) {
	t.Parallel()
	p := open(t)
	r := p.start()
	p.refused(p.confirm(p.june, r, p.june), problem.Forbidden)
	_, err := p.attempt(p.june, p.anna.ID, `INSERT INTO access_decisions (id, account_id, review_id, link_id, username_id, version, kind, decider_id, decided_by, decided_at)
		VALUES ($1, $2, $3, $4, $5, 1, 'KEEP', $5, 'june', now())`, uuid.New(), p.anna.ID, r.ID, p.june.Links[0].ID, p.june.Username)
	if err == nil || !strings.Contains(err.Error(), "access_decisions_by_another") {
		t.Errorf("past the API: %v", err)
	}
	p.must(p.confirm(p.june, r, p.anna.Owner))
	_, err = accessreview.Finish(p.As(p.june), p.Log, p.anna.ID, r.ID, accessreview.FinishInput{})
	p.refused(err, problem.BadUserInput)
	p.must(p.confirm(p.june, r, p.kim))
	finished := dbtest.Must[*ent.AccessReview](t)(accessreview.Finish(p.As(p.june), p.Log, p.anna.ID, r.ID, accessreview.FinishInput{}))
	if i := p.items(p.june, finished)["june"]; finished.LeftOpen != 1 || i.Decision != nil || *i.Open != accessreview.Own {
		t.Errorf("%+v: %+v", finished, i)
	}
}

// What is changed after it was confirmed asks for another decision, and what is old is not taken.
func TestADecisionIsOnWhatWasLookedAt(t *testing.T) {
	t.Parallel()
	p := open(t)
	r := p.start()
	p.must(p.confirm(p.june, r, p.kim))
	save := accountaccess.SetPrivileges{Link: p.kim.Links[0].ID, Version: 1, Levels: []*accountaccess.LevelInput{{Section: access.Clients, Level: access.Full}}}
	dbtest.Must[[]*ent.Link](t)(accountaccess.Save(p.As(p.anna.Owner), p.Log, p.anna.ID, []accountaccess.SetPrivileges{save}))
	if i := p.items(p.june, r)["kim"]; i.Decision != nil || *i.Open != accessreview.Undecided {
		t.Errorf("kim: %+v", i)
	}
	save.Version, save.Levels[0].Level = 2, access.View
	dbtest.Must[[]*ent.Link](t)(accountaccess.Save(p.As(p.anna.Owner), p.Log, p.anna.ID, []accountaccess.SetPrivileges{save}))
	_, err := accessreview.Confirm(p.As(p.june), p.Log, p.anna.ID, r.ID, p.kim.Links[0].ID, 2)
	p.refused(err, problem.Conflict)
	p.must(p.confirm(p.june, r, p.kim))
	if i := p.items(p.june, r)["kim"]; i.Decision == nil || *i.Decision != accessreview.Change {
		t.Errorf("kim: %+v", i)
	}
}

// Of many who start, decide or finish at once one does; the others are told.
func TestOneOfManyAtOnce(t *testing.T) {
	t.Parallel()
	p := open(t)
	ids := make([]uuid.UUID, 8)
	p.atOnce(8, func(n int) error {
		r, err := accessreview.Start(p.As([]*access.Viewer{p.anna.Owner, p.june}[n%2]), p.Log, p.anna.ID)
		ids[n] = r.ID
		return err
	}, 8)
	r := dbtest.Must[*ent.AccessReview](t)(accessreview.Open(p.As(p.june), p.Log, p.anna.ID))
	for _, id := range ids {
		if id != r.ID {
			t.Errorf("two are open: %s, %s", id, r.ID)
		}
	}
	p.atOnce(8, func(n int) error { return p.confirm([]*access.Viewer{p.anna.Owner, p.june}[n%2], r, p.kim) }, 1)
	p.atOnce(8, func(int) error {
		_, err := accessreview.Finish(p.As(p.june), p.Log, p.anna.ID, r.ID, accessreview.FinishInput{LeaveOpen: true})
		return err
	}, 1)
	p.refused(p.confirm(p.june, r, p.anna.Owner), problem.Conflict)
}

// atOnce expects so many of n to be done, and a conflict for the others.
func (p *practice) atOnce(n int, do func(n int) error, want int32) {
	p.t.Helper()
	var done atomic.Int32
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() {
			switch err := do(i); {
			case err == nil:
				done.Add(1)
			case problem.As(err) == nil || problem.As(err).Code != problem.Conflict:
				p.t.Error(err)
			}
		})
	}
	wait.Wait()
	if done.Load() != want {
		p.t.Errorf("%d did, want %d", done.Load(), want)
	}
}

// Another account's review, and a link of another account, are not there; the second wall says so too.
func TestAnotherAccount(t *testing.T) {
	t.Parallel()
	p := open(t)
	ben := p.Account("ben")
	r := p.start()
	theirs := dbtest.Must[*ent.AccessReview](t)(accessreview.Start(p.As(ben.Owner), p.Log, ben.ID))
	for _, attack := range []func() error{
		func() error { _, err := accessreview.One(p.As(ben.Owner), p.Log, ben.ID, r.ID); return err },
		func() error { _, err := accessreview.One(p.As(ben.Owner), p.Log, p.anna.ID, r.ID); return err },
		func() error {
			_, err := accessreview.Confirm(p.As(ben.Owner), p.Log, ben.ID, r.ID, p.kim.Links[0].ID, 1)
			return err
		},
		func() error {
			_, err := accessreview.Confirm(p.As(ben.Owner), p.Log, ben.ID, theirs.ID, p.kim.Links[0].ID, 1)
			return err
		},
		func() error {
			_, err := accessreview.Finish(p.As(ben.Owner), p.Log, ben.ID, r.ID, accessreview.FinishInput{LeaveOpen: true})
			return err
		},
	} {
		if err := attack(); err == nil {
			t.Error("done")
		}
	}
	for _, table := range []string{"access_reviews", "access_decisions"} {
		if n, err := p.attempt(ben.Owner, p.anna.ID, `SELECT FROM `+table); err != nil || n != 0 {
			t.Errorf("%s: %d, %v", table, n, err)
		}
	}
}

// What is finished is not changed, not even by whoever owns the database; what is open is only finished, and in
// one's own name.
func TestOnlyEverFinished(t *testing.T) {
	t.Parallel()
	p := open(t)
	r := p.start()
	p.must(p.confirm(p.june, r, p.kim))
	for _, statement := range []string{
		`UPDATE access_reviews SET started_by = 'june', finished_at = now(), finisher_id = $1, finished_by = 'june', hash = ''`,
		`UPDATE access_reviews SET finished_at = now(), finisher_id = $1, finished_by = 'anna-owner', hash = ''`,
		`UPDATE access_reviews SET note = $1::text`,
		`DELETE FROM access_reviews WHERE $1 IS NOT NULL`,
		`UPDATE access_decisions SET decider_id = $1`,
	} {
		if _, err := p.attempt(p.june, p.anna.ID, statement, p.june.Username); err == nil {
			t.Errorf("done: %s", statement)
		}
	}
	dbtest.Must[*ent.AccessReview](t)(accessreview.Finish(p.As(p.june), p.Log, p.anna.ID, r.ID, accessreview.FinishInput{LeaveOpen: true}))
	late := `INSERT INTO access_decisions (id, account_id, review_id, link_id, username_id, version, kind, decider_id, decided_by, decided_at)
		VALUES ($1, $2, $3, $4, $5, 1, 'KEEP', $6, 'june', now())`
	if _, err := p.attempt(p.june, p.anna.ID, late, uuid.New(), p.anna.ID, r.ID, p.anna.Owner.Links[0].ID, p.anna.Owner.Username, p.june.Username); err == nil {
		t.Error("decided after the end")
	}
	for _, statement := range []string{`UPDATE access_reviews SET note = 'x'`, `DELETE FROM access_reviews`, `DELETE FROM access_decisions`, `TRUNCATE access_decisions`} {
		if p.tryOwner(statement) == nil {
			t.Errorf("done: %s", statement)
		}
	}
}

// Whoever may not see the Activity Log learns of no use; whoever may learns what was unused for 90 days.
func TestUnused(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Owner(`UPDATE links SET created_at = now() - interval '91 days' WHERE username_name IN ('kim', 'anna-owner')`)
	r := p.start()
	items := p.items(p.anna.Owner, r)
	if !*items["kim"].Unused || items["kim"].LastUsedAt != nil || *items["anna-owner"].Unused || *items["june"].Unused {
		t.Errorf("kim %v, anna %v, june %v", *items["kim"].Unused, *items["anna-owner"].Unused, *items["june"].Unused)
	}
	blind := p.Username(p.anna, "blind", access.Levels{access.AccountAccess: access.Full})
	if i := p.items(blind, r)["kim"]; i.Unused != nil || i.LastUsedAt != nil {
		t.Errorf("%+v", i)
	}
}

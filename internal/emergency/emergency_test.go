package emergency_test

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/dbtest"
	"lanyard/internal/emergency"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// Both walls open at the start and shut at the end, without anybody's doing.
func TestBothWallsKnowItsTime(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Client(p.anna, "Zelda", "Quince")
	expect := func(when string, want bool) {
		t.Helper()
		if decided, shown := p.holds(time.Now().UnixMicro()); decided != want || shown != want {
			t.Errorf("%s: decided %v, shown %v", when, decided, shown)
		}
	}
	expect("before", false)
	id := p.start()
	expect("while it runs", true)
	p.Owner(`UPDATE emergencies SET started_at = started_at - interval '2 hours', until = until - interval '2 hours'`)
	p.Owner(`UPDATE privileges SET valid_from = valid_from - interval '2 hours', valid_until = valid_until - interval '2 hours' WHERE source = 'EMERGENCY'`)
	expect("when it has run out", false)

	for range 2 {
		p.must(nil, emergency.RunOut(t.Context(), p.DB, p.Log))
	}
	ended := 0
	for _, e := range p.Events(p.anna.ID) {
		if e.Code == "emergency.ended" && e.Emergency == id && e.ActorName == "system:emergencies" {
			ended++
		}
	}
	if ended != 1 {
		t.Errorf("its end is recorded %d times", ended)
	}
	p.start()
	expect("anew", true)
	p.must(nil, emergency.EndMine(p.As(p.june), p.Log, p.anna.ID, time.Now().UnixMicro()))
	expect("ended by herself", false)
}

// Of many who start at once one does.
func TestOneRunsAtATime(t *testing.T) {
	t.Parallel()
	p := open(t)
	var done atomic.Int32
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			switch err := p.tryStart(); {
			case err == nil:
				done.Add(1)
			case problem.As(err) == nil || problem.As(err).Code != problem.Conflict:
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if done.Load() != 1 {
		t.Errorf("%d run", done.Load())
	}
}

// Owner and second contact are told with the start; of the contact's mail the account's list shows nothing.
func TestOwnerAndContactAreTold(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.start()
	shown := dbtest.Must[*page.Page[*ent.Notice]](t)(accountaccess.Notices(p.As(p.anna.Owner), p.Log, p.anna.ID, page.Args{First: 9})).Nodes
	if len(shown) != 1 || accountaccess.NoticeSentence(shown[0]) != "june has opened a part of this account in an emergency. Whoever runs it sees in Account Access what and why, and can end it." {
		t.Errorf("%+v", shown)
	}
	if mailed := as[string](p, &access.Viewer{}, `SELECT string_agg(email || ' ' || to_owner, ', ' ORDER BY email) FROM take_mails(9)`); mailed != "anna@example.com true, zoe@example.com false" {
		t.Errorf("mailed to %s", mailed)
	}
}

// What is done during it says so, also what is read; before and after it does not.
func TestEventsCarryIt(t *testing.T) {
	t.Parallel()
	p := open(t)
	id := p.start()
	kim := p.Username(p.anna, "kim", access.Levels{}).Links[0].ID
	act := func() { p.must(accountaccess.RequirePasswordChange(p.As(p.june), p.Log, p.anna.ID, kim, "seen")) }
	act()
	p.must(nil, emergency.EndMine(p.As(p.june), p.Log, p.anna.ID, time.Now().UnixMicro()))
	p.june = p.Reload(p.june.Username)
	act()
	carried := map[string]int{}
	for _, e := range p.Events(p.anna.ID) {
		if e.Emergency == id {
			carried[e.Code]++
		}
	}
	if carried["emergency.started"] != 1 || carried["password.forced"] != 1 || carried["emergency.ended"] != 1 || len(carried) != 3 {
		t.Errorf("%v", carried)
	}
}

// The second wall lets nobody open what is not settled, whatever they say.
func TestTheSecondWallOpensWhatIsSettled(t *testing.T) {
	t.Parallel()
	p := open(t)
	kim := p.Username(p.anna, "kim", access.Everything())
	start := func(v *access.Viewer, why, wanted string, minutes int) string {
		var none any
		err := attempt(p, v, &none, `SELECT start_emergency(uuidv7(), $1, $2, $3, uuidv7())`, why, wanted, minutes)
		var refused *pgconn.PgError
		if errors.As(err, &refused) {
			return refused.Code
		}
		p.must(nil, err)
		return ""
	}
	const why = "A client is in danger."
	for name, code := range map[string]string{
		"not eligible":         start(kim, why, `{"CLIENTS": 1}`, 60),
		"the owner":            start(p.anna.Owner, why, `{"CLIENTS": 1}`, 60),
		"above what is there":  start(p.june, why, `{"NOTES": 2}`, 60),
		"not settled":          start(p.june, why, `{"PSYCHOTHERAPY_NOTES": 1}`, 60),
		"what runs the place":  start(p.june, why, `{"ACCOUNT_ACCESS": 2}`, 60),
		"no such level":        start(p.june, why, `{"CLIENTS": 3}`, 60),
		"nothing":              start(p.june, why, `{}`, 60),
		"without a reason":     start(p.june, "              .", `{"CLIENTS": 1}`, 60),
		"for longer":           start(p.june, why, `{"CLIENTS": 1}`, 241),
		"ended before it runs": start(p.june, why, `{"CLIENTS": 1}`, 0),
	} {
		if code != "42501" {
			t.Errorf("%s: %q", name, code)
		}
	}
	if code := start(p.june, why, `{"CLIENTS": 1}`, 60); code != "" {
		t.Fatal(code)
	}
	if code := start(p.june, why, `{"CLIENTS": 1}`, 60); code != "42501" {
		t.Errorf("another while it runs: %q", code)
	}
	p.Owner(`UPDATE emergency_settings SET levels = '{"ACCOUNT_ACCESS": "FULL"}'; UPDATE emergencies SET ended_at = now()`)
	if code := start(p.june, why, `{"ACCOUNT_ACCESS": 2}`, 60); code != "23514" {
		t.Errorf("what runs the place, were it settled: %q", code)
	}
}

// review says past the API that all emergencies were justified, and counts them.
const review = `WITH c AS (UPDATE emergencies SET reviewed_at = now(), reviewer_id = me(), reviewer = (SELECT name FROM usernames WHERE id = me()), justified = true, finding = 'fine' RETURNING 1) SELECT count(*)::int FROM c`

// Nobody reviews their own emergency by a second username, on either wall: not by one that they added before, and
// not by one that came in afterwards, whoever let it in.
func TestItsReviewerIsSomebodyElse(t *testing.T) {
	t.Parallel()
	p := open(t)
	kim := p.Username(p.anna, "kim", access.Everything())
	added := dbtest.Must[*ent.Link](t)(accountaccess.AddUsername(p.As(p.june), p.Prover, p.anna.ID, accountaccess.AddUsernameInput{Username: "pat", Password: "violet harbour kettle"}))
	pat := p.Reload(added.UsernameID)
	id := p.start()
	late := p.Username(p.anna, "late", access.Everything())
	p.must(nil, emergency.EndMine(p.As(p.june), p.Log, p.anna.ID, time.Now().UnixMicro()))
	for _, c := range []struct {
		by   *access.Viewer
		want string
	}{
		{pat, "Whoever used this emergency access let you into this account. Somebody whom others let in reviews it."},
		{late, "You were let into this account after this emergency access had begun. Somebody who could enter it before reviews it."},
	} {
		_, err := emergency.Review(p.As(c.by), p.Log, p.anna.ID, id, emergency.ReviewInput{Justified: true, Finding: "fine"})
		if refused := problem.As(err); refused == nil || refused.Code != problem.Forbidden || refused.Message != c.want {
			t.Errorf("%s reviews: %v", c.by.Name, err)
		}
		if as[int](p, c.by, review) != 0 {
			t.Errorf("%s reviews past the API", c.by.Name)
		}
	}
	p.must(emergency.Review(p.As(kim), p.Log, p.anna.ID, id, emergency.ReviewInput{Justified: true, Finding: "fine"}))
}

// Past the API nobody gives what an emergency opens, ends another's, reviews their own or settles anything.
func TestTheSecondWallOfTheRest(t *testing.T) {
	t.Parallel()
	p := open(t)
	kim := p.Username(p.anna, "kim", access.Everything())
	id := p.start()
	none := p.Username(p.anna, "none", access.Levels{})
	if n := as[int](p, kim, `WITH c AS (UPDATE privileges SET level = 2, valid_until = NULL WHERE source = 'EMERGENCY' RETURNING 1) SELECT count(*)::int FROM c`); n != 0 {
		t.Error("what an emergency opens was changed")
	}
	if n := as[int](p, kim, `SELECT count(*)::int FROM privileges WHERE source = 'EMERGENCY'`); n != 0 {
		t.Error("it is shown as if it were given")
	}
	var refused *pgconn.PgError
	if err := attempt(p, kim, new(string), `INSERT INTO privileges (id, account_id, link_id, username_id, section, level, granted_by, granted_by_name, granted_at, route, source, emergency_id, valid_from, valid_until)
		SELECT uuidv7(), account_id, link_id, username_id, 'REPORTS', 2, me(), 'kim', now(), 'EMERGENCY', 'EMERGENCY', id, now(), now() + interval '1 year' FROM emergencies`); !errors.As(err, &refused) || refused.Code != "42501" {
		t.Errorf("it was given: %v", err)
	}
	if as[bool](p, none, `SELECT end_emergency($1)`, id) {
		t.Error("ended by somebody who runs nothing")
	}
	if as[int](p, kim, review) != 0 {
		t.Error("reviewed while it runs")
	}
	if !as[bool](p, p.anna.Owner, `SELECT end_emergency($1)`, id) {
		t.Error("the owner could not end it")
	}
	if as[int](p, p.june, review) != 0 || as[int](p, none, review) != 0 {
		t.Error("reviewed by herself, or by somebody who runs nothing")
	}
	if err := attempt(p, kim, new(int), `WITH c AS (UPDATE emergencies SET reviewed_at = now(), reviewer_id = $1, reviewer = 'anna-owner', justified = true, finding = 'fine' RETURNING 1) SELECT count(*)::int FROM c`, p.anna.Owner.Username); !errors.As(err, &refused) || refused.Code != "42501" {
		t.Errorf("reviewed in another's name: %v", err)
	}
	if as[int](p, kim, review) != 1 || as[int](p, p.anna.Owner, review) != 0 {
		t.Error("reviewed not once")
	}
	if as[int](p, kim, `WITH c AS (UPDATE emergency_settings SET links = ARRAY[(SELECT id FROM links WHERE username_id = me())] RETURNING 1) SELECT count(*)::int FROM c`) != 0 {
		t.Error("settled by another than the owner")
	}
}

// It ends with its link, and no later than it.
func TestItEndsWithItsLink(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.start()
	soon := time.Now().Add(5 * time.Minute)
	l := p.june.Links[0].ID
	p.must(accountaccess.SetTimes(p.As(p.anna.Owner), p.Log, p.anna.ID, accountaccess.LinkTimes{Link: l, Version: 1, Until: &soon}))
	if until := as[time.Time](p, p.anna.Owner, `SELECT until FROM emergencies`); until.After(soon) {
		t.Errorf("until %s", until)
	}
	p.must(accountaccess.SetTimes(p.As(p.anna.Owner), p.Log, p.anna.ID, accountaccess.LinkTimes{Link: l, Version: 2}))
	if decided, _ := p.holds(soon.Add(time.Minute).UnixMicro()); decided {
		t.Error("it is longer again with its link")
	}
	p.must(accountaccess.DeleteUsername(p.As(p.anna.Owner), p.Log, p.anna.ID, l))
	if by := as[string](p, p.anna.Owner, `SELECT ended_by FROM emergencies WHERE ended_at IS NOT NULL`); by != "anna-owner" {
		t.Errorf("ended by %s", by)
	}
}

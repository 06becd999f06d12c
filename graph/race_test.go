package graph

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/signin"
)

// together starts all at the same moment and waits for them.
func together(do ...func()) {
	var ready, done sync.WaitGroup
	start := make(chan struct{})
	for _, f := range do {
		ready.Add(1)
		done.Go(func() {
			ready.Done()
			<-start
			f()
		})
	}
	ready.Wait()
	close(start)
	done.Wait()
}

const (
	lower  = `mutation($a: ID!, $l: ID!) { setPrivileges(account: $a, input: [{link: $l, version: 1, levels: [{section: ACCOUNT_ACCESS, level: %s}]}]) { __typename } }`
	remove = `mutation($a: ID!, $l: ID!) { deleteUsername(account: $a, link: $l) { deleted } }`
)

// attacks are what two people with Full Access to Account Access can do to each other.
var attacks = map[string]string{"lower to View Only": fmt.Sprintf(lower, "VIEW"), "lower to No Access": fmt.Sprintf(lower, "NONE"), "delete": remove}

// steward is a username that runs an account without owning it.
type steward struct {
	viewer *access.Viewer
	link   string
}

func (s *stage) steward() steward {
	s.t.Helper()
	id := s.g.username(s.a.ID)
	link := s.g.link(id, s.a.ID, window{}, access.Everything())
	return steward{s.w.Reload(id), globalid.New("Link", s.a.ID, link).String()}
}

// Two people who take each other's rights away at the same moment: whoever comes second has
// no right to do it any more. With the second wall down too, since each must hold alone.
func TestStewardsAgainstEachOther(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	duels := func(walls string) {
		for first, one := range attacks {
			for second, other := range attacks {
				t.Run(walls+", "+first+" against "+second, func(t *testing.T) {
					s.t, s.g.t = t, t
					for range 4 {
						s.duel(one, other)
					}
				})
			}
		}
		s.t, s.g.t = t, t
	}
	duels("both walls")
	lowerSecondWall(s.g)
	duels("the first wall alone")
}

func (s *stage) duel(one, other string) {
	s.t.Helper()
	x, y := s.steward(), s.steward()
	var first, second reply
	var failed [2]error
	id := globalid.OfAccount(s.a.ID).String()
	together(
		func() { first, failed[0] = s.send(x.viewer, one, map[string]any{"a": id, "l": y.link}) },
		func() { second, failed[1] = s.send(y.viewer, other, map[string]any{"a": id, "l": x.link}) },
	)
	if failed[0] != nil || failed[1] != nil {
		s.t.Fatal(failed)
	}
	if (len(first.Errors) == 0) == (len(second.Errors) == 0) {
		s.t.Errorf("one of the two should succeed:\n%s\n%s", first.raw, second.raw)
	}
	for _, r := range []reply{first, second} {
		if code := r.code(); code != "" && code != "NOT_FOUND" && code != "FORBIDDEN" && code != "CONFLICT" {
			s.t.Errorf("%s", r.raw)
		}
	}
	if s.stewardsLeft() == 0 {
		s.t.Fatal("nobody runs the account any more")
	}
}

func (s *stage) stewardsLeft() int {
	return one[int](s.g, `SELECT count(*) FROM links l JOIN privileges p ON p.link_id = l.id
		WHERE l.account_id = $1 AND l.ended_at IS NULL AND p.section = 'ACCOUNT_ACCESS' AND p.level = 2`, s.a.ID)
}

// Once the answer to a revocation is there, no request that begins after it succeeds.
func TestRevokedWhileReading(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	for range 8 {
		s.revoke()
	}
}

func (s *stage) revoke() {
	s.t.Helper()
	username := s.g.username(s.a.ID)
	link := s.g.link(username, s.a.ID, window{}, access.Levels{access.Clients: access.View})
	id := globalid.OfAccount(s.a.ID).String()
	var revoked, ended atomic.Bool
	var before, after atomic.Int64
	read := func() {
		for !ended.Load() {
			late := revoked.Load()
			v, err := signin.Reload(s.t.Context(), s.w.DB, username, uuid.Nil)
			if err != nil {
				s.t.Error(err)
				return
			}
			r, err := s.send(v, `query($a: ID!) { account(id: $a) { clients { totalCount nodes { lastName } } } }`, map[string]any{"a": id})
			if err != nil {
				s.t.Error(err)
				return
			}
			if late {
				after.Add(1)
			} else if len(r.Errors) == 0 {
				before.Add(1)
			}
			if late && len(r.Errors) == 0 {
				s.t.Errorf("answered after it was revoked: %s", r.raw)
			}
		}
	}
	revoke := func() {
		for before.Load() < 3 && !s.t.Failed() {
			runtime.Gosched()
		}
		r, err := s.send(s.a.Owner, `mutation($a: ID!, $l: ID!) { setPrivileges(account: $a, input: [{link: $l, version: 1, levels: [{section: CLIENTS, level: NONE}]}]) { __typename } }`,
			map[string]any{"a": id, "l": globalid.New("Link", s.a.ID, link).String()})
		if err != nil || len(r.Errors) > 0 {
			s.t.Error(err, r.raw)
		}
		revoked.Store(true)
		for after.Load() < 6 && !s.t.Failed() {
			runtime.Gosched()
		}
		ended.Store(true)
	}
	together(read, read, read, revoke)
}

// A find that is used twice at once joins once.
func TestJoinedTwiceAtOnce(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	for range 6 {
		v, _ := s.viewer(access.Everything(), access.Levels{})
		s.prepare(s.schema.Mutation.Fields.ForName("joinAccount"), v)
		variables := map[string]any{"a": globalid.OfAccount(s.a.ID).String(), "f": s.call.said["find"]()}
		replies := s.twice(v, `mutation($a: ID!, $f: ID!) { joinAccount(account: $a, find: $f) { account { id } } }`, variables)
		if done := succeeded(replies); done != 1 {
			t.Errorf("%d of two succeeded: %s\n%s", done, replies[0].raw, replies[1].raw)
		}
		links := one[int](s.g, `SELECT count(*) FROM links WHERE username_id = $1 AND account_id = $2 AND ended_at IS NULL`, v.Username, s.c.ID)
		events := one[int](s.g, `SELECT count(*) FROM events WHERE actor_id = $1 AND account_id = $2 AND code = 'link.joined' AND outcome = 'OK'`, v.Username, s.c.ID)
		if links != 1 || events != 1 {
			t.Errorf("%d links, %d events", links, events)
		}
	}
}

func (s *stage) twice(v *access.Viewer, query string, variables map[string]any) [2]reply {
	s.t.Helper()
	var replies [2]reply
	var failed [2]error
	together(
		func() { replies[0], failed[0] = s.send(v, query, variables) },
		func() { replies[1], failed[1] = s.send(v, query, variables) },
	)
	if failed[0] != nil || failed[1] != nil {
		s.t.Fatal(failed)
	}
	return replies
}

func succeeded(replies [2]reply) (n int) {
	for _, r := range replies {
		if len(r.Errors) == 0 {
			n++
		}
	}
	return n
}

// A copy that is sent twice at once is made once, and both are told the same.
func TestCopiedTwiceAtOnce(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	f := s.schema.Mutation.Fields.ForName("copyCodes")
	for range 6 {
		full := access.OwnerLevels()
		v, _ := s.viewer(full, full)
		before := one[int](s.g, `SELECT count(*) FROM diagnosis_codes WHERE account_id = $1`, s.a.ID)
		query, variables := s.call.operation(s.schema.Mutation, f, " job created replaced skipped")
		replies := s.twice(v, query, variables)
		after := one[int](s.g, `SELECT count(*) FROM diagnosis_codes WHERE account_id = $1`, s.a.ID)
		if succeeded(replies) != 2 || replies[0].raw != replies[1].raw || after != before+1 {
			t.Errorf("%d rows became %d:\n%s\n%s", before, after, replies[0].raw, replies[1].raw)
		}
		done := one[int](s.g, `SELECT count(*) FROM events WHERE actor_id = $1 AND account_id = $2 AND code = 'codes.copy.done' AND action = 'U'`, v.Username, s.a.ID)
		if done != 1 {
			t.Errorf("%d events of one copy", done)
		}
	}
}

// Of two saves of the practice's data that are based on the same version one is refused.
func TestPracticeSavedTwiceAtOnce(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	for range 6 {
		version := one[int](s.g, `SELECT version FROM accounts WHERE id = $1`, s.a.ID)
		save := func(name string) (reply, error) {
			return s.send(s.a.Owner, `mutation($a: ID!, $v: Int!, $n: String!) { editPractice(account: $a, version: $v, input: {practiceName: $n, providerName: "Dr", email: "a@example.com", timeZone: "UTC"}) { account { version } } }`,
				map[string]any{"a": globalid.OfAccount(s.a.ID).String(), "v": version, "n": name})
		}
		var replies [2]reply
		var failed [2]error
		together(
			func() { replies[0], failed[0] = save(fmt.Sprint("one ", version)) },
			func() { replies[1], failed[1] = save(fmt.Sprint("other ", version)) },
		)
		if failed[0] != nil || failed[1] != nil || succeeded(replies) != 1 || replies[0].code()+replies[1].code() != "CONFLICT" {
			t.Fatalf("%v: %s\n%s", failed, replies[0].raw, replies[1].raw)
		}
	}
}

// A second press finds the sign-in ended: it is signed out, as it wished, and told once.
func TestSignOutTwice(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	v, _ := s.viewer(access.OwnerLevels(), access.OwnerLevels())
	v.SignIn = s.rows["SignIn"]
	for range 2 {
		if r := s.ask(v, `mutation { signOut { signedOut } }`, nil); len(r.Errors) > 0 {
			t.Error(r.raw)
		}
	}
	if n := one[int](s.g, `SELECT count(*) FROM events WHERE code = 'logout' AND actor_id = $1`, v.Username); n != 1 {
		t.Errorf("told %d times", n)
	}
}

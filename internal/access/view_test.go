package access_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

// given takes away what emergencies open.
func given(v *access.Viewer) *access.Viewer {
	for i := range v.Links {
		v.Links[i].Emergency = nil
	}
	return v
}

// A view allows what both may, of reading alone, in the one account.
func TestAViewIsTheLower(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	accounts := []uuid.UUID{uuid.New(), uuid.New(), uuid.New()}
	allowed := 0
	for range 20000 {
		seed := r.Uint64()
		own := func() *access.Viewer { return randomViewer(rand.New(rand.NewPCG(seed, 1)), accounts) }
		other := given(randomViewer(r, accounts))
		looks, account, now := own(), accounts[0], r.Int64N(8)
		looks.LookAs(access.Look{Account: account, Seen: other.Link(account)})
		s, need, asked := access.Section(r.IntN(access.SectionCount)), access.Level(r.IntN(3)), accounts[r.IntN(2)]
		may := asked == account && need == access.View && s != access.PsychotherapyNotes &&
			access.Decide(given(own()), asked, s, need, now) && access.Decide(other, asked, s, need, now)
		if got := access.Decide(looks, asked, s, need, now); got != may {
			t.Fatalf("%s %s: %v, and it may be %v", s, need, got, may)
		}
		if may {
			allowed++
		}
	}
	if allowed == 0 {
		t.Error("nothing is ever allowed")
	}
}

func TestAViewOfNobodyReachesNothing(t *testing.T) {
	account := uuid.New()
	v := linkWith(account, access.Clients, access.Privilege{Level: access.Full})
	v.LookAs(access.Look{Account: account})
	if !v.Looking() || len(v.Links) > 0 || access.Member(v, account, 1) {
		t.Errorf("%+v", v)
	}
}

// What is shown of the seen username is what it holds, where whoever looks may see the section too.
func TestWhatAViewShows(t *testing.T) {
	account := uuid.New()
	v, seen := linkWith(account, access.Clients, access.Privilege{Level: access.View}), access.Link{Account: account}
	seen.Privileges[access.Clients].Level, seen.Privileges[access.Payments].Level = access.Full, access.Full
	v.LookAs(access.Look{Account: account, Seen: &seen})
	if shown := v.Shown(account, 1); shown != (access.Levels{access.Clients: access.Full}) {
		t.Errorf("%v", shown)
	}
}

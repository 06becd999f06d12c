package access_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

func linkWith(account uuid.UUID, s access.Section, p access.Privilege) *access.Viewer {
	l := access.Link{Account: account}
	l.Privileges[s] = p
	return &access.Viewer{Links: []access.Link{l}}
}

// Every level against every need: the whole truth table of the decision.
func TestDecideTruthTable(t *testing.T) {
	account := uuid.New()
	for _, s := range access.Sections() {
		for held := access.None; held <= access.Full; held++ {
			for need := access.None; need <= access.Full; need++ {
				v := linkWith(account, s, access.Privilege{Level: held})
				want := need != access.None && held >= need
				if got := access.Decide(v, account, s, need, 1); got != want {
					t.Errorf("%s held %s need %s: got %v", s, held, need, got)
				}
				if access.Decide(v, uuid.New(), s, need, 1) {
					t.Errorf("%s: allowed in another account", s)
				}
			}
		}
	}
}

func TestDecideRefusesWhatIsAbsent(t *testing.T) {
	account := uuid.New()
	if access.Decide(nil, account, access.Clients, access.View, 1) {
		t.Error("allowed without a viewer")
	}
	if access.Decide(&access.Viewer{}, account, access.Clients, access.View, 1) {
		t.Error("allowed without a link")
	}
	v := linkWith(account, access.Clients, access.Privilege{Level: access.Full})
	if access.Decide(v, account, access.Section(200), access.View, 1) {
		t.Error("allowed in an unknown section")
	}
}

func TestDecideWindow(t *testing.T) {
	account := uuid.New()
	window := access.Window{From: 10, Until: 20}
	for now, want := range map[int64]bool{9: false, 10: true, 19: true, 20: false} {
		v := linkWith(account, access.Notes, access.Privilege{Level: access.View, Window: window})
		if got := access.Decide(v, account, access.Notes, access.View, now); got != want {
			t.Errorf("privilege at %d: got %v", now, got)
		}
		v = linkWith(account, access.Notes, access.Privilege{Level: access.View})
		v.Links[0].Window = window
		if got := access.Decide(v, account, access.Notes, access.View, now); got != want {
			t.Errorf("link at %d: got %v", now, got)
		}
		if got := access.Member(v, account, now); got != want {
			t.Errorf("member at %d: got %v", now, got)
		}
	}
}

func TestExplainEqualsDecide(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	accounts := []uuid.UUID{uuid.New(), uuid.New(), uuid.New()}
	for range 20000 {
		v := randomViewer(r, accounts)
		account := accounts[r.IntN(len(accounts))]
		s, need, now := access.Section(r.IntN(access.SectionCount)), access.Level(r.IntN(3)), r.Int64N(8)
		decided, explained := access.Decide(v, account, s, need, now), access.Explain(v, account, s, need, now)
		if decided != explained.Allowed {
			t.Fatalf("decide %v, explain %+v", decided, explained)
		}
		if explained.Allowed && explained.Held < need {
			t.Fatalf("allowed with %s where %s is needed", explained.Held, need)
		}
	}
}

func randomViewer(r *rand.Rand, accounts []uuid.UUID) *access.Viewer {
	v := &access.Viewer{}
	for _, a := range accounts[:r.IntN(len(accounts)+1)] {
		l := access.Link{Account: a, Window: randomWindow(r)}
		for s := range l.Privileges {
			l.Privileges[s] = access.Privilege{Level: access.Level(r.IntN(3)), Window: randomWindow(r)}
		}
		if r.IntN(2) == 0 {
			l.Emergency = &access.Emergency{Window: randomWindow(r)}
			for s := range l.Emergency.Levels {
				l.Emergency.Levels[s] = access.Level(r.IntN(3))
			}
		}
		v.Links = append(v.Links, l)
	}
	return v
}

func randomWindow(r *rand.Rand) access.Window {
	return access.Window{From: r.Int64N(4), Until: r.Int64N(8)}
}

func BenchmarkDecide(b *testing.B) {
	accounts := []uuid.UUID{uuid.New(), uuid.New(), uuid.New()}
	v := &access.Viewer{}
	for _, a := range accounts {
		l := access.Link{Account: a}
		l.Privileges[access.Clients].Level = access.View
		v.Links = append(v.Links, l)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if !access.Decide(v, accounts[2], access.Clients, access.View, 5) {
			b.Fatal("refused")
		}
	}
}

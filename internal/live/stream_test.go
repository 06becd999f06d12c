package live

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/globalid"
)

func member(accounts ...uuid.UUID) *access.Viewer {
	v := &access.Viewer{Username: uuid.New(), SignIn: uuid.New()}
	for _, a := range accounts {
		l := access.Link{ID: uuid.New(), Account: a}
		l.Privileges[access.Clients].Level = access.View
		v.Links = append(v.Links, l)
	}
	return v
}

// Whoever reads slowly keeps nobody waiting, and is told in the end to look at everything.
func TestSlowReader(t *testing.T) {
	var accounts []uuid.UUID
	for range mostNoticed + 1 {
		accounts = append(accounts, uuid.New())
	}
	s := newStream(nil, member(accounts...))
	now := time.Now().UnixMicro()
	for round := range 3 {
		for _, a := range accounts {
			s.notice(activity.Notice{Account: a, Section: "CLIENTS", Log: true}, now)
		}
		if noticed := s.take(); len(noticed) > mostNoticed || round == 0 && len(noticed) != 1 {
			t.Errorf("%d notices wait", len(noticed))
		} else if _, all := noticed[subject{kind: Everything}]; !all {
			t.Error("what was lost is not told")
		}
	}
}

// What was noticed is told to the viewer as it is now: a level that went meanwhile tells nothing.
func TestJudge(t *testing.T) {
	a, b, c := uuid.New(), uuid.New(), uuid.New()
	before, after := member(a, b), member(a, c)
	now := time.Now().UnixMicro()
	noticed := map[subject]detail{
		{Section, a, access.Clients}: {mine: true}, {Section, b, access.Clients}: {}, {Section, a, access.ActivityLog}: {},
		{kind: MySignIns}: {mine: true}, {kind: Everything}: {},
	}
	got := judge(standingOf(before, now), after, noticed, now)
	kinds := make([]Kind, len(got))
	touched := map[uuid.UUID]bool{}
	for i, change := range got {
		kinds[i] = change.Kind
		if change.Kind == MyAccess {
			touched[change.Account.AccountID()] = true
		}
	}
	if len(got) != 5 || kinds[0] != MyAccess || kinds[1] != MyAccess || kinds[2] != Everything || kinds[3] != MySignIns || kinds[4] != Section {
		t.Fatalf("told %v", kinds)
	}
	if !touched[b] || !touched[c] || touched[a] {
		t.Errorf("my access changed in %v", touched)
	}
	if last := got[4]; last.Account.AccountID() != a || *last.Section != access.Clients || !last.Mine {
		t.Errorf("%+v", last)
	}
	due := member(a)
	due.MustChangePassword = true
	if got := judge(standingOf(member(a), now), due, noticed, now); len(got) != 3 || got[0].Kind != MyAccess {
		t.Errorf("with a password that has to be changed: %v", got)
	}
}

// Of changes that are told together, a client is named only where all concern that one.
func TestOneClient(t *testing.T) {
	a, ida, otto := uuid.New(), uuid.New(), uuid.New()
	now := time.Now().UnixMicro()
	of := func(clients ...uuid.UUID) *globalid.ID {
		s := newStream(nil, member(a))
		for _, client := range clients {
			s.notice(activity.Notice{Account: a, Section: "CLIENTS", EntityType: "Disclosure", Entity: uuid.New(), Client: client}, now)
		}
		return judge(standingOf(s.viewer, now), s.viewer, s.take(), now)[0].Client
	}
	if got := of(ida, ida); got == nil || *got != globalid.New("Client", a, ida) {
		t.Errorf("twice of one client: %v", got)
	}
	for _, clients := range [][]uuid.UUID{{ida, otto}, {ida, otto, ida}, {ida, uuid.Nil}} {
		if got := of(clients...); got != nil {
			t.Errorf("of %v: %v", clients, got)
		}
	}
}

// Of changes that are told together, a thing is named only where all are of it.
func TestOneObject(t *testing.T) {
	a, ida, otto := uuid.New(), uuid.New(), uuid.New()
	now := time.Now().UnixMicro()
	of := func(rows ...uuid.UUID) *globalid.ID {
		s := newStream(nil, member(a))
		for _, row := range rows {
			s.notice(activity.Notice{Account: a, Section: "CLIENTS", EntityType: "Client", Entity: row, Log: true}, now)
		}
		changes := judge(standingOf(s.viewer, now), s.viewer, s.take(), now)
		if len(changes) != 1 {
			t.Fatalf("%v tells %v", rows, changes)
		}
		return changes[0].Object
	}
	if got := of(ida, ida); got == nil || *got != globalid.New("Client", a, ida) {
		t.Errorf("of one client, twice: %v", got)
	}
	for _, rows := range [][]uuid.UUID{{ida, otto}, {ida, otto, ida}, {ida, uuid.Nil}} {
		if got := of(rows...); got != nil {
			t.Errorf("of %v: %v", rows, got)
		}
	}
}

package dbtest_test

import (
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

func TestWorld(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("anna"), w.Account("ben")
	levels := access.Levels{access.Clients: access.View, access.AccountAccess: access.Full}
	v := w.Username(a, "master", levels)
	v = w.Join(v, b, access.Levels{access.Clients: access.Full})
	if got := v.Link(a.ID).Levels(1)[access.Clients]; got != access.View {
		t.Errorf("in a: %s", got)
	}
	if got := v.Link(b.ID).Levels(1)[access.Clients]; got != access.Full {
		t.Errorf("in b: %s", got)
	}
	for _, e := range w.Events(b.ID) {
		t.Logf("%s %s %s %s %v", e.Code, e.ActorName, e.Role, e.Outcome, e.Changes)
	}
}

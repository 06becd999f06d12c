package graph

import (
	"strings"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// A list over all accounts asks only those that let it: nothing is refused, and nothing is told of
// the others.
func TestAccountsHoldingSections(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	v, _ := s.viewer(access.Levels{access.Clients: access.View, access.Payments: access.Full}, access.Levels{access.Clients: access.Full})
	a, b := globalid.OfAccount(s.a.ID).String(), globalid.OfAccount(s.b.ID).String()
	for sections, want := range map[string][2]bool{
		"[]": {true, true}, "null": {true, true}, "[CLIENTS]": {true, true}, "[PAYMENTS]": {true, false},
		"[CLIENTS, PAYMENTS]": {true, false}, "[NOTES]": {false, false},
	} {
		r := s.ask(v, `{ viewer { accounts(holding: `+sections+`) { id } } }`, nil)
		if got := [2]bool{strings.Contains(r.raw, a), strings.Contains(r.raw, b)}; r.failed() || got != want {
			t.Errorf("%s: %v, want %v: %s", sections, got, want, r.raw)
		}
	}
}

package oauth

import (
	"slices"
	"strings"
	"testing"

	"lanyard/internal/access"
)

func TestScopes(t *testing.T) {
	all := Scopes()
	if !slices.Contains(all, "client_sessions:full") || slices.Contains(all, "activity_log:full") || len(all) != 2*(access.SectionCount-3)+1 {
		t.Error(all)
	}
	levels, err := readScope(strings.Join(all, " "))
	if err != nil {
		t.Fatal(err)
	}
	if asked, _ := readScope(""); asked != levels {
		t.Error("without a scope another thing is asked for than with all of them")
	}
}

// What is read as a scope is written the same, and never asks for more than a token can have.
func FuzzReadScope(f *testing.F) {
	for _, text := range []string{"", "clients:view calendar:full", "clients:full clients:view", "account_access:view", " ", "clients:", "CLIENTS:VIEW"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		levels, err := readScope(text)
		if err != nil {
			return
		}
		for _, s := range access.Sections() {
			if levels[s] > access.MostByToken(s) {
				t.Errorf("%q asks for %s to %s", text, levels[s].Title(), s.Title())
			}
		}
		if again, err := readScope(strings.Join(scopesOf(levels), " ")); err != nil || again != levels {
			t.Errorf("%q is written in another way", text)
		}
	})
}

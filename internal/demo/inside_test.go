package demo

import (
	"reflect"
	"strings"
	"testing"

	"lanyard/internal/password"
)

func TestPassphrasesAreAccepted(t *testing.T) {
	t.Parallel()
	if len(words) != 128 {
		t.Errorf("%d words", len(words))
	}
	seen := map[string]bool{}
	for range 300 {
		p := passphrase()
		if err := password.Check(p, practiceName, "theo.frontdesk"); err != nil {
			t.Errorf("%q: %v", p, err)
		}
		seen[p] = true
	}
	if len(seen) != 300 {
		t.Error("a passphrase came twice")
	}
	own := strings.ToLower(practiceName)
	for _, p := range newCast().people() {
		own += " " + p.username
	}
	for _, w := range words {
		if strings.Contains(own, w) {
			t.Errorf("%s is part of a name of the practice: a password must not hold it", w)
		}
	}
}

func TestTheSamePeopleEachTime(t *testing.T) {
	t.Parallel()
	first := invent(0)
	if len(first) != clientCount || !reflect.DeepEqual(first, invent(0)) || reflect.DeepEqual(first, invent(1)) {
		t.Error("not the same people, or the same for all")
	}
	names := map[string]bool{}
	children := 0
	for _, c := range first {
		names[c.FirstName+" "+c.LastName] = true
		if (c.ResponsibleParty != nil) != (*c.BirthDate > "2009") {
			t.Errorf("born %s, responsible: %v", *c.BirthDate, c.ResponsibleParty)
		}
		if c.ResponsibleParty != nil {
			children++
		}
	}
	if len(names) < clientCount-10 || children < 20 || children > 60 {
		t.Errorf("%d names, %d children", len(names), children)
	}
}

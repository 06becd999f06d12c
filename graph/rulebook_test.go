package graph

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

const goldenFile = "testdata/access.golden"

// need is one rule of a field, as access.golden says it: the words public, signedIn and
// member, or a section with a level; account names the argument that says where.
type need struct {
	rule, account string
	level         access.Level
}

// rulebook is access.golden, read without the code that wrote it: the tests expect what was
// reviewed, not what the schema says today.
type rulebook map[string][]need

func goldenLines(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

func readRulebook(t *testing.T) rulebook {
	t.Helper()
	book := rulebook{}
	for _, line := range goldenLines(t) {
		for _, more := range []string{", no token", ", no view", " if fresh"} {
			line = strings.TrimSuffix(line, more)
		}
		field, rules, _ := strings.Cut(line, " ")
		for _, words := range strings.Split(rules, " and ") {
			book[field] = append(book[field], readNeed(t, words))
		}
	}
	return book
}

func readNeed(t *testing.T, words string) need {
	t.Helper()
	rule, account, said := strings.Cut(words, " in ")
	n := need{rule: rule, account: "account"}
	if said {
		n.account = account
	}
	if section, level, guarded := strings.Cut(rule, " "); guarded {
		parsed, err := access.ParseLevel(level)
		if err != nil {
			t.Fatalf("%s: %q: %v", goldenFile, words, err)
		}
		n.rule, n.level = section, parsed
	}
	return n
}

// guarded tells whether the rule asks for a level in a section.
func (n need) guarded() bool { return n.level > access.None }

// entered tells whether the rule speaks of an account.
func (n need) entered() bool { return n.guarded() || n.rule == "member" }

// sections are those that guard any field.
func (b rulebook) sections(t *testing.T) []access.Section {
	t.Helper()
	var found []access.Section
	for _, needs := range b {
		for _, n := range needs {
			if !n.guarded() {
				continue
			}
			s, err := access.ParseSection(n.rule)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(found, s) {
				found = append(found, s)
			}
		}
	}
	slices.Sort(found)
	return found
}

// who is somebody who asks, in plain data: the level for each section of each account that
// may be entered.
type who struct {
	nobody, mustChange bool
	levels             map[uuid.UUID]access.Levels
}

// refused gives the codes with which these rules may refuse; none: the field is answered. in
// gives the account that an argument names.
func (w who) refused(needs []need, in func(argument string) uuid.UUID) []string {
	var codes []string
	for _, n := range needs {
		if code := w.refusedBy(n, in); code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}

func (w who) refusedBy(n need, in func(string) uuid.UUID) string {
	switch {
	case n.rule == "public":
		return ""
	case w.nobody:
		return "UNAUTHENTICATED"
	case n.rule == "signedIn":
		return ""
	case w.mustChange:
		return "FORBIDDEN"
	}
	levels, enters := w.levels[in(n.account)]
	if !enters {
		return "NOT_FOUND"
	}
	section, err := access.ParseSection(n.rule)
	if err == nil && levels[section] < n.level {
		return "FORBIDDEN"
	}
	return ""
}

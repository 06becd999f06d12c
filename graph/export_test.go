package graph

import (
	"strings"
	"testing"

	"lanyard/internal/access"
)

// Psychotherapy notes are in no export, whoever exports: not a word of them, and not that there are any.
func TestNoExportHasPsychotherapyNotes(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	owner, _ := s.viewer(access.OwnerLevels(), access.OwnerLevels())
	if access.OwnerLevels()[access.PsychotherapyNotes] != access.Full {
		t.Fatal("the owner must be one who may read them")
	}
	found := 0
	for _, f := range fieldsOf(s.schema.Query) {
		if !strings.HasPrefix(f.Name, "export") {
			continue
		}
		p := s.probe(f, s.schema.Types[f.Type.Name()], s.book["Query."+f.Name])
		r := s.ask(owner, p.query, p.variables)
		if len(r.Errors) > 0 || strings.Contains(r.raw, marker+" psychotherapy_notes") {
			t.Errorf("%s: %s", f.Name, r.raw)
		}
		// The log tells that they were opened, as it tells of everything.
		if f.Name != "exportActivity" && strings.Contains(strings.ToLower(r.raw), "psych") {
			t.Errorf("%s speaks of psychotherapy notes: %s", f.Name, r.raw)
		}
		found++
	}
	if found < 6 {
		t.Errorf("only %d exports found", found)
	}
}

package revision_test

import (
	"maps"
	"slices"
	"testing"

	"lanyard/internal/revision"
)

type record struct {
	name  string
	codes []string
}

var fields = revision.Fields[record]{
	{Name: "name", Of: func(r *record) any { return r.name }},
	{Name: "codes", Of: func(r *record) any { return r.codes }},
}

func TestWhatDiffers(t *testing.T) {
	current, wanted := &record{"Ann", []string{"F41.1"}}, &record{"Anna", []string{"F41.1"}}
	if got := fields.Theirs(current, wanted); len(got) != 1 || got["name"] != "Ann" {
		t.Errorf("theirs: %v", got)
	}
	wanted.codes = []string{"F41.1", "F32.9"}
	if got := fields.Theirs(current, nil); len(got) != 2 {
		t.Errorf("where nothing was typed: %v", got)
	}
	changed := fields.Changed(current, wanted)
	if got := slices.Sorted(maps.Keys(changed)); !slices.Equal(got, []string{"codes", "name"}) {
		t.Errorf("changed: %v", got)
	}
	for name, told := range changed {
		if told, ok := told.([]string); !ok || !slices.Equal(told, []string{"changed"}) {
			t.Errorf("%s: the log would hold %v", name, told)
		}
	}
}

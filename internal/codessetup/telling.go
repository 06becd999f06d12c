package codessetup

import "fmt"

// described is of how many entries an event tells the content; it counts and names all.
const described = 200

// Telling gathers what an event tells of many entries at once.
type Telling struct {
	changes map[string]any
	more    int
}

// Add tells what an entry held before and holds now: null where it is new, and else only what
// differs.
func (t *Telling) Add(name MasterFile, key string, was, now []Field) {
	if len(t.changes) == described {
		t.more++
		return
	}
	if t.changes == nil {
		t.changes = map[string]any{}
	}
	before, after := map[string]any{}, map[string]any{}
	for i, f := range now {
		held := Field{Private: f.Private}
		if len(was) > 0 {
			held = was[i]
		}
		if f.Value != held.Value {
			before[f.Name()], after[f.Name()] = held.open(), f.open()
		}
	}
	if t.changes[string(name)+" "+key] = []any{before, after}; len(was) == 0 {
		t.changes[string(name)+" "+key] = []any{nil, after}
	}
}

// open is a field's value as the log may hold it.
func (f Field) open() any {
	if f.Private {
		return "changed"
	}
	return f.Value
}

// Changes are what was told.
func (t *Telling) Changes() map[string]any {
	if t.more > 0 {
		t.changes["more"] = []any{fmt.Sprintf("%d further entries", t.more)}
	}
	return t.changes
}

package copycodes

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
)

// described is of how many entries an event tells the content; it counts and names all.
const described = 200

// changes are, for each entry, what Copy To held of it before and holds now: null where the
// entry is new, and else only what differs.
func (p plan) changes() map[string]any {
	changes := map[string]any{}
	for i, entry := range append(p.create[:len(p.create):len(p.create)], p.replace...) {
		if i == described {
			changes["more"] = []any{fmt.Sprintf("%d further entries", len(p.create)+len(p.replace)-described)}
			break
		}
		changes[string(entry.file)+" "+entry.ours.Key] = entry.change()
	}
	return changes
}

func (p pair) change() []any {
	before, after := map[string]any{}, map[string]any{}
	for i, f := range p.copied {
		was := codessetup.Field{Private: f.Private}
		if len(p.was) > 0 {
			was = p.was[i]
		}
		if f.Value != was.Value {
			before[f.Name()], after[f.Name()] = open(was), open(f)
		}
	}
	if p.theirs == nil {
		return []any{nil, after}
	}
	return []any{before, after}
}

// open is a field's value as the log may hold it.
func open(f codessetup.Field) any {
	if f.Private {
		return "changed"
	}
	return f.Value
}

// disclosure tells the account copied from how many entries of which files left it.
func (k copying) disclosure(p plan, job uuid.UUID) activity.Event {
	e := event(k.from, k.to, "codes.copy.done", activity.Read)
	e.Authorization = job
	counts := map[codessetup.MasterFile]int{}
	for _, entry := range append(p.create[:len(p.create):len(p.create)], p.replace...) {
		e.Entities = append(e.Entities, entry.ours.ID)
		counts[entry.file]++
	}
	e.RowCount, e.Changes = len(e.Entities), map[string]any{}
	for name, n := range counts {
		e.Changes[string(name)] = []any{fmt.Sprintf("%d copied out", n)}
	}
	return e
}

// noteRepeated tells that a job was sent again, and that its first result was read.
func (k copying) noteRepeated(ctx context.Context, job uuid.UUID) error {
	e := event(k.to, k.from, "codes.copy.repeated", activity.Read)
	e.Authorization = job
	return activity.Note(ctx, e)
}

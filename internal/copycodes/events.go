package copycodes

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
)

// changes are, for each entry, what Copy To held of it before and holds now.
func (p plan) changes() map[string]any {
	told := codessetup.Telling{}
	for _, entry := range append(p.create[:len(p.create):len(p.create)], p.replace...) {
		told.Add(entry.file, entry.ours.Key, entry.was, entry.copied)
	}
	return told.Changes()
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

package copycodes

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
)

// CodesDrift is what became different since it was copied.
type CodesDrift struct {
	// Compared is how many entries came from there and are still there.
	Compared int
	// Entries are those that differ.
	Entries []*CopyEntry
}

// Drift compares the entries that the account to has copied from the account from with what that
// one holds now, field by field, charges included. Both accounts' logs tell of it. It fails with
// BAD_USER_INPUT when both accounts are the same or no file is chosen.
func Drift(ctx context.Context, log *activity.Log, to, from uuid.UUID, names []codessetup.MasterFile) (*CodesDrift, error) {
	k := copying{to, from, true}
	if err := k.check(); err != nil {
		return nil, err
	}
	chosen, err := choose(names)
	if err != nil {
		return nil, err
	}
	var copied []pair
	drift := &CodesDrift{Entries: []*CopyEntry{}}
	for _, f := range chosen {
		pairs, err := k.pairs(ctx, log.Reader(), f)
		if err != nil {
			return nil, err
		}
		for _, p := range pairs {
			if p.theirs == nil || p.theirs.From == nil || *p.theirs.From != from {
				continue
			}
			copied = append(copied, p)
			if p.state() == Conflict {
				drift.Entries = append(drift.Entries, p.shown(from, nil))
			}
		}
	}
	drift.Compared = len(copied)
	return drift, k.noteRead(ctx, "codes.drift", copied)
}

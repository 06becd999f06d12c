package copycodes

import (
	"cmp"
	"context"
	"slices"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
)

// DriftState is how an entry of a file stands in two accounts.
type DriftState string

// The states of an entry that is not alike in both accounts.
const (
	Differs   DriftState = "DIFFERS"
	OnlyHere  DriftState = "ONLY_HERE"
	OnlyThere DriftState = "ONLY_THERE"
)

// FileDrift is how a whole master file of one account stands against that of another.
type FileDrift struct {
	File codessetup.MasterFile
	// Alike counts the entries that both have and that say the same.
	Alike, Differ, OnlyHere, OnlyThere int
	// Fields tell in how many entries each differs, the most often first.
	Fields []*FieldDrift
	// Entries are those that are not alike, in the order of their keys.
	Entries []*DriftEntry
}

// FieldDrift is a field that differs in so many entries.
type FieldDrift struct {
	Field   string
	Entries int
}

// DriftEntry is an entry that is not alike in both accounts.
type DriftEntry struct {
	Label, Description string
	State              DriftState
	// Differences are empty unless the entry differs.
	Differences []*CopyDifference

	key string
}

// Drift compares whole files of the account here with those of the account there, by natural
// keys and field by field, charges included: two statements a file. Both accounts' logs tell of
// it. It fails with BAD_USER_INPUT when both accounts are the same or no file is chosen.
func Drift(ctx context.Context, log *activity.Log, here, there uuid.UUID, names []codessetup.MasterFile) ([]*FileDrift, error) {
	k := copying{here, there, true}
	if err := k.check(); err != nil {
		return nil, err
	}
	chosen, err := choose(names)
	if err != nil {
		return nil, err
	}
	var compared sides
	drifts := make([]*FileDrift, len(chosen))
	for i, f := range chosen {
		pairs, rest, err := k.pairs(ctx, log.Reader(), f)
		if err != nil {
			return nil, err
		}
		compared.add(pairs, rest)
		drifts[i] = drift(f.Name(), pairs, rest)
	}
	return drifts, k.noteRead(ctx, "codes.drift", compared)
}

func drift(file codessetup.MasterFile, pairs []pair, rest []codessetup.Entry) *FileDrift {
	d := &FileDrift{File: file, Entries: []*DriftEntry{}, OnlyHere: len(rest)}
	for _, p := range pairs {
		switch p.state() {
		case Identical:
			d.Alike++
		case New:
			d.OnlyThere++
			d.tell(p.ours, OnlyThere, nil)
		case Conflict:
			d.Differ++
			d.tell(p.ours, Differs, p.differences())
		}
	}
	for _, e := range rest {
		d.tell(e, OnlyHere, nil)
	}
	slices.SortFunc(d.Entries, func(a, b *DriftEntry) int { return cmp.Compare(a.key, b.key) })
	d.Fields = tally(d.Entries)
	return d
}

func (d *FileDrift) tell(e codessetup.Entry, state DriftState, differences []*CopyDifference) {
	d.Entries = append(d.Entries, &DriftEntry{e.Label, e.Description, state, append([]*CopyDifference{}, differences...), e.Key})
}

func tally(entries []*DriftEntry) []*FieldDrift {
	fields := []*FieldDrift{}
	for _, e := range entries {
		for _, d := range e.Differences {
			i := slices.IndexFunc(fields, func(f *FieldDrift) bool { return f.Field == d.Field })
			if i < 0 {
				i, fields = len(fields), append(fields, &FieldDrift{Field: d.Field})
			}
			fields[i].Entries++
		}
	}
	slices.SortStableFunc(fields, func(a, b *FieldDrift) int { return b.Entries - a.Entries })
	return fields
}

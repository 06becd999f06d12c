package copycodes

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/codessetup"
	"lanyard/internal/problem"
)

// entryKey is an entry by its natural key.
type entryKey struct {
	file codessetup.MasterFile
	key  string
}

func (p pair) key() entryKey { return entryKey{p.file, p.ours.Key} }

func needs(p pair) []entryKey {
	keys := make([]entryKey, len(p.ours.Needs))
	for i, need := range p.ours.Needs {
		keys[i] = entryKey{need.File.Name(), need.Key}
	}
	return keys
}

// needed are the entries of files that were not chosen which the pairs need and Copy To has not, or
// has otherwise.
func (k copying) needed(ctx context.Context, c *ent.Client, chosen []codessetup.File, pairs []pair) ([]pair, error) {
	wanted := map[entryKey]bool{}
	for _, p := range pairs {
		for _, key := range needs(p) {
			wanted[key] = true
		}
	}
	var needed []pair
	for _, f := range codessetup.Files {
		if slices.Contains(chosen, f) || !ofFile(wanted, f.Name()) {
			continue
		}
		of, _, err := k.pairs(ctx, c, f)
		if err != nil {
			return nil, err
		}
		needed = append(needed, slices.DeleteFunc(of, func(p pair) bool { return p.state() == Identical || !wanted[p.key()] })...)
	}
	return needed, nil
}

func ofFile(keys map[entryKey]bool, name codessetup.MasterFile) bool {
	for key := range keys {
		if key.file == name {
			return true
		}
	}
	return false
}

// inState are the pairs of a state, by their keys.
func inState(pairs []pair, state CopyState) map[entryKey]pair {
	found := map[entryKey]pair{}
	for _, p := range pairs {
		if p.state() == state {
			found[p.key()] = p
		}
	}
	return found
}

// needsOf are those of some entries that a pair needs.
func (p pair) needsOf(some map[entryKey]pair, from uuid.UUID) (ids []EntryID) {
	for _, key := range needs(p) {
		if need, ok := some[key]; ok {
			ids = append(ids, EntryID{key.file, from, need.ours.ID})
		}
	}
	return ids
}

// whole fails with BAD_USER_INPUT when an entry of the plan needs one that Copy To has not and
// that is not copied with it.
func (p plan) whole(missing map[entryKey]pair) error {
	copied := map[entryKey]bool{}
	for _, entry := range p.create {
		copied[entry.key()] = true
	}
	for _, entry := range slices.Concat(p.create, p.replace) {
		for _, key := range needs(entry) {
			if need, lacking := missing[key]; lacking && !copied[key] {
				return problem.Invalid("entries", "%s needs %s, which the account does not have yet. Copy it as well.", entry.ours.Label, need.ours.Label)
			}
		}
	}
	return nil
}

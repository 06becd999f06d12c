package copycodes

import (
	"context"
	"slices"

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

// needed are the entries of files that were not chosen which the pairs need and Copy To has not.
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
		needed = append(needed, slices.DeleteFunc(of, func(p pair) bool { return p.theirs != nil || !wanted[p.key()] })...)
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

// missing are the pairs that Copy To has not, by their keys.
func missing(pairs []pair) map[entryKey]pair {
	missing := map[entryKey]pair{}
	for _, p := range pairs {
		if p.theirs == nil {
			missing[p.key()] = p
		}
	}
	return missing
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

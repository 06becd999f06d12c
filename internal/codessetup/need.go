package codessetup

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/problem"
)

// Need is an entry of another file that an entry names by its natural key: it cannot be in an
// account without it.
type Need struct {
	File File
	Key  string
	// Column names it; Fault says that it is not there.
	Column, Fault string
}

func (n Need) field() string { return Field{Column: n.Column}.Name() }

func (f *file[T, F]) needsOf(in F) []Need {
	if f.needs == nil {
		return nil
	}
	return f.needs(in)
}

// met fails with BAD_USER_INPUT when the account has not what a form needs. The account must be
// locked.
func (f *file[T, F]) met(ctx context.Context, c *ent.Client, account uuid.UUID, in F) error {
	had := keysOf{c: c, account: account}
	for _, need := range f.needsOf(in) {
		keys, err := had.in(ctx, need.File)
		if err != nil {
			return err
		}
		if !keys[need.Key] {
			return problem.Invalid(need.field(), "%s", need.Fault)
		}
	}
	return nil
}

// keysOf are the natural keys of an account's files, each file read once.
type keysOf struct {
	c       *ent.Client
	account uuid.UUID
	read    map[MasterFile]map[string]bool
}

func (k *keysOf) in(ctx context.Context, f File) (map[string]bool, error) {
	if keys, ok := k.read[f.Name()]; ok {
		return keys, nil
	}
	entries, err := f.Entries(ctx, k.c, k.account)
	if err != nil {
		return nil, err
	}
	keys := make(map[string]bool, len(entries))
	for _, e := range entries {
		keys[e.Key] = true
	}
	if k.read == nil {
		k.read = map[MasterFile]map[string]bool{}
	}
	k.read[f.Name()] = keys
	return keys, nil
}

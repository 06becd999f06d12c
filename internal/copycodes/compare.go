package copycodes

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/internal/codessetup"
	"lanyard/internal/database"
)

// pair is an entry of Copy From with the one of Copy To that has the same natural key.
type pair struct {
	file codessetup.MasterFile
	ours codessetup.Entry
	// theirs is nil when Copy To has none.
	theirs *codessetup.Entry
	// was and copied are what would be copied: what Copy To holds of it, if anything, and what
	// Copy From holds.
	was, copied []codessetup.Field
	fingerprint string
}

// compare pairs the entries of the files, file by file in the order of the keys, and with them
// what they need of other files and Copy To has not.
func (k copying) compare(ctx context.Context, c *ent.Client, chosen []codessetup.File) ([]pair, error) {
	var pairs []pair
	for _, f := range chosen {
		of, _, err := k.pairs(ctx, c, f)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, of...)
	}
	needed, err := k.needed(ctx, c, chosen, pairs)
	return append(needed, pairs...), err
}

// pairs reads a file in both accounts, a statement each, and gives also what only Copy To has.
// Row-level security decides on each side by itself.
func (k copying) pairs(ctx context.Context, c *ent.Client, f codessetup.File) (pairs []pair, rest []codessetup.Entry, err error) {
	ours, err := f.Entries(database.In(ctx, k.from), c, k.from)
	if err != nil {
		return nil, nil, err
	}
	theirs, err := f.Entries(database.In(ctx, k.to), c, k.to)
	if err != nil {
		return nil, nil, err
	}
	byKey := make(map[string]*codessetup.Entry, len(theirs))
	for i := range theirs {
		byKey[theirs[i].Key] = &theirs[i]
	}
	pairs = make([]pair, len(ours))
	for i, e := range ours {
		pairs[i] = k.pair(f.Name(), e, byKey[e.Key])
		delete(byKey, e.Key)
	}
	for _, e := range theirs {
		if byKey[e.Key] != nil {
			rest = append(rest, e)
		}
	}
	return pairs, rest, nil
}

func (k copying) pair(name codessetup.MasterFile, ours codessetup.Entry, theirs *codessetup.Entry) pair {
	p := pair{file: name, ours: ours, theirs: theirs, copied: k.crossing(ours.Fields)}
	if theirs != nil {
		p.was = k.crossing(theirs.Fields)
	}
	p.fingerprint = k.fingerprint(p)
	return p
}

// crossing are the fields that go from one account to the other: never its own, and charges
// only when they were asked for.
func (k copying) crossing(fields []codessetup.Field) []codessetup.Field {
	var crossing []codessetup.Field
	for _, f := range fields {
		if !f.Own && (k.charges || f.Column != billingcode.FieldDefaultCharge) {
			crossing = append(crossing, f)
		}
	}
	return crossing
}

func (p pair) state() CopyState {
	if p.theirs == nil {
		return New
	}
	if len(p.differences()) == 0 {
		return Identical
	}
	return Conflict
}

func (p pair) differences() []*CopyDifference {
	differences := []*CopyDifference{}
	for i, was := range p.was {
		if ours := p.copied[i]; ours.Value != was.Value {
			differences = append(differences, &CopyDifference{was.Name(), text(was.Value), text(ours.Value)})
		}
	}
	return differences
}

func text(value any) string {
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}

// side is what a fingerprint covers of one side.
type side struct {
	ID     uuid.UUID
	Key    string
	Fields []codessetup.Field
}

// fingerprint changes with everything that the preview showed and Copy Now would write, on
// either side. It is no secret: it only tells that nothing has changed.
func (k copying) fingerprint(p pair) string {
	sides := []side{{p.ours.ID, p.ours.Key, p.copied}}
	if p.theirs != nil {
		sides = append(sides, side{p.theirs.ID, p.theirs.Key, p.was})
	}
	raw, _ := json.Marshal([]any{k.to, k.from, k.charges, p.file, sides}) // ids, texts and numbers always encode
	sum := sha256.Sum256(raw)
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

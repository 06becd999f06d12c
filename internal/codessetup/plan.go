package codessetup

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
)

// plan is what an import will do.
type plan struct {
	create []Row
	// replace are rows that differ from what they hold, was.
	replace []Row
	was     [][]Field
	same    int
	// compared are the entries that the file speaks of, as they are.
	compared []seen
	faults   []ImportFault
}

// seen is an entry in the version that was seen.
type seen struct {
	ID      uuid.UUID
	Version int
}

func (p *plan) ids() []uuid.UUID {
	ids := make([]uuid.UUID, len(p.compared))
	for i, s := range p.compared {
		ids[i] = s.ID
	}
	return ids
}

// fingerprint changes with the file and with everything that the plan was compared with. It is no
// secret: it only tells that nothing has changed.
func (p *plan) fingerprint(account uuid.UUID, name MasterFile, csv string) string {
	raw, _ := json.Marshal([]any{account, name, csv, p.compared}) // ids, texts and numbers always encode
	sum := sha256.Sum256(raw)
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

// plan implements File: a statement for the file, and one for each that its entries need.
func (f *file[T, F]) plan(ctx context.Context, c *ent.Client, account uuid.UUID, csv string) (*plan, error) {
	s, err := readSheet(csv, f.headings())
	if err != nil {
		return nil, err
	}
	rows, err := f.store.find(ctx, c, byKey, inAccount(account), unlimited)
	if err != nil {
		return nil, err
	}
	had := make(map[string]saved[F], len(rows))
	for _, row := range rows {
		if one := f.stored(row); !one.System {
			had[one.Key] = one
		}
	}
	i := importing[T, F]{file: f, sheet: s, had: had, keys: keysOf{c: c, account: account}, lines: map[string]int{}}
	i.plan.faults = s.faults
	for _, line := range s.lines {
		if err := i.add(ctx, line); err != nil {
			return nil, err
		}
	}
	return &i.plan, nil
}

package copycodes

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
)

// keepReplaced keeps what the entries of a file hold that are about to be replaced.
func (k copying) keepReplaced(ctx context.Context, tx *activity.Tx, f codessetup.File, job uuid.UUID, pairs []pair) error {
	var kept []codessetup.Kept
	var ids []uuid.UUID
	for _, p := range pairs {
		if p.file == f.Name() {
			kept = append(kept, codessetup.Kept{ID: p.theirs.ID, Version: p.theirs.Version + 1})
			ids = append(ids, p.theirs.ID)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	before, err := f.Snapshot(ctx, tx, k.to, ids)
	if err != nil {
		return err
	}
	for i := range kept {
		if kept[i].Before = before[kept[i].ID]; kept[i].Before == nil {
			return errors.New("keep what a copy replaces: an entry is gone")
		}
	}
	return k.keep(ctx, tx, f.Name(), job, kept)
}

// keepCreated keeps which entries of a file the copy added.
func (k copying) keepCreated(ctx context.Context, tx *activity.Tx, f codessetup.File, job uuid.UUID, ids []uuid.UUID) error {
	kept := make([]codessetup.Kept, len(ids))
	for i, id := range ids {
		kept[i] = codessetup.Kept{ID: id, Version: firstVersion}
	}
	return k.keep(ctx, tx, f.Name(), job, kept)
}

// firstVersion is that of a new entry.
const firstVersion = 1

// atOnce is how many rows one INSERT adds.
const atOnce = 1000

func (k copying) keep(ctx context.Context, tx *activity.Tx, name codessetup.MasterFile, job uuid.UUID, kept []codessetup.Kept) error {
	for chunk := range slices.Chunk(kept, atOnce) {
		create := make([]*ent.CopiedEntryCreate, len(chunk))
		for i, e := range chunk {
			create[i] = tx.CopiedEntry.Create().SetAccountID(k.to).SetJobID(job).SetFile(string(name)).SetEntryID(e.ID).SetVersion(e.Version)
			if e.Before != nil {
				create[i].SetBefore(e.Before)
			}
		}
		if err := tx.CopiedEntry.CreateBulk(create...).Exec(ctx); err != nil {
			return fmt.Errorf("keep what a copy did: %w", err)
		}
	}
	return nil
}

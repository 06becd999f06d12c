package copycodes

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/copiedentry"
	"lanyard/ent/gen/ent/copyjob"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// undoableFor is how long a copy can be undone.
const undoableFor = 30 * 24 * time.Hour

// UndoCopyCodesPayload is what undoing a copy did.
type UndoCopyCodesPayload struct {
	Job               uuid.UUID
	Removed, Restored int
	Kept              []*KeptEntry
}

// KeptEntry is an entry that was left as it is, with the reason.
type KeptEntry struct {
	File          codessetup.MasterFile
	ID, Account   uuid.UUID
	Label, Reason string
}

// UndoCopyCodes takes a copy to the account back: what it added is removed, and what it replaced
// gets back what it held before, as far as nobody has changed it since. It fails with NOT_FOUND
// for a job that this account does not have, and with CONFLICT for one that was undone already
// or is too old.
func UndoCopyCodes(ctx context.Context, log *activity.Log, account, job uuid.UUID) (*UndoCopyCodesPayload, error) {
	u := undoing{account: account, done: &UndoCopyCodesPayload{Job: job, Kept: []*KeptEntry{}}}
	e := event(account, uuid.Nil, "codes.copy.undone", activity.Update)
	e.Authorization = job
	err := log.Change(database.In(ctx, account), e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		// As a copy and an edit do: what is read here is still so when it is written.
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		from, err := u.claim(ctx, tx)
		if err != nil {
			return err
		}
		if err := u.undo(ctx, tx, e); err != nil {
			return err
		}
		e.Counterpart = from
		told := event(from, account, e.Code, activity.Execute)
		told.Authorization, told.RowCount = job, e.RowCount
		tx.Also(told)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return u.done, nil
}

// undoing is a copy job on its way back.
type undoing struct {
	account uuid.UUID
	entries []*ent.CopiedEntry
	done    *UndoCopyCodesPayload
}

// claim marks the job as undone and reads what it did; it gives the account copied from.
func (u *undoing) claim(ctx context.Context, tx *activity.Tx) (uuid.UUID, error) {
	job, err := tx.CopyJob.Query().Where(copyjob.ID(u.done.Job), copyjob.AccountID(u.account)).Only(ctx)
	if err != nil {
		return uuid.Nil, err
	}
	u.entries, err = tx.CopiedEntry.Query().Where(copiedentry.JobID(job.ID), copiedentry.AccountID(u.account)).All(ctx)
	if err != nil {
		return uuid.Nil, fmt.Errorf("read what the copy did: %w", err)
	}
	if err := undoable(job, len(u.entries)); err != nil {
		return uuid.Nil, err
	}
	n, err := tx.CopyJob.Update().Where(copyjob.ID(job.ID), copyjob.AccountID(u.account), copyjob.UndoneAtIsNil()).SetUndoneAt(time.Now()).Save(ctx)
	if err == nil && n == 0 {
		err = problem.Missing()
	}
	return job.FromAccountID, err
}

func undoable(job *ent.CopyJob, kept int) error {
	switch {
	case job.UndoneAt != nil:
		return problem.New(problem.Conflict, "This copy was undone already.").With("undoneAt", job.UndoneAt.UTC().Format(time.RFC3339))
	case time.Since(job.CreatedAt) > undoableFor:
		return problem.New(problem.Conflict, "A copy can be undone for 30 days. This one is older.")
	case kept != job.Created+job.Replaced:
		return problem.New(problem.Conflict, "This copy was made before copies could be undone.")
	}
	return nil
}

func (u *undoing) undo(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
	// What was replaced is given back first: it may have held on to what is removed.
	restored, err := u.restore(ctx, tx)
	if err != nil {
		return err
	}
	removed, err := u.remove(ctx, tx)
	if err != nil {
		return err
	}
	e.Entities = slices.Concat(removed, restored)
	if err := u.keep(ctx, tx, e.Entities); err != nil {
		return err
	}
	u.done.Removed, u.done.Restored = len(removed), len(restored)
	e.RowCount = len(e.Entities)
	e.Changes = map[string]any{"entries": []any{fmt.Sprintf("%d removed, %d restored, %d kept", len(removed), len(restored), len(u.done.Kept))}}
	return nil
}

// remove takes away what the copy added. The server's role deletes nothing: see remove_copied in
// the walls.
func (u *undoing) remove(ctx context.Context, tx *activity.Tx) ([]uuid.UUID, error) {
	rows, err := tx.Query(ctx, `SELECT remove_copied($1)`, u.done.Job)
	if err != nil {
		return nil, fmt.Errorf("remove what a copy added: %w", err)
	}
	return pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
}

func (u *undoing) restore(ctx context.Context, tx *activity.Tx) (restored []uuid.UUID, err error) {
	for _, f := range codessetup.Files {
		var kept []codessetup.Kept
		for _, e := range u.entries {
			if e.File == string(f.Name()) && e.Before != nil {
				kept = append(kept, codessetup.Kept{ID: e.EntryID, Version: e.Version, Before: e.Before})
			}
		}
		ids, err := f.Restore(ctx, tx, u.account, kept)
		if err != nil {
			return nil, err
		}
		restored = append(restored, ids...)
	}
	return restored, nil
}

// keep tells of the entries that were left, file by file in the order of their keys.
func (u *undoing) keep(ctx context.Context, tx *activity.Tx, undone []uuid.UUID) error {
	left := map[entryID]*ent.CopiedEntry{}
	for _, e := range u.entries {
		left[entryID{codessetup.MasterFile(e.File), e.EntryID}] = e
	}
	for _, f := range codessetup.Files {
		for _, id := range undone {
			delete(left, entryID{f.Name(), id})
		}
	}
	if len(left) == 0 {
		return nil
	}
	for _, f := range codessetup.Files {
		there, err := f.Entries(ctx, tx.Client, u.account)
		if err != nil {
			return err
		}
		for _, entry := range there {
			id := entryID{f.Name(), entry.ID}
			if left[id] == nil {
				continue
			}
			u.left(id, entry.Label, whyLeft(entry, left[id]))
			delete(left, id)
		}
	}
	for id := range left {
		u.left(id, "", "It is not there any more.")
	}
	return nil
}

func (u *undoing) left(id entryID, label, reason string) {
	u.done.Kept = append(u.done.Kept, &KeptEntry{File: id.file, ID: id.id, Account: u.account, Label: label, Reason: reason})
}

// users are what can use an entry of a file, where that is neither an appointment nor a service code.
var users = map[string]string{
	string(codessetup.Locations.Name()): "A client session", string(codessetup.PaymentTypes.Name()): "A payment",
	string(codessetup.Payers.Name()): "A policy", string(codessetup.ReferringProviders.Name()): "A policy",
}

func whyLeft(now codessetup.Entry, copied *ent.CopiedEntry) string {
	switch {
	case now.Version != copied.Version:
		return "It was changed since the copy."
	case copied.Before == nil:
		return cmp.Or(users[copied.File], "An appointment or a service code") + " uses it."
	}
	return "What it used before is not there any more."
}

package codessetup

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Add adds an entry. It fails with BAD_USER_INPUT, also when the account has such an entry
// already.
func (f *file[T, F]) Add(ctx context.Context, log *activity.Log, account uuid.UUID, in F) (added T, err error) {
	row, err := f.row(&in)
	if err != nil {
		return added, err
	}
	e := f.event(account, "codes.added", activity.Create)
	e.RowCount, e.Changes = 1, Changes(nil, row.Fields)
	err = log.Change(database.In(ctx, account), e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		if err := f.met(ctx, tx.Client, account, in); err != nil {
			return err
		}
		rows, err := f.store.create(ctx, tx.Client, account, []Row{row})
		if err != nil {
			return f.taken(err, in)
		}
		added, e.Entities = rows[0], []uuid.UUID{f.entry(rows[0]).ID}
		return nil
	})
	return added, err
}

// Edit changes an entry. It fails with BAD_USER_INPUT, also for a system code, with NOT_FOUND,
// and with CONFLICT when version is not the current one. The account is locked, as it is while
// codes are copied to it: what was read here is still so when it is written.
func (f *file[T, F]) Edit(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in F) (saved T, err error) {
	row, err := f.row(&in)
	if err != nil {
		return saved, err
	}
	row.ID, row.Version = id, version
	e := f.event(account, "codes.edited", activity.Update)
	e.Entities, e.RowCount = []uuid.UUID{id}, 1
	err = log.Change(database.In(ctx, account), e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		before, err := f.one(ctx, tx.Client, account, id)
		if err != nil {
			return err
		}
		was := f.entry(before)
		if err := editable(was, row); err != nil {
			return err
		}
		if err := f.met(ctx, tx.Client, account, in); err != nil {
			return err
		}
		e.Changes = Changes(was.Fields, row.Fields)
		if err := f.Replace(ctx, tx, account, []Row{row}); err != nil {
			return f.taken(err, in)
		}
		saved, err = f.one(ctx, tx.Client, account, id)
		return err
	})
	return saved, err
}

// editable refuses to change a system entry, and an entry that has changed since.
func editable(was Entry, row Row) error {
	if was.System {
		return problem.Invalid("id", "This is one of the three codes that every account has. It cannot be changed.")
	}
	if was.Version == row.Version {
		return nil
	}
	theirs := map[string]any{}
	for i, f := range was.Fields {
		if f.Value != row.Fields[i].Value {
			theirs[f.Name()] = f.Value
		}
	}
	return problem.New(problem.Conflict, "Someone has changed this entry since you opened it. Nothing was saved.").
		With("version", was.Version).With("theirs", theirs)
}

// taken turns the refusal of a second entry with the same natural key into a problem.
func (f *file[T, F]) taken(err error, in F) error {
	if _, there := database.AlreadyThere(err); there {
		return problem.Invalid(f.keyField(in), "There is such an entry already.")
	}
	return err
}

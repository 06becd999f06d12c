package codessetup

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

func (f *file[T]) add(ctx context.Context, log *activity.Log, account uuid.UUID, in form) (added T, err error) {
	row, err := in.row()
	if err != nil {
		return added, err
	}
	e := f.event(account, "codes.added", activity.Create)
	e.RowCount, e.Changes = 1, Changes(nil, row.Fields)
	err = log.Change(database.In(ctx, account), e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		rows, err := f.create(ctx, tx.Client, account, []Row{row})
		if err != nil {
			return taken(err, in)
		}
		added, e.Entities = rows[0], []uuid.UUID{f.entry(rows[0]).ID}
		return nil
	})
	return added, err
}

// edit changes an entry. The account is locked, as it is while codes are copied to it: what
// was read here is still so when it is written.
func (f *file[T]) edit(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in form) (saved T, err error) {
	row, err := in.row()
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
		e.Changes = Changes(was.Fields, row.Fields)
		if err := f.Replace(ctx, tx, account, []Row{row}); err != nil {
			return taken(err, in)
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
func taken(err error, in form) error {
	if _, there := database.AlreadyThere(err); there {
		return problem.Invalid(in.keyField(), "There is such an entry already.")
	}
	return err
}

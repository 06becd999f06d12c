package apps

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// LetIn lets an app into an account as it was looked at, or changes the most that it may do there. It holds on its
// next request. It fails with CONFLICT when the app has changed since.
func LetIn(ctx context.Context, log *activity.Log, account uuid.UUID, clientID string, version int, wanted []*access.SectionLevel) (let *App, err error) {
	levels, err := readLevels(wanted)
	if err != nil {
		return nil, err
	}
	id := parsedID(clientID)
	err = log.Change(database.In(ctx, account), event(account, id, "app.let_in", activity.Update, ""), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		name, before, err := letIn(ctx, tx, id, version, levels)
		if err != nil {
			return err
		}
		e.Changes = map[string]any{"app": []any{name, name}}
		tell(e.Changes, before, levels)
		let, err = one(ctx, tx, account, id)
		return err
	})
	return let, err
}

func letIn(ctx context.Context, tx *activity.Tx, id uuid.UUID, version int, levels access.Levels) (name string, before access.Levels, err error) {
	var old map[string]uint8
	var done bool
	err = row(ctx, tx, []any{&name, &old, &done}, `SELECT * FROM let_app_in($1, $2, $3)`, id, version, levels.Numbered())
	if err == nil && !done {
		err = problem.New(problem.Conflict, "This app was changed since you looked at it. Nothing was saved. Close this, and look at the app as it is now.")
	}
	return name, access.NumberedLevels(old), err
}

// ShutOut shuts an app out of an account. It gives the app as the account still sees it, nil where it does not,
// and how many people had let it in there.
func ShutOut(ctx context.Context, log *activity.Log, account, id uuid.UUID) (left *App, people int, err error) {
	viewer := access.ViewerFrom(ctx)
	err = log.Change(database.In(ctx, account), event(account, id, "app.shut_out", activity.Delete, ""), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		var name string
		if err := row(ctx, tx, []any{&name, &people}, `SELECT * FROM shut_app_out($1, $2)`, id, viewer.Name); err != nil {
			return err
		}
		e.Changes = map[string]any{"app": []any{name, name}}
		left, err = one(ctx, tx, account, id)
		return err
	})
	return left, people, err
}

// readLevels reads the most that an app may do. Nobody lets one do more than any token may.
func readLevels(wanted []*access.SectionLevel) (access.Levels, error) {
	levels, err := access.ReadLevels(wanted)
	if err != nil {
		return levels, err
	}
	for _, s := range access.Sections() {
		if most := access.MostByToken(s); levels[s] > most {
			return levels, problem.Invalid("levels", "An app has at most %s to %s.", most.Title(), s.Title())
		}
	}
	if levels == (access.Levels{}) {
		return levels, problem.Invalid("levels", "Choose at least one section.")
	}
	return levels, nil
}

// tell writes the sections whose level changes into an event.
func tell(changes map[string]any, before, after access.Levels) {
	for _, s := range access.Sections() {
		if before[s] != after[s] {
			changes[s.String()] = []any{before[s].String(), after[s].String()}
		}
	}
}

// row reads the one row that a door gives. Without one there was nothing to be done.
func row(ctx context.Context, tx *activity.Tx, into []any, query string, args ...any) error {
	rows, err := tx.Query(ctx, query, args...)
	if err != nil {
		return err
	}
	n, err := pgx.ForEachRow(rows, into, func() error { return nil })
	if err == nil && n.RowsAffected() == 0 {
		return problem.Missing()
	}
	return err
}

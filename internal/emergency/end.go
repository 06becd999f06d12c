package emergency

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/emergency"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Mine is the viewer's emergency that runs in an account; nil: none. Where none runs nothing is asked.
func Mine(ctx context.Context, log *activity.Log, account uuid.UUID, now int64) (*ent.Emergency, error) {
	running := access.ViewerFrom(ctx).EmergencyAt(account, now)
	if running == nil {
		return nil, nil //nolint:nilnil // none runs: null in the API
	}
	e, err := log.Reader().Emergency.Query().Where(emergency.ID(running.ID), emergency.AccountID(account)).Only(database.In(ctx, account))
	if ent.IsNotFound(err) {
		return nil, nil //nolint:nilnil // it has just ended
	}
	return e, err
}

var errOver = problem.New(problem.Conflict, "This emergency access is over already.")

// EndMine ends the viewer's emergency in an account.
func EndMine(ctx context.Context, log *activity.Log, account uuid.UUID, now int64) error {
	running := access.ViewerFrom(ctx).EmergencyAt(account, now)
	if running == nil {
		return errOver
	}
	return end(ctx, log, account, running.ID, func(context.Context, *activity.Tx) error { return nil })
}

// End ends an emergency of an account, and gives it as it is then.
func End(ctx context.Context, log *activity.Log, account, id uuid.UUID) (ended *ent.Emergency, err error) {
	err = end(ctx, log, account, id, func(ctx context.Context, tx *activity.Tx) error {
		ended, err = tx.Emergency.Query().Where(emergency.ID(id), emergency.AccountID(account)).Only(ctx)
		return err
	})
	return ended, err
}

func end(ctx context.Context, log *activity.Log, account, id uuid.UUID, then func(context.Context, *activity.Tx) error) error {
	ctx = database.In(ctx, account)
	return log.Change(ctx, of(account, "emergency.ended", activity.Delete, id), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		one, err := tx.Emergency.Query().Where(emergency.ID(id), emergency.AccountID(account)).Only(ctx)
		if err != nil {
			return err
		}
		e.Changes = map[string]any{"username": []any{one.Username, one.Username}}
		ended, err := database.Value[bool](tx.Query(ctx, `SELECT end_emergency($1)`, id))
		if err != nil {
			return err
		}
		if !ended {
			return errOver
		}
		return then(ctx, tx)
	})
}

// runOutAtOnce is how many one sweep records as over.
const runOutAtOnce = 500

// errRecorded tells that somebody was faster.
var errRecorded = errors.New("its end is recorded")

// RunOut records the end of emergencies whose time is over, each with its event, once. What they opened is
// shut before.
func RunOut(ctx context.Context, db *database.DB, log *activity.Log) error {
	rows, err := db.Query(ctx, `SELECT id, account_id, username FROM run_out_emergencies($1)`, runOutAtOnce)
	if err != nil {
		return fmt.Errorf("look for emergencies that are over: %w", err)
	}
	type runOut struct {
		ID, Account uuid.UUID
		Username    string
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[runOut])
	if err != nil {
		return fmt.Errorf("look for emergencies that are over: %w", err)
	}
	ctx = activity.WithRequest(ctx, activity.Request{ID: uuid.NewString(), System: "system:emergencies"})
	failed := make([]error, len(found))
	for i, r := range found {
		err := log.Change(ctx, of(r.Account, "emergency.ended", activity.Delete, r.ID), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
			e.Changes = map[string]any{"username": []any{r.Username, r.Username}}
			over, err := database.Value[bool](tx.Query(ctx, `SELECT run_emergency_out($1)`, r.ID))
			if err == nil && !over {
				return errRecorded
			}
			return err
		})
		if !errors.Is(err, errRecorded) {
			failed[i] = err
		}
	}
	return errors.Join(failed...)
}

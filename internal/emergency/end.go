package emergency

import (
	"context"

	"github.com/google/uuid"

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

var overdue = activity.Overdue{
	Kind: "emergencies",
	Find: `SELECT id, account_id, username FROM run_out_emergencies($1)`,
	End:  `SELECT run_emergency_out($1)`,
	Event: func(o activity.Over) activity.Event {
		e := of(o.Account, "emergency.ended", activity.Delete, o.ID)
		e.Changes = map[string]any{"username": []any{o.Username, o.Username}}
		return e
	},
}

// RunOut records the end of emergencies whose time is over, each with its event, once. What they opened is
// shut before.
func RunOut(ctx context.Context, _ *database.DB, log *activity.Log) error {
	return log.EndOverdue(ctx, overdue)
}

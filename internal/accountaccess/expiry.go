package accountaccess

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// expiredAtOnce is how many invitations one sweep records as expired.
const expiredAtOnce = 500

// errAnswered tells that there was nothing to expire: somebody was faster.
var errAnswered = errors.New("the invitation is not open any more")

// ExpireInvitations records the end of invitations whose time has run out, each with its event, once.
// They are dead before.
func ExpireInvitations(ctx context.Context, db *database.DB, log *activity.Log) error {
	rows, err := db.Query(ctx, `SELECT id, account_id FROM run_out_invitations($1)`, expiredAtOnce)
	if err != nil {
		return fmt.Errorf("look for invitations that have run out: %w", err)
	}
	type runOut struct{ ID, Account uuid.UUID }
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[runOut])
	if err != nil {
		return fmt.Errorf("look for invitations that have run out: %w", err)
	}
	ctx = activity.WithRequest(ctx, activity.Request{ID: uuid.NewString(), System: "system:invitations"})
	failed := make([]error, len(found))
	for i, r := range found {
		failed[i] = expire(ctx, log, r.Account, r.ID)
	}
	return errors.Join(failed...)
}

func expire(ctx context.Context, log *activity.Log, account, id uuid.UUID) error {
	e := activity.Event{
		Account: account, Code: "invite.expired", Action: activity.Update, Section: access.AccountAccess.String(),
		EntityType: "Invitation", Entities: []uuid.UUID{id}, Authorization: id, RowCount: 1,
	}
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		expired, err := database.Value[bool](tx.Query(ctx, `SELECT expire_invitation($1)`, id))
		if err == nil && !expired {
			return errAnswered
		}
		return err
	})
	if errors.Is(err, errAnswered) {
		return nil
	}
	return err
}

package accountaccess

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// LockedUsername is a username that cannot sign in from everywhere now.
type LockedUsername struct {
	Account, Link uuid.UUID
	Username      string
	Failures      int
	// SecondsLeft is when it can be tried again; nil: once somebody has unlocked it.
	SecondsLeft *int
}

// OwningAccount is the account that it is at home in.
func (l *LockedUsername) OwningAccount() uuid.UUID { return l.Account }

// LockedUsernames lists those that are at home in an account.
func LockedUsernames(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*LockedUsername, error) {
	rows, err := log.Query(database.In(ctx, account), `SELECT link_id, username, failures, nullif(seconds, -1) FROM locked_here()`)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (*LockedUsername, error) {
		l := &LockedUsername{Account: account}
		return l, row.Scan(&l.Link, &l.Username, &l.Failures, &l.SecondsLeft)
	})
}

// UnlockUsername forgets the wrong passwords that were given for a username, three times a day at most.
func UnlockUsername(ctx context.Context, log *activity.Log, account, id uuid.UUID) (unlocked bool, err error) {
	ctx = database.In(ctx, account)
	e := activity.Event{Account: account, Code: "username.unlocked", Action: activity.Execute, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{id}, RowCount: 1}
	err = log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		_, target, err := lockTarget(ctx, tx, account, id)
		if err != nil {
			return err
		}
		e.Changes = map[string]any{"username": []any{target.UsernameName, target.UsernameName}}
		if err := access.CheckUnlock(holder(target)); err != nil {
			return err
		}
		was, err := database.Value[*bool](tx.Query(ctx, `SELECT unlock_username($1)`, target.UsernameID))
		if err != nil {
			return err
		}
		if was == nil {
			return problem.New(problem.RateLimited, "This username was unlocked three times within a day. It can sign in from where it usually does, or be unlocked again tomorrow.")
		}
		unlocked = *was
		return nil
	})
	return unlocked, err
}

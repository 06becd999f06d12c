package apitokens

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

const revokeOwn = `UPDATE api_tokens t SET revoked_at = now(), revoked_by = $2
	WHERE username_id = me() AND ($1::uuid IS NULL OR id = $1) AND revoked_at IS NULL AND expires_at > now()
	RETURNING id, name, kind, ARRAY(SELECT DISTINCT v.account_id FROM api_token_levels v WHERE v.token_id = t.id AND v.account_id <> ALL (t.shut_accounts)), begun`

type revoked struct {
	Ended
	Begun bool
}

// Ended is a token that was revoked, with the accounts that it reached.
type Ended struct {
	ID       uuid.UUID
	Name     string
	Kind     Kind
	Accounts []uuid.UUID
}

// Events tell that it was revoked in the log own, first, and in those of the accounts that it reached.
func (t Ended) Events(own uuid.UUID) []activity.Event {
	told := events(own, "token.revoked", activity.Delete, t.ID, t.Name, t.Accounts)
	tellKind(told, t.Kind)
	return told
}

// Revoke ends tokens of the viewer: one, or with nil all. It holds on their next request. It gives how many
// there were; what an app has not come for ends as well, and was none yet.
func Revoke(ctx context.Context, log *activity.Log, id *uuid.UUID) (count int, err error) {
	viewer := access.ViewerFrom(ctx)
	e := event(viewer.OwnLog(), "token.revoked", activity.Delete, uuid.Nil, "")
	err = log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		rows, err := tx.Query(ctx, revokeOwn, id, viewer.Name)
		if err != nil {
			return err
		}
		ended, err := pgx.CollectRows(rows, pgx.RowToStructByPos[revoked])
		if err != nil {
			return err
		}
		if len(ended) == 0 {
			return errNone(id)
		}
		for i, t := range ended {
			if t.Begun {
				count++
			}
			told := t.Events(viewer.OwnLog())
			if i == 0 {
				told[0].ID = e.ID
				*e, told = told[0], told[1:]
			}
			for _, also := range told {
				tx.Also(also)
			}
		}
		return nil
	})
	return count, err
}

func errNone(id *uuid.UUID) error {
	if id == nil {
		return problem.New(problem.NotFound, "There is no token to revoke.")
	}
	return problem.Missing()
}

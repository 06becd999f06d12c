package accountaccess

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// SignIn is a sign-in with which something was done in an account.
type SignIn struct {
	Account           uuid.UUID
	ID, Link, User    uuid.UUID
	Username          string
	Owner             bool
	CreatedAt, UsedAt time.Time
	IP, UserAgent     string
}

// OwningAccount is the account that it is shown in.
func (s *SignIn) OwningAccount() uuid.UUID { return s.Account }

// SignIns lists the sign-ins that are used in an account and have not ended.
func SignIns(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*SignIn, error) {
	ctx = database.In(ctx, account)
	rows, err := log.Query(ctx, `SELECT * FROM sign_ins_here()`)
	if err != nil {
		return nil, err
	}
	found, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (*SignIn, error) {
		s := &SignIn{Account: account}
		return s, row.Scan(&s.ID, &s.Link, &s.User, &s.Username, &s.Owner, &s.CreatedAt, &s.UsedAt, &s.IP, &s.UserAgent)
	})
	if err != nil {
		return nil, err
	}
	e := activity.Event{Account: account, Code: "signin.listed", Action: activity.Read, Section: access.AccountAccess.String(), EntityType: "SignIn", RowCount: len(found)}
	for _, s := range found {
		e.Entities = append(e.Entities, s.ID)
	}
	return found, activity.Note(ctx, e)
}

// EndLocked says why the viewer cannot end a sign-in; nil: they can.
func EndLocked(ctx context.Context, s *SignIn) *string {
	viewer := access.ViewerFrom(ctx)
	a := viewer.Link(s.Account).Holder(viewer.Username, time.Now().UnixMicro())
	err := access.CheckManager(a)
	if err == nil {
		err = access.CheckSignInEnd(a, access.Holder{Username: s.User, Owner: s.Owner})
	}
	return problem.Sentence(err)
}

// EndSignIns ends sign-ins of a username in an account: one, or with nil all. It gives how many there
// were. In other accounts they go on: whoever runs one account has no say there.
func EndSignIns(ctx context.Context, log *activity.Log, account, id uuid.UUID, one *uuid.UUID) (ended int, err error) {
	ctx = database.In(ctx, account)
	e := activity.Event{Account: account, Code: "signin.closed", Action: activity.Execute, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{id}}
	err = log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, target, err := lockTarget(ctx, tx, account, id)
		if err != nil {
			return err
		}
		if err := access.CheckSignInEnd(s.actor, holder(target)); err != nil {
			return err
		}
		ended, err = database.Value[int](tx.Query(ctx, `SELECT end_sign_ins_here($1, $2)`, target.UsernameID, one))
		if err != nil {
			return err
		}
		if ended == 0 && one != nil {
			return problem.New(problem.NotFound, "This sign-in has ended already.")
		}
		e.RowCount = ended
		e.Changes = map[string]any{"username": []any{target.UsernameName, target.UsernameName}, "signIns": []any{ended, 0}}
		return nil
	})
	return ended, err
}

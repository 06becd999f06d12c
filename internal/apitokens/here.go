package apitokens

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

// Here is a token that reaches an account, as the account sees it: of its use, what was done in it.
type Here struct {
	Account              uuid.UUID
	ID, Link, User       uuid.UUID
	Username             string
	Owner                bool
	Name, Purpose        string
	CreatedAt, ExpiresAt time.Time
	Levels               access.Levels
	UsedAt               *time.Time
	UsedFrom             *string
	Kind                 Kind
}

// OwningAccount is the account that it is shown in.
func (h *Here) OwningAccount() uuid.UUID { return h.Account }

// mostListed is how many tokens are listed at once. To shut them out finds them all.
const mostListed = 200

// InAccount lists the tokens that reach an account.
func InAccount(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*Here, error) {
	rows, err := log.Query(database.In(ctx, account), `SELECT * FROM tokens_here() LIMIT $1`, mostListed)
	if err != nil {
		return nil, err
	}
	found, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (*Here, error) { return scanHere(row, account) })
	if err != nil {
		return nil, err
	}
	e := activity.Event{Account: account, Code: "token.listed", Action: activity.Read, Section: access.AccountAccess.String(), EntityType: "ApiToken", RowCount: len(found)}
	for _, h := range found {
		e.Entities = append(e.Entities, h.ID)
	}
	return found, activity.Note(ctx, e)
}

func scanHere(row pgx.CollectableRow, account uuid.UUID) (*Here, error) {
	h := &Here{Account: account}
	var levels map[string]uint8
	err := row.Scan(&h.ID, &h.Link, &h.User, &h.Username, &h.Owner, &h.Name, &h.Purpose, &h.CreatedAt, &h.ExpiresAt, &levels, &h.UsedAt, &h.UsedFrom, &h.Kind)
	h.Levels = access.NumberedLevels(levels)
	return h, err
}

// RevokeHere shuts tokens out of an account: one, or with nil all. In other accounts they go on: whoever runs
// one account has no say there. It gives how many there were.
func RevokeHere(ctx context.Context, log *activity.Log, account uuid.UUID, id *uuid.UUID) (count int, err error) {
	viewer := access.ViewerFrom(ctx)
	err = log.Change(database.In(ctx, account), event(account, "token.shut", activity.Delete, uuid.Nil, ""), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		rows, err := tx.Query(ctx, `SELECT id, name FROM shut_tokens_out($1, $2)`, id, viewer.Name)
		if err != nil {
			return err
		}
		ended, err := pgx.CollectRows(rows, pgx.RowToStructByPos[struct {
			ID   uuid.UUID
			Name string
		}])
		if err != nil {
			return err
		}
		if len(ended) == 0 {
			return errNone(id)
		}
		count = len(ended)
		for i, t := range ended {
			told := event(account, "token.shut", activity.Delete, t.ID, t.Name)
			if i > 0 {
				tx.Also(told)
				continue
			}
			told.ID = e.ID
			*e = told
		}
		return nil
	})
	return count, err
}

// Forbid keeps all tokens out of an account, or lets them in again, which asks for a fresh proof. It holds on
// their next request.
func Forbid(ctx context.Context, log *activity.Log, account uuid.UUID, forbidden bool) error {
	if !forbidden {
		if err := access.CheckFresh(access.ViewerFrom(ctx), time.Now().UnixMicro()); err != nil {
			return err
		}
	}
	e := activity.Event{
		Account: account, Code: "token.rule", Action: activity.Update, Section: access.AccountAccess.String(), EntityType: "Account", Entities: []uuid.UUID{account},
		RowCount: 1, Changes: map[string]any{"tokensForbidden": []any{!forbidden, forbidden}},
	}
	return log.Change(database.In(ctx, account), e, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		done, err := database.Value[*bool](tx.Query(ctx, `SELECT forbid_tokens($1)`, forbidden))
		if err == nil && done == nil {
			return problem.New(problem.Conflict, "That is so already. Nothing was changed.")
		}
		return err
	})
}

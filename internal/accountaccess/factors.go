package accountaccess

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/link"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// UsernameFactor tells of a username of an account whether it has a second factor.
type UsernameFactor struct {
	Link *ent.Link
	Held bool
	// Passkey tells that it has a passkey.
	Passkey bool
}

// OwningAccount is the account that it may enter.
func (f *UsernameFactor) OwningAccount() uuid.UUID { return f.Link.AccountID }

// Username is its name.
func (f *UsernameFactor) Username() *string { return &f.Link.UsernameName }

// Factors lists the usernames of an account with whether they have a second factor.
func Factors(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*UsernameFactor, error) {
	ctx = database.In(ctx, account)
	links, err := log.Reader().Link.Query().Where(link.AccountID(account), link.EndedAtIsNil()).Order(link.ByUsernameName(), link.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := log.Query(ctx, `SELECT link_id, passkey FROM second_factors_here() WHERE held`)
	if err != nil {
		return nil, err
	}
	var id uuid.UUID
	var passkey bool
	holders := map[uuid.UUID]bool{}
	_, err = pgx.ForEachRow(rows, []any{&id, &passkey}, func() error {
		holders[id] = passkey
		return nil
	})
	if err != nil {
		return nil, err
	}
	all := make([]*UsernameFactor, len(links))
	for i, l := range links {
		passkey, held := holders[l.ID]
		all[i] = &UsernameFactor{l, held, passkey}
	}
	return all, nil
}

// ResetLocked says why the viewer cannot reset the second factor of a username; nil: they can.
func ResetLocked(ctx context.Context, f *UsernameFactor) *string {
	if why := standing(ctx, f.Link, access.CheckFactorReset); why != nil || f.Held {
		return why
	}
	why := noFactor().Message
	return &why
}

// PasskeyRuleLocked says why the viewer cannot change whether an account is entered by a passkey alone; nil: they can.
func PasskeyRuleLocked(ctx context.Context, account uuid.UUID) *string {
	viewer := access.ViewerFrom(ctx)
	return problem.Sentence(access.CheckPasskeyRule(access.Holder{Owner: viewer.Link(account).Owner}, viewer.Factor))
}

// FactorRuleLocked says why the viewer cannot change whether an account asks for a second factor; nil: they can.
func FactorRuleLocked(ctx context.Context, account uuid.UUID) *string {
	viewer := access.ViewerFrom(ctx)
	return problem.Sentence(access.CheckFactorRule(access.Holder{Owner: viewer.Link(account).Owner}, viewer.HoldsFactor))
}

// ResetFactor takes the second factor of a username that has lost it. Its sign-ins end, in every account,
// it chooses a new password at the next one, and whoever runs its other accounts is told.
func ResetFactor(ctx context.Context, log *activity.Log, account, id uuid.UUID) error {
	ctx = database.In(ctx, account)
	e := activity.Event{Account: account, Code: "mfa.reset", Action: activity.Update, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{id}, RowCount: 1}
	return log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, target, err := lockTarget(ctx, tx, account, id)
		if err != nil {
			return err
		}
		e.Changes = map[string]any{"username": []any{target.UsernameName, target.UsernameName}}
		if err := access.CheckFactorReset(s.actor, holder(target)); err != nil {
			return err
		}
		reset, err := asksAnew(ctx, tx, target, `SELECT reset_second_factor($1, $2)`, "Your second factor was taken away because it was lost.")
		if err == nil && !reset {
			return noFactor()
		}
		return err
	})
}

func noFactor() *problem.Error {
	return problem.New(problem.Conflict, "This username has no second factor.")
}

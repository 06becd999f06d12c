package accountaccess

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// SignInRules are what an account asks of the sign-ins of everybody who may enter it.
type SignInRules struct {
	// IdleMinutes ends a sign-in that goes unused for so long.
	IdleMinutes int
	// PasswordReminderMonths is the age of a password from which its owner is reminded; nil: never.
	PasswordReminderMonths *int
	// SecondFactorRequired lets nobody in who has no second factor.
	SecondFactorRequired bool
	// PasskeyRequired lets nobody in who has not signed in by a passkey.
	PasskeyRequired bool
}

// RulesOf are the rules of an account.
func RulesOf(a *ent.Account) *SignInRules {
	return &SignInRules{a.IdleMinutes, a.PasswordReminderMonths, a.SecondFactorRequired, a.PasskeyRequired}
}

// SetSignInRules changes the rules of an account. They hold on the next request of everybody who may
// enter it. It fails with CONFLICT when the rules are not those any more that the change is based on.
func SetSignInRules(ctx context.Context, log *activity.Log, account uuid.UUID, base, wanted SignInRules) (*ent.Account, error) {
	if err := wanted.check(); err != nil {
		return nil, err
	}
	ctx = database.In(ctx, account)
	var saved *ent.Account
	e := activity.Event{Account: account, Code: "signin.rules", Action: activity.Update, Section: access.AccountAccess.String(), EntityType: "Account", Entities: []uuid.UUID{account}, RowCount: 1}
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, err := lockAsSteward(ctx, tx, account)
		if err != nil {
			return err
		}
		current, err := tx.Account.Get(ctx, account)
		if err != nil {
			return err
		}
		if !RulesOf(current).equal(base) {
			return problem.New(problem.Conflict, "Somebody has changed these rules in the meantime. Nothing was saved.")
		}
		if wanted.SecondFactorRequired != base.SecondFactorRequired {
			if err := access.CheckFactorRule(s.actor, access.ViewerFrom(ctx).HoldsFactor); err != nil {
				return err
			}
		}
		if wanted.PasskeyRequired != base.PasskeyRequired {
			if err := access.CheckPasskeyRule(s.actor, access.ViewerFrom(ctx).Factor); err != nil {
				return err
			}
		}
		e.Changes = base.changes(wanted)
		if _, err := tx.Exec(ctx, `SELECT set_sign_in_rules($1, $2, $3, $4)`, wanted.IdleMinutes, wanted.PasswordReminderMonths, wanted.SecondFactorRequired, wanted.PasskeyRequired); err != nil {
			return err
		}
		saved, err = tx.Account.Get(ctx, account)
		return err
	})
	return saved, err
}

func (r SignInRules) check() error {
	if r.IdleMinutes < 5 || r.IdleMinutes > 30 {
		return problem.Invalid("idleMinutes", "Choose 5 to 30 minutes.")
	}
	if m := r.PasswordReminderMonths; m != nil && (*m < 1 || *m > 60) {
		return problem.Invalid("passwordReminderMonths", "Choose 1 to 60 months, or no reminder.")
	}
	if r.PasskeyRequired && !r.SecondFactorRequired {
		return problem.Invalid("passkeyRequired", "A passkey is a second factor: ask for that as well.")
	}
	return nil
}

func (r SignInRules) equal(other SignInRules) bool { return len(r.changes(other)) == 0 }

// changes says in the log what is changed.
func (r SignInRules) changes(to SignInRules) map[string]any {
	changes := map[string]any{}
	if r.IdleMinutes != to.IdleMinutes {
		changes["idleMinutes"] = []any{r.IdleMinutes, to.IdleMinutes}
	}
	if months(r) != months(to) {
		changes["passwordReminderMonths"] = []any{r.PasswordReminderMonths, to.PasswordReminderMonths}
	}
	if r.SecondFactorRequired != to.SecondFactorRequired {
		changes["secondFactorRequired"] = []any{r.SecondFactorRequired, to.SecondFactorRequired}
	}
	if r.PasskeyRequired != to.PasskeyRequired {
		changes["passkeyRequired"] = []any{r.PasskeyRequired, to.PasskeyRequired}
	}
	return changes
}

// months is the age in question; 0: never.
func months(r SignInRules) int {
	if r.PasswordReminderMonths == nil {
		return 0
	}
	return *r.PasswordReminderMonths
}

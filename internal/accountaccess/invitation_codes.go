package accountaccess

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/invitation"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// FoundInvitation is the open invitation of a code.
type FoundInvitation struct {
	ID, Account, MakerID       uuid.UUID
	Kind                       invitation.Kind
	MadeBy                     string
	ProviderName, PracticeName string
	Purpose                    string
	ValidFrom, ValidUntil      *time.Time
	CreatedAt, ExpiresAt       time.Time
	terms                      terms
	hash                       []byte
}

// FoundLevels are the levels that a code is for.
func FoundLevels(f *FoundInvitation) access.Levels { return f.terms.levels }

// FindInvitation tells whoever holds a code what it is for. Nothing is granted yet.
func FindInvitation(ctx context.Context, prover signin.Prover, home uuid.UUID, code string) (*FoundInvitation, error) {
	f, err := lookUp(ctx, prover, home, code)
	if err != nil {
		return nil, err
	}
	e := f.event(home, "invite.opened", activity.Read)
	if f.Account == home {
		return f, prover.Log.Store(ctx, e)
	}
	return f, prover.Log.Store(ctx, e, between(e, f.Account, home))
}

// event is one in the account of whoever answers, with that of whoever made it as its counterpart.
func (f *FoundInvitation) event(account uuid.UUID, code string, action activity.Action) activity.Event {
	e := activity.Event{
		Account: account, Code: code, Action: action, Section: access.AccountAccess.String(),
		EntityType: "Invitation", Entities: []uuid.UUID{f.ID}, Authorization: f.ID, RowCount: 1,
	}
	if f.Account != account {
		e.Counterpart = f.Account
	}
	return e
}

const findCode = `SELECT id, kind, account_id, practice_name, provider_name, maker_id, maker_name, levels, link_from, link_until, purpose, created_at, expires_at
	FROM invitation_of($1)`

// lookUp finds the open invitation of a code. The code is counted as a wrong one before it is looked
// for, and taken back when it is right. A wrong one is told in the log of the account home.
func lookUp(ctx context.Context, prover signin.Prover, home uuid.UUID, code string) (*FoundInvitation, error) {
	f := &FoundInvitation{hash: hashCode(code)}
	var wait *int
	var levels map[string]string
	err := prover.DB.Send(ctx, func(b *pgx.Batch) {
		b.Queue(`SELECT reserve_code()`).QueryRow(func(row pgx.Row) error { return row.Scan(&wait) })
		b.Queue(findCode, f.hash).QueryRow(func(row pgx.Row) error {
			return row.Scan(&f.ID, &f.Kind, &f.Account, &f.PracticeName, &f.ProviderName, &f.MakerID, &f.MadeBy, &levels,
				&f.ValidFrom, &f.ValidUntil, &f.Purpose, &f.CreatedAt, &f.ExpiresAt)
		})
	})
	f.terms = termsOf(levels, f.ValidFrom, f.ValidUntil)
	switch {
	case wait != nil:
		return nil, refuseCode(ctx, prover.Log, home, errTooManyCodes(*wait), "locked")
	case errors.Is(err, pgx.ErrNoRows):
		return nil, refuseCode(ctx, prover.Log, home, errNoCode(), "wrong code")
	case err != nil:
		return nil, fmt.Errorf("look for a code: %w", err)
	}
	return f, prover.DB.Send(ctx, func(b *pgx.Batch) { b.Queue(`SELECT take_back_code()`) })
}

// refuseCode records that a code did not help, then gives the answer.
func refuseCode(ctx context.Context, log *activity.Log, home uuid.UUID, answer error, reason string) error {
	e := activity.Event{Account: home, Code: "invite.fail", Action: activity.Execute, Outcome: activity.Failed, Reason: reason, Section: access.AccountAccess.String()}
	if err := log.Store(ctx, e); err != nil {
		return fmt.Errorf("record a wrong code: %w", err)
	}
	return answer
}

func errNoCode() error {
	return problem.Invalid("code", "This code is not right, or not open any more. Ask whoever gave it to you.")
}

func errTooManyCodes(seconds int) error {
	return problem.New(problem.RateLimited, "Too many codes that were not right. Try again in %d minutes.", (seconds+59)/60).With("retryAfter", max(1, seconds))
}

// answer takes the invitation: of many who answer at once one does.
func (f *FoundInvitation) answer(ctx context.Context, tx *activity.Tx, as invitation.State) error {
	taken, err := database.Value[bool](tx.Query(ctx, `SELECT answer_invitation($1, $2)`, f.hash, as.String()))
	if err == nil && !taken {
		return errNoCode()
	}
	return err
}

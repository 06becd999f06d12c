package signin

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
)

var (
	errWrongCode = problem.Invalid("code", "This code is not right, or was used before. Wait for the next one of the app.")
	errByPasskey = problem.Invalid("code", "This username signs in by a passkey, which cannot be used here. Ask its owner to link your username by consent, or for one of its recovery codes.").With("secondFactor", true)
	errNoCode    = problem.Invalid("code", "This username has a second factor: enter a code of it as well.").With("secondFactor", true)
)

// Proven is a username that has proven all that signing in asks for. Use holds the proof, in the transaction
// of what it is for.
type Proven struct {
	*ent.Username
	Use func(context.Context, *activity.Tx, *activity.Event) error
	// by is the attempt that Settle takes back; nil: that was done.
	by *attempt
}

// Prove finds the username whose name and password these are, and whose code where it has a second factor.
func (p Prover) Prove(ctx context.Context, name, secret string, code *string, why Attempt) (*Proven, error) {
	u, proven, err := p.prove(ctx, name, secret, why)
	if err != nil {
		return nil, err
	}
	use := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		return proven.use(database.As(ctx, u.ID), tx, e, u.ID, "")
	}
	if !proven.holdsFactor {
		return &Proven{u, use, nil}, nil
	}
	if code == nil || *code == "" {
		return nil, p.refuseNoCode(ctx, u, why, proven.by)
	}
	factor, err := p.proveCode(ctx, u, *code, why, proven.by)
	if err != nil {
		return nil, err
	}
	return &Proven{u, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := use(ctx, tx, e); err != nil {
			return err
		}
		return spend(database.As(ctx, u.ID), tx, e, factor)
	}, &proven.by}, nil
}

// refuseNoCode says what is missing.
func (p Prover) refuseNoCode(ctx context.Context, u *ent.Username, why Attempt, by attempt) error {
	app, err := p.Factors().HasApp(ctx, u.ID)
	if err != nil {
		return err
	}
	if !app {
		return p.refuseCode(ctx, u, why, by, errByPasskey, "no code")
	}
	return p.refuseCode(ctx, u, why, by, errNoCode, "no code")
}

// proveCode looks at a code of a username, whose attempt was counted before.
func (p Prover) proveCode(ctx context.Context, u *ent.Username, code string, why Attempt, by attempt) (*secondfactor.Proof, error) {
	factor, err := p.Factors().Read(ctx, u.ID, code)
	if err != nil {
		return nil, err
	}
	if factor == nil {
		return nil, p.refuseCode(ctx, u, why, by, errWrongCode, "wrong code")
	}
	return factor, nil
}

// refuseCode records that the password was right, and the code beside it was not.
func (p Prover) refuseCode(ctx context.Context, u *ent.Username, why Attempt, by attempt, answer *problem.Error, reason string) error {
	if err := p.tellOfGuesses(ctx, by); err != nil {
		return err
	}
	if why.OnlyPassword != nil {
		return why.OnlyPassword(ctx, u, answer, reason)
	}
	why.Fail = why.FailCode
	return p.refuse(ctx, u.ID, why, answer, reason)
}

// spend uses a code up; of two that use one at once, one is told that it is wrong.
func spend(ctx context.Context, tx *activity.Tx, e *activity.Event, factor *secondfactor.Proof) error {
	err := factor.Spend(ctx, tx, e)
	if errors.Is(err, secondfactor.ErrSpent) {
		return errWrongCode
	}
	return err
}

// Settle ends an attempt whose use has failed or not: a code that was used before is recorded like a wrong
// one, and what was right forgives the failures before.
func (p Prover) Settle(ctx context.Context, u *Proven, why Attempt, err error) error {
	if errors.Is(err, errWrongCode) {
		return p.refuseCode(ctx, u.Username, why, *u.by, errWrongCode, "wrong code")
	}
	if err != nil || u.by == nil {
		return err
	}
	return p.forgive(ctx, *u.by)
}

func (p Prover) holdsFactor(ctx context.Context, username uuid.UUID) (bool, error) {
	rows, err := p.DB.Query(database.As(ctx, username), `SELECT held FROM my_second_factor()`)
	if err != nil {
		return false, fmt.Errorf("look for a second factor: %w", err)
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[bool])
}

package secondfactor

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/problem"
)

// State is how the viewer's second factor stands.
type State struct {
	// AuthenticatorSince is since when there is an authenticator app; nil: there is none.
	AuthenticatorSince *time.Time
	RecoveryCodesLeft  int
	Passkeys           []*Passkey
	AskedBy            []*Asker
	// ChangesLocked says why the viewer cannot change their second factors; nil: they can.
	ChangesLocked *string
}

// Asker is an account that cannot be entered without a second factor.
type Asker struct {
	ProviderName, PracticeName string
	// Passkey tells that it has to be a passkey, which the sign-in was made by.
	Passkey bool
}

const readState = `SELECT (SELECT since FROM authenticators WHERE username_id = me()),
	(SELECT count(*) FROM recovery_codes WHERE username_id = me() AND spent_at IS NULL)`

// StateOf tells the viewer how the second factor stands.
func (k Keeper) StateOf(ctx context.Context) (*State, error) {
	rows, err := k.Log.Query(ctx, readState)
	if err != nil {
		return nil, fmt.Errorf("read how the second factor stands: %w", err)
	}
	s, err := pgx.CollectExactlyOneRow(rows, func(row pgx.CollectableRow) (*State, error) {
		s := new(State)
		return s, row.Scan(&s.AuthenticatorSince, &s.RecoveryCodesLeft)
	})
	if err != nil {
		return nil, err
	}
	if s.Passkeys, err = k.passkeys(ctx); err != nil {
		return nil, err
	}
	s.ChangesLocked = problem.Sentence(access.CheckFactorsChange(access.ViewerFrom(ctx)))
	s.AskedBy, err = k.askers(ctx)
	return s, err
}

func (k Keeper) passkeys(ctx context.Context) ([]*Passkey, error) {
	rows, err := k.Log.Query(ctx, `SELECT id, name, created_at, used_at FROM passkeys WHERE username_id = me() AND removed_at IS NULL ORDER BY created_at, id`)
	if err != nil {
		return nil, fmt.Errorf("read passkeys: %w", err)
	}
	return pgx.CollectRows(rows, pgx.RowToAddrOfStructByPos[Passkey])
}

func (k Keeper) askers(ctx context.Context) ([]*Asker, error) {
	rows, err := k.Log.Query(ctx, `SELECT * FROM askers_of_factor()`)
	if err != nil {
		return nil, fmt.Errorf("read who asks for a second factor: %w", err)
	}
	return pgx.CollectRows(rows, pgx.RowToAddrOfStructByPos[Asker])
}

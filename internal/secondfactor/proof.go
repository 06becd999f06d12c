// Package secondfactor is what a username proves itself with beside its password: an authenticator app
// (TOTP, RFC 6238), and recovery codes on paper for when it is lost.
package secondfactor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/sealing"
)

// Keeper keeps the second factors of usernames.
type Keeper struct {
	DB     *database.DB
	Log    *activity.Log
	Sealer sealing.Sealer
}

// Proof is a code that was found right. It counts once it was spent.
type Proof struct {
	Kind  access.Factor
	spend string
	args  []any
}

const readKey = `SELECT sealed_key FROM authenticators WHERE username_id = me()`

// HasApp tells whether a username has an authenticator app.
func (k Keeper) HasApp(ctx context.Context, username uuid.UUID) (bool, error) {
	sealed, err := k.key(database.As(ctx, username), readKey)
	return sealed != nil, err
}

// ErrSpent tells that a code was used before, a moment ago perhaps.
var ErrSpent = errors.New("the code was used before")

// The compare-and-set of each kind: of two that use the same code at once one finds a row.
const (
	spendStep = `UPDATE authenticators SET last_step = $1 WHERE username_id = me() AND last_step < $1 AND sealed_key = $2`
	spendCode = `UPDATE recovery_codes SET spent_at = now() WHERE username_id = me() AND code_hash = $1 AND spent_at IS NULL`
)

// Read looks at a code of a username; nil, and no error: it is not right.
func (k Keeper) Read(ctx context.Context, username uuid.UUID, code string) (*Proof, error) {
	ctx, code = database.As(ctx, username), plain(code)
	if len(code) == codeSize {
		return k.readRecovery(ctx, code)
	}
	sealed, err := k.key(ctx, readKey)
	if err != nil || sealed == nil || len(code) != digits.Length() {
		return nil, err
	}
	step, err := k.step(username, sealed, code)
	if err != nil || step == 0 {
		return nil, err
	}
	return &Proof{access.ByAuthenticator, spendStep, []any{step, sealed}}, nil
}

func (k Keeper) readRecovery(ctx context.Context, code string) (*Proof, error) {
	rows, err := k.Log.Query(ctx, `SELECT FROM recovery_codes WHERE username_id = me() AND code_hash = $1 AND spent_at IS NULL`, hashOf(code))
	if err != nil {
		return nil, fmt.Errorf("look for a recovery code: %w", err)
	}
	defer rows.Close()
	if !rows.Next() {
		return nil, rows.Err()
	}
	return &Proof{access.ByRecoveryCode, spendCode, []any{hashOf(code)}}, nil
}

func (k Keeper) step(username uuid.UUID, sealed []byte, code string) (int64, error) {
	secret, err := k.Sealer.Open(username, sealed)
	if err != nil {
		return 0, err
	}
	return stepOf(secret, code, time.Now())
}

// key reads a sealed key of an authenticator app; nil: there is none.
func (k Keeper) key(ctx context.Context, query string) ([]byte, error) {
	rows, err := k.Log.Query(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("read the key of an authenticator: %w", err)
	}
	sealed, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[[]byte])
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	return sealed, err
}

// Spend uses the code up, in the name of the username of ctx, and says in the event what was proven with.
// It fails with ErrSpent when it was used before.
func (p *Proof) Spend(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
	tag, err := tx.Exec(ctx, p.spend, p.args...)
	if err != nil {
		return fmt.Errorf("use up a code: %w", err)
	}
	if tag.RowsAffected() == 0 {
		return ErrSpent
	}
	if e.Changes == nil {
		e.Changes = map[string]any{}
	}
	e.Changes["secondFactor"] = []any{nil, p.Kind}
	return nil
}

package secondfactor

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

const (
	spendAll   = `UPDATE recovery_codes SET spent_at = now() WHERE username_id = me() AND spent_at IS NULL`
	countCodes = `SELECT count(*)::int FROM recovery_codes WHERE username_id = me() AND spent_at IS NULL`
	addCodes   = `INSERT INTO recovery_codes (username_id, code_hash) SELECT me(), unnest($1::bytea[])`
	holdsKey   = `UPDATE authenticators SET last_step = last_step WHERE username_id = me() AND sealed_key IS NOT NULL`
)

// RenewCodes makes a new set of recovery codes for whoever has an authenticator app. The old ones are good
// for nothing any more.
func (k Keeper) RenewCodes(ctx context.Context, v *access.Viewer) (codes []string, err error) {
	err = k.change(ctx, v, "mfa.codes", func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		if err := Hold(ctx, tx); err != nil {
			return err
		}
		codes, err = renew(ctx, tx)
		return err
	})
	return codes, err
}

// Hold keeps the second factor of the username of ctx until the end of the transaction; without one it fails.
func Hold(ctx context.Context, tx *activity.Tx) error {
	return one(tx.Exec(ctx, holdsKey))
}

func renew(ctx context.Context, tx *activity.Tx) ([]string, error) {
	if _, err := tx.Exec(ctx, spendAll); err != nil {
		return nil, err
	}
	codes := newRecoveryCodes()
	hashes := make([][]byte, len(codes))
	for i, code := range codes {
		hashes[i] = hashOf(code)
	}
	_, err := tx.Exec(ctx, addCodes, hashes)
	return codes, err
}

func codesLeft(ctx context.Context, tx *activity.Tx) (int, error) {
	rows, err := tx.Query(ctx, countCodes)
	if err != nil {
		return 0, err
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[int])
}

// one fails where nothing was there to change.
func one(tag pgconn.CommandTag, err error) error {
	if err == nil && tag.RowsAffected() == 0 {
		return problem.New(problem.Conflict, "There is no authenticator app, or it has just been changed elsewhere.")
	}
	return err
}

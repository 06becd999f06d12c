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
	// Who changes the password and who gives up a second factor wait for each other.
	holdPassword = `UPDATE credentials SET needs_factor = needs_factor WHERE id = me()` //nolint:gosec // a statement, and no password
)

// RenewCodes makes a new set of recovery codes for whoever has a second factor. The old ones are good
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
	if _, err := tx.Exec(ctx, holdPassword); err != nil {
		return err
	}
	held, err := holds(ctx, tx)
	if err == nil && !held {
		return problem.New(problem.Conflict, "There is no second factor any more.")
	}
	return err
}

func holds(ctx context.Context, tx *activity.Tx) (bool, error) {
	rows, err := tx.Query(ctx, `SELECT held FROM my_second_factor()`)
	if err != nil {
		return false, err
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[bool])
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

// firstCodes makes a set where there is no code left; nil: there is one.
func firstCodes(ctx context.Context, tx *activity.Tx) ([]string, error) {
	if left, err := codesLeft(ctx, tx); err != nil || left > 0 {
		return nil, err
	}
	return renew(ctx, tx)
}

func codesLeft(ctx context.Context, tx *activity.Tx) (int, error) {
	rows, err := tx.Query(ctx, countCodes)
	if err != nil {
		return 0, err
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[int])
}

// existing fails like a row that is not there.
func existing(tag pgconn.CommandTag, err error) error {
	if err == nil && tag.RowsAffected() == 0 {
		return problem.Missing()
	}
	return err
}

// one fails where nothing was there to change.
func one(tag pgconn.CommandTag, err error) error {
	if err == nil && tag.RowsAffected() == 0 {
		return problem.New(problem.Conflict, "There is no authenticator app, or it has just been changed elsewhere.")
	}
	return err
}

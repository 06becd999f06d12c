package signin

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Half is a right password that waits for the second factor. It is no sign-in: nobody is a viewer by it.
type Half struct {
	Token     string
	ExpiresAt time.Time
}

// halfLasts is how long a second factor is waited for.
const halfLasts = 5 * time.Minute

var errHalfGone = problem.New(problem.Unauthenticated, "This took too long, or the password was changed. Enter your password again.").With("half", true)

const (
	addHalf  = `INSERT INTO half_sign_ins (token_hash, username_id, expires_at) VALUES ($1, me(), $2)`
	findHalf = `SELECT username_id FROM half_sign_ins WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > now()`
	endHalf  = `UPDATE half_sign_ins SET ended_at = now() WHERE token_hash = $1 AND username_id = me() AND ended_at IS NULL AND expires_at > now()`
	endHalfs = `UPDATE half_sign_ins SET ended_at = now() WHERE username_id = me() AND ended_at IS NULL`
)

func (p Prover) beginHalf(ctx context.Context, username uuid.UUID, first func(context.Context, *activity.Tx, *activity.Event) error) (*Half, error) {
	v, err := Reload(ctx, p.DB, username, uuid.Nil)
	if err != nil {
		return nil, err
	}
	h := &Half{newToken(), time.Now().Add(halfLasts)}
	err = p.Log.Change(access.WithViewer(ctx, v), ownEvent(v, "mfa.asked", uuid.Nil), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		e.EntityType, e.Entities = "Username", []uuid.UUID{username}
		if err := first(ctx, tx, e); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, addHalf, hashToken(h.Token), h.ExpiresAt)
		return err
	})
	return h, err
}

// Finish makes a half whole with a code of the second factor. Codes are throttled like passwords, and
// together with them.
func (p Prover) Finish(ctx context.Context, token, code string) (*Granted, error) {
	u, err := p.half(ctx, token)
	if err != nil {
		return nil, err
	}
	_, counted, wait, err := p.reserve(ctx, u.Name)
	if err != nil || wait != nil {
		if err == nil {
			err = p.refuseLocked(ctx, u.ID, Attempt{Fail: SigningIn.FailCode}, *wait)
		}
		return nil, err
	}
	factor, err := p.proveCode(ctx, u, code, SigningIn, counted)
	if err != nil {
		return nil, err
	}
	g, err := p.begin(ctx, u.ID, factor.Kind, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		tag, err := tx.Exec(ctx, endHalf, hashToken(token))
		if err == nil && tag.RowsAffected() == 0 {
			err = errHalfGone
		}
		if err != nil {
			return err
		}
		return spend(ctx, tx, e, factor)
	})
	return g, p.Settle(ctx, &Proven{Username: u, by: &counted}, SigningIn, err)
}

// half finds whose half of a sign-in a token is.
func (p Prover) half(ctx context.Context, token string) (*ent.Username, error) {
	hash := hashToken(token)
	rows, err := p.DB.Query(database.With(ctx, database.Identity{TokenHash: hash}), findHalf, hash)
	if err != nil {
		return nil, fmt.Errorf("look for half a sign-in: %w", err)
	}
	username, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[uuid.UUID])
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, errHalfGone
	}
	if err != nil {
		return nil, err
	}
	return p.Log.Reader().Username.Get(database.As(ctx, username), username)
}

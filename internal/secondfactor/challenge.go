package secondfactor

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/problem"
)

// Challenge is what a passkey is asked for: the options for the browser, and what names them here.
type Challenge struct{ Challenge, Options string }

// What challenges are for: one of them is good for nothing else.
const (
	toAdd   = "ADD"
	toProve = "PROVE"
)

var errChallenge = problem.New(problem.Conflict, "This took too long. Try again.")

// leave keeps what a passkey has to sign, for the sign-in that asks; all zeros: nobody is signed in.
func (k Keeper) leave(ctx context.Context, purpose string, signIn uuid.UUID, session *webauthn.SessionData, options any) (*Challenge, error) {
	data, err := json.Marshal(session)
	if err != nil {
		return nil, err
	}
	shown, err := json.Marshal(options)
	if err != nil {
		return nil, err
	}
	token := rand.Text()
	hash := sha256.Sum256([]byte(token))
	err = k.DB.Send(ctx, func(b *pgx.Batch) { b.Queue(`SELECT leave_challenge($1, $2, $3, $4)`, hash[:], purpose, signIn, data) })
	if err != nil {
		return nil, fmt.Errorf("keep a challenge: %w", err)
	}
	return &Challenge{token, string(shown)}, nil
}

// take uses a challenge up.
func (k Keeper) take(ctx context.Context, token, purpose string, signIn uuid.UUID) (*webauthn.SessionData, error) {
	hash := sha256.Sum256([]byte(token))
	var data []byte
	err := k.DB.Send(ctx, func(b *pgx.Batch) {
		b.Queue(`SELECT take_challenge($1, $2, $3)`, hash[:], purpose, signIn).QueryRow(func(row pgx.Row) error { return row.Scan(&data) })
	})
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return nil, fmt.Errorf("take a challenge: %w", err)
	}
	if data == nil {
		return nil, errChallenge
	}
	session := new(webauthn.SessionData)
	return session, json.Unmarshal(data, session)
}

// Package database reaches PostgreSQL with the identity of whoever asks: each statement
// carries the username and the account it is made for, and row-level security decides again
// what the API has decided before. It also holds the migrations, the walls and the start-up
// guard.
package database

import (
	"context"
	"encoding/hex"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
)

// Identity is in whose name a statement runs. The zero identity sees no rows.
type Identity struct {
	Username uuid.UUID
	Account  uuid.UUID
	// Factor is what a sign-in that is just beginning was proven with; of one that there is the viewer knows it.
	Factor access.Factor
	// TokenHash is the SHA-256 of a sign-in's token: it makes that one sign-in visible
	// before it is known whose it is.
	TokenHash []byte
}

type identityKey struct{}

// With returns a context whose statements run as the identity.
func With(ctx context.Context, id Identity) context.Context {
	return context.WithValue(ctx, identityKey{}, id)
}

// As returns a context whose statements run as the username, in no account.
func As(ctx context.Context, username uuid.UUID) context.Context {
	return With(ctx, Identity{Username: username})
}

// In returns a context whose statements run in the account, as the username that they run
// as already.
func In(ctx context.Context, account uuid.UUID) context.Context {
	id := identityOf(ctx)
	id.Account = account
	return With(ctx, id)
}

// tokenOf is the API token that asks. It stays with all that the request does, whatever identity is said:
// in nobody's name more is done than the token may.
func tokenOf(ctx context.Context) uuid.UUID {
	if v := access.ViewerFrom(ctx); v != nil {
		return v.Token.ID
	}
	return uuid.Nil
}

// viewOf is the link that is looked through. Like a token it stays with all that the request does.
func viewOf(ctx context.Context) uuid.UUID {
	if v := access.ViewerFrom(ctx); v.Looking() {
		return v.Look.Link
	}
	return uuid.Nil
}

// factorOf is what whoever a statement runs for has signed in with; none: they are not there.
func factorOf(ctx context.Context, id Identity) access.Factor {
	if v := access.ViewerFrom(ctx); v != nil && v.Username == id.Username {
		return v.Factor
	}
	return id.Factor
}

// identityOf is the identity that was said last, and otherwise the viewer's.
func identityOf(ctx context.Context) Identity {
	if id, ok := ctx.Value(identityKey{}).(Identity); ok {
		return id
	}
	if v := access.ViewerFrom(ctx); v != nil {
		return Identity{Username: v.Username}
	}
	return Identity{}
}

const setIdentity = `SELECT set_config('lanyard.username', $1, true), set_config('lanyard.account', $2, true),
	set_config('lanyard.sign_in', $3, true), set_config('transaction_read_only', $4, true),
	set_config('plan_cache_mode', $5, true), set_config('lanyard.token', $6, true), set_config('lanyard.view', $7, true),
	set_config('lanyard.factor', $8, true)`

type planKey struct{}

// PlannedAnew returns a context whose statements are planned for the very values they are
// given. One plan for all values serves a log badly, where one filter finds everything and
// the next nothing.
func PlannedAnew(ctx context.Context) context.Context {
	return context.WithValue(ctx, planKey{}, "force_custom_plan")
}

func planOf(ctx context.Context) string {
	if plan, ok := ctx.Value(planKey{}).(string); ok {
		return plan
	}
	return "auto"
}

// mode tells whether a statement may write.
type mode string

const (
	readOnly  mode = "on"
	readWrite mode = "off"
)

// announce puts the identity in front of the statements of a batch. A batch is one implicit
// transaction, so the settings end with it and never reach the connection's next user.
// In a view nothing is written.
func announce(ctx context.Context, b *pgx.Batch, m mode) {
	id, view := identityOf(ctx), viewOf(ctx)
	if view != uuid.Nil {
		m = readOnly
	}
	b.Queue(setIdentity, text(id.Username), text(id.Account), hex.EncodeToString(id.TokenHash), string(m), planOf(ctx), text(tokenOf(ctx)), text(view), string(factorOf(ctx, id)))
}

func text(id uuid.UUID) string {
	if id == uuid.Nil {
		return ""
	}
	return id.String()
}

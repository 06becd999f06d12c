package secondfactor

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
)

// owner is a username as passkeys know it.
type owner struct {
	id       uuid.UUID
	name     string
	passkeys []webauthn.Credential
}

// WebAuthnID is what a passkey says whose it is by: it tells nobody anything else.
func (o *owner) WebAuthnID() []byte { return o.id[:] }

// WebAuthnName is what the person knows it by.
func (o *owner) WebAuthnName() string { return o.name }

// WebAuthnDisplayName is the same.
func (o *owner) WebAuthnDisplayName() string { return o.name }

// WebAuthnCredentials are the passkeys that count.
func (o *owner) WebAuthnCredentials() []webauthn.Credential { return o.passkeys }

func (k Keeper) owner(ctx context.Context, username uuid.UUID, name string) (*owner, error) {
	rows, err := k.Log.Query(database.As(ctx, username), `SELECT credential, sign_count FROM passkeys WHERE username_id = me() AND removed_at IS NULL`)
	if err != nil {
		return nil, fmt.Errorf("read passkeys: %w", err)
	}
	o := &owner{id: username, name: name}
	o.passkeys, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (c webauthn.Credential, err error) {
		var data []byte
		var count int64
		if err := row.Scan(&data, &count); err != nil {
			return c, err
		}
		err = json.Unmarshal(data, &c)
		c.Authenticator.SignCount = uint32(count)
		return c, err
	})
	return o, err
}

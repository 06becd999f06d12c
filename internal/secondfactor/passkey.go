package secondfactor

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// Passkey is one of the viewer's.
type Passkey struct {
	ID        uuid.UUID
	Name      string
	CreatedAt time.Time
	UsedAt    *time.Time
}

const (
	storePasskey  = `INSERT INTO passkeys (id, username_id, credential_id, name, credential, sign_count) VALUES ($1, me(), $2, $3, $4, $5)`
	renamePasskey = `UPDATE passkeys SET name = $2 WHERE id = $1 AND username_id = me() AND removed_at IS NULL`
	removePasskey = `UPDATE passkeys SET removed_at = now() WHERE id = $1 AND username_id = me() AND removed_at IS NULL`
)

// OfferPasskey asks for a new passkey of the viewer's.
func (k Keeper) OfferPasskey(ctx context.Context, v *access.Viewer) (*Challenge, error) {
	if err := access.CheckFactorsChange(v); err != nil {
		return nil, err
	}
	p, err := party(ctx)
	if err != nil {
		return nil, err
	}
	o, err := k.owner(ctx, v.Username, v.Name)
	if err != nil {
		return nil, err
	}
	options, session, err := p.BeginRegistration(o, webauthn.WithExclusions(webauthn.Credentials(o.passkeys).CredentialDescriptors()))
	if err != nil {
		return nil, err
	}
	return k.leave(ctx, toAdd, v.SignIn, session, options.Response)
}

// AddPasskey takes what the browser gave for a challenge. It gives recovery codes where there are none.
func (k Keeper) AddPasskey(ctx context.Context, v *access.Viewer, challenge, name, response string) (codes []string, err error) {
	name = strings.TrimSpace(name)
	if err := problem.CheckText("name", name, 60); err != nil {
		return nil, err
	}
	made, err := k.made(ctx, v, challenge, response)
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(made)
	if err != nil {
		return nil, err
	}
	err = k.change(ctx, v, "mfa.passkey.added", func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		if _, err := tx.Exec(ctx, storePasskey, uuid.Must(uuid.NewV7()), made.ID, name, data, made.Authenticator.SignCount); err != nil {
			return err
		}
		codes, err = firstCodes(ctx, tx)
		return err
	})
	return codes, err
}

// made is a passkey that signs what it was asked to.
func (k Keeper) made(ctx context.Context, v *access.Viewer, challenge, response string) (*webauthn.Credential, error) {
	p, err := party(ctx)
	if err != nil {
		return nil, err
	}
	session, err := k.take(ctx, challenge, toAdd, v.SignIn)
	if err != nil {
		return nil, err
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes([]byte(response))
	if err == nil {
		var made *webauthn.Credential
		if made, err = p.CreateCredential(&owner{id: v.Username, name: v.Name}, *session, parsed); err == nil {
			return made, nil
		}
	}
	return nil, problem.New(problem.Conflict, "The browser's passkey does not fit. Try again.")
}

// RenamePasskey gives a passkey of the viewer's another name.
func (k Keeper) RenamePasskey(ctx context.Context, v *access.Viewer, id uuid.UUID, name string) error {
	name = strings.TrimSpace(name)
	if err := problem.CheckText("name", name, 60); err != nil {
		return err
	}
	return k.change(ctx, v, "mfa.passkey.renamed", func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		return existing(tx.Exec(ctx, renamePasskey, id, name))
	})
}

// RemovePasskey gives up a passkey.
func (k Keeper) RemovePasskey(ctx context.Context, v *access.Viewer, id uuid.UUID) error {
	return k.give(ctx, v, "mfa.passkey.removed", func(ctx context.Context, tx *activity.Tx) error {
		return existing(tx.Exec(ctx, removePasskey, id))
	})
}

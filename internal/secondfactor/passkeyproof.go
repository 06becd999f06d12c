package secondfactor

import (
	"context"
	"encoding/json"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"

	"lanyard/internal/access"
)

// spendPasskey moves the counter on: a copy of the passkey that signs with an old one changes no row.
const spendPasskey = `UPDATE passkeys SET sign_count = $2, credential = $3, used_at = now()
	WHERE credential_id = $1 AND username_id = me() AND removed_at IS NULL AND (sign_count < $2 OR sign_count = 0 AND $2 = 0)`

// AskPasskey asks for a proof by any passkey that the browser has for this server; signIn is all zeros where
// nobody is signed in.
func (k Keeper) AskPasskey(ctx context.Context, signIn uuid.UUID) (*Challenge, error) {
	p, err := party(ctx)
	if err != nil {
		return nil, err
	}
	options, session, err := p.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return nil, err
	}
	return k.leave(ctx, toProve, signIn, session, options.Response)
}

// ReadPasskey finds whose passkey has signed a challenge; no proof, and no error: it proves nothing.
func (k Keeper) ReadPasskey(ctx context.Context, signIn uuid.UUID, challenge, response string) (uuid.UUID, *Proof, error) {
	p, err := party(ctx)
	if err != nil {
		return uuid.Nil, nil, err
	}
	session, err := k.take(ctx, challenge, toProve, signIn)
	if err != nil {
		return uuid.Nil, nil, err
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes([]byte(response))
	if err != nil {
		return uuid.Nil, nil, nil //nolint:nilerr // what cannot be read proves nothing
	}
	var broken error
	find := func(_, handle []byte) (webauthn.User, error) {
		id, err := uuid.FromBytes(handle)
		if err != nil {
			return nil, err
		}
		o, err := k.owner(ctx, id, "")
		broken = err
		return o, err
	}
	user, used, err := p.ValidatePasskeyLogin(find, *session, parsed)
	if broken != nil {
		return uuid.Nil, nil, broken
	}
	if err != nil || used.Authenticator.CloneWarning {
		return uuid.Nil, nil, nil //nolint:nilerr // a signature that is not right proves nothing
	}
	data, err := json.Marshal(used)
	whose, _ := user.(*owner)
	return whose.id, &Proof{access.ByPasskey, spendPasskey, []any{used.ID, used.Authenticator.SignCount, data}}, err
}

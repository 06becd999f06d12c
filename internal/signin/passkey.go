package signin

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
)

var errPasskey = problem.New(problem.Unauthenticated, "This passkey is not known here, or not any more.")

// InByPasskey signs in by a passkey alone: it asks the person for something that they know or are, so
// that it is two factors.
func (p Prover) InByPasskey(ctx context.Context, challenge, response string) (*Granted, error) {
	username, factor, err := p.Factors().ReadPasskey(ctx, uuid.Nil, challenge, response)
	if err != nil {
		return nil, err
	}
	if factor == nil {
		return nil, p.refusePasskey(ctx, uuid.Nil, SigningIn)
	}
	g, err := p.begin(ctx, username, factor.Kind, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		return factor.Spend(ctx, tx, e)
	})
	if errors.Is(err, secondfactor.ErrSpent) || errors.Is(err, ErrGone) {
		return nil, p.refusePasskey(ctx, username, SigningIn)
	}
	if err != nil {
		return nil, err
	}
	return g, p.forget(ctx, g.Viewer.Name)
}

func (p Prover) refusePasskey(ctx context.Context, username uuid.UUID, why Attempt) error {
	return p.refuse(ctx, username, why, errPasskey, "passkey")
}

// markShown makes a sign-in one by a passkey: it was shown where the sign-in is used.
const markShown = `UPDATE sign_ins SET proven_at = now(), factor = 'PASSKEY' WHERE id = $1 AND username_id = me() AND ended_at IS NULL`

// AgainByPasskey is Again by a passkey alone. What asks for a sign-in by a passkey is open from the next request on.
func (p Prover) AgainByPasskey(ctx context.Context, v *access.Viewer, challenge, response string) (time.Time, error) {
	username, factor, err := p.Factors().ReadPasskey(ctx, v.SignIn, challenge, response)
	if err != nil {
		return time.Time{}, err
	}
	refuse := func() error {
		return asTyped("response", errPasskey.Message, p.refusePasskey(ctx, v.Username, provingAgain))
	}
	if factor == nil || username != v.Username {
		return time.Time{}, refuse()
	}
	err = p.Log.Change(ctx, ownEvent(v, "reauth.ok", v.SignIn), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := factor.Spend(ctx, tx, e); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, markShown, v.SignIn)
		return err
	})
	if errors.Is(err, secondfactor.ErrSpent) {
		err = refuse()
	}
	return time.Now().Add(access.FreshFor), err
}

package signin

import (
	"context"
	"time"

	"lanyard/internal/access"
	"lanyard/internal/activity"
)

var provingAgain = Attempt{Fail: "reauth.fail", FailCode: "mfa.fail"}

const markProven = `UPDATE sign_ins SET proven_at = now() WHERE id = $1 AND username_id = me() AND ended_at IS NULL`

// Again proves anew that the viewer's sign-in is used by its owner, with what signing in asks for. It gives
// until when the proof counts as fresh.
func (p Prover) Again(ctx context.Context, v *access.Viewer, secret string, code *string) (time.Time, error) {
	proven, err := p.Prove(ctx, v.Name, secret, code, provingAgain)
	if err != nil {
		return time.Time{}, asTyped("password", "The password is not right.", err)
	}
	err = p.Log.Change(ctx, ownEvent(v, "reauth.ok", v.SignIn), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := proven.Use(ctx, tx, e); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, markProven, v.SignIn)
		return err
	})
	return time.Now().Add(access.FreshFor), p.Settle(ctx, proven, provingAgain, err)
}

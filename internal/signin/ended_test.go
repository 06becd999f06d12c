package signin_test

import (
	"strings"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
	"lanyard/internal/signin"
)

// Whoever ended a sign-in, because somebody else may know the password, does not find that it has made one more change.
func TestAnEndedSignInChangesNothing(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.Username(d.a, "june", access.Levels{})
	d.Owner(`UPDATE credentials SET change_required = NULL`)
	started := dbtest.Must[*signin.Started](t)(d.Prover.In(d.from(home), "june", strings.ToUpper(dbtest.Password)))
	thief := started.Viewer
	ctx, factors := d.As(thief), d.Prover.Factors()
	device := dbtest.NewAuthenticator(t, thief.Username)
	offered := dbtest.Must[*secondfactor.Challenge](t)(factors.OfferPasskey(ctx, thief))
	if _, err := accountaccess.RequirePasswordChange(d.As(d.a.Owner), d.Log, d.a.ID, thief.Link(d.a.ID).ID, "found on a note"); err != nil {
		t.Fatal(err)
	}
	_, changed := d.Prover.ChangePassword(ctx, thief, signin.ChangePasswordInput{CurrentPassword: strings.ToUpper(dbtest.Password), NewPassword: "eleven copper lanterns drifting"})
	_, added := factors.AddPasskey(ctx, thief, offered.Challenge, "phone", device.Make(offered.Options))
	for what, err := range map[string]error{"the password": changed, "a passkey": added} {
		if p := problem.As(err); p == nil || p.Code != problem.Unauthenticated {
			t.Errorf("%s is changed: %v", what, err)
		}
	}
	if v := d.Reload(thief.Username); !v.MustChangePassword || v.HoldsFactor {
		t.Errorf("%+v", v)
	}
}

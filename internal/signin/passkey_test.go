package signin_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
	"lanyard/internal/signin"
)

// addPasskey gives a username a passkey on a device.
func (d *door) addPasskey(v *access.Viewer) *dbtest.Authenticator {
	d.t.Helper()
	device := dbtest.NewAuthenticator(d.t, v.Username)
	asked := dbtest.Must[*secondfactor.Challenge](d.t)(d.Prover.Factors().OfferPasskey(d.As(v), v))
	if _, err := d.Prover.Factors().AddPasskey(d.As(v), v, asked.Challenge, "phone", device.Make(asked.Options)); err != nil {
		d.t.Fatal(err)
	}
	return device
}

// asked is a challenge for whoever is not signed in.
func (d *door) asked() *secondfactor.Challenge {
	d.t.Helper()
	return dbtest.Must[*secondfactor.Challenge](d.t)(d.Prover.Factors().AskPasskey(d.As(nil), uuid.Nil))
}

// entersBy tells whether an answer to a challenge signs in.
func (d *door) entersBy(challenge, response string) bool {
	d.t.Helper()
	g, err := d.Prover.InByPasskey(d.As(nil), challenge, response)
	if err != nil && problem.As(err) == nil {
		d.t.Error(err)
	}
	return err == nil && g.Viewer != nil
}

func TestSignInByPasskey(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	device := d.addPasskey(d.a.Owner)
	asked := d.asked()
	answer := device.Sign(asked.Options)
	if !d.entersBy(asked.Challenge, answer) {
		t.Fatal("a passkey does not sign in")
	}
	if d.entersBy(asked.Challenge, answer) {
		t.Error("a challenge is good twice")
	}
	if other := d.asked(); d.entersBy(other.Challenge, answer) {
		t.Error("an answer fits another challenge")
	}
	stranger, strange := dbtest.NewAuthenticator(t, d.a.Owner.Username), d.asked()
	if d.entersBy(strange.Challenge, stranger.Sign(strange.Options)) {
		t.Error("a passkey that nobody added signs in")
	}
	late := d.asked()
	d.Owner(`UPDATE passkey_challenges SET expires_at = now()`)
	if d.entersBy(late.Challenge, device.Sign(late.Options)) {
		t.Error("a challenge has no end")
	}
	if half := d.half("anna-owner"); half == "" {
		t.Error("beside a passkey the password alone signs in")
	}
	if !slices.Contains(d.codes(), "mfa.passkey.added") {
		t.Error("the log does not tell of a new passkey")
	}
}

// A passkey that signs in forgives the failures before, like a password.
func TestAPasskeyForgives(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	device := d.addPasskey(d.a.Owner)
	const here = "127.0.0.1"
	for round := range 2 {
		for range 4 {
			if got := d.guess("anna-owner", here); got != problem.Unauthenticated {
				t.Fatalf("round %d: %s", round, got)
			}
		}
		asked := d.asked()
		if !d.entersBy(asked.Challenge, device.Sign(asked.Options)) {
			t.Fatal("a passkey does not sign in")
		}
	}
}

// A copy of a device is found out by its counter, once the original has gone on.
func TestCopiedPasskey(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	device := d.addPasskey(d.a.Owner)
	thief := *device
	asked, stolen := d.asked(), d.asked()
	if !d.entersBy(asked.Challenge, device.Sign(asked.Options)) || d.entersBy(stolen.Challenge, thief.Sign(stolen.Options)) {
		t.Error("a copy signs in with a counter that was used")
	}
}

// Whoever finds a device signs in with it only if the device asks them for something.
func TestAPasskeyAsksThePerson(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	device := d.addPasskey(d.a.Owner)
	device.Careless = true
	asked := d.asked()
	if d.entersBy(asked.Challenge, device.Sign(asked.Options)) {
		t.Error("a device that asks for nothing signs in")
	}
	v := d.Reload(d.a.Owner.Username)
	careless := dbtest.NewAuthenticator(t, v.Username)
	careless.Careless = true
	offered := dbtest.Must[*secondfactor.Challenge](t)(d.Prover.Factors().OfferPasskey(d.As(v), v))
	if _, err := d.Prover.Factors().AddPasskey(d.As(v), v, offered.Challenge, "key", careless.Make(offered.Options)); problem.As(err) == nil {
		t.Errorf("a device that asks for nothing is added: %v", err)
	}
}

// A challenge belongs to the sign-in that asked for it, and to what it was asked for.
func TestChallengesAreBound(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	v := d.g.Viewer
	device := d.addPasskey(v)
	mine := dbtest.Must[*secondfactor.Challenge](t)(d.Prover.Factors().AskPasskey(d.As(v), v.SignIn))
	if d.entersBy(mine.Challenge, device.Sign(mine.Options)) {
		t.Error("a challenge of somebody who is signed in signs in")
	}
	add := dbtest.Must[*secondfactor.Challenge](t)(d.Prover.Factors().OfferPasskey(d.As(v), v))
	if d.entersBy(add.Challenge, device.Sign(add.Options)) {
		t.Error("a challenge for a new passkey signs in")
	}
	d.Owner(`UPDATE sign_ins SET proven_at = now() - interval '1 hour'`)
	again := dbtest.Must[*secondfactor.Challenge](t)(d.Prover.Factors().AskPasskey(d.As(v), v.SignIn))
	if _, err := d.Prover.AgainByPasskey(d.As(v), v, again.Challenge, device.Sign(again.Options)); err != nil {
		t.Error(err)
	}
	now := dbtest.Must[*access.Viewer](t)(signin.Look(t.Context(), d.DB, d.g.Token))
	if access.CheckFresh(now, time.Now().UnixMicro()) != nil {
		t.Error("a passkey proves nothing anew")
	}
	other := d.Account("ben")
	theirs := d.addPasskey(other.Owner)
	again = dbtest.Must[*secondfactor.Challenge](t)(d.Prover.Factors().AskPasskey(d.As(v), v.SignIn))
	if _, err := d.Prover.AgainByPasskey(d.As(v), v, again.Challenge, theirs.Sign(again.Options)); problem.As(err) == nil {
		t.Errorf("somebody else's passkey proves it: %v", err)
	}
}

func TestRemovedPasskey(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	device := d.addPasskey(d.a.Owner)
	v := d.Reload(d.a.Owner.Username)
	state := dbtest.Must[*secondfactor.State](t)(d.Prover.Factors().StateOf(d.As(v)))
	if len(state.Passkeys) != 1 || state.RecoveryCodesLeft != 10 {
		t.Fatalf("%+v", state)
	}
	id := state.Passkeys[0].ID
	b := d.Account("ben")
	if err := d.Prover.Factors().RemovePasskey(d.As(b.Owner), b.Owner, id); problem.As(err) == nil || problem.As(err).Code != problem.NotFound {
		t.Errorf("somebody else removes it: %v", err)
	}
	if err := d.Prover.Factors().RenamePasskey(d.As(v), v, id, "old phone"); err != nil {
		t.Error(err)
	}
	if err := d.Prover.Factors().RemovePasskey(d.As(v), v, id); err != nil {
		t.Fatal(err)
	}
	asked := d.asked()
	if d.entersBy(asked.Challenge, device.Sign(asked.Options)) || !d.enters("anna-owner", home) {
		t.Error("a removed passkey signs in, or is asked for")
	}
}

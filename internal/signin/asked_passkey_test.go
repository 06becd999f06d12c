package signin_test

import (
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
	"lanyard/internal/signin"
)

// keyed is a door whose account is entered by a passkey alone, and june, who holds a passkey and an app.
type keyed struct {
	*door
	june   *access.Viewer
	app    *dbtest.App
	codes  []string
	device *dbtest.Authenticator
}

func newKeyed(t *testing.T) *keyed {
	t.Helper()
	d := newDoor(t)
	k := &keyed{door: d, june: d.Username(d.a, "june", access.Levels{access.AccountAccess: access.View})}
	d.Owner(`UPDATE credentials SET change_required = NULL`)
	k.june = d.Reload(k.june.Username)
	k.app, k.codes = d.Enrol(k.june)
	k.device = d.addPasskey(k.june)
	owner := d.byPasskey(d.addPasskey(d.a.Owner)).Viewer
	wanted := accountaccess.SignInRules{IdleMinutes: 15, SecondFactorRequired: true, PasskeyRequired: true}
	if _, err := accountaccess.SetSignInRules(d.As(owner), d.Log, d.a.ID, accountaccess.SignInRules{IdleMinutes: 15}, wanted); err != nil {
		t.Fatal(err)
	}
	return k
}

// byPasskey signs in with a device.
func (d *door) byPasskey(device *dbtest.Authenticator) *signin.Granted {
	d.t.Helper()
	asked := d.asked()
	return dbtest.Must[*signin.Granted](d.t)(d.Prover.InByPasskey(d.As(nil), asked.Challenge, device.Sign(asked.Options)))
}

// byCode signs june in with her password and a code.
func (k *keyed) byCode(code string) *signin.Granted {
	k.t.Helper()
	k.later()
	started := dbtest.Must[*signin.Started](k.t)(k.Prover.In(k.from(home), "june", strings.ToUpper(dbtest.Password)))
	return dbtest.Must[*signin.Granted](k.t)(k.Prover.Finish(k.from(home), started.Half.Token, code))
}

// lets tells whether whoever signed in enters the account, in the answer to the sign-in and on the next request. Both
// walls say the same.
func (k *keyed) lets(g *signin.Granted) bool {
	k.t.Helper()
	again := dbtest.Must[*access.Viewer](k.t)(signin.Load(k.t.Context(), k.DB, g.Token))
	stream := dbtest.Must[*access.Viewer](k.t)(signin.Again(k.t.Context(), k.DB, again))
	in := k.decides(again)
	if k.decides(g.Viewer) != in || k.decides(stream) != in {
		k.t.Errorf("answers differ: %v", in)
	}
	return in
}

func (k *keyed) decides(v *access.Viewer) bool {
	k.t.Helper()
	decided := access.Decide(v, k.a.ID, access.AccountAccess, access.View, time.Now().UnixMicro())
	rows := dbtest.Must[pgx.Rows](k.t)(k.Log.Query(database.In(k.As(v), k.a.ID), `SELECT EXISTS (SELECT FROM links WHERE username_id <> me() AND account_id = here())`))
	if shown := dbtest.Must[bool](k.t)(pgx.CollectExactlyOneRow(rows, pgx.RowTo[bool])); shown != decided {
		k.t.Errorf("the decision is %v, and the database shows %v", decided, shown)
	}
	return decided
}

// An account that is entered by a passkey alone lets in nobody who has signed in otherwise, until they use theirs.
func TestAPasskeyIsAskedForEntering(t *testing.T) {
	t.Parallel()
	k := newKeyed(t)
	if !k.lets(k.byPasskey(k.device)) {
		t.Error("a passkey does not enter")
	}
	g := k.byCode(k.app.Code())
	if k.lets(g) {
		t.Fatal("a code enters")
	}
	if e := access.Explain(g.Viewer, k.a.ID, access.AccountAccess, access.View, time.Now().UnixMicro()); e.Reason != access.FactorDue || !e.Link.PasskeyDue {
		t.Errorf("%+v", e)
	}
	if asked := dbtest.Must[*secondfactor.State](t)(k.Prover.Factors().StateOf(k.As(g.Viewer))).AskedBy; len(asked) != 1 || !asked[0].Passkey {
		t.Errorf("asked by %+v", asked)
	}
	again := dbtest.Must[*secondfactor.Challenge](t)(k.Prover.Factors().AskPasskey(k.As(g.Viewer), g.Viewer.SignIn))
	if _, err := k.Prover.AgainByPasskey(k.As(g.Viewer), g.Viewer, again.Challenge, k.device.Sign(again.Options)); err != nil {
		t.Fatal(err)
	}
	if v := dbtest.Must[*access.Viewer](t)(signin.Load(t.Context(), k.DB, g.Token)); !k.decides(v) {
		t.Error("a passkey that is used in a sign-in does not enter")
	}
	if v := dbtest.Must[*access.Viewer](t)(signin.LoadProven(t.Context(), k.DB, k.june.Username, g.Viewer.SignIn, "")); !k.decides(v) {
		t.Error("the passkey is forgotten within the request")
	}
	if !k.decides(k.Reload(k.june.Username)) {
		t.Error("whoever holds a passkey and is not there is not counted")
	}
	k.Owner(`UPDATE passkeys SET removed_at = now() WHERE username_id = $1`, k.june.Username)
	if k.decides(k.Reload(k.june.Username)) {
		t.Error("whoever holds none and is not there is counted")
	}
}

// Whoever got hold of a password and a code makes no passkey of their own, and gets no codes to make one with. Somebody
// who has lost theirs does, with a code that was kept for that.
func TestAPasskeyIsNotReplacedWithoutIt(t *testing.T) {
	t.Parallel()
	k := newKeyed(t)
	factors := k.Prover.Factors()
	thief := k.byCode(k.app.Code()).Viewer
	ctx := k.As(thief)
	state := dbtest.Must[*secondfactor.State](t)(factors.StateOf(ctx))
	if state.ChangesLocked == nil {
		t.Error("it is not said that nothing can be changed")
	}
	_, offer := factors.OfferPasskey(ctx, thief)
	_, add := factors.AddPasskey(ctx, thief, "", "phone", "")
	_, codes := factors.RenewCodes(ctx, thief)
	_, app := factors.Offer(ctx, thief)
	for what, err := range map[string]error{
		"offer": offer, "add": add, "codes": codes, "app": app,
		"remove": factors.RemovePasskey(ctx, thief, state.Passkeys[0].ID), "give up the app": factors.Remove(ctx, thief),
	} {
		if p := problem.As(err); p == nil || p.Code != problem.Forbidden && what != "add" {
			t.Errorf("%s: %v", what, err)
		}
	}
	lost := k.byCode(k.codes[0]).Viewer
	if k.decides(lost) {
		t.Error("a recovery code enters")
	}
	if !k.decides(k.byPasskey(k.addPasskey(lost)).Viewer) {
		t.Error("a new passkey does not enter")
	}
}

// The rule is the owner's, who has signed in by a passkey; past the API as well. It never stands without the other one.
func TestWhoAsksForAPasskey(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	device := d.addPasskey(d.a.Owner)
	steward := d.Username(d.a, "june", access.Levels{access.AccountAccess: access.Full})
	d.Owner(`UPDATE credentials SET change_required = NULL`)
	steward = d.byPasskey(d.addPasskey(d.Reload(steward.Username))).Viewer
	owner := d.byPasskey(device).Viewer
	byPassword := dbtest.Must[*access.Viewer](t)(signin.Load(t.Context(), d.DB, d.g.Token))
	base := accountaccess.SignInRules{IdleMinutes: 15}
	wanted := accountaccess.SignInRules{IdleMinutes: 15, SecondFactorRequired: true, PasskeyRequired: true}
	set := func(v *access.Viewer, wanted accountaccess.SignInRules) error {
		_, err := accountaccess.SetSignInRules(d.As(v), d.Log, d.a.ID, base, wanted)
		return err
	}
	alone := accountaccess.SignInRules{IdleMinutes: 15, PasskeyRequired: true}
	for what, err := range map[string]error{"by a steward": set(steward, wanted), "by a password": set(byPassword, wanted), "alone": set(owner, alone)} {
		if p := problem.As(err); p == nil || p.Code == problem.NotFound { // that is what is left of an account one has locked oneself out of
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, past := range []struct {
		v     *access.Viewer
		query string
	}{{steward, `SELECT set_sign_in_rules(15, NULL, true, true)`}, {owner, `SELECT set_sign_in_rules(15, NULL, false, true)`}} {
		if err := d.raw(past.v, d.a.ID, past.query); err != nil {
			t.Error(err)
		}
	}
	if got := d.row(d.a); got.SecondFactorRequired || got.PasskeyRequired {
		t.Fatalf("%+v", got)
	}
	if err := set(owner, wanted); err != nil || !d.row(d.a).PasskeyRequired {
		t.Error(err)
	}
}

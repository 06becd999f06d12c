package signin_test

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/pquerna/otp/totp"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
	"lanyard/internal/signin"
)

const home = "192.0.2.1"

// half signs in with the right password, which is half of it.
func (d *door) half(name string) string {
	d.t.Helper()
	started := dbtest.Must[*signin.Started](d.t)(d.Prover.In(d.from(home), name, dbtest.Password))
	if started.Granted != nil || started.Half == nil {
		d.t.Fatal("the password alone signs in")
	}
	return started.Half.Token
}

// finishes tells whether a code makes half a sign-in whole.
func (d *door) finishes(token, code string) bool {
	d.t.Helper()
	g, err := d.Prover.Finish(d.from(home), token, code)
	if err != nil && problem.As(err) == nil {
		d.t.Error(err)
	}
	return err == nil && g.Viewer != nil
}

func TestSignInInTwoSteps(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	app, _ := d.Enrol(d.a.Owner)
	half := d.half("anna-owner")
	if v, err := signin.Load(t.Context(), d.DB, half); v != nil || err != nil {
		t.Errorf("half a sign-in loads %v, %v", v, err)
	}
	if d.finishes(half, "000000") || d.finishes("no such half", app.Code()) {
		t.Error("a wrong code or an unknown half signs in")
	}
	code := app.Code()
	if !d.finishes(half, code) {
		t.Fatal("a right code does not sign in")
	}
	if d.finishes(half, app.Code()) {
		t.Error("a half is good twice")
	}
	d.later()
	if !d.finishes(d.half("anna-owner"), app.Code()) || d.finishes(d.half("anna-owner"), code) {
		t.Error("a code is good twice, or never again")
	}
	late := d.half("anna-owner")
	d.Owner(`UPDATE half_sign_ins SET expires_at = now()`)
	if d.finishes(late, app.Code()) {
		t.Error("a half has no end")
	}
	said := d.codes()
	for _, want := range []string{"mfa.added", "mfa.asked", "mfa.fail", "login.ok"} {
		if !slices.Contains(said, want) {
			t.Errorf("no %s in the log: %v", want, said)
		}
	}
}

func (d *door) codes() []string {
	d.t.Helper()
	var codes []string
	for _, e := range d.Events(d.a.ID) {
		codes = append(codes, e.Code)
	}
	return codes
}

// together runs all at once, each as far as a row of the table, and lets them go on when all are there.
func (d *door) together(table string, all ...func()) {
	d.t.Helper()
	connect := func() *pgx.Conn {
		conn := dbtest.Must[*pgx.Conn](d.t)(pgx.Connect(context.Background(), d.OwnerURL))
		d.t.Cleanup(func() { _ = conn.Close(context.Background()) })
		return conn
	}
	holding, watching := connect(), connect()
	if _, err := holding.Exec(d.t.Context(), `BEGIN; SELECT FROM `+table+` FOR UPDATE`); err != nil {
		d.t.Fatal(err)
	}
	var running sync.WaitGroup
	var ended atomic.Int64
	for _, do := range all {
		running.Go(func() { do(); ended.Add(1) })
	}
	for waiting := 0; waiting < len(all); {
		row := watching.QueryRow(d.t.Context(), `SELECT count(*) FROM pg_stat_activity, pg_sleep(0.01) WHERE datname = current_database() AND wait_event_type = 'Lock'`)
		if err := row.Scan(&waiting); err != nil {
			d.t.Fatal(err)
		}
		if ended.Load() > 0 {
			d.t.Fatalf("one does not come as far as %s", table)
		}
	}
	if _, err := holding.Exec(d.t.Context(), `COMMIT`); err != nil {
		d.t.Fatal(err)
	}
	running.Wait()
}

// The code that an app is confirmed with is used by that: whoever read it over the shoulder does not sign in with it.
func TestTheCodeOfANewAppIsUsed(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	keeper, v := d.Prover.Factors(), d.a.Owner
	offered := dbtest.Must[*secondfactor.Offer](t)(keeper.Offer(d.As(v), v))
	code := dbtest.Must[string](t)(totp.GenerateCode(offered.Key, time.Now()))
	dbtest.Must[[]string](t)(keeper.Confirm(d.As(v), v, code))
	if d.finishes(d.half("anna-owner"), code) {
		t.Error("it signs in")
	}
}

// Of two at once that use the same code, one signs in: both have found it right when they use it up.
func TestACodeAtOnce(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	app, recovery := d.Enrol(d.a.Owner)
	for table, give := range map[string]func() string{"authenticators": app.Code, "recovery_codes": func() string { return recovery[0] }} {
		d.Owner(`DELETE FROM failed_proofs`)
		halves := []string{d.half("anna-owner"), d.half("anna-owner")}
		code := give()
		var entered atomic.Int64
		finish := func(half string) func() {
			return func() {
				if d.finishes(half, code) {
					entered.Add(1)
				}
			}
		}
		d.together(table, finish(halves[0]), finish(halves[1]))
		if entered.Load() != 1 {
			t.Errorf("a code of %s signs in %d times", table, entered.Load())
		}
	}
}

// Whoever knows the password cannot guess at the code for longer than at a password: that the password is
// right takes nothing back.
func TestCodesAreThrottled(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.Enrol(d.a.Owner)
	for tries := 1; ; tries++ {
		started, err := d.Prover.In(d.from(home), "anna-owner", dbtest.Password)
		if p := problem.As(err); p != nil && p.Code == problem.RateLimited {
			break
		}
		if err != nil || tries > 5 {
			t.Fatalf("after %d tries: %v", tries, err)
		}
		if d.finishes(started.Half.Token, "000000") {
			t.Fatal("a wrong code signs in")
		}
	}
}

// Nothing that asks for the password alone takes wrong codes back.
func TestAPasswordForgivesNoCodes(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.Enrol(d.a.Owner)
	for range 3 {
		d.finishes(d.half("anna-owner"), "000000")
	}
	same := signin.ChangePasswordInput{CurrentPassword: dbtest.Password, NewPassword: dbtest.Password}
	v := d.Reload(d.a.Owner.Username)
	if _, err := d.Prover.ChangePassword(activity.WithRequest(d.As(v), activity.Request{ID: uuid.NewString(), IP: home}), v, same); problem.As(err) == nil {
		t.Fatal(err)
	}
	for range 2 {
		d.finishes(d.half("anna-owner"), "000000")
	}
	if _, err := d.Prover.In(d.from(home), "anna-owner", dbtest.Password); problem.As(err) == nil || problem.As(err).Code != problem.RateLimited {
		t.Errorf("after five wrong codes: %v", err)
	}
}

// However many failures stand, once their lock has run out the right password and the right code enter: the
// password begins no lock that keeps its own code out.
func TestARightPasswordLetsItsCodeThrough(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	app, _ := d.Enrol(d.a.Owner)
	for range 9 {
		d.finishes(d.half("anna-owner"), "000000")
		d.later()
	}
	if !d.finishes(d.half("anna-owner"), app.Code()) {
		t.Error("the owner is locked out")
	}
}

func TestRecoveryCodes(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	_, first := d.Enrol(d.a.Owner)
	if len(first) != 10 || !d.finishes(d.half("anna-owner"), first[3]) || d.finishes(d.half("anna-owner"), first[3]) {
		t.Fatal("a recovery code is not good exactly once")
	}
	second := dbtest.Must[[]string](t)(d.Prover.Factors().RenewCodes(d.As(d.a.Owner), d.a.Owner))
	d.Owner(`DELETE FROM failed_proofs`)
	if d.finishes(d.half("anna-owner"), first[4]) || !d.finishes(d.half("anna-owner"), second[4]) {
		t.Error("an old set is good, or the new one is not")
	}
}

// What is known of half a sign-in is nothing once the password was changed.
func TestAChangedPasswordEndsHalves(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	app, _ := d.Enrol(d.a.Owner)
	half := d.half("anna-owner")
	v := d.Reload(d.a.Owner.Username)
	if _, err := d.Prover.ChangePassword(d.As(v), v, signin.ChangePasswordInput{CurrentPassword: dbtest.Password, NewPassword: "eleven copper lanterns drifting"}); err != nil {
		t.Fatal(err)
	}
	if d.finishes(half, app.Code()) {
		t.Error("half a sign-in outlives the password it was begun with")
	}
}

// A password of eight characters stands beside a second factor, and not without.
func TestShortPasswords(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	change := func(from, to string) *problem.Error {
		v := d.Reload(d.a.Owner.Username)
		_, err := d.Prover.ChangePassword(d.As(v), v, signin.ChangePasswordInput{CurrentPassword: from, NewPassword: to})
		return problem.As(err)
	}
	const short = "vq7zk!tw2m"
	if change(dbtest.Password, short) == nil {
		t.Error("a short password stands alone")
	}
	d.Enrol(d.a.Owner)
	if p := change(dbtest.Password, short); p != nil {
		t.Fatalf("beside a second factor: %v", p)
	}
	v := d.Reload(d.a.Owner.Username)
	remove := func() *problem.Error { return problem.As(d.Prover.Factors().Remove(d.As(v), v)) }
	if p := remove(); p == nil || p.Code != problem.Conflict {
		t.Errorf("the second factor goes, and the short password stays: %v", p)
	}
	if p := change(short, "eleven copper lanterns drifting"); p != nil {
		t.Fatal(p)
	}
	if p := remove(); p != nil || d.Reload(v.Username).HoldsFactor {
		t.Errorf("it cannot be given up: %v", p)
	}
}

// A proof is fresh for a while, and is made fresh with all that signing in asks for.
func TestProvingAgain(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	g := dbtest.Must[*signin.Started](t)(d.Prover.In(d.from(home), "anna-owner", dbtest.Password))
	app, _ := d.Enrol(d.a.Owner)
	fresh := func() bool {
		v := dbtest.Must[*access.Viewer](t)(signin.Look(t.Context(), d.DB, g.Token))
		return access.CheckFresh(v, time.Now().UnixMicro()) == nil
	}
	d.Owner(`UPDATE sign_ins SET proven_at = now() - interval '11 minutes'`)
	if fresh() {
		t.Fatal("a proof is fresh after eleven minutes")
	}
	again := func(secret string, code *string) bool {
		v := dbtest.Must[*access.Viewer](t)(signin.Look(t.Context(), d.DB, g.Token))
		_, err := d.Prover.Again(d.As(v), v, secret, code)
		return err == nil
	}
	wrong, right := "000000", app.Code()
	if again("not the password of anybody", &right) || again(dbtest.Password, &wrong) || again(dbtest.Password, nil) || fresh() {
		t.Error("half a proof makes it fresh")
	}
	if !again(dbtest.Password, &right) || !fresh() {
		t.Error("a whole proof does not make it fresh")
	}
}

// Whoever knows the old password, at a screen that somebody left, needs the second factor to change it: also
// where it has to be changed. Nothing is looked at before.
func TestChangingThePasswordAsksForAFreshProof(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	app, _ := d.Enrol(d.a.Owner)
	in := signin.ChangePasswordInput{CurrentPassword: dbtest.Password, NewPassword: "eleven copper lanterns drifting"}
	for name, forced := range map[string]bool{"a password that is kept": false, "one that has to be changed": true} {
		v := d.Reload(d.a.Owner.Username)
		v.MustChangePassword, v.ProvenAt = forced, 0
		if _, err := d.Prover.ChangePassword(d.As(v), v, in); problem.As(err) == nil || problem.As(err).Details["proveAgain"] != true {
			t.Errorf("%s is changed without a proof: %v", name, err)
		}
		code := app.Code()
		until, err := d.Prover.Again(d.As(v), v, in.CurrentPassword, &code)
		if err != nil {
			t.Fatal(err)
		}
		v.ProvenAt = until.Add(-access.FreshFor).UnixMicro()
		if _, err := d.Prover.ChangePassword(d.As(v), v, in); err != nil {
			t.Errorf("%s is not changed with a proof: %v", name, err)
		}
		in.CurrentPassword, in.NewPassword = in.NewPassword, in.CurrentPassword
	}
	if slices.Contains(d.codes(), "password.fail") {
		t.Error("a password was looked at")
	}
}

package signin_test

import (
	"context"
	"regexp"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// door is an account whose owner is signed in.
type door struct {
	*dbtest.World
	t *testing.T
	a *dbtest.Account
	g *signin.Granted
}

func newDoor(t *testing.T) *door {
	t.Helper()
	w := dbtest.New(t)
	a := w.Account("anna")
	return &door{w, t, a, dbtest.Must[*signin.Granted](t)(w.Prover.Begin(w.As(nil), a.Owner.Username))}
}

// unused makes the sign-in's last use be so long ago.
func (d *door) unused(ago time.Duration) {
	d.t.Helper()
	d.Owner(`UPDATE sign_ins SET seen_at = now() - $1::interval WHERE id = $2`, ago, d.g.Viewer.SignIn)
}

func (d *door) lives() bool {
	d.t.Helper()
	v, err := signin.Look(d.t.Context(), d.DB, d.g.Token)
	if err != nil {
		d.t.Fatal(err)
	}
	again, err := signin.Again(d.t.Context(), d.DB, d.g.Viewer)
	if err != nil || (again == nil) != (v == nil) {
		d.t.Fatalf("a stream is told otherwise than a request: %v", err)
	}
	return v != nil
}

func (d *door) row(a *dbtest.Account) *ent.Account {
	d.t.Helper()
	return dbtest.Must[*ent.Account](d.t)(d.Log.Reader().Account.Get(database.In(d.As(a.Owner), a.ID), a.ID))
}

// raw runs a statement as the server does, in an account and without asking the API.
func (d *door) raw(v *access.Viewer, account uuid.UUID, query string, args ...any) error {
	d.t.Helper()
	ctx := database.In(d.As(v), account)
	tx := dbtest.Must[*database.Tx](d.t)(d.DB.Begin(ctx))
	defer tx.Cancel(ctx)
	if _, err := tx.ExecSQL(ctx, query, args...); err != nil {
		return err
	}
	return tx.CommitWith(ctx, func(*pgx.Batch) {})
}

func (d *door) allow(a *dbtest.Account, minutes int) {
	d.t.Helper()
	base := accountaccess.RulesOf(d.row(a))
	wanted := *base
	wanted.IdleMinutes = minutes
	if _, err := accountaccess.SetSignInRules(d.As(a.Owner), d.Log, a.ID, *base, wanted); err != nil {
		d.t.Fatal(err)
	}
}

func (d *door) timeouts(account uuid.UUID) (found []activity.Event) {
	d.t.Helper()
	for _, e := range d.Events(account) {
		if e.Code == "timeout" {
			found = append(found, e)
		}
	}
	return found
}

// A token is 52 digits of base32, five random bits each (ASVS 7.2.3 asks for 128), and no two are alike.
func TestTokensAreLong(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	other := dbtest.Must[*signin.Granted](t)(d.Prover.Begin(d.As(nil), d.a.Owner.Username))
	form := regexp.MustCompile(`^[A-Z2-7]{52}$`)
	if !form.MatchString(d.g.Token) || !form.MatchString(other.Token) || d.g.Token[:26] == other.Token[:26] || d.g.Token[26:] == other.Token[26:] || d.g.Token[:26] == d.g.Token[26:] {
		t.Errorf("%q, %q", d.g.Token, other.Token)
	}
}

// A sign-in is dead when it has gone unused for as long as the strictest account allows.
func TestIdleLimit(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	b := d.Account("ben")
	for _, c := range []struct {
		anna, ben int
		unused    time.Duration
		lives     bool
	}{
		{15, 15, 14 * time.Minute, true},
		{15, 15, 15 * time.Minute, false},
		{30, 15, 20 * time.Minute, true}, // ben's account is not joined yet
		{30, 5, 4 * time.Minute, true},
		{30, 5, 6 * time.Minute, false},
		{5, 30, 6 * time.Minute, false},
		{30, 30, 29 * time.Minute, true},
	} {
		d.allow(d.a, c.anna)
		d.allow(b, c.ben)
		if c.ben != 15 && d.Reload(d.a.Owner.Username).Link(b.ID) == nil {
			d.Join(d.a.Owner, b, access.Everything())
		}
		d.unused(c.unused)
		if d.lives() != c.lives {
			t.Errorf("anna's account allows %d minutes, ben's %d: after %v it lives: %v", c.anna, c.ben, c.unused, !c.lives)
		}
	}
}

// What nobody uses ends with one event, whoever sweeps, and tells for how long it went unused.
func TestTimeOutIsRecordedOnce(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.unused(14 * time.Minute)
	sweep := func() {
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if err := signin.Sweep(context.Background(), d.DB, d.Log); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
	}
	sweep()
	if got := d.timeouts(d.a.ID); len(got) > 0 || !d.lives() {
		t.Fatalf("too early: %v", got)
	}
	d.unused(16 * time.Minute)
	sweep()
	sweep()
	got := d.timeouts(d.a.ID)
	if len(got) != 1 {
		t.Fatalf("%d events", len(got))
	}
	e := got[0]
	idle, _ := e.Changes["idleSeconds"].([]any)
	if len(idle) != 2 || idle[1].(float64) < 960 || idle[1].(float64) > 1000 {
		t.Errorf("unused for %v", idle)
	}
	if e.ActorID != d.a.Owner.Username || e.SignIn != d.g.Viewer.SignIn || e.Reason != "UNUSED" || e.Role != activity.Owner {
		t.Errorf("%+v", e)
	}
	// A tab that stayed open and a raised limit bring nothing back.
	d.allow(d.a, 30)
	if v, err := signin.Load(t.Context(), d.DB, d.g.Token); v != nil || err != nil {
		t.Errorf("%v, %v", v, err)
	}
}

// Nothing outlasts twelve hours, however busy.
func TestAbsoluteLimit(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.Owner(`UPDATE sign_ins SET expires_at = now() WHERE id = $1`, d.g.Viewer.SignIn)
	if d.lives() {
		t.Error("it lives")
	}
	if err := signin.Sweep(t.Context(), d.DB, d.Log); err != nil {
		t.Fatal(err)
	}
	if got := d.timeouts(d.a.ID); len(got) != 1 || got[0].Reason != "TOO_OLD" {
		t.Errorf("%v", got)
	}
}

// A program that asks by itself does not keep alive what nobody uses; a person does.
func TestOnlyUseKeepsAlive(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	left := func() int {
		return dbtest.Must[*signin.Limits](t)(signin.LimitsOf(d.As(d.g.Viewer), d.Log, d.g.Viewer)).SecondsLeft
	}
	d.unused(14 * time.Minute)
	if !d.lives() || left() > 60 {
		t.Errorf("after looking %d seconds are left", left())
	}
	if v, err := signin.Load(t.Context(), d.DB, d.g.Token); v == nil || err != nil {
		t.Fatal(err)
	}
	if got := left(); got < 14*60 {
		t.Errorf("after a use %d seconds are left", got)
	}
}

// Who may not run the account sets no rules of it, in whatever way; nor anybody else's account's.
func TestSignInRulesAreForStewards(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	b := d.Account("ben")
	desk := d.Username(d.a, "desk", access.Levels{access.PracticeSetup: access.Full, access.AccountAccess: access.View})
	base, wanted := accountaccess.SignInRules{IdleMinutes: 15}, accountaccess.SignInRules{IdleMinutes: 30}
	for name, v := range map[string]*access.Viewer{"View Only": desk, "another account's owner": b.Owner} {
		if _, err := accountaccess.SetSignInRules(d.As(v), d.Log, d.a.ID, base, wanted); problem.As(err) == nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := d.raw(v, d.a.ID, `SELECT set_sign_in_rules(30, NULL, false, false)`); err != nil {
			t.Error(err)
		}
		if err := d.raw(v, d.a.ID, `UPDATE accounts SET idle_minutes = 30`); err == nil {
			t.Errorf("%s: writes the column", name)
		}
	}
	if got := d.row(d.a); got.IdleMinutes != 15 {
		t.Errorf("%d minutes", got.IdleMinutes)
	}
	for _, minutes := range []int{0, 4, 31, -15} {
		if _, err := accountaccess.SetSignInRules(d.As(d.a.Owner), d.Log, d.a.ID, base, accountaccess.SignInRules{IdleMinutes: minutes}); problem.As(err) == nil {
			t.Errorf("%d minutes: %v", minutes, err)
		}
	}
	d.allow(d.a, 10)
	if _, err := accountaccess.SetSignInRules(d.As(d.a.Owner), d.Log, d.a.ID, base, wanted); problem.As(err) == nil || problem.As(err).Code != problem.Conflict {
		t.Errorf("on rules that are not there any more: %v", err)
	}
}

package signin_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/alexedwards/argon2id"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/password"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

func (d *door) credential() *ent.Credential {
	d.t.Helper()
	id := d.a.Owner.Username
	return dbtest.Must[*ent.Credential](d.t)(d.Log.Reader().Credential.Get(database.As(d.As(d.a.Owner), id), id))
}

func (d *door) state() *signin.State {
	d.t.Helper()
	return dbtest.Must[*signin.State](d.t)(signin.StateOf(d.As(d.a.Owner), d.Log))
}

// A hash of other parameters is made anew when its password signs in, and by nothing else.
func TestRehashOnSignIn(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	old := dbtest.Must[string](t)(argon2id.CreateHash(dbtest.Password, &argon2id.Params{Memory: 8 * 1024, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}))
	d.Owner(`UPDATE credentials SET password_hash = $1, changed_at = now() - interval '1 year' WHERE id = $2`, old, d.a.Owner.Username)
	before := d.credential()
	d.guess("anna-owner", "192.0.2.1")
	if d.credential().PasswordHash != old {
		t.Error("a wrong password has changed the hash")
	}
	for range 2 {
		if !d.enters("anna-owner", "192.0.2.1") {
			t.Fatal("the password does not enter")
		}
	}
	after := d.credential()
	ok, outdated, err := password.Verify(t.Context(), dbtest.Password, after.PasswordHash)
	if !ok || outdated || err != nil || after.PasswordHash == old {
		t.Errorf("%v, outdated %v: %v", ok, outdated, err)
	}
	if !after.ChangedAt.Equal(before.ChangedAt) {
		t.Error("the age of the password is another")
	}
}

// Whoever gives a password away in Access Other Accounts is told so until it is changed, and links stay.
func TestPasswordThatSomebodyElseTyped(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	b := d.Account("ben")
	if s := d.state(); s.TypedBy != nil || s.IsOld {
		t.Fatalf("%+v", s)
	}
	d.Join(b.Owner, d.a, access.Everything())
	if s := d.state(); s.TypedBy == nil || *s.TypedBy != b.Owner.Name || s.TypedAt == nil {
		t.Fatalf("%+v", s)
	}
	if s := dbtest.Must[*signin.State](t)(signin.StateOf(d.As(b.Owner), d.Log)); s.TypedBy != nil {
		t.Errorf("whoever typed it is told: %+v", s)
	}
	change := signin.ChangePasswordInput{CurrentPassword: dbtest.Password, NewPassword: "eleven copper lanterns drifting"}
	if _, err := d.Prover.ChangePassword(d.As(d.a.Owner), d.a.Owner, change); err != nil {
		t.Fatal(err)
	}
	if s := d.state(); s.TypedBy != nil {
		t.Errorf("%+v", s)
	}
	again := accountaccess.FindAccountInput{Username: d.a.Owner.Name, Password: change.NewPassword}
	if _, err := accountaccess.FindAccount(d.As(d.Reload(b.Owner.Username)), d.Prover, b.ID, again); problem.As(err) == nil {
		t.Errorf("it is joined already: %v", err)
	}
	if s := d.state(); s.TypedBy == nil {
		t.Error("a password that helped nobody was typed all the same")
	}
	if d.Reload(b.Owner.Username).Link(d.a.ID) == nil {
		t.Error("the link is gone")
	}
}

// Age reminds where an account wants it to, and stops nobody.
func TestAgeReminds(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.Owner(`UPDATE credentials SET changed_at = now() - interval '13 months'`)
	if d.state().IsOld {
		t.Error("it reminds although no account wants it to")
	}
	year := 12
	if _, err := accountaccess.SetSignInRules(d.As(d.a.Owner), d.Log, d.a.ID, accountaccess.SignInRules{IdleMinutes: 15}, accountaccess.SignInRules{IdleMinutes: 15, PasswordReminderMonths: &year}); err != nil {
		t.Fatal(err)
	}
	if !d.state().IsOld || d.Reload(d.a.Owner.Username).MustChangePassword || !d.enters("anna-owner", "192.0.2.1") {
		t.Error("it does not remind, or it stops")
	}
}

// Whoever runs an account that a username has joined does not reach into its other accounts.
func TestNobodyAsksAGuestForANewPassword(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	b := d.Account("ben")
	guest := d.Join(b.Owner, d.a, access.Everything())
	_, err := accountaccess.RequirePasswordChange(d.As(d.a.Owner), d.Log, d.a.ID, guest.Link(d.a.ID).ID, "Because.")
	if p := problem.As(err); p == nil || p.Code != problem.Forbidden || !strings.Contains(p.Message, "at home in another account") {
		t.Error(err)
	}
	if err := d.raw(d.a.Owner, d.a.ID, `SELECT require_password_change($1, 'Because.')`, guest.Username); err != nil {
		t.Error(err)
	}
	if d.Reload(guest.Username).MustChangePassword {
		t.Error("the database lets it")
	}
}

// Who changes a password and ends the other sign-ins is alone afterwards, also where somebody was just
// signing in with the old one.
func TestTheOldPasswordEntersNoMore(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	var all sync.WaitGroup
	for range 3 { // a fifth at once would wait for the others
		all.Go(func() { _, _ = d.Prover.In(d.As(nil), "anna-owner", dbtest.Password) })
	}
	ctx := d.As(d.g.Viewer)
	_, err := d.Prover.ChangePassword(ctx, d.g.Viewer, signin.ChangePasswordInput{CurrentPassword: dbtest.Password, NewPassword: "nine purple lanterns drifting", EndOtherSignIns: true})
	if err != nil {
		t.Fatal(err)
	}
	all.Wait()
	if left := dbtest.Must[[]*ent.SignIn](t)(signin.List(ctx, d.Log, d.g.Viewer)); len(left) != 1 || left[0].ID != d.g.Viewer.SignIn {
		t.Errorf("%d sign-ins are left", len(left))
	}
}

package signin_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/notice"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

const (
	changed, factors = notice.KindPASSWORD_CHANGED, notice.KindFACTOR_CHANGED
	stopped, locked  = notice.KindATTEMPTS_STOPPED, notice.KindLOCKED
)

// told tells whether an account was told this of june, and nothing else.
func (d *door) told(a *dbtest.Account, what string, want ...notice.Kind) {
	d.t.Helper()
	ctx, _ := activity.WithCollector(d.As(a.Owner))
	p := dbtest.Must[*page.Page[*ent.Notice]](d.t)(accountaccess.Notices(ctx, d.Log, a.ID, page.Args{First: 20}))
	var kinds []notice.Kind
	for _, n := range p.Nodes {
		if n.Username != "june" || accountaccess.NoticeSentence(n) == "" {
			d.t.Errorf("%+v", n)
		}
		kinds = append(kinds, n.Kind)
	}
	slices.Reverse(kinds)
	if !slices.Equal(kinds, want) {
		d.t.Errorf("%s: told of %v, and not of %v", what, kinds, want)
	}
}

// newPasswords are of june: what she has, and what she takes.
var newPasswords = signin.ChangePasswordInput{CurrentPassword: strings.ToUpper(dbtest.Password), NewPassword: "eleven copper lanterns drifting"}

func (d *door) changes(v *access.Viewer) {
	d.t.Helper()
	if _, err := d.Prover.ChangePassword(d.As(v), v, newPasswords); err != nil {
		d.t.Fatal(err)
	}
}

// Whoever runs the account that a username is at home in is told when it signs in in another way from now on, and not
// of the same again before they have read of it, for an hour.
func TestHomeIsToldOfHowOneSignsIn(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	june := d.Username(d.a, "june", access.Levels{})
	d.Enrol(june)
	june = d.Reload(june.Username)
	d.changes(june)
	renews := func() { dbtest.Must[[]string](t)(d.Prover.Factors().RenewCodes(d.As(june), june)) }
	renews()
	renews()
	d.told(d.a, "a factor and a password", factors, changed)
	d.Owner(`UPDATE notices SET created_at = created_at - interval '61 minutes'`)
	renews()
	renews()
	d.told(d.a, "an hour later", factors, changed, factors)
	d.Owner(`UPDATE notices SET read_at = now(), read_by = 'anna-owner'`)
	dbtest.Must[any](t)(nil, d.Prover.Factors().Remove(d.As(june), june))
	d.told(d.a, "once it was read", factors, changed, factors, factors)
}

// Guessing is told when it is stopped, once a day, and again when it is stopped for good: also where each guess waits until
// the one before may be followed, so that none is refused.
func TestGuessesAreTold(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.Username(d.a, "june", access.Levels{})
	guesses := func(n int, address string) {
		for range n {
			d.guess("june", address)
			d.later()
		}
	}
	guesses(4, "198.51.100.1")
	d.told(d.a, "four guesses")
	guesses(1, "198.51.100.1")
	d.told(d.a, "the fifth", stopped)
	guesses(94, "198.51.100.2")
	d.told(d.a, "99 guesses", stopped)
	guesses(1, "198.51.100.3")
	guesses(3, "198.51.100.4")
	d.told(d.a, "the hundredth", stopped, locked)
	d.Owner(`UPDATE notices SET created_at = created_at - interval '25 hours'`)
	d.Owner(`DELETE FROM failed_proofs`)
	guesses(5, "198.51.100.1")
	d.told(d.a, "the day after", stopped, locked, stopped)
}

// What june does is no guess of somebody's: a right password from where others have guessed at other names, or after
// wrong ones. Nor is the day's notice used up by it.
func TestARightPasswordIsNoGuess(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.Username(d.a, "june", access.Levels{})
	for i := range 49 {
		d.guess(fmt.Sprintf("nobody-%d", i), home)
	}
	d.guess("june", home)
	in := func(address string) bool {
		g, err := d.Prover.In(d.from(address), "june", strings.ToUpper(dbtest.Password))
		return err == nil && g.Granted != nil
	}
	if in(home) {
		t.Fatal("the network is not locked")
	}
	d.told(d.a, "a network that is locked")
	const elsewhere = "198.51.100.1"
	for range 4 {
		d.guess("june", elsewhere)
	}
	if !in(elsewhere) {
		t.Fatal("the fifth is refused")
	}
	d.told(d.a, "a right password as the fifth")
	for range 8 {
		d.guess("june", elsewhere)
	}
	d.told(d.a, "guesses", stopped)
}

// Wrong codes beside the right password are told like wrong passwords.
func TestGuessedCodesAreTold(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	june := d.Username(d.a, "june", access.Levels{})
	app, _ := d.Enrol(june)
	d.Owner(`TRUNCATE notices, mail_addresses`)
	started := dbtest.Must[*signin.Started](t)(d.Prover.In(d.from(home), "june", strings.ToUpper(dbtest.Password)))
	for range 4 {
		d.finishes(started.Half.Token, "000000")
	}
	d.told(d.a, "four codes")
	d.finishes(started.Half.Token, "000000")
	d.told(d.a, "the fifth", stopped)
	d.later()
	if !d.finishes(started.Half.Token, app.Code()) {
		t.Error("the right one is refused")
	}
}

// Of two guesses at once that both lock, from networks that count by themselves, one tells.
func TestGuessesAtOnceAreToldOnce(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.Username(d.a, "june", access.Levels{})
	tell := func() {
		if err := d.raw(nil, uuid.Nil, `SELECT tell_of_guesses('June', 'ATTEMPTS_STOPPED')`); err != nil {
			t.Error(err)
		}
	}
	d.together("accounts", tell, tell)
	d.told(d.a, "two at once", stopped)
}

// A username that its home account has deleted is the matter of the account that is left, and of the first of those: in
// its log stands what befalls it, and it is told. The home account learns nothing any more.
func TestWhoAnswersOnceHomeHasDeletedIt(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	b, c := d.Account("ben"), d.Account("cleo")
	june := d.Join(d.Join(d.Username(d.a, "june", access.Everything()), b, access.Everything()), c, access.Everything())
	dbtest.Must[*accountaccess.Removed](t)(accountaccess.DeleteUsername(d.As(d.a.Owner), d.Log, d.a.ID, june.Link(d.a.ID).ID))
	d.Owner(`TRUNCATE notices, mail_addresses`)
	before := len(d.Events(d.a.ID))
	d.changes(d.Reload(june.Username))
	for range 5 {
		d.guess("june", home)
	}
	find := accountaccess.FindAccountInput{Username: "june", Password: newPasswords.NewPassword}
	if _, err := accountaccess.FindAccount(d.As(c.Owner), d.Prover, c.ID, find); problem.As(err) == nil {
		t.Errorf("it lets somebody into an account that it may not enter: %v", err)
	}
	d.told(d.a, "home")
	d.told(b, "the first that is left", changed, stopped)
	d.told(c, "another")
	if got := d.Events(d.a.ID)[before:]; len(got) > 0 {
		t.Errorf("home has %d events in its log: %+v", len(got), got)
	}
	failed, typed := 0, 0
	for _, e := range d.Events(b.ID) {
		switch {
		case e.Code == "login.fail" && e.ActorName == "june" && e.ActorHome == d.a.ID && e.IP == home:
			failed++
		case e.Code == "link.find.fail" && e.Counterpart == c.ID:
			typed++
		}
	}
	if failed != 5 || typed != 1 {
		t.Errorf("%d failures and %d uses of the password elsewhere are in the log of whoever answers", failed, typed)
	}
}

// Whose log the viewer writes in and who is told of the username are one account, whatever has ended.
func TestOneAccountAnswers(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	b, c := d.Account("ben"), d.Account("cleo")
	june := d.Join(d.Join(d.Username(d.a, "june", access.Everything()), b, access.Everything()), c, access.Everything())
	g := dbtest.Must[*signin.Granted](t)(d.Prover.Begin(d.As(nil), june.Username))
	const end, shut = `UPDATE links SET ended_at = now() WHERE account_id = $1`, `UPDATE sign_ins SET shut_accounts = shut_accounts || $1::uuid`
	for _, step := range []struct {
		name, do string
		in       *dbtest.Account
		want     uuid.UUID
	}{
		{"at home in what it entered last", `UPDATE usernames SET home_account_id = $1 WHERE name = 'june'`, c, c.ID},
		{"as it was made", `UPDATE usernames SET home_account_id = $1 WHERE name = 'june'`, d.a, d.a.ID},
		{"its time at home is over", `UPDATE links SET valid_until = now() WHERE NOT owner AND account_id = $1`, d.a, d.a.ID},
		{"this sign-in was ended at home", shut, d.a, d.a.ID},
		{"home has deleted it", end + ` AND NOT owner`, d.a, b.ID},
		{"this sign-in was ended in the first that is left", shut, b, b.ID},
		{"that has deleted it too", end + ` AND NOT owner`, b, c.ID},
	} {
		d.Owner(step.do, step.in.ID)
		v := dbtest.Must[*access.Viewer](t)(signin.Look(t.Context(), d.DB, g.Token))
		told := dbtest.Must[uuid.UUID](t)(database.Value[uuid.UUID](d.Log.Query(d.As(v), `SELECT my_account()`)))
		if v.OwnLog() != step.want || told != step.want {
			t.Errorf("%s: the log is of %s and %s is told, and it is %s that answers", step.name, v.OwnLog(), told, step.want)
		}
	}
}

package signin_test

import (
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
	"lanyard/internal/signin"
)

// told are the notices of the door's account, the oldest first.
func (d *door) told() (kinds []notice.Kind) {
	d.t.Helper()
	ctx, _ := activity.WithCollector(d.As(d.a.Owner))
	p := dbtest.Must[*page.Page[*ent.Notice]](d.t)(accountaccess.Notices(ctx, d.Log, d.a.ID, page.Args{First: 20}))
	for _, n := range p.Nodes {
		if n.Username != "june" || accountaccess.NoticeSentence(n) == "" {
			d.t.Errorf("%+v", n)
		}
		kinds = append(kinds, n.Kind)
	}
	slices.Reverse(kinds)
	return kinds
}

// Whoever runs the account that a username is at home in is told when it signs in in another way from now on, and, once
// a day, when others guess at it.
func TestHomeIsToldOfHowOneSignsIn(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	june := d.Username(d.a, "june", access.Levels{})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	d.Enrol(june)
	june = d.Reload(june.Username)
	_, err := d.Prover.ChangePassword(d.As(june), june, signin.ChangePasswordInput{CurrentPassword: strings.ToUpper(dbtest.Password), NewPassword: "eleven copper lanterns drifting"})
	must(err)
	must(d.Prover.Factors().Remove(d.As(june), june))
	if got := d.told(); !slices.Equal(got, []notice.Kind{notice.KindFACTOR_CHANGED, notice.KindPASSWORD_CHANGED, notice.KindFACTOR_CHANGED}) {
		t.Errorf("told of %v", got)
	}
	for _, address := range []string{"198.51.100.1", "198.51.100.1", "198.51.100.2"} {
		for range 8 {
			d.guess("june", address)
			d.guess("nobody-of-this-name", address)
		}
		d.later()
	}
	if got := d.told()[3:]; !slices.Equal(got, []notice.Kind{notice.KindATTEMPTS_STOPPED}) {
		t.Errorf("told of %v of guessing", got)
	}
	d.Owner(`UPDATE notices SET created_at = created_at - interval '25 hours'`)
	d.Owner(`DELETE FROM untold_refusals`)
	for range 8 {
		d.guess("june", "198.51.100.3")
	}
	if got := d.told()[3:]; len(got) != 2 {
		t.Errorf("told of %v the day after", got)
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

package signin_test

import (
	"slices"
	"strings"
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/notice"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
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

package accountaccess_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// Offboarding ends what is the viewer's to end, at once, and tells whoever runs the rest.
func TestOffboard(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	cleo := p.Account("cleo")
	master := p.Join(p.master, cleo, access.Everything())
	chief := p.Join(p.Username(p.anna, "chief", access.Everything()), p.ben, access.Everything())
	g := p.signIn(master)
	app, _ := p.Enrol(p.master)
	half := dbtest.Must[*signin.Started](t)(p.Prover.In(p.As(nil), "master", strings.ToUpper(dbtest.Password))).Half
	for _, c := range []struct {
		by   *access.Viewer
		in   *dbtest.Account
		of   *access.Viewer
		want problem.Code
	}{
		{p.ben.Owner, p.ben, master, problem.Forbidden},
		{chief, p.anna, p.anna.Owner, problem.Forbidden},
		{chief, p.anna, chief, problem.Forbidden},
		{p.Username(p.anna, "viewer", access.Levels{access.AccountAccess: access.View}), p.anna, master, problem.Forbidden},
	} {
		_, err := accountaccess.Offboard(p.As(c.by), p.Log, c.in.ID, linkOf(c.of, c.in))
		refused(t, c.by.Name+" of "+c.of.Name, err, c.want)
	}
	if p.now(g) == nil {
		t.Fatal("what was refused has ended a sign-in")
	}
	done := dbtest.Must[*accountaccess.Offboarded](t)(accountaccess.Offboard(p.As(chief), p.Log, p.anna.ID, linkOf(master, p.anna)))
	if done.SignIns != 1 || done.Told != 1 || len(done.Ended) != 2 || done.Username != "master" || done.By != "chief" {
		t.Errorf("%+v", done)
	}
	if p.now(g) != nil {
		t.Error("its sign-in lives")
	}
	if _, err := p.Prover.Finish(p.As(nil), half.Token, app.Code()); problem.As(err) == nil || problem.As(err).Code != problem.Unauthenticated {
		t.Errorf("half a sign-in is finished: %v", err)
	}
	v := p.Reload(master.Username)
	if v.Link(p.anna.ID) != nil || v.Link(p.ben.ID) != nil || v.Link(cleo.ID) == nil {
		t.Errorf("%+v", v.Links)
	}
	if got := p.told(cleo); got[0] != "master has left the practice that the username is at home in. Look whether access is still needed here, and end it if not." {
		t.Errorf("%q", got)
	}
	for a, want := range map[*dbtest.Account][]string{p.anna: {"username.offboarded", "link.unlinked"}, p.ben: {"link.unlinked"}} {
		got := codesOf(p, a)
		for _, code := range want {
			if !slices.Contains(got, code) {
				t.Errorf("%v lacks %s", got, code)
			}
		}
	}
}

// Of two who end the same work at once, in accounts that both run, one does, and neither waits for ever.
func TestOffboardedTwiceAtOnce(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	chief := p.Join(p.Username(p.anna, "chief", access.Everything()), p.ben, access.Everything())
	other := p.Join(p.Username(p.anna, "other", access.Everything()), p.ben, access.Everything())
	var wait sync.WaitGroup
	errs := make([]error, 2)
	for i, by := range []*access.Viewer{chief, other} {
		wait.Go(func() { _, errs[i] = accountaccess.Offboard(p.As(by), p.Log, p.anna.ID, linkOf(p.master, p.anna)) })
	}
	wait.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Fatalf("%v", errs)
	}
	for _, err := range errs {
		if err != nil {
			refused(t, "the second", err, problem.NotFound)
		}
	}
	ended := 0
	for _, code := range codesOf(p, p.ben) {
		if code == "username.deleted" || code == "link.unlinked" {
			ended++
		}
	}
	if ended != 1 {
		t.Errorf("ended %d times", ended)
	}
}

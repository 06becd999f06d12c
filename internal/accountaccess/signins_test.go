package accountaccess_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// pair are two accounts; the master is at home in anna's and has joined ben's.
type pair struct {
	*dbtest.World
	t         *testing.T
	anna, ben *dbtest.Account
	master    *access.Viewer
}

func newPair(t *testing.T) *pair {
	t.Helper()
	w := dbtest.New(t)
	p := &pair{World: w, t: t, anna: w.Account("anna"), ben: w.Account("ben")}
	p.master = w.Join(w.Username(p.anna, "master", access.Everything()), p.ben, access.Everything())
	return p
}

func (p *pair) signIn(v *access.Viewer) *signin.Granted {
	p.t.Helper()
	return dbtest.Must[*signin.Granted](p.t)(p.Prover.Begin(p.As(nil), v.Username))
}

func (p *pair) now(g *signin.Granted) *access.Viewer {
	p.t.Helper()
	return dbtest.Must[*access.Viewer](p.t)(signin.Look(p.t.Context(), p.DB, g.Token))
}

// enters notes that the sign-in did something in the account.
func (p *pair) enters(g *signin.Granted, a *dbtest.Account) {
	p.t.Helper()
	e := activity.Event{Account: a.ID, Code: "account.switched", Action: activity.Execute}
	if err := p.Log.Store(p.As(g.Viewer), e); err != nil {
		p.t.Fatal(err)
	}
}

func (p *pair) listed(by *access.Viewer, a *dbtest.Account) (ids []uuid.UUID) {
	p.t.Helper()
	for _, s := range dbtest.Must[[]*accountaccess.SignIn](p.t)(accountaccess.SignIns(p.As(by), p.Log, a.ID)) {
		ids = append(ids, s.ID)
	}
	return ids
}

// halved is half a sign-in of a username that was added with its password, and its app.
func (p *pair) halved(v *access.Viewer) (string, *dbtest.App) {
	p.t.Helper()
	app, _ := p.Enrol(v)
	return dbtest.Must[*signin.Started](p.t)(p.Prover.In(p.As(nil), v.Name, strings.ToUpper(dbtest.Password))).Half.Token, app
}

// Half a sign-in ends with the whole ones: where a new password is asked for, and where the username is deleted.
func TestHalvesEndToo(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	for name, end := range map[string]func(link uuid.UUID) error{
		"asked": func(link uuid.UUID) error {
			_, err := accountaccess.RequirePasswordChange(p.As(p.anna.Owner), p.Log, p.anna.ID, link, "It is known.")
			return err
		},
		"deleted": func(link uuid.UUID) error {
			_, err := accountaccess.DeleteUsername(p.As(p.anna.Owner), p.Log, p.anna.ID, link)
			return err
		},
	} {
		v := p.Username(p.anna, name, access.Levels{})
		half, app := p.halved(v)
		if err := end(linkOf(v, p.anna)); err != nil {
			t.Fatal(err)
		}
		_, err := p.Prover.Finish(p.As(nil), half, app.Code())
		refused(t, name, err, problem.Unauthenticated)
	}
}

func linkOf(v *access.Viewer, a *dbtest.Account) uuid.UUID { return v.Link(a.ID).ID }

// Whoever runs one account ends a sign-in there and nowhere else; signing in anew enters again.
func TestASignInEndsInOneAccount(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	g, elsewhere := p.signIn(p.master), p.signIn(p.master)
	p.enters(g, p.ben)
	n, err := accountaccess.EndSignIns(p.As(p.ben.Owner), p.Log, p.ben.ID, linkOf(p.master, p.ben), nil)
	if n != 1 || err != nil {
		t.Fatalf("%d, %v: how many there are elsewhere is not ben's to know", n, err)
	}
	if p.now(elsewhere).Link(p.ben.ID) != nil {
		t.Error("one that was not used there can still come")
	}
	v := p.now(g)
	if v == nil || v.Link(p.ben.ID) != nil || v.Link(p.anna.ID) == nil || !slices.Contains(v.Shut, p.ben.ID) {
		t.Fatalf("%+v", v)
	}
	// What loads the viewer anew within a request, or for a stream, gives no more.
	again := dbtest.Must[*access.Viewer](t)(signin.Again(t.Context(), p.DB, v))
	reloaded := dbtest.Must[*access.Viewer](t)(signin.Reload(t.Context(), p.DB, v.Username, v.SignIn))
	if again.Link(p.ben.ID) != nil || reloaded.Link(p.ben.ID) != nil {
		t.Error("it enters by another way")
	}
	if fresh := p.now(p.signIn(p.master)); fresh.Link(p.ben.ID) == nil {
		t.Error("a fresh sign-in does not enter")
	}
	// Its end stands in the log of its home, and not in that of the account that is left to it.
	if err := signin.Out(p.As(v), p.Log, v); err != nil {
		t.Fatal(err)
	}
	if got := p.Events(p.ben.ID); got[len(got)-1].Code != "signin.closed" {
		t.Errorf("ben's log ends with %s", got[len(got)-1].Code)
	}
}

// A sign-in that can enter no other account is over.
func TestASignInThatEntersNothingIsOver(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	desk, master := p.signIn(p.Username(p.ben, "desk", access.Everything())), p.signIn(p.master)
	for _, end := range []struct {
		by *dbtest.Account
		of *access.Viewer
	}{{p.ben, desk.Viewer}, {p.ben, master.Viewer}, {p.anna, master.Viewer}} {
		if _, err := accountaccess.EndSignIns(p.As(end.by.Owner), p.Log, end.by.ID, linkOf(end.of, end.by), nil); err != nil {
			t.Fatal(err)
		}
	}
	if p.now(desk) != nil || p.now(master) != nil {
		t.Error("it lives")
	}
}

// An account sees of sign-ins what was done with them there, and nothing of other accounts.
func TestSignInsOfAnAccount(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	g, owner := p.signIn(p.master), p.signIn(p.ben.Owner)
	if got := p.listed(p.ben.Owner, p.ben); !slices.Equal(got, []uuid.UUID{owner.Viewer.SignIn}) {
		t.Errorf("before the master comes ben sees %v", got)
	}
	if got := p.listed(p.anna.Owner, p.anna); !slices.Equal(got, []uuid.UUID{g.Viewer.SignIn}) {
		t.Errorf("anna sees %v", got)
	}
	p.enters(g, p.ben)
	if got := p.listed(p.ben.Owner, p.ben); len(got) != 2 {
		t.Errorf("ben sees %v", got)
	}
	if got := p.listed(p.ben.Owner, p.anna); len(got) > 0 {
		t.Errorf("ben sees in anna's account %v", got)
	}
	p.Owner(`UPDATE sign_ins SET seen_at = now() - interval '16 minutes' WHERE id = $1`, g.Viewer.SignIn)
	if got := p.listed(p.ben.Owner, p.ben); len(got) != 1 {
		t.Errorf("what has run out of time is listed: %v", got)
	}
}

// Nobody ends the owner's sign-ins, or those of usernames that are not in the account; an id of
// another kind is not taken for all of them.
func TestWhoseSignInsAreEnded(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	g := p.signIn(p.master)
	p.enters(g, p.ben)
	viewOnly := p.Username(p.ben, "viewer", access.Levels{access.AccountAccess: access.View})
	unknown, other := uuid.New(), p.signIn(p.ben.Owner).Viewer.SignIn
	for name, c := range map[string]struct {
		by   *access.Viewer
		in   *dbtest.Account
		link uuid.UUID
		one  *uuid.UUID
		want problem.Code
	}{
		"the owner's":              {p.master, p.ben, linkOf(p.ben.Owner, p.ben), nil, problem.Forbidden},
		"one's own":                {p.master, p.ben, linkOf(p.master, p.ben), nil, problem.Forbidden},
		"by View Only":             {viewOnly, p.ben, linkOf(p.master, p.ben), nil, problem.Forbidden},
		"in another's account":     {p.ben.Owner, p.anna, linkOf(p.master, p.anna), nil, problem.Forbidden},
		"another account's link":   {p.ben.Owner, p.ben, linkOf(p.master, p.anna), nil, problem.NotFound},
		"an unknown sign-in":       {p.ben.Owner, p.ben, linkOf(p.master, p.ben), &unknown, problem.NotFound},
		"another one's sign-in":    {p.ben.Owner, p.ben, linkOf(p.master, p.ben), &other, problem.NotFound},
		"an id that stands for no": {p.ben.Owner, p.ben, linkOf(p.master, p.ben), &uuid.Nil, problem.NotFound},
	} {
		if _, err := accountaccess.EndSignIns(p.As(c.by), p.Log, c.in.ID, c.link, c.one); problem.As(err) == nil || problem.As(err).Code != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if v := p.now(g); v.Link(p.ben.ID) == nil {
		t.Error("something was ended")
	}
}

// Of many who end the same sign-in at once one does, and accounts that end it at once both hold.
func TestEndedFromTwoSides(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	for range 5 {
		g := p.signIn(p.master)
		p.enters(g, p.ben)
		done := make(chan int, 4)
		for i := range 4 {
			a := []*dbtest.Account{p.anna, p.ben}[i%2]
			go func() {
				n, _ := accountaccess.EndSignIns(p.As(a.Owner), p.Log, a.ID, linkOf(p.master, a), &g.Viewer.SignIn)
				done <- n
			}()
		}
		ended := 0
		for range 4 {
			ended += <-done
		}
		if ended != 2 || p.now(g) != nil {
			t.Fatalf("ended %d times, and it lives: %v", ended, p.now(g) != nil)
		}
	}
}

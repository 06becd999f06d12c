package accountaccess_test

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/pquerna/otp/totp"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
	"lanyard/internal/signin"
)

// asks has the owner of an account ask everybody for a second factor.
func (p *pair) asks(a *dbtest.Account) {
	p.t.Helper()
	base := accountaccess.SignInRules{IdleMinutes: 15}
	wanted := base
	wanted.SecondFactorRequired = true
	owner := p.Reload(a.Owner.Username)
	if _, err := accountaccess.SetSignInRules(p.As(owner), p.Log, a.ID, base, wanted); err != nil {
		p.t.Fatal(err)
	}
}

// seen tells of what is in an account whether the database shows it to a username: the account, the links
// of others, and the rows of a section.
func (p *pair) seen(v *access.Viewer, a *dbtest.Account) []bool {
	p.t.Helper()
	rows := dbtest.Must[pgx.Rows](p.t)(p.Log.Query(database.In(p.As(v), a.ID), `SELECT ARRAY[EXISTS (SELECT FROM accounts WHERE id = here()),
		EXISTS (SELECT FROM links WHERE username_id <> me() AND account_id = here()), EXISTS (SELECT FROM payment_types)]`))
	return dbtest.Must[[]bool](p.t)(pgx.CollectExactlyOneRow(rows, pgx.RowTo[[]bool]))
}

// An account that asks for a second factor lets in nobody without one, by either wall; others stay open.
func TestASecondFactorIsAskedForEntering(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	may := func(a *dbtest.Account) bool {
		v := p.Reload(p.master.Username)
		decided := access.Decide(v, a.ID, access.AccountAccess, access.View, time.Now().UnixMicro())
		if shown := p.seen(v, a); slices.Contains(shown, !decided) {
			t.Errorf("the decision is %v, and the database shows %v", decided, shown)
		}
		return decided && access.Member(v, a.ID, time.Now().UnixMicro())
	}
	p.Enrol(p.ben.Owner)
	p.asks(p.ben)
	if may(p.ben) || !may(p.anna) {
		t.Error("it is entered without a second factor, or another account is not")
	}
	if e := access.Explain(p.Reload(p.master.Username), p.ben.ID, access.Clients, access.View, time.Now().UnixMicro()); e.Allowed || e.Reason != access.FactorDue {
		t.Errorf("%+v", e)
	}
	p.Enrol(p.master)
	if !may(p.ben) {
		t.Error("it is not entered with a second factor")
	}
	if err := p.Prover.Factors().Remove(p.As(p.master), p.master); err != nil || may(p.ben) {
		t.Errorf("it is entered after the second factor was given up: %v", err)
	}
}

// The rule is the owner's, also past the API.
func TestWhoAsksForASecondFactor(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	p.Enrol(p.master)
	v := p.Reload(p.master.Username)
	base := accountaccess.SignInRules{IdleMinutes: 15}
	wanted := accountaccess.SignInRules{IdleMinutes: 15, SecondFactorRequired: true}
	for name, by := range map[string]*access.Viewer{"a steward": v, "an owner who has none": p.anna.Owner} {
		if _, err := accountaccess.SetSignInRules(p.As(by), p.Log, p.anna.ID, base, wanted); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
			t.Errorf("%s: %v", name, err)
		}
	}
	rows, err := p.Log.Query(database.In(p.As(v), p.anna.ID), `SELECT set_sign_in_rules(15, NULL, true, true)`)
	if err == nil {
		rows.Close()
	}
	if rules := accountaccess.RulesOf(dbtest.Must[*ent.Account](t)(p.Log.Reader().Account.Get(p.As(p.anna.Owner), p.anna.ID))); rules.SecondFactorRequired {
		t.Error("a steward has set it past the API")
	}
}

// Whoever has another's password finds the account with a code as well, and each code once.
func TestFindAccountAsksForTheSecondFactor(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	c := p.Account("cleo")
	app, _ := p.Enrol(c.Owner)
	find := func(code *string) error {
		in := accountaccess.FindAccountInput{Username: "cleo-owner", Password: dbtest.Password, Code: code}
		_, err := accountaccess.FindAccount(p.As(p.master), p.Prover, p.anna.ID, in)
		if err != nil && problem.As(err) == nil {
			t.Error(err)
		}
		return err
	}
	wrong, right := "000000", app.Code()
	if find(nil) == nil || find(&wrong) == nil {
		t.Error("an account is found without its second factor")
	}
	if s := dbtest.Must[*signin.State](t)(signin.StateOf(p.As(c.Owner), p.Log)); s.TypedBy == nil || *s.TypedBy != p.master.Name {
		t.Errorf("its owner is not told that the password was typed: %+v", s)
	}
	for account, counterpart := range map[uuid.UUID]uuid.UUID{c.ID: p.anna.ID, p.anna.ID: c.ID} {
		tries := reasons(p.Events(account), "link.find.fail", counterpart)
		if !slices.Equal(tries, []string{"no code", "wrong code"}) {
			t.Errorf("the tries are told as %q", tries)
		}
	}
	var found atomic.Int64
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			if find(&right) == nil {
				found.Add(1)
			}
		})
	}
	all.Wait()
	if found.Load() != 1 {
		t.Errorf("a code finds an account %d times", found.Load())
	}
}

// reasons are those of the events of a code that have that counterpart.
func reasons(events []activity.Event, code string, counterpart uuid.UUID) (all []string) {
	for _, e := range events {
		if e.Code == code && e.Counterpart == counterpart {
			all = append(all, e.Reason)
		}
	}
	return all
}

// A right password without its code is counted like a wrong one, and so is one that a passkey goes with.
func TestARightPasswordWithoutItsCodeIsCounted(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	c := p.Account("cleo")
	app, _ := p.Enrol(c.Owner)
	in := accountaccess.FindAccountInput{Username: "cleo-owner", Password: dbtest.Password}
	find := func() *problem.Error {
		_, err := accountaccess.FindAccount(p.As(p.master), p.Prover, p.anna.ID, in)
		return problem.As(err)
	}
	for range 5 {
		if refused := find(); refused == nil || refused.Details["secondFactor"] != true {
			t.Fatal(refused)
		}
	}
	code := app.Code()
	in.Code = &code
	if refused := find(); refused == nil || refused.Code != problem.RateLimited {
		t.Errorf("the sixth is looked at: %v", refused)
	}
}

// A passkey is on the other person's device: what can be done instead is said.
func TestFindAccountTakesNoPasskey(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	c := p.Account("cleo")
	device, keeper := dbtest.NewAuthenticator(t, c.Owner.Username), p.Prover.Factors()
	asked := dbtest.Must[*secondfactor.Challenge](t)(keeper.OfferPasskey(p.As(c.Owner), c.Owner))
	codes := dbtest.Must[[]string](t)(keeper.AddPasskey(p.As(c.Owner), c.Owner, asked.Challenge, "phone", device.Make(asked.Options)))
	in := accountaccess.FindAccountInput{Username: "cleo-owner", Password: dbtest.Password}
	_, err := accountaccess.FindAccount(p.As(p.master), p.Prover, p.anna.ID, in)
	if refused := problem.As(err); refused == nil || !strings.Contains(refused.Message, "by consent") {
		t.Errorf("%v", err)
	}
	if tries := reasons(p.Events(c.ID), "link.find.fail", p.anna.ID); !slices.Equal(tries, []string{"no code"}) {
		t.Errorf("the try is told as %q", tries)
	}
	in.Code = &codes[0]
	if _, err := accountaccess.FindAccount(p.As(p.master), p.Prover, p.anna.ID, in); err != nil {
		t.Error(err)
	}
}

// A lost second factor is taken by whoever runs the home account, of nobody else and not of the owner.
func TestWhoseSecondFactorIsReset(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	for _, v := range []*access.Viewer{p.master, p.anna.Owner} {
		p.Enrol(v)
	}
	g := p.signIn(p.master)
	for name, refused := range map[string]error{
		"by another account": accountaccess.ResetFactor(p.As(p.ben.Owner), p.Log, p.ben.ID, linkOf(p.master, p.ben)),
		"the owner's":        accountaccess.ResetFactor(p.As(p.master), p.Log, p.anna.ID, linkOf(p.anna.Owner, p.anna)),
		"one's own":          accountaccess.ResetFactor(p.As(p.master), p.Log, p.anna.ID, linkOf(p.master, p.anna)),
	} {
		if problem.As(refused) == nil || problem.As(refused).Code != problem.Forbidden {
			t.Errorf("%s: %v", name, refused)
		}
	}
	if err := accountaccess.ResetFactor(p.As(p.anna.Owner), p.Log, p.anna.ID, linkOf(p.master, p.anna)); err != nil {
		t.Fatal(err)
	}
	v := p.Reload(p.master.Username)
	if v.HoldsFactor || !v.MustChangePassword || p.now(g) != nil {
		t.Errorf("after the reset: %+v, signed in %v", v, p.now(g) != nil)
	}
	want := "The second factor of master was taken away by anna-owner, who runs the account that the username is at home in. Make sure that it is still the same person, and end the access if not."
	if got := p.told(p.ben); !slices.Contains(got, want) {
		t.Errorf("the other account is told %q", got)
	}
	if got := p.told(p.anna); slices.Contains(got, want) {
		t.Errorf("who did it is told %q", got)
	}
}

// To give more asks for a fresh proof, to take away does not.
func TestRaisingAsksForAFreshProof(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	stale := *p.anna.Owner
	stale.ProvenAt = 0
	set := func(level access.Level, version int) *problem.Error {
		_, err := accountaccess.Save(p.As(&stale), p.Log, p.anna.ID, []accountaccess.SetPrivileges{{
			Link: linkOf(p.master, p.anna), Version: version, Levels: []*accountaccess.LevelInput{{Section: access.Clients, Level: level}},
		}})
		return problem.As(err)
	}
	if refused := set(access.View, 1); refused != nil {
		t.Fatal(refused)
	}
	if refused := set(access.Full, 2); refused == nil || refused.Details["proveAgain"] != true {
		t.Errorf("raised without a fresh proof: %v", refused)
	}
	stale.ProvenAt = time.Now().UnixMicro()
	if refused := set(access.Full, 2); refused != nil {
		t.Error(refused)
	}
}

// Nobody joins an account that is entered by a passkey alone with a password and a code: whoever got hold of these
// would be let in by a username of their own. Nor where that is asked only after they found it.
func TestAPasskeyIsNotGoneRoundByFindAccount(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	c := p.Account("cleo")
	app, _ := p.Enrol(c.Owner)
	find := func() (*accountaccess.Found, error) {
		p.Owner(`DELETE FROM failed_proofs`)
		code := app.Code()
		return accountaccess.FindAccount(p.As(p.master), p.Prover, p.anna.ID, accountaccess.FindAccountInput{Username: "cleo-owner", Password: dbtest.Password, Code: &code})
	}
	before := dbtest.Must[*accountaccess.Found](t)(find())
	p.Owner(`INSERT INTO passkeys (id, username_id, credential_id, name, credential, sign_count) VALUES (gen_random_uuid(), $1, 'zq', 'phone', '{}', 0)`, c.Owner.Username)
	p.Owner(`UPDATE accounts SET second_factor_required = true, passkey_required = true WHERE id = $1`, c.ID)
	if _, err := find(); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden || !strings.Contains(err.Error(), "passkey") {
		t.Errorf("found: %v", err)
	}
	if _, err := accountaccess.JoinAccount(p.As(p.master), p.Prover, p.anna.ID, before.Find); problem.As(err) == nil {
		t.Errorf("joined: %v", err)
	}
	if p.Reload(p.master.Username).Link(c.ID) != nil {
		t.Error("there is a link")
	}
}

// A reset takes all that it could be signed in with beside the password: the app, one that is being added, passkeys and
// recovery codes.
func TestAResetTakesAllOfIt(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	june := p.Username(p.anna, "june", access.Levels{})
	keeper := p.Prover.Factors()
	app, recovery := p.Enrol(june)
	device := dbtest.NewAuthenticator(t, june.Username)
	asked := dbtest.Must[*secondfactor.Challenge](t)(keeper.OfferPasskey(p.As(june), june))
	dbtest.Must[[]string](t)(keeper.AddPasskey(p.As(june), june, asked.Challenge, "phone", device.Make(asked.Options)))
	offered := dbtest.Must[*secondfactor.Offer](t)(keeper.Offer(p.As(june), june))
	if err := accountaccess.ResetFactor(p.As(p.anna.Owner), p.Log, p.anna.ID, linkOf(june, p.anna)); err != nil {
		t.Fatal(err)
	}
	if p.Reload(june.Username).HoldsFactor {
		t.Error("something counts still")
	}
	asked = dbtest.Must[*secondfactor.Challenge](t)(keeper.AskPasskey(p.As(nil), uuid.Nil))
	if _, err := p.Prover.InByPasskey(p.As(nil), asked.Challenge, device.Sign(asked.Options)); problem.As(err) == nil {
		t.Errorf("the passkey signs in: %v", err)
	}
	for name, code := range map[string]string{"the app's code": app.Code(), "a recovery code": recovery[0]} {
		if proof, err := keeper.Read(p.As(nil), june.Username, code); proof != nil || err != nil {
			t.Errorf("%s is right: %v", name, err)
		}
	}
	code := dbtest.Must[string](t)(totp.GenerateCode(offered.Key, time.Now()))
	if _, err := keeper.Confirm(p.As(june), june, code); problem.As(err) == nil {
		t.Errorf("an app that was being added is confirmed: %v", err)
	}
}

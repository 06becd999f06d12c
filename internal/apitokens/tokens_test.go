package apitokens_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

func reach(account uuid.UUID, s access.Section, l access.Level) *apitokens.Wanted {
	return &apitokens.Wanted{Account: globalid.OfAccount(account), Levels: []*access.SectionLevel{{Section: s, Level: l}}}
}

func input(accounts ...*apitokens.Wanted) apitokens.Input {
	return apitokens.Input{Name: "Billing sync", Purpose: "claims", ExpiresInDays: 90, Accounts: accounts}
}

// practice is two accounts, and a master who holds something in both.
type practice struct {
	*dbtest.World
	t      *testing.T
	a, b   *dbtest.Account
	master *access.Viewer
}

func newPractice(t *testing.T) *practice {
	w := dbtest.New(t)
	p := &practice{World: w, t: t, a: w.Account("a"), b: w.Account("b")}
	p.master = w.Join(w.Username(p.a, "master", access.Levels{access.AccountAccess: access.Full, access.Clients: access.Full, access.ActivityLog: access.Full}), p.b,
		access.Levels{access.Clients: access.View, access.PsychotherapyNotes: access.None})
	return p
}

func (p *practice) create(in apitokens.Input) (*apitokens.Token, string) {
	p.t.Helper()
	made, secret, err := apitokens.Create(p.As(p.master), p.Log, in)
	if err != nil {
		p.t.Fatal(err)
	}
	return made, secret
}

func (p *practice) load(secret string) *access.Viewer {
	p.t.Helper()
	return dbtest.Must[*access.Viewer](p.t)(apitokens.Load(p.t.Context(), p.DB, secret))
}

func (p *practice) may(secret string, a *dbtest.Account) bool {
	p.t.Helper()
	return access.Decide(p.load(secret), a.ID, access.Clients, access.View, time.Now().UnixMicro())
}

func TestWhatATokenIsGiven(t *testing.T) {
	p := newPractice(t)
	for name, test := range map[string]struct {
		in   apitokens.Input
		code problem.Code
		says string
	}{
		"more than is held":      {input(reach(p.b.ID, access.Clients, access.Full)), problem.BadUserInput, "You cannot give a token Full Access to Clients: you have View Only there yourself."},
		"what is not held":       {input(reach(p.a.ID, access.Notes, access.View)), problem.BadUserInput, "you have No Access there yourself"},
		"account access":         {input(reach(p.a.ID, access.AccountAccess, access.View)), problem.BadUserInput, "A token has at most No Access to Account Access."},
		"signing off the log":    {input(reach(p.a.ID, access.ActivityLog, access.Full)), problem.BadUserInput, "A token has at most View Only to Activity Log."},
		"an account of others":   {input(reach(uuid.New(), access.Clients, access.View)), problem.NotFound, ""},
		"nothing":                {input(reach(p.a.ID, access.Clients, access.None)), problem.BadUserInput, "Choose at least one section."},
		"no account":             {input(), problem.BadUserInput, "Choose at least one account."},
		"an account twice":       {input(reach(p.a.ID, access.Clients, access.View), reach(p.a.ID, access.Clients, access.View)), problem.BadUserInput, "twice"},
		"for longer than a year": {apitokens.Input{Name: "x", Purpose: "x", ExpiresInDays: 366, Accounts: []*apitokens.Wanted{reach(p.a.ID, access.Clients, access.View)}}, problem.BadUserInput, "Choose 1 to 365 days."},
		"without a name":         {apitokens.Input{Purpose: "x", ExpiresInDays: 1, Accounts: []*apitokens.Wanted{reach(p.a.ID, access.Clients, access.View)}}, problem.BadUserInput, ""},
	} {
		_, _, err := apitokens.Create(p.As(p.master), p.Log, test.in)
		if found := problem.As(err); found == nil || found.Code != test.code || !strings.Contains(found.Message, test.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	made, secret := p.create(input(reach(p.a.ID, access.Clients, access.Full), reach(p.b.ID, access.Clients, access.View)))
	if len(made.Accounts) != 2 || !p.may(secret, p.a) || !p.may(secret, p.b) {
		t.Errorf("%+v", made)
	}
	for _, a := range []*dbtest.Account{p.a, p.b} {
		if e := p.Events(a.ID); e[len(e)-1].Code != "token.created" || strings.Contains(strings.Join(names(e[len(e)-1].Changes), " "), "lanyard_") {
			t.Errorf("%+v", e[len(e)-1])
		}
	}
	if err := apitokens.Forbid(p.As(p.b.Owner), p.Log, p.b.ID, true); err != nil {
		t.Fatal(err)
	}
	if _, _, err := apitokens.Create(p.As(p.master), p.Log, input(reach(p.b.ID, access.Clients, access.View))); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("where they are forbidden: %v", err)
	}
	if !p.may(secret, p.a) || p.may(secret, p.b) {
		t.Error("it is forbidden in one account, and not in the other")
	}
}

func names(changes map[string]any) (all []string) {
	for name := range changes {
		all = append(all, name)
	}
	return all
}

func TestATokenEndsInOneAccount(t *testing.T) {
	p := newPractice(t)
	made, secret := p.create(input(reach(p.a.ID, access.Clients, access.Full), reach(p.b.ID, access.Clients, access.View)))
	here := dbtest.Must[[]*apitokens.Here](t)(apitokens.InAccount(p.As(p.b.Owner), p.Log, p.b.ID))
	if len(here) != 1 || here[0].ID != made.ID || here[0].Username != "master" || here[0].Levels[access.Clients] != access.View {
		t.Fatalf("%+v", here)
	}
	if n, err := apitokens.RevokeHere(p.As(p.b.Owner), p.Log, p.b.ID, &made.ID); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if p.may(secret, p.b) || !p.may(secret, p.a) {
		t.Error("it should end in b and go on in a")
	}
	if n, err := apitokens.RevokeHere(p.As(p.b.Owner), p.Log, p.b.ID, nil); n != 0 || problem.As(err) == nil {
		t.Error(n, err)
	}
	if n, err := apitokens.RevokeHere(p.As(p.a.Owner), p.Log, p.a.ID, nil); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	mine := dbtest.Must[[]*apitokens.Token](t)(apitokens.List(p.As(p.master), p.Log))
	if p.load(secret) != nil || len(mine) != 1 || mine[0].RevokedBy == nil || *mine[0].RevokedBy != "a-owner" {
		t.Errorf("one that reaches nothing is over: %+v", mine)
	}
	// Who does not run the account has no say there, and nobody revokes the tokens of others.
	other, secret := p.create(input(reach(p.a.ID, access.Clients, access.View)))
	clerk := p.Username(p.a, "clerk", access.Levels{access.AccountAccess: access.View})
	if n, err := apitokens.RevokeHere(p.As(clerk), p.Log, p.a.ID, nil); n != 0 || err == nil {
		t.Error(n, err)
	}
	if n, err := apitokens.Revoke(p.As(p.a.Owner), p.Log, &other.ID); n != 0 || problem.As(err) == nil || problem.As(err).Code != problem.NotFound {
		t.Error(n, err)
	}
	if n, err := apitokens.Revoke(p.As(p.master), p.Log, nil); n != 1 || err != nil || p.load(secret) != nil {
		t.Error(n, err)
	}
}

// What ends a username's access ends its tokens', and wrong passwords of strangers do not.
func TestATokenGoesWithItsUsername(t *testing.T) {
	p := newPractice(t)
	_, secret := p.create(input(reach(p.a.ID, access.Clients, access.View), reach(p.b.ID, access.Clients, access.View)))
	for range 8 {
		_, _ = p.Prover.In(p.As(nil), "master", "wrong")
	}
	if !p.may(secret, p.a) {
		t.Error("strangers have ended it")
	}
	p.Owner(`UPDATE accounts SET second_factor_required = true WHERE id = $1`, p.b.ID)
	if p.may(secret, p.b) || !p.may(secret, p.a) {
		t.Error("an account that asks for a second factor lets it in, or another does not")
	}
	p.Owner(`UPDATE accounts SET second_factor_required = false`)
	p.Owner(`UPDATE credentials SET change_required = 'x' WHERE id = $1`, p.master.Username)
	if p.may(secret, p.a) {
		t.Error("the password has to be changed, and it goes on")
	}
	p.Owner(`UPDATE credentials SET change_required = NULL`)
	if _, err := accountaccess.Offboard(p.As(p.a.Owner), p.Log, p.a.ID, p.master.Link(p.a.ID).ID); err != nil {
		t.Fatal(err)
	}
	if p.load(secret) != nil {
		t.Error("the username was offboarded, and it goes on")
	}
	leaver := p.Username(p.a, "leaver", access.Levels{access.Clients: access.View})
	_, secret, err := apitokens.Create(p.As(leaver), p.Log, input(reach(p.a.ID, access.Clients, access.View)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := accountaccess.DeleteUsername(p.As(p.a.Owner), p.Log, p.a.ID, leaver.Link(p.a.ID).ID); err != nil {
		t.Fatal(err)
	}
	if p.load(secret) != nil {
		t.Error("the username was deleted, and it goes on")
	}
	if !slices.ContainsFunc(p.Events(p.a.ID), func(e activity.Event) bool { return e.Code == "token.created" }) {
		t.Error("no event")
	}
}

// All means all, also where there are more than are listed.
func TestAllTokensEndInAnAccount(t *testing.T) {
	p := newPractice(t)
	p.Owner(`INSERT INTO api_tokens (id, username_id, name, purpose, token_hash, expires_at) SELECT gen_random_uuid(), $1, 'many', 'x', sha256(n::text::bytea), now() + interval '1 day' FROM generate_series(1, 203) n`, p.master.Username)
	p.Owner(`INSERT INTO api_token_levels SELECT id, $1, 'CLIENTS', 1 FROM api_tokens`, p.b.ID)
	if here := dbtest.Must[[]*apitokens.Here](t)(apitokens.InAccount(p.As(p.b.Owner), p.Log, p.b.ID)); len(here) != 200 {
		t.Errorf("%d are listed", len(here))
	}
	if n, err := apitokens.RevokeHere(p.As(p.b.Owner), p.Log, p.b.ID, nil); n != 203 || err != nil {
		t.Errorf("%d of 203 ended: %v", n, err)
	}
}

// Who may have known a password, or has come past a lost second factor, may have made tokens: they end with it, in the
// logs of all accounts that they reached, and their username reads it. None is made before there is a new password.
func TestTokensEndWithThePassword(t *testing.T) {
	t.Parallel()
	for name, doubt := range map[string]func(p *practice, link uuid.UUID) error{
		"somebody else may know it": func(p *practice, link uuid.UUID) error {
			_, err := accountaccess.RequirePasswordChange(p.As(p.a.Owner), p.Log, p.a.ID, link, "Seen.")
			return err
		},
		"the second factor is lost": func(p *practice, link uuid.UUID) error {
			p.Enrol(p.master)
			return accountaccess.ResetFactor(p.As(p.a.Owner), p.Log, p.a.ID, link)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPractice(t)
			made, key := p.create(input(reach(p.a.ID, access.Clients, access.View), reach(p.b.ID, access.Clients, access.View)))
			if err := doubt(p, p.master.Link(p.a.ID).ID); err != nil {
				t.Fatal(err)
			}
			if why, err := p.Prover.ChangeRequired(p.As(p.master), p.Reload(p.master.Username)); err != nil || !strings.Contains(*why, "Your API tokens, calendar addresses") {
				t.Errorf("%v %v", why, err)
			}
			if _, _, err := apitokens.Create(p.As(p.master), p.Log, input(reach(p.a.ID, access.Clients, access.View))); err == nil {
				t.Error("one is made before there is a new password")
			}
			p.Owner(`UPDATE credentials SET change_required = NULL`)
			if p.load(key) != nil {
				t.Error("it outlives the password")
			}
			for _, a := range []*dbtest.Account{p.a, p.b} {
				n := 0
				for _, e := range p.Events(a.ID) {
					if e.Code == "token.revoked" && slices.Contains(e.Entities, made.ID) && e.ActorID == p.a.Owner.Username && e.Changes["username"] != nil {
						n++
					}
				}
				if n != 1 {
					t.Errorf("%s has %d events of it", a.Owner.Name, n)
				}
			}
			if err := doubt(p, p.master.Link(p.a.ID).ID); err != nil {
				t.Fatal(err)
			}
			if why, err := p.Prover.ChangeRequired(p.As(p.master), p.Reload(p.master.Username)); err != nil || strings.Contains(*why, "API tokens") {
				t.Errorf("of none it is told that they ended: %v %v", *why, err)
			}
		})
	}
}

package accountaccess_test

import (
	"slices"
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func (p *pair) notices(a *dbtest.Account) []*ent.Notice {
	p.t.Helper()
	return dbtest.Must[*page.Page[*ent.Notice]](p.t)(accountaccess.Notices(p.As(a.Owner), p.Log, a.ID, page.Args{First: 50})).Nodes
}

func (p *pair) told(a *dbtest.Account) (all []string) {
	p.t.Helper()
	for _, n := range p.notices(a) {
		all = append(all, accountaccess.NoticeSentence(n))
	}
	return all
}

// Whoever runs an account is told of links, and of an end elsewhere, with the change or not at all.
func TestOwnersAreTold(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	cleo := p.Account("cleo")
	p.Join(p.master, cleo, access.Everything())
	want := []string{"master may enter this account now, by the consent of ben-owner."}
	if got := p.told(p.ben); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	_, err := accountaccess.DeleteUsername(p.As(p.master), p.Log, p.ben.ID, linkOf(p.ben.Owner, p.ben))
	refused(t, "deleting the owner", err, problem.Forbidden)
	if _, err := accountaccess.DeleteUsername(p.As(p.anna.Owner), p.Log, p.anna.ID, linkOf(p.master, p.anna)); err != nil {
		t.Fatal(err)
	}
	ended := "The access of master to another account was ended by whoever runs it. Look whether it is still needed here."
	for _, a := range []*dbtest.Account{p.ben, cleo} {
		if got := p.told(a); len(got) != 2 || got[0] != ended {
			t.Errorf("%q", got)
		}
	}
	if got := p.told(p.anna); len(got) > 0 {
		t.Errorf("who did it is told %q", got)
	}
	if err := accountaccess.Leave(p.As(p.Reload(p.master.Username)), p.Log, cleo.ID); err != nil {
		t.Fatal(err)
	}
	if got := p.told(cleo); got[0] != "master has left this account." {
		t.Errorf("%q", got)
	}
	if got := p.told(p.ben); len(got) != 2 {
		t.Errorf("to leave is nobody else's business: %q", got)
	}
}

// Whoever adds a username lets it in: the owner is told, unless the owner did it.
func TestTheOwnerIsToldWhoWasAdded(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	chief := p.Username(p.anna, "chief", access.Everything())
	_, err := accountaccess.AddUsername(p.As(chief), p.Prover, p.anna.ID, accountaccess.AddUsernameInput{Username: "pat", Password: "violet harbour kettle"})
	if err != nil {
		t.Fatal(err)
	}
	if got := p.told(p.anna); !slices.Equal(got, []string{"pat may enter this account now, by the consent of chief."}) {
		t.Errorf("%q", got)
	}
}

// Reading is noted once, up to what was read, and behind the wall.
func TestNoticesAreRead(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	june := p.Username(p.anna, "june", access.Everything())
	p.Join(june, p.ben, access.Everything())
	all := p.notices(p.ben)
	if len(all) != 2 {
		t.Fatalf("%v", all)
	}
	_, err := accountaccess.ReadNotices(p.As(p.anna.Owner), p.Log, p.ben.ID, all[0].ID)
	refused(t, "of another account", err, problem.NotFound)
	read := dbtest.Must[*ent.Notice](t)(accountaccess.ReadNotices(p.As(p.ben.Owner), p.Log, p.ben.ID, all[1].ID))
	if read.ReadBy != p.ben.Owner.Name {
		t.Errorf("%+v", read)
	}
	if newest := p.notices(p.ben)[0]; newest.ReadAt != nil {
		t.Error("one that came later was read")
	}
}

// However many there are, all can be reached.
func TestNoticesComePageByPage(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	p.Owner(`INSERT INTO notices (id, account_id, kind, username, by_name, created_at, next_attempt_at)
		SELECT gen_random_uuid(), $1, 'LINKED', 'june' || n, 'ben', now() - n / 2 * interval '1 minute', now() FROM generate_series(1, 60) n`, p.ben.ID)
	seen, after := map[string]bool{}, ""
	for {
		part := dbtest.Must[*page.Page[*ent.Notice]](t)(accountaccess.Notices(p.As(p.ben.Owner), p.Log, p.ben.ID, page.Args{First: 25, After: after}))
		for _, n := range part.Nodes {
			seen[n.Username] = true
		}
		if !part.PageInfo().HasNextPage {
			break
		}
		after = *part.PageInfo().EndCursor
	}
	if len(seen) != 61 {
		t.Errorf("%d notices are seen", len(seen))
	}
}

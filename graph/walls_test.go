package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// lowerSecondWall takes row-level security down, on this test's own database.
func lowerSecondWall(g *garden) {
	g.t.Helper()
	for _, table := range all[string](g, `SELECT relname::text FROM pg_class WHERE relrowsecurity`) {
		g.exec(`ALTER TABLE ` + table + ` DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY`)
	}
}

// fewer worlds do here: TestWorldsAgree has compared them all with both walls up.
const fewer = 6

// The API answers the same when the database hides nothing.
func TestFirstWallAlone(t *testing.T) {
	t.Parallel()
	u := newUniverse(t)
	lowerSecondWall(u.g)
	for seed := range uint64(fewer) {
		p := u.plant(randomWorld(seed, 4, 3))
		var wrong []string
		for username := range p.plainWorld.usernames {
			v := u.viewer(p, username)
			for account := range p.plainWorld.accounts {
				wrong = append(wrong, p.decisions(v, username, account)...)
				wrong = append(wrong, u.lists(p, v, username, account)...)
				wrong = append(wrong, u.singles(p, v, username, account)...)
			}
		}
		if len(wrong) > 0 {
			t.Fatalf("seed %d:\n%s", seed, strings.Join(wrong, "\n"))
		}
	}
}

// Mutations are refused as in the matrix when the database refuses nothing.
func TestFirstWallAloneAgainstWrites(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	lowerSecondWall(s.g)
	s.refuseMutations()
	s.strangers()
	s.foreignRows()
}

// The database lets nothing out, and nothing be changed, when the API lets everything through.
func TestSecondWallAlone(t *testing.T) {
	t.Parallel()
	u := newUniverse(t)
	u.api = newAPI(t, u.w, allowAll())
	for seed := range uint64(fewer) {
		if leaks := u.leaks(u.plant(randomWorld(seed, 4, 3))); len(leaks) > 0 {
			t.Fatalf("seed %d: %v", seed, leaks)
		}
	}
}

// With both walls down the test above finds leaks of every kind: it can fail.
func TestLeaksAreFoundWithBothWallsDown(t *testing.T) {
	t.Parallel()
	u := newUniverse(t)
	u.api = newAPI(t, u.w, allowAll())
	lowerSecondWall(u.g)
	found := map[string]int{}
	for seed := range uint64(2) {
		for kind, n := range u.leaks(u.plant(randomWorld(seed, 4, 3))) {
			found[kind] += n
		}
	}
	// Setting privileges is not among them: whoever loses the right while waiting for the
	// account's lock is refused by the section itself (TestStewardsAgainstEachOther).
	kinds := []string{"list of Account", "editPractice", "addClient", "archiveClient", "addDiagnosisCode"}
	for typ := range tables {
		if typ != "SignIn" {
			kinds = append(kinds, "list of "+typ, "reader of "+typ)
		}
	}
	for _, kind := range kinds {
		if found[kind] == 0 {
			t.Errorf("%s: no leak is found with both walls down", kind)
		}
	}
}

// leaks counts what gets out to whom the reference forbids it, by kind.
func (u *universe) leaks(p *planted) map[string]int {
	u.t.Helper()
	found := map[string]int{}
	for username := range p.plainWorld.usernames {
		v := u.viewer(p, username)
		for account := range p.plainWorld.accounts {
			u.leaksOfLists(p, v, username, account, found)
			u.leaksOfReaders(p, v, username, account, found)
			u.leaksOfWrites(p, v, username, account, found)
		}
	}
	return found
}

func (u *universe) leaksOfLists(p *planted, v *access.Viewer, username, account int, found map[string]int) {
	u.t.Helper()
	query := ""
	for _, f := range fieldsOf(u.schema.Types["Account"]) {
		if of := listedBy(u.schema, f); of != nil && tables[rowsBehind(of.Name)] != "" {
			query += u.listing(f)
		}
	}
	id := globalid.OfAccount(p.accounts[account])
	r := u.ask(v, `query($a: ID!) { account(id: $a) { id`+query+` } }`, map[string]any{"a": id.String()})
	if !p.enters(username, account) && strings.Contains(r.raw, id.String()) {
		found["list of Account"]++
	}
	for typ := range tables {
		if typ == "SignIn" {
			continue
		}
		for _, row := range p.forbidden(u, typ, username, account) {
			if strings.Contains(r.raw, globalid.New(typ, p.accounts[account], row).String()) {
				found["list of "+typ]++
			}
		}
	}
}

// forbidden are the rows that the second wall hides from the username. One's own link is no secret, nor
// what one has opened oneself in an emergency.
func (p *planted) forbidden(u *universe, typ string, username, account int) []uuid.UUID {
	if p.may(username, account, u.sections(typ + ".id")[0], 1) || p.mayAny(username, account, readBy[tables[typ]]...) {
		return nil
	}
	var ids []uuid.UUID
	for i, l := range p.plainWorld.links {
		switch {
		case l.account != account || l.username == username:
		case typ == "Link" && !l.ended:
			ids = append(ids, p.links[i])
		case typ == "Emergency" && p.emergencies[i] != uuid.Nil:
			ids = append(ids, p.emergencies[i])
		}
	}
	if typ == "Link" || typ == "Emergency" {
		return ids
	}
	return p.rows[typ][account]
}

// leaksOfReaders calls the readers of node(id:) themselves: node asks the first wall by itself.
func (u *universe) leaksOfReaders(p *planted, v *access.Viewer, username, account int, found map[string]int) {
	for typ, read := range nodes {
		if typ == "Account" {
			continue
		}
		for _, row := range p.forbidden(u, typ, username, account) {
			if _, err := read(u.w.As(v), u.w.Log, p.accounts[account], row); err == nil {
				found["reader of "+typ]++
			}
		}
	}
}

// write is a mutation that needs Full Access to a section.
type write struct {
	name      string
	section   access.Section
	mutation  string
	variables map[string]any
}

func (u *universe) leaksOfWrites(p *planted, v *access.Viewer, username, account int, found map[string]int) {
	u.t.Helper()
	for _, w := range u.writes(p, username, account) {
		if p.may(username, account, int(w.section), 2) {
			continue
		}
		before := u.g.kept("clients", "diagnosis_codes", "privileges", "links", "accounts")
		r := u.ask(v, w.mutation, w.variables)
		if u.g.kept("clients", "diagnosis_codes", "privileges", "links", "accounts") != before {
			found[w.name]++
		} else if len(r.Errors) == 0 {
			u.t.Errorf("nothing is written, and no error: %s", r.raw)
		}
	}
}

func (u *universe) writes(p *planted, username, account int) []write {
	u.t.Helper()
	id, client := globalid.OfAccount(p.accounts[account]).String(), u.g.row("clients", values{"account_id": p.accounts[account]})
	u.g.n++
	writes := []write{
		{"editPractice", access.PracticeSetup, `mutation($a: ID!, $v: Int!, $n: String!) { editPractice(account: $a, version: $v, input: {practiceName: $n, providerName: "zq", email: "zq@example.com", timeZone: "UTC"}) { __typename } }`, map[string]any{
			"a": id, "v": one[int](u.g, `SELECT version FROM accounts WHERE id = $1`, p.accounts[account]), "n": fmt.Sprintf("zq %d", u.g.n),
		}},
		{"addClient", access.Clients, `mutation($a: ID!) { addClient(account: $a, input: {firstName: "zq", lastName: "zq"}) { __typename } }`, map[string]any{"a": id}},
		{"archiveClient", access.Clients, `mutation($a: ID!, $id: ID!, $v: Int!) { archiveClient(account: $a, id: $id, version: $v) { __typename } }`, map[string]any{
			"a": id, "id": globalid.New("Client", p.accounts[account], client).String(), "v": one[int](u.g, `SELECT version FROM clients WHERE id = $1`, client),
		}},
		{"addDiagnosisCode", access.CodesSetup, `mutation($a: ID!, $c: String!) { addDiagnosisCode(account: $a, input: {code: $c, description: "zq"}) { __typename } }`, map[string]any{
			"a": id, "c": fmt.Sprintf("Z%06d", u.g.n),
		}},
	}
	for i, l := range p.plainWorld.links {
		if l.account == account && l.username != username && !l.ended {
			return append(writes, write{"setPrivileges", access.AccountAccess, `mutation($a: ID!, $l: ID!, $v: Int!) { setPrivileges(account: $a, input: [{link: $l, version: $v, levels: [{section: CALENDAR, level: NONE}]}]) { __typename } }`, map[string]any{
				"a": id, "l": globalid.New("Link", p.accounts[account], p.links[i]).String(), "v": one[int](u.g, `SELECT version FROM links WHERE id = $1`, p.links[i]),
			}})
		}
	}
	return writes
}

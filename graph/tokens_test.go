package graph

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/apps"
	"lanyard/internal/globalid"
)

// plainToken is a token in plain data: what it was given, by account and section. That of an app does no more than
// each account lets the app do.
type plainToken struct {
	given, admitted map[int]map[int]int
	ofApp           bool
	shut, forbidden map[int]bool
	state           string
}

func (p plainToken) level(account, section int) int {
	if p.state != "" || p.shut[account] || p.forbidden[account] {
		return 0
	}
	if p.ofApp {
		return min(p.given[account][section], p.admitted[account][section])
	}
	return p.given[account][section]
}

func randomToken(r *rand.Rand, accounts int) plainToken {
	p := plainToken{given: map[int]map[int]int{}, admitted: map[int]map[int]int{}, ofApp: r.IntN(2) == 0, shut: map[int]bool{}, forbidden: map[int]bool{}}
	p.state = []string{"", "", "", "", "", "revoked", "ended", "password"}[r.IntN(8)]
	for a := range accounts {
		p.given[a], p.admitted[a] = map[int]int{}, map[int]int{}
		isIn := r.IntN(6) > 0
		for s := range access.SectionCount {
			most := 1 + min(2, int(access.MostByToken(access.Section(s))))
			if p.given[a][s] = r.IntN(most); isIn {
				p.admitted[a][s] = r.IntN(most)
			}
		}
		p.shut[a], p.forbidden[a] = r.IntN(6) == 0, r.IntN(6) == 0
	}
	return p
}

// tokenWorld is a universe with one token, which is another's in each question.
type tokenWorld struct {
	*universe
	id     uuid.UUID
	secret string
	letIn  uuid.UUID
}

func newTokenWorld(t *testing.T) *tokenWorld {
	t.Helper()
	w := &tokenWorld{universe: newUniverse(t)}
	a := w.w.Account("zq-token")
	made, secret, err := apitokens.Create(w.w.As(a.Owner), w.w.Log, apitokens.Input{Name: "zq app", Purpose: "test", ExpiresInDays: 1, Accounts: []*apitokens.Wanted{
		{Account: globalid.OfAccount(a.ID), Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	app, _, err := apps.Register(w.w.As(a.Owner), w.w.Log, a.ID, apps.Registration{
		App: apps.Input{Name: "zq partner", Purpose: "test", RedirectURIs: []string{aRedirectURI}}, Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}},
	})
	if err != nil {
		t.Fatal(err)
	}
	w.id, w.secret, w.letIn = made.ID, secret, app.ID
	return w
}

func (w *tokenWorld) give(p *planted, username int, token plainToken) {
	w.t.Helper()
	var shut []uuid.UUID
	w.g.exec(`DELETE FROM api_token_levels WHERE token_id = $1`, w.id)
	for a, account := range p.accounts {
		w.g.exec(`UPDATE accounts SET tokens_forbidden = $2 WHERE id = $1`, account, token.forbidden[a])
		if token.shut[a] {
			shut = append(shut, account)
		}
		for s, level := range token.given[a] {
			if level > 0 {
				w.g.exec(`INSERT INTO api_token_levels VALUES ($1, $2, $3, $4)`, w.id, account, access.Section(s).String(), level)
			}
		}
	}
	w.g.exec(`UPDATE api_tokens SET username_id = $2, shut_accounts = coalesce($3::uuid[], '{}'), revoked_at = NULL, revoked_by = NULL, created_at = now(), expires_at = now() + interval '1 day' WHERE id = $1`,
		w.id, p.usernames[username], shut)
	w.ofApp(p, token)
	w.g.exec(`UPDATE credentials SET change_required = NULL WHERE id = $1`, p.usernames[username])
	switch token.state {
	case "revoked":
		w.g.exec(`UPDATE api_tokens SET revoked_at = now(), revoked_by = 'zq' WHERE id = $1`, w.id)
	case "ended":
		w.g.exec(`UPDATE api_tokens SET created_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE id = $1`, w.id)
	case "password":
		w.g.exec(`UPDATE credentials SET change_required = 'zq' WHERE id = $1`, p.usernames[username])
	}
}

// ofApp makes the token one that was made by hand, or that of an app.
func (w *tokenWorld) ofApp(p *planted, token plainToken) {
	w.t.Helper()
	hash := sha256.Sum256([]byte(w.secret))
	w.g.exec(`DELETE FROM app_secrets`)
	w.g.exec(`DELETE FROM app_admissions`)
	if !token.ofApp {
		w.g.exec(`UPDATE api_tokens SET kind = 'API', app_id = NULL, token_hash = $2 WHERE id = $1`, w.id, hash[:])
		return
	}
	w.g.exec(`UPDATE api_tokens SET kind = 'APP', app_id = $2, token_hash = NULL WHERE id = $1`, w.id, w.letIn)
	w.g.exec(`INSERT INTO app_secrets (hash, token_id, kind, expires_at) VALUES ($1, $2, 'ACCESS', now() + interval '1 hour')`, hash[:], w.id)
	for a, account := range p.accounts {
		levels := map[string]int{}
		for s, level := range token.admitted[a] {
			levels[access.Section(s).String()] = level
		}
		w.g.exec(`INSERT INTO app_admissions (app_id, account_id, levels, admitted_by, known_as) VALUES ($1, $2, $3, 'zq', 'zq')`, w.letIn, account, levels)
	}
}

// Random worlds with tokens: on both walls a token may do what its username may and it was given, and never
// more than either.
func TestTokensNeverExceedTheirUsernames(t *testing.T) {
	t.Parallel()
	w := newTokenWorld(t)
	allowed, refused := 0, 0
	for seed := range uint64(12) {
		p := w.plant(randomWorld(seed, 4, 3).absent())
		r := rand.New(rand.NewPCG(seed, 77))
		for username := range p.plainWorld.usernames {
			token := randomToken(r, p.plainWorld.accounts)
			w.give(p, username, token)
			v, err := apitokens.Load(t.Context(), w.w.DB, w.secret)
			if err != nil {
				t.Fatal(err)
			}
			if lives := token.state == "" || token.state == "password"; (v != nil) != lives {
				t.Fatalf("seed %d, %q: %+v", seed, token.state, v)
			}
			now := time.Now().UnixMicro()
			for a, account := range p.accounts {
				given, held := p.given(), w.heldByToken(p.usernames[username], account)
				for s := range access.SectionCount {
					for level := 1; level <= 2; level++ {
						want := given.may(username, a, s, level) && token.level(a, s) >= level
						section := access.Section(s)
						if got := access.Decide(v, account, section, access.Level(level), now); got != want {
							t.Errorf("seed %d, %q: the first wall says %v of username %d, account %d, %s %d", seed, token.state, got, username, a, section, level)
						}
						if got := held[section] >= level; got != want {
							t.Errorf("seed %d, %q: the second wall says %v of username %d, account %d, %s %d", seed, token.state, got, username, a, section, level)
						}
						if want {
							allowed++
						} else {
							refused++
						}
					}
				}
				w.compareRows(seed, p, username, a, token)
			}
		}
	}
	if allowed < 100 || refused < 100 {
		t.Errorf("%d allowed and %d refused: the worlds are of no use", allowed, refused)
	}
}

// askAs runs a query in the name of the username, or of a token of it, as the server's role.
func (w *tokenWorld) askAs(token, username, account uuid.UUID, query string, into any) {
	w.t.Helper()
	tx, err := w.app.Begin(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = tx.Rollback(w.t.Context()) }()
	by := ""
	if token != uuid.Nil {
		by = token.String()
	}
	if _, err := tx.Exec(w.t.Context(), `SELECT set_config('lanyard.username', $1, true), set_config('lanyard.account', $2, true), set_config('lanyard.token', $3, true)`,
		username.String(), account.String(), by); err != nil {
		w.t.Fatal(err)
	}
	if err := tx.QueryRow(w.t.Context(), query).Scan(into); err != nil {
		w.t.Fatalf("%s: %v", query, err)
	}
}

func (w *tokenWorld) heldByToken(username, account uuid.UUID) map[access.Section]int {
	w.t.Helper()
	held := map[access.Section]int{}
	for _, s := range access.Sections() {
		var level int
		w.askAs(w.id, username, account, fmt.Sprintf(`SELECT CASE WHEN granted('%[1]s', 2) IS NOT NULL THEN 2 WHEN granted('%[1]s', 1) IS NOT NULL THEN 1 ELSE 0 END`, s), &level)
		held[s] = level
	}
	return held
}

// compareRows asks the generated policies, which do not ask the function.
func (w *tokenWorld) compareRows(seed uint64, p *planted, username, account int, token plainToken) {
	w.t.Helper()
	for table, section := range map[string]access.Section{"clients": access.Clients, "appointments": access.Calendar, "invoices": access.Invoices, "events": access.ActivityLog} {
		var n int
		w.askAs(w.id, p.usernames[username], p.accounts[account], `SELECT count(*)::int FROM `+table, &n)
		want := p.given().may(username, account, int(section), 1) && token.level(account, int(section)) > 0
		if (n > 0) != want {
			w.t.Errorf("seed %d, %q: %d rows of %s for username %d, account %d", seed, token.state, n, table, username, account)
		}
	}
	var accounts int
	w.askAs(w.id, p.usernames[username], p.accounts[account], `SELECT count(*)::int FROM accounts`, &accounts)
	want := 0
	for a := range p.accounts {
		reaches := false
		for s := range access.SectionCount {
			reaches = reaches || token.level(a, s) > 0
		}
		if reaches && p.enters(username, a) {
			want++
		}
	}
	if accounts != want {
		w.t.Errorf("seed %d, %q: %d accounts are seen of username %d, want %d", seed, token.state, accounts, username, want)
	}
}

// own are the tables of what is a person's own.
var own = []string{
	"credentials", "sign_ins", "authenticators", "recovery_codes", "passkeys", "half_sign_ins", "account_finds", "invitations", "notices", "api_tokens", "api_token_levels",
}

func TestWhatIsAPersonsOwnIsNoTokens(t *testing.T) {
	t.Parallel()
	w := newTokenWorld(t)
	p := w.person()
	for _, table := range own {
		var byToken, byPerson int
		w.askAs(w.id, p.username, p.account, `SELECT count(*)::int FROM `+table, &byToken)
		w.askAs(uuid.Nil, p.username, p.account, `SELECT count(*)::int FROM `+table, &byPerson)
		if byToken > 0 || byPerson == 0 {
			t.Errorf("%s: %d rows by token, %d by the person", table, byToken, byPerson)
		}
	}
}

// person is somebody who has one of everything that is their own.
type person struct{ username, account uuid.UUID }

func (w *tokenWorld) person() person {
	w.t.Helper()
	p := person{}
	p.username = one[uuid.UUID](w.g, `SELECT username_id FROM api_tokens WHERE id = $1`, w.id)
	p.account = one[uuid.UUID](w.g, `SELECT home_account_id FROM usernames WHERE id = $1`, p.username)
	for _, table := range []string{"sign_ins", "authenticators", "recovery_codes", "passkeys", "half_sign_ins", "account_finds"} {
		said := w.g.complete(table, values{"username_id": p.username})
		names, marks, args := []string{}, []string{}, []any{}
		for name, value := range said {
			args = append(args, value)
			names, marks = append(names, name), append(marks, fmt.Sprintf("$%d", len(args)))
		}
		w.g.exec("INSERT INTO "+table+" ("+strings.Join(names, ", ")+") VALUES ("+strings.Join(marks, ", ")+")", args...)
	}
	w.g.row("invitations", values{"account_id": p.account, "levels": map[string]string{}})
	w.g.row("notices", values{"account_id": p.account, "mail_to": nil})
	return p
}

// A token that was given all that there is to give is refused every field that access.golden keeps from
// tokens, and answered the others.
func TestTokensAreRefusedWhatIsNotTheirs(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full := access.OwnerLevels()
	open := tokensInGolden(t)
	for _, def := range []string{"Query", "Mutation", "Viewer"} {
		for _, f := range fieldsOf(s.schema.Types[def]) {
			v, _ := s.viewer(full, full)
			if open[def+"."+f.Name] {
				continue // the matrix has asked it; what is narrowed, TestTokensNeverExceedTheirUsernames
			}
			query, variables := s.bare(def, f, v)
			v.Token, v.SignIn = access.Token{ID: uuid.New(), Name: "zq app"}, uuid.Nil
			before := s.g.kept()
			if r := s.ask(v, query, variables); !strings.Contains(r.raw, "FORBIDDEN") || !strings.Contains(r.raw, `"token":true`) {
				t.Errorf("%s.%s: %s", def, f.Name, r.raw)
			}
			if s.g.kept() != before {
				t.Errorf("%s.%s: refused, and something is changed", def, f.Name)
			}
		}
	}
	if open["Mutation.createApiToken"] || open["Viewer.signIns"] || !open["Mutation.addClient"] || !open["Account.clients"] || open["Account.usernames"] {
		t.Error("access.golden lets tokens ask for what is not theirs, or keeps from them what is")
	}
}

func tokensInGolden(t *testing.T) map[string]bool {
	t.Helper()
	open := map[string]bool{}
	for name := range readRulebook(t) {
		open[name] = true
	}
	for _, line := range goldenLines(t) {
		if field, rest, _ := strings.Cut(line, " "); strings.HasSuffix(rest, ", no token") {
			open[field] = false
		}
	}
	return open
}

package graph

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/signin"
)

// viewWorld is a universe with one sign-in, which is another's in each question.
type viewWorld struct {
	*universe
	signIn uuid.UUID
	token  string
}

func newViewWorld(t *testing.T) *viewWorld {
	t.Helper()
	w := &viewWorld{universe: newUniverse(t), token: "zq view"}
	hash := sha256.Sum256([]byte(w.token))
	w.signIn = w.g.row("sign_ins", values{
		"username_id": w.g.username(w.w.Account("zq-view").ID), "token_hash": hash[:], "created_at": time.Now(), "seen_at": time.Now(),
		"expires_at": time.Now().Add(time.Hour), "ended_at": nil, "end_reason": nil, "shut_accounts": []uuid.UUID{},
	})
	return w
}

// look is what the username sees through a link, as the first wall has it.
func (w *viewWorld) look(username, account, link uuid.UUID) *access.Viewer {
	w.t.Helper()
	w.g.exec(`UPDATE sign_ins SET username_id = $2 WHERE id = $1`, w.signIn, username)
	w.g.exec(`UPDATE credentials SET change_required = NULL WHERE id = $1`, username)
	v, err := signin.LoadAs(w.t.Context(), w.w.DB, w.token, false, access.Look{Account: account, Link: link})
	if err != nil || v == nil {
		w.t.Fatalf("%v %v", v, err)
	}
	return v
}

// shown is the level that a view through a link gives: at most View Only, where whoever looks was given Full Access
// to Account Access, and both have the section.
func (p *planted) shown(username int, l plainLink, section int) int {
	given := p.given()
	if !p.opens(username, l) || section == int(access.PsychotherapyNotes) || !given.may(username, l.account, section, 1) {
		return 0
	}
	for _, held := range l.privileges {
		if held.section == section && held.level > 0 && begun(held.from, held.until) {
			return 1
		}
	}
	return 0
}

func (p *planted) opens(username int, l plainLink) bool {
	return username != l.username && !l.ended && begun(l.from, l.until) && p.given().may(username, l.account, int(access.AccountAccess), 2)
}

// Random worlds, each link looked through by each username: on both walls a view shows what both of them may
// see, and never more than either.
func TestViewsNeverExceedEither(t *testing.T) {
	t.Parallel()
	w := newViewWorld(t)
	shown, hidden := 0, 0
	for seed := range uint64(10) {
		p := w.plant(randomWorld(seed, 4, 3).signedIn())
		for i, l := range p.plainWorld.links {
			for username := range p.plainWorld.usernames {
				w.g.exec(`UPDATE sign_ins SET factor = $2 WHERE id = $1`, w.signIn, p.proofs[username].by)
				v := w.look(p.usernames[username], p.accounts[l.account], p.links[i])
				if opens := p.opens(username, l); (v.Look.Seen != nil) != opens || len(v.Links) > 1 || len(v.Links) > 0 != opens {
					t.Fatalf("seed %d: username %d through link %d: %+v", seed, username, i, v)
				}
				for a := range p.accounts {
					n, m := w.compareView(seed, p, v, username, i, a)
					shown, hidden = shown+n, hidden+m
				}
			}
		}
	}
	if shown < 100 || hidden < 100 {
		t.Errorf("%d shown and %d hidden: the worlds are of no use", shown, hidden)
	}
}

func (w *viewWorld) compareView(seed uint64, p *planted, v *access.Viewer, username, link, account int) (shown, hidden int) {
	w.t.Helper()
	l, id, now := p.plainWorld.links[link], p.accounts[account], time.Now().UnixMicro()
	asks := []string{}
	for _, s := range access.Sections() {
		asks = append(asks, fmt.Sprintf(`CASE WHEN granted('%[1]s', 2) IS NOT NULL THEN 2 WHEN granted('%[1]s', 1) IS NOT NULL THEN 1 ELSE 0 END`, s))
	}
	var second []int
	w.askInView(p.links[link], p.usernames[username], id, p.proofs[username].by, `SELECT ARRAY[`+strings.Join(asks, ", ")+`]`, &second)
	for i, s := range access.Sections() {
		want := 0
		if account == l.account {
			want = p.shown(username, l, int(s))
		}
		for level := 1; level <= 2; level++ {
			if first := access.Decide(v, id, s, access.Level(level), now); first != (want >= level) || (second[i] >= level) != (want >= level) {
				w.t.Errorf("seed %d: username %d through link %d in account %d, %s %d: the walls say %v and %d, not %d", seed, username, link, account, s, level, first, second[i], want)
			}
		}
		if want > 0 {
			shown++
		} else {
			hidden++
		}
	}
	var viewable []string
	w.askInView(p.links[link], p.usernames[username], id, p.proofs[username].by, `SELECT viewable_sections()`, &viewable)
	if len(viewable) != shown {
		w.t.Errorf("seed %d: the feed tells username %d through link %d in account %d of %q", seed, username, link, account, viewable)
	}
	for table, s := range map[string]access.Section{"clients": access.Clients, "appointments": access.Calendar, "events": access.ActivityLog} {
		var n, want int
		w.askInView(p.links[link], p.usernames[username], id, p.proofs[username].by, `SELECT count(*)::int FROM `+table, &n)
		if account == l.account {
			want = p.shown(username, l, int(s))
		}
		if (n > 0) != (want > 0) {
			w.t.Errorf("seed %d: %d rows of %s for username %d through link %d in account %d", seed, n, table, username, link, account)
		}
	}
	return shown, hidden
}

// askInView runs a query in the name of the username, who looks through a link, as the server's role.
func (u *universe) askInView(link, username, account uuid.UUID, by access.Factor, query string, into any) {
	u.t.Helper()
	tx, err := u.app.Begin(u.t.Context())
	if err != nil {
		u.t.Fatal(err)
	}
	defer func() { _ = tx.Rollback(u.t.Context()) }()
	if _, err := tx.Exec(u.t.Context(), `SELECT set_config('lanyard.username', $1, true), set_config('lanyard.account', $2, true), set_config('lanyard.view', $3, true),
		set_config('lanyard.factor', $4, true)`, username.String(), account.String(), link.String(), string(by)); err != nil {
		u.t.Fatal(err)
	}
	if err := tx.QueryRow(u.t.Context(), query).Scan(into); err != nil {
		u.t.Fatalf("%s: %v", query, err)
	}
}

// Whoever owns the account sees in a view nothing of their own, and changes no row, when the database alone decides.
func TestAViewHasNothingOfItsOwn(t *testing.T) {
	t.Parallel()
	w := newTokenWorld(t)
	p := w.person()
	seen := w.g.link(w.g.username(p.account), p.account, window{}, access.OwnerLevels())
	w.g.row("clients", values{"account_id": p.account})
	for _, table := range own {
		var inView, without int
		w.askInView(seen, p.username, p.account, "", `SELECT count(*)::int FROM `+table, &inView)
		w.askAs(uuid.Nil, p.username, p.account, `SELECT count(*)::int FROM `+table, &without)
		if table == "invitations" || table == "notices" { // the account's, which both may see
			inView = 0
		}
		if inView > 0 || without == 0 {
			t.Errorf("%s: %d rows in a view, %d without", table, inView, without)
		}
	}
	changed := 0
	for _, update := range all[string](w.g, `SELECT format('UPDATE %I SET %I = %2$I', table_name, min(column_name)) FROM information_schema.column_privileges
			WHERE grantee = 'lanyard_app' AND privilege_type = 'UPDATE' GROUP BY table_name ORDER BY 1`) {
		n, _ := w.rowsOf(seen, p, update)
		if n > 0 {
			t.Errorf("%s: %d rows in a view", update, n)
		}
		without, _ := w.rowsOf(uuid.Nil, p, update)
		changed += int(without)
	}
	if changed == 0 {
		t.Error("nothing can be changed without a view either")
	}
}

func (w *tokenWorld) rowsOf(view uuid.UUID, p person, update string) (rows int64, refused bool) {
	w.t.Helper()
	tx := w.as(p.username, p.account, "")
	defer func() { _ = tx.Rollback(w.t.Context()) }()
	if view != uuid.Nil {
		if _, err := tx.Exec(w.t.Context(), `SELECT set_config('lanyard.view', $1, true)`, view.String()); err != nil {
			w.t.Fatal(err)
		}
	}
	return try(tx, update)
}

// lookAs is the viewer looking at the account a through a link of another username.
func (s *stage) lookAs(v, seen *access.Viewer) *access.Viewer {
	link := *seen.Link(s.a.ID)
	v.LookAs(access.Look{Account: s.a.ID, Link: link.ID, Seen: &link, Username: seen.Username, Name: seen.Name})
	return v
}

// Whatever is asked in a view, nothing stands in the answer that the seen username may not see.
func TestMatrixOfViews(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full := access.OwnerLevels()
	master, _ := s.viewer(full, full)
	s.target()
	s.call.said["files"] = func() any { return []string{"DIAGNOSIS_CODES", "BILLING_CODES", "PAYERS"} }
	whole := map[string]reply{}
	for _, p := range s.probes() {
		whole[p.name] = s.ask(master, p.query, p.variables)
	}
	for _, section := range s.book.sections(t) {
		seen, _ := s.viewer(apart(section, access.Full, access.None), full)
		v, _ := s.viewer(full, full)
		shown := apart(section, min(access.View, access.MostInView(section)), access.None)
		w := who{levels: map[uuid.UUID]access.Levels{s.a.ID: shown}}
		v = s.lookAs(v, seen)
		for _, p := range s.probes() {
			s.checkNothingLeaks(p, w, s.ask(v, p.query, p.variables), whole[p.name], master.Name)
		}
	}
}

// Every mutation is refused in a view, also many at once, and so is every field that access.golden says no view
// shows; each refusal is in the log, with as whom the viewer looked.
func TestAViewChangesNothing(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full := access.OwnerLevels()
	open := hiddenInGolden(t)
	for _, def := range []string{"Query", "Mutation", "Viewer"} {
		for _, f := range fieldsOf(s.schema.Types[def]) {
			v, _ := s.viewer(full, full)
			seen, _ := s.viewer(full, full)
			if def != "Mutation" && !open[def+"."+f.Name] {
				continue
			}
			query, variables := s.bare(def, f, v)
			v, before := s.lookAs(v, seen), s.g.kept()
			if r := s.ask(v, query, variables); !strings.Contains(r.raw, "FORBIDDEN") || !strings.Contains(r.raw, `"view":true`) {
				t.Errorf("%s.%s: %s", def, f.Name, r.raw)
			}
			if s.g.kept() != before {
				t.Errorf("%s.%s: refused, and something is changed", def, f.Name)
			}
			if name := one[string](s.g, `SELECT seen_as_name FROM events WHERE account_id = $1 AND code = 'access.denied' ORDER BY occurred_at DESC, id DESC LIMIT 1`, s.a.ID); name != seen.Name {
				t.Errorf("%s.%s: the log has %q", def, f.Name, name)
			}
		}
	}
	v, _ := s.viewer(full, full)
	seen, _ := s.viewer(full, full)
	v = s.lookAs(v, seen)
	account := map[string]any{"a": globalid.OfAccount(s.a.ID).String()}
	storm := strings.Builder{}
	for i := range 8 {
		fmt.Fprintf(&storm, " m%d: addClient(account: $a, input: {firstName: \"zq\", lastName: \"zq\"}) { client { id } }", i)
	}
	if r := s.ask(v, `mutation($a: ID!) {`+storm.String()+` }`, account); len(r.Errors) != 1 || r.code() != "FORBIDDEN" || r.Data != nil {
		t.Error(r.raw)
	}
	if r := s.follow(v, `subscription { changes { kind } }`, func() {}); r.code() != "FORBIDDEN" {
		t.Error(r.raw)
	}
	if open["Account.clients"] || !open["Query.exportActivity"] || !open["Viewer.signIns"] || open["Viewer.accounts"] {
		t.Error("access.golden shows in a view what is somebody's own, or hides what it is for")
	}
}

// hiddenInGolden are the fields that no view shows.
func hiddenInGolden(t *testing.T) map[string]bool {
	t.Helper()
	hidden := map[string]bool{}
	for _, line := range goldenLines(t) {
		if field, rest, _ := strings.Cut(line, " "); strings.HasSuffix(strings.TrimSuffix(rest, ", no token"), ", no view") {
			hidden[field] = true
		}
	}
	return hidden
}

package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/signin"
)

// universe is a database with many worlds in it, and all that answers questions about them.
type universe struct {
	*api
	g    *garden
	book rulebook
	// app is a connection as the server's role.
	app *pgx.Conn
}

func newUniverse(t *testing.T) *universe {
	t.Helper()
	w := dbtest.New(t)
	w.Account("zq") // its password is that of everybody who is planted
	u := &universe{api: newAPI(t, w, directives()), g: newGarden(t, w), book: readRulebook(t)}
	app, err := pgx.Connect(t.Context(), w.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = app.Close(context.Background()) })
	u.app = app
	return u
}

// planted is a world in the database.
type planted struct {
	plainWorld
	accounts, usernames []uuid.UUID
	// links are the links' ids, in the order of the plain ones.
	links []uuid.UUID
	// emergencies are those of the links, all zeros where there is none.
	emergencies []uuid.UUID
	// rows are the rows of the lists by type and account.
	rows map[string][][]uuid.UUID
}

// listed are the types whose rows are planted for each account; links come by themselves.
var listed = []string{
	"Client", "DiagnosisCode", "BillingCode", "Payer", "Location", "Modifier", "ReferringProvider", "ServiceCode", "PaymentType",
	"NoteTemplate", "InvoiceMessage", "Event", "Review", "Invitation", "Notice", "AccessReview",
}

// viewer is a username as it has signed in.
func (u *universe) viewer(p *planted, username int) *access.Viewer {
	u.t.Helper()
	v, err := signin.LoadProven(u.t.Context(), u.w.DB, p.usernames[username], uuid.Nil, p.proofs[username].by)
	if err != nil {
		u.t.Fatal(err)
	}
	v.ProvenAt = time.Now().UnixMicro()
	return v
}

func (u *universe) plant(w plainWorld) *planted {
	u.t.Helper()
	p := &planted{plainWorld: w, rows: map[string][][]uuid.UUID{}}
	for a := range w.accounts {
		p.accounts = append(p.accounts, u.g.row("accounts", values{"idle_minutes": 15, "password_reminder_months": 12, "second_factor_required": w.asks[a], "passkey_required": w.asksPasskey[a]}))
	}
	for n := range w.usernames {
		p.usernames = append(p.usernames, u.g.username(p.accounts[0]))
		if w.proofs[n].app {
			u.g.holds(p.usernames[n])
		}
		if w.proofs[n].passkey {
			u.g.row("passkeys", values{"username_id": p.usernames[n], "removed_at": nil})
		}
	}
	p.rows["Emergency"] = make([][]uuid.UUID, w.accounts)
	p.emergencies = make([]uuid.UUID, len(w.links))
	for i, l := range w.links {
		p.links = append(p.links, u.plantLink(p, l))
		if len(l.emergency.levels) > 0 {
			p.emergencies[i] = u.plantEmergency(p, l, p.links[i])
			p.rows["Emergency"][l.account] = append(p.rows["Emergency"][l.account], p.emergencies[i])
		}
	}
	for _, typ := range listed {
		for _, account := range p.accounts {
			said := values{"account_id": account}
			switch typ {
			case "ServiceCode":
				said["billing_code"] = nil
			case "Invitation":
				said["levels"] = map[string]string{}
			case "Notice":
				said["mail_to"] = nil
			}
			p.rows[typ] = append(p.rows[typ], []uuid.UUID{u.g.row(tables[typ], said), u.g.row(tables[typ], said)})
		}
	}
	for _, account := range p.accounts {
		p.rows["Appointment"] = append(p.rows["Appointment"], u.booked(account))
		p.rows["SessionNote"] = append(p.rows["SessionNote"], u.noted(account))
		p.rows["PsychotherapyNote"] = append(p.rows["PsychotherapyNote"], u.sharedNotes(account))
		p.rows["Disclosure"] = append(p.rows["Disclosure"], u.disclosed(account))
		p.rows["ClientSession"] = append(p.rows["ClientSession"], u.held(account))
		p.rows["InsurancePolicy"] = append(p.rows["InsurancePolicy"], u.insured(account))
		p.rows["Authorization"] = append(p.rows["Authorization"], u.authorized(account))
		p.rows["Invoice"] = append(p.rows["Invoice"], u.billed(account))
		job := u.g.row("copy_jobs", values{"account_id": account})
		u.g.row("copied_entries", values{"account_id": account, "job_id": job})
	}
	return p
}

// booked plants two appointments, for the clients and with the codes that the account has: its
// other lists stay what was planted.
func (u *universe) booked(account uuid.UUID) (rows []uuid.UUID) {
	u.t.Helper()
	code := one[string](u.g, `SELECT natural_key FROM billing_codes WHERE account_id = $1 LIMIT 1`, account)
	service := one[uuid.UUID](u.g, `SELECT id FROM service_codes WHERE account_id = $1 LIMIT 1`, account)
	for _, client := range all[uuid.UUID](u.g, `SELECT id FROM clients WHERE account_id = $1`, account) {
		rows = append(rows, u.g.row("appointments", values{"account_id": account, "client_id": client, "service_id": service, "service_code": code}))
	}
	return rows
}

// held plants two client sessions, for the clients, with a code and at a location that the account has.
func (u *universe) held(account uuid.UUID) (rows []uuid.UUID) {
	u.t.Helper()
	code := one[string](u.g, `SELECT natural_key FROM billing_codes WHERE account_id = $1 LIMIT 1`, account)
	at := one[uuid.UUID](u.g, `SELECT id FROM locations WHERE account_id = $1 LIMIT 1`, account)
	for _, client := range all[uuid.UUID](u.g, `SELECT id FROM clients WHERE account_id = $1`, account) {
		rows = append(rows, u.g.session(values{"account_id": account, "client_id": client, "appointment_id": nil, "billing_code": code, "location_id": at}))
	}
	return rows
}

// insured plants two policies, for the clients and with a payer that the account has.
func (u *universe) insured(account uuid.UUID) (rows []uuid.UUID) {
	u.t.Helper()
	payer := one[string](u.g, `SELECT natural_key FROM payers WHERE account_id = $1 LIMIT 1`, account)
	for _, client := range all[uuid.UUID](u.g, `SELECT id FROM clients WHERE account_id = $1`, account) {
		rows = append(rows, u.g.row("insurance_policies", values{"account_id": account, "client_id": client, "payer": payer, "referring_provider": nil, "referring_name": nil, "active": false}))
	}
	return rows
}

// authorized plants two authorizations for the clients.
func (u *universe) authorized(account uuid.UUID) (rows []uuid.UUID) {
	u.t.Helper()
	for _, client := range all[uuid.UUID](u.g, `SELECT id FROM clients WHERE account_id = $1`, account) {
		rows = append(rows, u.g.authorization(values{"account_id": account, "client_id": client, "policy_id": nil}))
	}
	return rows
}

// noted plants a note of each client that the account has.
func (u *universe) noted(account uuid.UUID) (rows []uuid.UUID) {
	u.t.Helper()
	for _, client := range all[uuid.UUID](u.g, `SELECT id FROM clients WHERE account_id = $1`, account) {
		rows = append(rows, u.g.note(values{"account_id": account, "client_id": client}))
	}
	return rows
}

// disclosed plants a disclosure of each client that the account has.
func (u *universe) disclosed(account uuid.UUID) (rows []uuid.UUID) {
	u.t.Helper()
	for _, client := range all[uuid.UUID](u.g, `SELECT id FROM clients WHERE account_id = $1`, account) {
		rows = append(rows, u.g.row("disclosures", values{"account_id": account, "client_id": client}))
	}
	return rows
}

// sharedNotes plants a psychotherapy note of each client that the account has, which its author shares.
func (u *universe) sharedNotes(account uuid.UUID) (rows []uuid.UUID) {
	u.t.Helper()
	for _, client := range all[uuid.UUID](u.g, `SELECT id FROM clients WHERE account_id = $1`, account) {
		rows = append(rows, u.g.row("psychotherapy_notes", values{"account_id": account, "client_id": client, "shared": true}))
	}
	return rows
}

// billed plants two invoices, for the clients that the account has; no session is on them.
func (u *universe) billed(account uuid.UUID) (rows []uuid.UUID) {
	u.t.Helper()
	for _, client := range all[uuid.UUID](u.g, `SELECT id FROM clients WHERE account_id = $1`, account) {
		rows = append(rows, u.g.row("invoices", values{"account_id": account, "client_id": client, "content": printed}))
	}
	return rows
}

func hours(n int) *time.Time {
	if n == 0 {
		return nil
	}
	at := time.Now().Add(time.Duration(n) * time.Hour)
	return &at
}

func (u *universe) plantLink(p *planted, l plainLink) uuid.UUID {
	u.t.Helper()
	said := values{
		"username_id": p.usernames[l.username], "account_id": p.accounts[l.account], "owner": false,
		"valid_from": hours(l.from), "valid_until": hours(l.until), "ended_at": nil,
	}
	if l.ended {
		said["ended_at"] = time.Now()
	}
	id := u.g.row("links", said)
	for _, privilege := range l.privileges {
		u.g.row("privileges", values{
			"account_id": p.accounts[l.account], "link_id": id, "username_id": p.usernames[l.username],
			"section": access.Section(privilege.section).String(), "level": privilege.level,
			"valid_from": hours(privilege.from), "valid_until": hours(privilege.until), "emergency_id": nil,
		})
	}
	return id
}

func (u *universe) plantEmergency(p *planted, l plainLink, link uuid.UUID) uuid.UUID {
	u.t.Helper()
	levels := map[string]string{}
	for section, level := range l.emergency.levels {
		levels[access.Section(section).String()] = access.Level(level).String()
	}
	of := values{"account_id": p.accounts[l.account], "link_id": link, "username_id": p.usernames[l.username]}
	said := values{
		"levels": levels, "started_at": hours(l.emergency.from), "until": hours(l.emergency.until), "ended_at": nil, "ended_by": nil,
		"reviewed_at": nil, "reviewer_id": nil, "reviewer": nil, "justified": nil, "finding": nil,
	}
	maps.Copy(said, of)
	id := u.g.row("emergencies", said)
	for section, level := range l.emergency.levels {
		opened := values{
			"section": access.Section(section).String(), "level": level, "source": "EMERGENCY", "route": "EMERGENCY", "emergency_id": id,
			"valid_from": hours(l.emergency.from), "valid_until": hours(l.emergency.until),
		}
		maps.Copy(opened, of)
		u.g.row("privileges", opened)
	}
	return id
}

const worlds = 30

// Random worlds: the decision, its explanation, the API and row-level security say what the
// reference says.
func TestWorldsAgree(t *testing.T) {
	t.Parallel()
	u := newUniverse(t)
	for seed := range uint64(worlds) {
		if wrong := u.compare(seed, 4, 3); len(wrong) > 0 {
			t.Fatal(u.shrink(seed, wrong))
		}
	}
}

// shrink looks for a smaller world of the seed that shows a difference too.
func (u *universe) shrink(seed uint64, wrong []string) string {
	for size := 1; size < 12; size++ {
		usernames, accounts := 1+(size-1)/3, 1+(size-1)%3
		if fewer := u.compare(seed, usernames, accounts); len(fewer) > 0 {
			return fmt.Sprintf("seed %d, %d usernames, %d accounts:\n%s", seed, usernames, accounts, strings.Join(fewer, "\n"))
		}
	}
	return fmt.Sprintf("seed %d:\n%s", seed, strings.Join(wrong, "\n"))
}

// compare gives the differences between the reference and everything else.
func (u *universe) compare(seed uint64, usernames, accounts int) []string {
	p := u.plant(randomWorld(seed, usernames, accounts))
	var wrong []string
	for username := range usernames {
		v := u.viewer(p, username)
		for account := range accounts {
			wrong = append(wrong, p.decisions(v, username, account)...)
			wrong = append(wrong, u.lists(p, v, username, account)...)
			wrong = append(wrong, u.singles(p, v, username, account)...)
			wrong = append(wrong, u.seen(p, username, account)...)
			wrong = append(wrong, u.written(p, username, account)...)
		}
	}
	return wrong
}

// decisions compares access.Decide and access.Explain.
func (p *planted) decisions(v *access.Viewer, username, account int) (wrong []string) {
	now := time.Now().UnixMicro()
	if got := access.Member(v, p.accounts[account], now); got != p.enters(username, account) {
		wrong = append(wrong, fmt.Sprintf("member: username %d enters account %d: %v", username, account, got))
	}
	for section := range access.SectionCount {
		for level := range 3 {
			want := p.may(username, account, section, level)
			s, need := access.Section(section), access.Level(level)
			verdict := access.Explain(v, p.accounts[account], s, need, now)
			if access.Decide(v, p.accounts[account], s, need, now) != want || verdict.Allowed != want || int(verdict.Held) != p.level(username, account, section) {
				wrong = append(wrong, fmt.Sprintf("decide: username %d, account %d, %s %s should be %v: %+v", username, account, s, need, want, verdict))
			}
		}
	}
	return wrong
}

// sections are those of the rule of a field.
func (u *universe) sections(name string) []int {
	u.t.Helper()
	var all []int
	for _, n := range u.book[name] {
		s, err := access.ParseSection(n.rule)
		if err != nil {
			u.t.Fatal(err)
		}
		all = append(all, int(s))
	}
	return all
}

// want is the code that the reference refuses View Only with; empty: it does not.
func (p *planted) want(username, account int, sections []int) string {
	switch {
	case p.waits(username, account):
		return "FORBIDDEN"
	case !p.enters(username, account):
		return "NOT_FOUND"
	case slices.ContainsFunc(sections, func(section int) bool { return !p.may(username, account, section, 1) }):
		return "FORBIDDEN"
	}
	return ""
}

// rowsOf are the rows of a type that an account lists.
func (p *planted) rowsOf(typ string, account int) []uuid.UUID {
	if typ != "Link" {
		return p.rows[typ][account]
	}
	var ids []uuid.UUID
	for i, l := range p.plainWorld.links {
		if l.account == account && !l.ended {
			ids = append(ids, p.links[i])
		}
	}
	return ids
}

// rowsBehind is the type of the rows that a list shows, also where it shows less of them.
func rowsBehind(listed string) string {
	switch listed {
	case "ListedNote":
		return "SessionNote"
	case "ListedPsychotherapyNote":
		return "PsychotherapyNote"
	}
	return listed
}

// lists compares every list of the account, with its count.
func (u *universe) lists(p *planted, v *access.Viewer, username, account int) (wrong []string) {
	var lists []*ast.FieldDefinition
	query := ""
	for _, f := range fieldsOf(u.schema.Types["Account"]) {
		if of := listedBy(u.schema, f); of != nil && tables[rowsBehind(of.Name)] != "" {
			lists = append(lists, f)
			query += u.listing(f)
		}
	}
	r := u.ask(v, `query($a: ID!) { account(id: $a) {`+query+` } }`, map[string]any{"a": globalid.OfAccount(p.accounts[account]).String()})
	in, entered := r.Data["account"].(map[string]any)
	if entered != p.enters(username, account) {
		return []string{fmt.Sprintf("API: username %d, account %d: %.300s", username, account, r.raw)}
	}
	if !entered && r.code() != p.want(username, account, nil) {
		return []string{fmt.Sprintf("API: username %d, account %d: %.300s", username, account, r.raw)}
	}
	for _, f := range lists {
		typ := rowsBehind(listedBy(u.schema, f).Name)
		want := p.want(username, account, u.sections("Account."+f.Name))
		ids, count, shown := idsOf(in[f.Name])
		problem := ""
		switch {
		case !entered:
		case want != "" && (shown || r.codes()["account."+f.Name] != want):
			problem = "should be " + want
		case want == "" && !contains(ids, p.rowsOf(typ, account), typ, p.accounts[account]):
			problem = "other rows"
		case want == "" && count >= 0 && count != len(p.rowsOf(typ, account)) && (typ != "Event" || count < len(ids)):
			problem = "another count"
		}
		if problem != "" {
			wrong = append(wrong, fmt.Sprintf("API: username %d, account %d, %s: %s: %.300s", username, account, f.Name, problem, r.raw))
		}
	}
	return wrong
}

func (u *universe) listing(f *ast.FieldDefinition) string {
	result := u.schema.Types[f.Type.Name()]
	switch {
	case result.Fields.ForName("nodes") == nil:
		return " " + f.Name + within(f) + " { id }"
	case result.Fields.ForName("totalCount") == nil:
		return " " + f.Name + "(first: 50) { nodes { id } }"
	}
	return " " + f.Name + "(first: 50) { totalCount nodes { id } }"
}

// within are the arguments of a list that is a range of time, or none.
func within(f *ast.FieldDefinition) string {
	ends := ""
	for _, a := range f.Arguments {
		if a.Type.Name() == "Time" {
			ends += " " + moment(a)
		}
	}
	if ends == "" {
		return ""
	}
	return "(" + ends + ")"
}

// idsOf are the ids of a list and its count; -1: it has none.
func idsOf(list any) (ids []string, count int, shown bool) {
	count = -1
	if connection, ok := list.(map[string]any); ok {
		if n, counted := connection["totalCount"].(float64); counted {
			count = int(n)
		}
		list = connection["nodes"]
	}
	nodes, shown := list.([]any)
	for _, n := range nodes {
		ids = append(ids, n.(map[string]any)["id"].(string))
	}
	return ids, count, shown
}

// contains tells whether a list is these rows. The log grows by being read: there it must
// begin with what was planted, at a later time than all else.
func contains(ids []string, rows []uuid.UUID, typ string, account uuid.UUID) bool {
	var want []string
	for _, row := range rows {
		want = append(want, globalid.New(typ, account, row).String())
	}
	if typ == "Event" && len(ids) > len(want) {
		ids = ids[:len(want)]
	}
	slices.Sort(want)
	return slices.Equal(slices.Sorted(slices.Values(ids)), want)
}

// singles compares node(id:) for every row of the account.
func (u *universe) singles(p *planted, v *access.Viewer, username, account int) (wrong []string) {
	type single struct {
		id   globalid.ID
		want string
	}
	var ask []single
	for typ := range tables {
		if typ == "SignIn" {
			continue
		}
		for _, row := range p.rowsOf(typ, account) {
			ask = append(ask, single{globalid.New(typ, p.accounts[account], row), p.want(username, account, u.sections(typ+".id"))})
		}
	}
	for some := range slices.Chunk(ask, 10) {
		query := ""
		for i, s := range some {
			query += fmt.Sprintf(" n%d: node(id: %q) { ... on %s { id } }", i, s.id, s.id.Type)
		}
		r := u.ask(v, "{"+query+" }", nil)
		codes := r.codes()
		for i, s := range some {
			name := fmt.Sprintf("n%d", i)
			row, shown := r.Data[name].(map[string]any)
			if codes[name] != s.want || shown != (s.want == "") || shown && row["id"] != s.id.String() {
				wrong = append(wrong, fmt.Sprintf("node: username %d, account %d, %s should be %q: %.300s", username, account, s.id.Type, s.want, r.raw))
			}
		}
	}
	return wrong
}

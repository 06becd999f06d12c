package graph

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accessreview"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
)

// tables are where the rows of the API's types lie. A new Node type is planted from here.
var tables = map[string]string{
	"Client": "clients", "DiagnosisCode": "diagnosis_codes", "BillingCode": "billing_codes", "Payer": "payers",
	"Location": "locations", "Modifier": "modifiers", "ReferringProvider": "referring_providers", "ServiceCode": "service_codes",
	"PaymentType": "payment_types", "NoteTemplate": "note_templates", "InvoiceMessage": "invoice_messages",
	"Appointment": "appointments", "ClientSession": "client_sessions", "InsurancePolicy": "insurance_policies",
	"Authorization": "authorizations", "SessionNote": "session_notes", "PsychotherapyNote": "psychotherapy_notes", "Disclosure": "disclosures", "Invoice": "invoices", "Link": "links", "Event": "events", "Review": "reviews", "SignIn": "sign_ins",
	"Invitation": "invitations", "Notice": "notices", "Emergency": "emergencies",
	"AccessReview": "access_reviews",
}

// stage is two accounts with a row of everything, and a third one to join. Whoever asks is
// linked to the first two.
type stage struct {
	*api
	g       *garden
	book    rulebook
	call    *caller
	a, b, c *dbtest.Account
	// rows are the rows of the account a by type.
	rows map[string]uuid.UUID
}

func newStage(t *testing.T, d gen.DirectiveRoot) *stage {
	t.Helper()
	w := dbtest.New(t)
	s := &stage{api: newAPI(t, w, d), g: newGarden(t, w), book: readRulebook(t), rows: map[string]uuid.UUID{}}
	s.a, s.b, s.c = w.Account("zq-a"), w.Account("zq-b"), w.Account("zq-c")
	s.call = &caller{t: t, schema: s.schema, said: s.said()}
	maps.Copy(s.call.said, s.money())
	s.owing(s.b.ID)
	for _, a := range []*dbtest.Account{s.a, s.b} {
		s.g.row("practices", values{"account_id": a.ID})
	}
	for typ := range tables {
		if typ != "SignIn" {
			s.rows[typ] = s.plant(typ, s.a.ID)
			s.plant(typ, s.b.ID)
		}
	}
	s.g.row("invitations", values{"account_id": s.a.ID, "levels": map[string]string{}})
	s.g.row("notices", values{"account_id": s.a.ID, "mail_to": nil})
	s.g.exec(`UPDATE emergencies SET reviewed_at = now(), reviewer_id = $2, reviewer = 'zq reviewer', justified = true, finding = 'zq finding' WHERE id = $1`,
		s.plant("Emergency", s.a.ID), s.a.Owner.Username)
	s.openReview("confirmAccess")
	s.g.signNote(s.rows["SessionNote"])
	claim := s.g.invoice(values{"account_id": s.a.ID, "version": 1, "held": false, "kind": "CLAIM"})
	s.call.said["claim"] = text(globalid.New("Invoice", s.a.ID, claim))
	s.deadLetter()
	s.g.exec(`INSERT INTO changes SELECT s.account_id, s.seq, e.occurred_at, e.code, e.action, e.section, e.entity_type, e.entity_ids, e.client_ids
		FROM seals s JOIN events e USING (id) ON CONFLICT DO NOTHING`)
	s.g.row("disclosure_strikes", values{"account_id": s.a.ID, "disclosure_id": s.rows["Disclosure"]})
	s.g.row("events", values{"account_id": s.a.ID, "client_ids": []uuid.UUID{globalid.Parse(s.call.said["debtor"]().(string)).Row}})
	return s
}

// plant plants a row of the type in the account.
func (s *stage) plant(typ string, account uuid.UUID) uuid.UUID {
	s.t.Helper()
	said := values{"account_id": account, "version": 1, "system": false, "ended_at": nil}
	switch typ {
	case "":
		s.t.Fatal("no type to plant")
	case "Link":
		return s.endedLink(account)
	case "Invitation":
		return s.invitation(account, values{"kind": "OFFER"})
	case "Notice":
		said["read_at"], said["read_by"], said["mail_to"] = nil, nil, nil
	case "Emergency":
		return s.emergency(account)
	case "AccessReview":
		return s.accessReview(account)
	case "Appointment":
		return s.g.appointment(said)
	case "InsurancePolicy":
		return s.g.policy(said)
	case "Authorization":
		return s.g.authorization(said)
	case "PsychotherapyNote", "Disclosure":
		said["client_id"] = s.g.row("clients", values{"account_id": account})
	case "SessionNote":
		said["session_id"] = s.g.session(values{"account_id": account})
		said["client_id"] = one[uuid.UUID](s.g, `SELECT client_id FROM client_sessions WHERE id = $1`, said["session_id"])
		return s.g.note(said)
	case "ClientSession":
		return s.g.session(said)
	case "Invoice":
		said["held"] = false
		return s.g.invoice(said)
	case "ServiceCode":
		said["billing_code"] = s.billingCode(account)
	case "Event":
		id := s.g.row("events", said)
		return s.g.row("seals", values{"id": id, "account_id": account})
	}
	return s.g.row(tables[typ], said)
}

// emergency plants one that is over, of somebody who may start another.
func (s *stage) emergency(account uuid.UUID) uuid.UUID {
	s.t.Helper()
	user := s.g.username(account)
	link := s.g.link(user, account, window{}, access.Levels{})
	s.settled(account)
	return s.g.row("emergencies", values{
		"account_id": account, "link_id": link, "username_id": user, "levels": map[string]string{"CLIENTS": "VIEW"},
		"started_at": time.Now().Add(-2 * time.Hour), "until": time.Now().Add(-time.Hour), "ended_at": time.Now().Add(-time.Hour),
		"reviewed_at": nil, "reviewer_id": nil, "reviewer": nil, "justified": nil, "finding": nil,
	})
}

// accessReview plants one that is finished, with all that one can have found.
func (s *stage) accessReview(account uuid.UUID) uuid.UUID {
	s.t.Helper()
	now, later := time.Now().UTC(), time.Now().Add(time.Hour).UTC()
	full := accessreview.Item{
		Link: s.rows["Link"], Version: 1, Username: "zq kim", Owner: true, Since: now, ValidUntil: &later, Held: access.Presets()[0].Levels.Stored(), SetBy: "zq setter",
		SetAt: &now, LastUsedAt: &now, Unused: new(true), Decision: new(accessreview.Keep), DecidedBy: new("zq decider"), DecidedAt: &now, Open: new(accessreview.Own),
	}
	content, err := json.Marshal([]accessreview.Item{full})
	if err != nil {
		s.t.Fatal(err)
	}
	return s.g.row("access_reviews", values{"account_id": account, "content": string(content), "note": "zq note"})
}

// openReview leaves one open, where a mutation is about to go on with it.
func (s *stage) openReview(mutation string) {
	s.t.Helper()
	s.g.exec(`UPDATE access_reviews SET finished_at = now(), finisher_id = gen_random_uuid(), finished_by = 'zq', hash = '', content = '[]' WHERE finished_at IS NULL`)
	if mutation == "confirmAccess" || mutation == "finishAccessReview" {
		s.rows["Open"] = s.g.row("access_reviews", values{
			"account_id": s.a.ID, "finished_at": nil, "finisher_id": nil, "finished_by": nil, "hash": nil, "content": "[]", "started_at": time.Now().Add(-time.Hour),
		})
	}
}

// settled are the settings of an account, if it has none.
func (s *stage) settled(account uuid.UUID) {
	s.t.Helper()
	if one[int](s.g, `SELECT count(*) FROM emergency_settings WHERE account_id = $1`, account) == 0 {
		s.g.row("emergency_settings", values{"account_id": account, "longest_minutes": 240, "levels": map[string]string{"CLIENTS": "FULL"}, "version": 1})
	}
}

// inEmergency lets the viewer open something in an emergency, and opens it where that is to be ended.
func (s *stage) inEmergency(f *ast.FieldDefinition, v *access.Viewer) {
	s.t.Helper()
	own := v.Link(s.a.ID)
	switch f.Name {
	case "settleEmergencies":
		own.Owner = true
		s.g.exec(`UPDATE links SET owner = true WHERE id = $1`, own.ID)
	case "startEmergency":
		s.g.exec(`UPDATE emergency_settings SET links = ARRAY[$2::uuid] WHERE account_id = $1`, s.a.ID, own.ID)
	case "endEmergency":
		s.rows["Running"] = s.running(s.g.username(s.a.ID), nil)
	case "endMyEmergency":
		s.running(v.Username, own)
	}
}

// running plants an emergency of a username that runs.
func (s *stage) running(username uuid.UUID, own *access.Link) uuid.UUID {
	s.t.Helper()
	if own == nil {
		own = &access.Link{ID: s.g.link(username, s.a.ID, window{}, access.Levels{})}
	}
	from, until := time.Now().Add(-time.Minute), time.Now().Add(time.Hour)
	id := s.g.row("emergencies", values{
		"account_id": s.a.ID, "link_id": own.ID, "username_id": username, "levels": map[string]string{"REPORTS": "VIEW"}, "started_at": from, "until": until,
		"ended_at": nil, "ended_by": nil, "reviewed_at": nil, "reviewer_id": nil, "reviewer": nil, "justified": nil, "finding": nil,
	})
	own.Emergency = &access.Emergency{ID: id, Window: access.NewWindow(&from, &until)}
	return id
}

// invitation plants an open one.
func (s *stage) invitation(account uuid.UUID, said values) uuid.UUID {
	s.t.Helper()
	full := values{
		"account_id": account, "state": "OPEN", "answered_at": nil, "answered_by": nil, "link_from": nil, "link_until": nil,
		"levels": map[string]string{"ACCOUNT_ACCESS": "VIEW"},
	}
	maps.Copy(full, said)
	return s.g.row("invitations", full)
}

// codeFor plants what a mutation needs a code for, and gives the code.
func (s *stage) codeFor(mutation string) string {
	s.t.Helper()
	code := rand.Text()
	hash := sha256.Sum256([]byte(code))
	said := values{"kind": "REQUEST", "code_hash": hash[:], "maker_id": s.b.Owner.Username}
	if mutation == "acceptRequest" {
		s.g.exec(`UPDATE links SET ended_at = now() WHERE account_id = $1 AND username_id = $2`, s.a.ID, s.b.Owner.Username)
		s.invitation(s.b.ID, said)
		return code
	}
	everything := map[string]string{}
	for section, level := range access.Everything() {
		everything[access.Section(section).String()] = level.String()
	}
	s.g.exec(`UPDATE links SET ended_at = now() WHERE account_id = $1 AND NOT owner`, s.c.ID)
	maps.Copy(said, values{"kind": "OFFER", "maker_id": s.c.Owner.Username, "levels": everything})
	s.invitation(s.c.ID, said)
	return code
}

// billingCode plants a billing code that a form can name, and gives it.
func (s *stage) billingCode(account uuid.UUID) string {
	s.t.Helper()
	s.g.n++
	code := fmt.Sprintf("Q%04d", s.g.n)
	s.g.row("billing_codes", values{"account_id": account, "natural_key": code, "code": code, "version": 1, "system": false})
	return code
}

// endedLink has all that a link can have: no other has an end.
func (s *stage) endedLink(account uuid.UUID) uuid.UUID {
	s.t.Helper()
	from, until := time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	id := s.g.link(s.g.username(account), account, window{&from, &until}, access.Levels{})
	s.g.exec(`UPDATE links SET ended_at = now(), ended_by = 'zq ender' WHERE id = $1`, id)
	s.g.exec(`UPDATE privileges SET valid_from = $2, valid_until = $3 WHERE link_id = $1`, id, from, until)
	s.g.row("events", values{"account_id": account, "actor_id": one[uuid.UUID](s.g, `SELECT username_id FROM links WHERE id = $1`, id)})
	return id
}

// viewer makes a username with these levels in the accounts a and b, and one sign-in.
func (s *stage) viewer(inA, inB access.Levels) (*access.Viewer, who) {
	s.t.Helper()
	id := s.g.username(s.a.ID)
	late := time.Date(2199, 1, 31, 0, 0, 0, 0, time.UTC)
	s.g.link(id, s.a.ID, window{until: &late}, inA)
	s.g.link(id, s.b.ID, window{}, inB)
	s.rows["SignIn"] = s.usedSignIn(id)
	s.tokenOf(id)
	return s.w.Reload(id), who{levels: map[uuid.UUID]access.Levels{s.a.ID: inA, s.b.ID: inB}}
}

// leaves ends what a viewer has, so that the lists that others read stay short.
func (s *stage) leaves(v *access.Viewer) {
	s.t.Helper()
	s.g.exec(`UPDATE links SET ended_at = now() WHERE username_id = $1 AND ended_at IS NULL`, v.Username)
	s.g.exec(`UPDATE sign_ins SET ended_at = now(), end_reason = 'zq' WHERE username_id = $1 AND ended_at IS NULL`, v.Username)
	s.g.exec(`UPDATE api_tokens SET revoked_at = now(), revoked_by = 'zq' WHERE username_id = $1 AND revoked_at IS NULL`, v.Username)
}

// usedSignIn makes a sign-in that is used in the account a, and has the username locked somewhere else.
func (s *stage) usedSignIn(username uuid.UUID) uuid.UUID {
	s.t.Helper()
	began, late := time.Now(), time.Now().Add(time.Hour)
	id := s.g.row("sign_ins", values{"username_id": username, "created_at": began, "seen_at": began, "expires_at": late, "ended_at": nil, "end_reason": nil})
	s.g.row("events", values{"account_id": s.a.ID, "actor_id": username, "sign_in_id": id, "occurred_at": began})
	s.g.exec(`INSERT INTO failed_proofs SELECT name_key, 'elsewhere', 5, now() + interval '1 hour' FROM usernames WHERE id = $1`, username)
	return id
}

// account is the account that an argument names.
func (s *stage) account(argument string) uuid.UUID {
	switch argument {
	case "account", "id":
		return s.a.ID
	case "from":
		return s.b.ID
	}
	s.t.Fatalf("say which account the argument %s names", argument)
	return uuid.Nil
}

// probe is one way to ask for everything behind a root field.
type probe struct {
	name, query string
	variables   map[string]any
	root        *branch
	needs       []need
}

// probes are all root fields of Query; node(id:) once for each type.
func (s *stage) probes() []probe {
	s.t.Helper()
	var probes []probe
	for _, f := range fieldsOf(s.schema.Query) {
		result := s.schema.Types[f.Type.Name()]
		if result.Kind != ast.Interface {
			s.call.said["id"] = text(globalid.OfAccount(s.a.ID))
			probes = append(probes, s.probe(f, result, s.book["Query."+f.Name]))
			continue
		}
		for _, typ := range s.schema.PossibleTypes[result.Name] {
			s.call.said["id"] = text(s.idOf(typ.Name))
			// What node gives out is a row: it asks what the row's id asks.
			probes = append(probes, s.probe(f, typ, s.book[typ.Name+".id"]))
		}
	}
	return probes
}

func (s *stage) idOf(typ string) globalid.ID {
	switch typ {
	case "Account":
		return globalid.OfAccount(s.a.ID)
	case "SignIn":
		return globalid.New(typ, uuid.Nil, s.rows[typ])
	}
	if s.rows[typ] == uuid.Nil {
		s.t.Fatalf("plant a row of %s: say its table in tables", typ)
	}
	return globalid.New(typ, s.a.ID, s.rows[typ])
}

func (s *stage) probe(f *ast.FieldDefinition, result *ast.Definition, needs []need) probe {
	root := &branch{def: s.schema.Query, field: f, children: grow(s.schema, result)}
	if f.Name == "node" && result.Name == "Account" { // account(id:) gives the same object, and all that is below it
		root.children = shallow(root.children)
	}
	selected := s.selection(root.children)
	if f.Type.Name() != result.Name {
		selected = " ... on " + result.Name + " {" + selected + " }"
	}
	query, variables := s.call.operation(s.schema.Query, f, selected)
	return probe{f.Name + " " + result.Name, query, variables, root, needs}
}

// apart are levels that differ in one section.
func apart(section access.Section, level, others access.Level) access.Levels {
	var levels access.Levels
	for i := range levels {
		levels[i] = others
	}
	levels[section] = level
	return levels
}

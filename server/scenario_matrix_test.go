package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/access"
)

// sectionUse is one read and one write of a section, as far as the API has them today.
type sectionUse struct{ read, write string }

// uses name $A, the account, $CLIENT, a client, and $OTHER, the link of a third username; $N is another number each time.
var uses = map[access.Section]sectionUse{
	access.PracticeSetup: {
		read:  `{ account(id: "$A") { email } }`,
		write: `mutation { editPractice(account: "$A", version: 1, input: {practiceName: "Oak", providerName: "Dr Anna", email: "anna@oak.example", timeZone: "America/New_York"}) { account { practiceName } } }`,
	},
	access.CodesSetup: {
		read:  `{ account(id: "$A") { diagnosisCodes { nodes { code } } } }`,
		write: `mutation { addDiagnosisCode(account: "$A", input: {code: "F41.$N", description: "Anxiety"}) { diagnosisCode { id } } }`,
	},
	access.Clients: {
		read:  `{ account(id: "$A") { clients { nodes { lastName } } } }`,
		write: `mutation { addClient(account: "$A", input: {firstName: "Wilhelmina", lastName: "Oyelaran"}) { client { id } } }`,
	},
	access.Calendar: {
		read:  `{ account(id: "$A") { appointments(from: "2026-01-01T00:00:00Z", until: "2026-02-01T00:00:00Z") { client { displayName } } } }`,
		write: `mutation { addAppointment(account: "$A", input: {client: "$CLIENT", start: "2026-01-05T15:00:00Z", minutes: 50}) { appointment { id } } }`,
	},
	access.Insurance: {
		read:  `{ account(id: "$A") { authorizations { nodes { number } } } }`,
		write: `mutation { addAuthorization(account: "$A", client: "$CLIENT", input: {number: "A$N", fromDate: "2026-01-05", untilDate: "2026-12-31", sessionsAllowed: 10}) { authorization { id } } }`,
	},
	access.ClientSessions: {
		read:  `{ account(id: "$A") { clientSessions { nodes { client { displayName } } } } }`,
		write: `mutation { addClientSession(account: "$A", client: "$CLIENT", input: {serviceDate: "2026-01-05", billingCode: "MISSED", diagnosisCodes: []}) { clientSession { id } } }`,
	},
	access.Payments: {
		read:  `{ account(id: "$A") { balancesDue { nodes { client { displayName } } } } }`,
		write: `mutation { postPayment(account: "$A", input: {key: "key-of-the-form-$N", client: "$CLIENT", payer: CLIENT, method: "CASH", amount: 100, receivedOn: "2026-01-05"}) { ledger { credit } } }`,
	},
	access.AccountAccess: {
		read:  `{ account(id: "$A") { usernames { username } } }`,
		write: `mutation { requirePasswordChange(account: "$A", link: "$OTHER") { link { username } } }`,
	},
	access.ActivityLog: {read: `{ account(id: "$A") { activity { nodes { code } } } }`},
}

// TestSectionsByLevel sets each of the thirteen sections to each level for a clerk who stays
// signed in, and tries on the next request one read and one write. All else stays as it was.
func TestSectionsByLevel(t *testing.T) {
	t.Parallel()
	m := newMatrix(t)
	for _, section := range access.Sections() {
		for _, level := range []access.Level{access.None, access.Full, access.View} {
			m.set(section, level)
			m.wantMenu(section, level)
			m.wantExplained(section, level)
			m.try(section, uses[section].read, access.View, level)
			m.try(section, uses[section].write, access.Full, level)
		}
		m.set(section, access.Full)
	}
}

// matrix is a scenario with an owner and a clerk in one account, both signed in.
type matrix struct {
	*scenario
	t       *testing.T
	account string
	clerk   string
	other   string
	client  string
	version int
	n       int
}

func newMatrix(t *testing.T) *matrix {
	m := &matrix{scenario: newScenario(t), t: t, version: 1}
	m.use("anna")
	m.ask(`mutation { signUp(input: {practiceName: "Maple", providerName: "Dr Anna", email: "anna@maple.example", username: "anna",
		password: "seven violet kettles humming", timeZone: "America/New_York"}) { account { id } } }`)
	m.account = m.one("signUp.account.id")
	m.clerk, m.other = m.add("clerk"), m.add("other")
	m.ask(`mutation { addClient(account: "$A", input: {firstName: "Wilhelmina", lastName: "Oyelaran"}) { client { id } } }`)
	m.client = m.one("addClient.client.id")
	m.use("clerk")
	m.ask(`mutation { signIn(input: {username: "clerk", password: "eleven copper lanterns drifting"}) { viewer { username } } }`)
	return m
}

func (m *matrix) add(username string) string {
	m.ask(fmt.Sprintf(`mutation { addUsername(account: "$A", input: {username: %q, password: "eleven copper lanterns drifting",
		changePasswordAtFirstSignIn: false, levels: [{section: PSYCHOTHERAPY_NOTES, level: FULL}]}) { link { id } } }`, username))
	return m.one("addUsername.link.id")
}

func (m *matrix) ask(query string) {
	m.t.Helper()
	m.n++
	query = strings.NewReplacer("$A", m.account, "$OTHER", m.other, "$CLIENT", m.client, "$N", fmt.Sprint(m.n)).Replace(query)
	if err := m.post(query, nil); err != nil {
		m.t.Fatal(err)
	}
}

func (m *matrix) one(path string) string {
	m.t.Helper()
	got, err := m.last.values(path)
	if err != nil || len(got) != 1 {
		m.t.Fatalf("%s is %q, %v in %s", path, got, err, m.last.body)
	}
	return got[0]
}

func (m *matrix) set(section access.Section, level access.Level) {
	m.t.Helper()
	m.use("anna")
	m.ask(fmt.Sprintf(`mutation { setPrivileges(account: "$A", input: [{link: %q, version: %d, levels: [{section: %s, level: %s}]}]) { links { version } } }`,
		m.clerk, m.version, section, level))
	m.version++
	if got := m.one("setPrivileges.links.version"); got != fmt.Sprint(m.version) {
		m.t.Fatalf("version %s", got)
	}
	m.use("clerk")
}

// wantMenu compares what the clerk holds: Full Access to everything but the one section.
func (m *matrix) wantMenu(section access.Section, level access.Level) {
	m.t.Helper()
	want := make([]string, access.SectionCount)
	for i, s := range access.Sections() {
		want[i] = access.Full.String()
		if s == section {
			want[i] = level.String()
		}
	}
	m.ask(`{ account(id: "$A") { myAccess { level } } }`)
	if got, err := m.last.values("account.myAccess.level"); err != nil || !slices.Equal(got, want) {
		m.t.Errorf("%s at %s: the menu is %v, %v", section, level, got, err)
	}
}

func (m *matrix) wantExplained(section access.Section, level access.Level) {
	m.t.Helper()
	for _, need := range []access.Level{access.View, access.Full} {
		m.ask(fmt.Sprintf(`{ account(id: "$A") { explainAccess(section: %s, level: %s) { allowed } } }`, section, need))
		if got := m.one("account.explainAccess.allowed"); got != fmt.Sprint(level >= need) {
			m.t.Errorf("%s at %s: %s allowed: %s", section, level, need, got)
		}
	}
}

// try makes a request that needs a level of the section while the clerk holds another.
func (m *matrix) try(section access.Section, query string, need, held access.Level) {
	m.t.Helper()
	if query == "" {
		return
	}
	before := m.digest()
	m.ask(query)
	if held >= need {
		if len(m.last.errors()) > 0 {
			m.t.Errorf("%s at %s: %s is refused: %s", section, held, query, m.last.body)
		}
		return
	}
	want := fmt.Sprintf("You have %s to %s; this needs %s.", held.Title(), section.Title(), need.Title())
	if code, message := m.one("errors.extensions.code"), m.one("errors.message"); code != "FORBIDDEN" || message != want {
		m.t.Errorf("%s at %s: %s: %s %s", section, held, query, code, message)
	}
	if m.digest() != before {
		m.t.Errorf("%s at %s: %s was refused and changed the database", section, held, query)
	}
}

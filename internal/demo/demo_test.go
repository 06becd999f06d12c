package demo_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/appointment"
	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/clients"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/dbtest"
	"lanyard/internal/demo"
	"lanyard/internal/demo/data"
	"lanyard/internal/notes"
	"lanyard/internal/page"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// world is a database with the demonstration practice.
type world struct {
	*dbtest.World
	t        *testing.T
	practice demo.Practice
	// viewers are the usernames, each signed in with the password that was printed.
	viewers map[string]*access.Viewer
}

func TestFill(t *testing.T) {
	t.Parallel()
	w := &world{World: dbtest.New(t), t: t, viewers: map[string]*access.Viewer{}}
	var progress bytes.Buffer
	start := time.Now()
	var err error
	w.practice, err = demo.Fill(t.Context(), w.DB, w.Log, &progress)
	w.must(err)
	t.Logf("filled in %v", time.Since(start))
	if strings.Count(progress.String(), "\n") != 18 {
		t.Errorf("progress:\n%s", &progress)
	}
	before := w.events()
	t.Run("events", func(t *testing.T) { w.checkEvents(t, before) })
	t.Run("second time", func(t *testing.T) { w.checkRefused(t, before) })
	t.Run("passwords", w.checkPasswords)
	t.Run("levels", w.checkLevels)
	t.Run("clients", w.checkClients)
	t.Run("calendar", w.checkCalendar)
	t.Run("sessions", w.checkSessions)
	t.Run("invoices", w.checkInvoices)
	t.Run("payments", w.checkPayments)
	t.Run("notes", w.checkNotes)
	t.Run("disclosures", w.checkDisclosures)
	t.Run("codes", w.checkCodes)
	t.Run("table", w.checkTable)
}

func (w *world) checkRefused(t *testing.T, before []activity.Event) {
	_, err := demo.Fill(t.Context(), w.DB, w.Log, io.Discard)
	if !errors.Is(err, demo.ErrNotEmpty) || !strings.Contains(err.Error(), "LANYARD_DATA") {
		t.Errorf("filled again: %v", err)
	}
	if n := len(w.events()); n != len(before) {
		t.Errorf("%d events came of it", n-len(before))
	}
}

func (w *world) checkPasswords(t *testing.T) {
	secrets := map[string]bool{}
	for _, u := range w.practice.Usernames {
		granted, err := w.Prover.In(w.As(nil), u.Name, u.Password)
		if err != nil {
			t.Fatalf("%s: %v", u.Name, err)
		}
		if granted.Viewer.MustChangePassword {
			t.Errorf("%s must change the password", u.Name)
		}
		w.viewers[u.Name], secrets[u.Password] = granted.Viewer, true
	}
	if len(secrets) != 7 {
		t.Errorf("%d passwords for %d usernames", len(secrets), len(w.practice.Usernames))
	}
}

// want says what each username holds: nobody else may enter, and nothing else may be held.
var want = map[string]struct {
	accounts []int
	preset   string // empty: an owner
	days     int
}{
	"amara.okafor":    {accounts: []int{0}},
	"helen.lindqvist": {accounts: []int{1}},
	"marisol.reyes":   {accounts: []int{2}},
	"june.master":     {accounts: []int{0, 1, 2}, preset: "FULL"},
	"ann.billing":     {accounts: []int{0, 1, 2}, preset: "BILLING_SERVICE"},
	"theo.frontdesk":  {accounts: []int{0, 1}, preset: "FRONT_DESK"},
	"ivy.auditor":     {accounts: []int{0, 1, 2}, preset: "AUDITOR", days: 90},
}

func (w *world) checkLevels(t *testing.T) {
	if len(w.viewers) != len(want) || len(w.practice.Accounts) != 3 {
		t.Fatalf("%+v", w.practice)
	}
	for name, v := range w.viewers {
		is := want[name]
		held := access.OwnerLevels()
		for _, p := range access.Presets() {
			if p.Name == is.preset {
				held = p.Levels
			}
		}
		if len(v.Links) != len(is.accounts) || v.Links[0].Account != w.practice.Accounts[is.accounts[0]].ID {
			t.Errorf("%s is linked to %+v", name, v.Links)
		}
		for _, i := range is.accounts {
			link := v.Link(w.practice.Accounts[i].ID)
			if link == nil || link.Owner != (is.preset == "") {
				t.Fatalf("%s in account %d: %+v", name, i, link)
			}
			for days, levels := range map[int]access.Levels{0: held, 89: held, 91: after(held, is.days)} {
				if got := link.Levels(time.Now().AddDate(0, 0, days).UnixMicro()); got != levels {
					t.Errorf("%s in account %d, in %d days: %v, not %v", name, i, days, got, levels)
				}
			}
		}
	}
	for _, a := range w.practice.Accounts {
		if v := w.viewers[a.Owner]; v.HomeAccount != a.ID || !v.Link(a.ID).Owner {
			t.Errorf("%s does not own %s", a.Owner, a.ProviderName)
		}
	}
}

// after is what is held when the days are over.
func after(held access.Levels, days int) access.Levels {
	if days > 0 {
		return access.Levels{}
	}
	return held
}

var (
	phoneShape = regexp.MustCompile(`^\d{3}-555-01\d\d$`)
	emailShape = regexp.MustCompile(`^[a-z]{2,}\.[a-z]{2,}\d\d@example\.(com|org)$`)
)

func (w *world) checkClients(t *testing.T) {
	for _, a := range w.practice.Accounts {
		ctx := w.As(w.viewers[a.Owner])
		p, err := clients.List(ctx, w.Log, a.ID, clients.Query{Args: page.Args{First: 200}})
		w.must(err)
		if len(p.Nodes) != 200 || p.PageInfo().HasNextPage {
			t.Errorf("%s has %d clients", a.ProviderName, len(p.Nodes))
		}
		archived := 0
		for _, c := range p.Nodes {
			if c.Status == patient.StatusARCHIVED {
				archived++
			}
			if !phoneShape.MatchString(c.MobilePhone) || c.HomePhone != "" && !phoneShape.MatchString(c.HomePhone) || !emailShape.MatchString(c.Email) {
				t.Errorf("%s %s %s may reach somebody", c.MobilePhone, c.HomePhone, c.Email)
			}
			if c.BirthDate == nil || len(c.Zip) != 5 || c.City == "" || c.IDNumber != "" && !strings.HasPrefix(c.IDNumber, "000-") {
				t.Errorf("%+v", c)
			}
		}
		if archived < 10 || archived > 50 {
			t.Errorf("%s has %d archived clients", a.ProviderName, archived)
		}
	}
}

func (w *world) checkCalendar(t *testing.T) {
	now := time.Now()
	for _, a := range w.practice.Accounts {
		counts := map[appointment.Status]int{}
		for _, half := range []int{-1, 0} {
			from := now.AddDate(0, 6*half, 0)
			found, err := calendar.List(w.As(w.viewers[a.Owner]), w.Log, a.ID, nil, from, from.AddDate(0, 6, 0))
			w.must(err)
			if len(found) < 200 {
				t.Errorf("%s has %d appointments from %s", a.ProviderName, len(found), from)
			}
			for _, f := range found {
				counts[f.Status]++
				if hour := f.Start.In(zone(t)).Hour(); f.Edges.Client == nil || f.Edges.Service == nil || f.ServiceCode == nil || hour < 9 || hour > 16 || f.Start.Weekday()%6 == 0 {
					t.Errorf("%+v", f)
				}
				if open := f.Status == appointment.StatusSCHEDULED; open && f.Start.Before(now) || f.Start.After(now) && f.Status == appointment.StatusKEPT {
					t.Errorf("%s at %s", f.Status, f.Start)
				}
			}
		}
		for _, s := range []appointment.Status{appointment.StatusSCHEDULED, appointment.StatusKEPT, appointment.StatusMISSED, appointment.StatusCANCELLED} {
			if counts[s] < 10 {
				t.Errorf("%s: %v", a.ProviderName, counts)
			}
		}
		if n := w.count(`SELECT count(*) FROM appointments WHERE account_id = $1`, a.ID); n < 1000 || n > 1500 {
			t.Errorf("%s has %d appointments", a.ProviderName, n)
		}
	}
}

func zone(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// shorter is how many entries the seven shorter files have together.
const shorter = 45

// Each account has most of a year of sessions, with their money, and insurance that they use.
func (w *world) checkSessions(t *testing.T) {
	for _, a := range w.practice.Accounts {
		for what, query := range map[string]string{
			"sessions":             `SELECT count(*) FROM client_sessions WHERE account_id = $1`,
			"sessions with copay":  `SELECT count(*) FROM client_sessions WHERE account_id = $1 AND paid_at_session > 0`,
			"entries of the money": `SELECT count(DISTINCT session_id) FROM ledger_entries WHERE account_id = $1`,
		} {
			if n := w.count(query, a.ID); n < 100 || n > 1200 {
				t.Errorf("%s has %d %s", a.ProviderName, n, what)
			}
		}
		for what, query := range map[string]string{
			"policies":                 `SELECT count(*) FROM insurance_policies WHERE account_id = $1`,
			"authorizations":           `SELECT count(*) FROM authorizations WHERE account_id = $1`,
			"used authorizations":      `SELECT count(*) FROM authorizations WHERE account_id = $1 AND sessions_used > 0`,
			"unbilled appointments":    `SELECT count(*) FROM appointments p WHERE account_id = $1 AND status = 'KEPT' AND NOT EXISTS (SELECT FROM client_sessions WHERE appointment_id = p.id)`,
			"sessions beyond any":      `SELECT count(*) FROM client_sessions WHERE account_id = $1 AND beyond_authorization`,
			"authorizations about out": `SELECT count(*) FROM authorizations WHERE account_id = $1 AND until_date >= current_date AND sessions_allowed - sessions_used <= 2`,
		} {
			if n := w.count(query, a.ID); n < 1 || n > 200 {
				t.Errorf("%s has %d %s", a.ProviderName, n, what)
			}
		}
	}
}

// There is most of a year of invoices and claims in every status, a few that are held or void, and
// claims that are not ready.
func (w *world) checkInvoices(t *testing.T) {
	for what, query := range map[string]string{
		"sent invoices":     `SELECT count(*) FROM invoices WHERE kind = 'INVOICE' AND status = 'SUBMITTED'`,
		"invoices to send":  `SELECT count(*) FROM invoices WHERE kind = 'INVOICE' AND status = 'GENERATED'`,
		"void invoices":     `SELECT count(*) FROM invoices WHERE kind = 'INVOICE' AND status = 'VOID'`,
		"held claims":       `SELECT count(*) FROM invoices WHERE kind = 'CLAIM' AND status = 'GENERATED' AND held`,
		"submitted claims":  `SELECT count(*) FROM invoices WHERE kind = 'CLAIM' AND status = 'SUBMITTED'`,
		"accepted claims":   `SELECT count(*) FROM invoices WHERE kind = 'CLAIM' AND status = 'ACCEPTED'`,
		"rejected claims":   `SELECT count(*) FROM invoices WHERE kind = 'CLAIM' AND status = 'REJECTED'`,
		"months of them":    `SELECT count(DISTINCT date_trunc('month', invoice_date)) - 8 FROM invoices`,
		"sessions to bill":  `SELECT count(*) FROM client_sessions WHERE status = 'OPEN'`,
		"sessions invoiced": `SELECT count(*) - 600 FROM client_sessions WHERE status = 'INVOICED'`,
		"claims not ready":  `SELECT count(*) FROM client_sessions WHERE status = 'OPEN' AND bill_to = 'INSURANCE' AND service_date < current_date - 70`,
	} {
		if n := w.count(query); n < 1 || n > 2500 {
			t.Errorf("%d %s", n, what)
		}
	}
}

// Each provider has a year of notes, most of them signed and some not.
func (w *world) checkNotes(t *testing.T) {
	for _, a := range w.practice.Accounts {
		for status, least := range map[sessionnote.Status]int{sessionnote.StatusSIGNED: 100, sessionnote.StatusDRAFT: 3} {
			ctx := w.As(w.viewers[a.Owner])
			p, err := notes.List(ctx, w.Log, a.ID, notes.Query{Args: page.Args{First: 1}, Status: &status})
			w.must(err)
			n, err := p.TotalCount(ctx)
			w.must(err)
			if n < least || status == sessionnote.StatusDRAFT && n > 20 {
				t.Errorf("%s: %d notes %s", a.ProviderName, n, status)
			}
		}
	}
}

// What was struck out is in no accounting.
func (w *world) checkDisclosures(t *testing.T) {
	for _, a := range w.practice.Accounts {
		ctx := w.As(w.viewers[a.Owner])
		all, err := clients.Disclosures(ctx, w.Log, a.ID, clients.DisclosureQuery{Args: page.Args{First: 50}})
		w.must(err)
		accounting, err := clients.AccountingOfDisclosures(ctx, w.Log, a.ID, all.Nodes[len(all.Nodes)-1].ClientID)
		w.must(err)
		if len(all.Nodes) != 5 || len(accounting.Disclosures) != 2 {
			t.Errorf("%s: %d disclosures, %d of them in an accounting", a.ProviderName, len(all.Nodes), len(accounting.Disclosures))
		}
	}
}

// The codes of the first account came to the others by copying, and differ a little since.
func (w *world) checkCodes(t *testing.T) {
	first := w.practice.Accounts[0].ID
	entries := len(data.DiagnosisCodes()) + len(data.BillingCodes()) + len(data.Payers()) + shorter
	different := map[int]map[string]string{
		1: {"02012": "defaultCharge", "02013": "defaultCharge", "02061": "active"},
		2: {"02013": "defaultCharge", "02021": "description defaultMinutes", "Moonbeam Managed Care": "insuranceNote"},
	}
	for i, a := range w.practice.Accounts[1:] {
		var files []codessetup.MasterFile
		for _, f := range codessetup.Files {
			files = append(files, f.Name())
		}
		p, err := copycodes.Preview(w.As(w.viewers["june.master"]), w.Log, a.ID, first, files, true)
		w.must(err)
		if len(p.Entries) != entries {
			t.Errorf("%d entries in the first account, not %d", len(p.Entries), entries)
		}
		for _, e := range p.Entries {
			var fields []string
			for _, d := range e.Differences {
				fields = append(fields, d.Field)
			}
			if got := strings.Join(fields, " "); e.State == copycodes.New || got != different[i+1][e.Label] {
				t.Errorf("%s, %s: %s, %s", a.ProviderName, e.Label, e.State, got)
			}
		}
		for table, own := range map[string]int{"diagnosis_codes": 0, "billing_codes": 3 + i, "payers": 0, "locations": i, "service_codes": 0} {
			if got := w.count(`SELECT count(*) FROM `+table+` WHERE account_id = $1 AND copied_from IS DISTINCT FROM $2`, a.ID, first); got != own {
				t.Errorf("%s has %d %s that were not copied, not %d", a.ProviderName, got, table, own)
			}
		}
		if got := w.count(`SELECT count(*) FROM payers WHERE account_id = $1 AND copied_by = 'june.master'`, a.ID); got != len(data.Payers()) {
			t.Errorf("the master username has copied %d payers to %s", got, a.ProviderName)
		}
	}
}

func (w *world) checkEvents(t *testing.T, events []activity.Event) {
	counts := map[string]int{}
	raw, err := json.Marshal(events)
	w.must(err)
	for _, u := range w.practice.Usernames {
		if strings.Contains(string(raw), u.Password) {
			t.Errorf("the password of %s is in the log", u.Name)
		}
	}
	for _, e := range events {
		if e.ActorID == uuid.Nil || want[e.ActorName].accounts == nil || e.Role == activity.System || e.Account == uuid.Nil || e.Outcome != activity.OK {
			t.Errorf("%+v", e)
		}
		if e.IP != "127.0.0.1" || e.UserAgent != "lanyard demo" || e.RequestID == "" {
			t.Errorf("from elsewhere: %+v", e)
		}
		counts[e.Code]++
	}
	for code, n := range map[string]int{
		"signup": 3, "login.ok": 7, "logout": 7, "username.added": 4, "link.find.ok": 14, "link.joined": 14, "privilege.changed": 3,
		"codes.added": 215, "codes.copy.preview": 4, "codes.copy.done": 4, "codes.edited": 7, "client.created": 600, "appointment.added": 3, "session.added": 3,
		"note.written": 3, "note.signed": 3, "note.addended": 3, "psych.written": 2,
		"payment.posted": 3, "payment.refunded": 3, "payment.reversed": 3, "adjustment.posted": 3, "writeoff.posted": 3,
		"invoice.generated": 3, "invoice.held": 3, "invoice.voided": 3,
		"disclosure.recorded": 15, "disclosure.struck": 3,
	} {
		if counts[code] != n {
			t.Errorf("%d events %s, not %d", counts[code], code, n)
		}
	}
	if n := len(events); n < 1400 || n > 2200 {
		t.Errorf("%d events: %v", n, counts)
	}
}

func (w *world) checkTable(t *testing.T) {
	var out bytes.Buffer
	w.must(w.practice.Write(&out))
	t.Logf("\n%s", &out)
	for _, u := range w.practice.Usernames {
		line := regexp.MustCompile(`(?m)^` + u.Name + ` +` + u.Password + ` +` + regexp.QuoteMeta(u.Purpose) + `$`)
		if !line.Match(out.Bytes()) {
			t.Errorf("%s is not in the table", u.Name)
		}
	}
}

// cutter is a progress that ends the context at one of its lines.
type cutter struct {
	lines  int
	cancel context.CancelFunc
}

func (c *cutter) Write(p []byte) (int, error) {
	if c.lines--; c.lines == 0 {
		c.cancel()
	}
	return len(p), nil
}

func TestFailureSaysWhatIsThere(t *testing.T) {
	t.Parallel()
	for lines, says := range map[int]string{1: "still empty", 4: "step 4 of 18"} {
		w := dbtest.New(t)
		ctx, cancel := context.WithCancel(t.Context())
		_, err := demo.Fill(ctx, w.DB, w.Log, &cutter{lines, cancel})
		if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), says) {
			t.Errorf("cut at step %d: %v", lines, err)
		}
		if started := lines > 1; strings.Contains(err.Error(), "LANYARD_DATA") != started {
			t.Errorf("cut at step %d: %v", lines, err)
		}
		ctx, cancel = context.WithCancel(t.Context())
		_, err = demo.Fill(ctx, w.DB, w.Log, &cutter{1, cancel})
		if again := errors.Is(err, demo.ErrNotEmpty); again != (lines > 1) {
			t.Errorf("after a cut at step %d: %v", lines, err)
		}
	}
}

// events are all events of the database.
func (w *world) events() []activity.Event {
	w.t.Helper()
	conn := w.owner()
	rows, err := conn.Query(context.Background(), `SELECT * FROM events`)
	w.must(err)
	all, err := pgx.CollectRows(rows, pgx.RowToStructByName[activity.Event])
	w.must(err)
	return slices.Clip(all)
}

func (w *world) count(query string, args ...any) (n int) {
	w.t.Helper()
	w.must(w.owner().QueryRow(context.Background(), query, args...).Scan(&n))
	return n
}

// owner looks behind the walls.
func (w *world) owner() *pgx.Conn {
	w.t.Helper()
	conn, err := pgx.Connect(context.Background(), w.OwnerURL)
	w.must(err)
	w.t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

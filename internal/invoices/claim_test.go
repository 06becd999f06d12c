package invoices_test

import (
	"fmt"
	"reflect"
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
	"lanyard/internal/invoices"
	"lanyard/internal/problem"
)

func box(t *testing.T, d *invoices.Draft, number string) invoices.Box {
	t.Helper()
	for _, b := range d.Sheet.Boxes {
		if b.Number == number {
			return b
		}
	}
	t.Fatalf("there is no box %s", number)
	return invoices.Box{}
}

func TestAClaimSaysWhatTheFormAsksFor(t *testing.T) {
	o := newOffice(t)
	one := o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1", "F33.0")
	two := o.session(o.client, "2026-03-09", clientsession.BillToINSURANCE, "F33.0")
	drafts := o.preview(o.wish(invoice.KindCLAIM, two, one))
	if len(drafts) != 1 || !drafts[0].IsReady() || drafts[0].Total != 200_00 || drafts[0].Payer != "Acme Health" {
		t.Fatalf("%+v", drafts)
	}
	for number, want := range map[string]string{
		"1": "Group health plan", "1a": "M 4711", "2": "Adams, Ann", "3": "01/31/1980, F", "5": "2 Oak Street, Albany, NY 12208, 518 555 0101", "6": "Self",
		"7": "2 Oak Street, Albany, NY 12208", "17": "DN Ida Vale, MD", "17b": "1000000020",
		"11": "G 1", "11d": "No", "12": "Signature on file", "21": "A F41.1 · B F33.0", "24A": "03/02/2026 · 03/09/2026", "24E": "AB · B",
		"24D": "90834 · 90834", "24J": "1234567893", "25": "12-3456789 EIN", "26": "1001", "28": "$200.00", "29": "$0.00", "31": "Dr Maple, LCSW",
		"32": "Maple Therapy, 1 Elm Street, Albany, NY 12207", "32a": "1234567893", "33": "Maple Therapy, 1 Elm Street, Albany, NY 12207, 518 555 0100", "33b": "ZZ101YM0800X",
	} {
		if got := box(t, drafts[0], number); got.Value != want || !got.IsReady() {
			t.Errorf("box %s: %+v, not %q", number, got, want)
		}
	}
}

// How a claim is sent, and for which public program, is said by the payer.
func TestThePayerSaysHowItTakesClaims(t *testing.T) {
	o := newOffice(t)
	s := o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1")
	for set, want := range map[string][2]string{
		"claim_filing_code = ''":                   {"Electronic, payer ID ACME1", "Group health plan"},
		"claim_filing_code = 'CI'":                 {"Electronic, payer ID ACME1, claim-filing code CI", "Group health plan"},
		"claim_filing_code = 'MB'":                 {"Electronic, payer ID ACME1, claim-filing code MB", "Medicare"},
		"claim_filing_code = 'VA'":                 {"Electronic, payer ID ACME1, claim-filing code VA", "CHAMPVA"},
		"claim_filing_code = NULL, kind = 'PAPER'": {"Paper, on plain paper", "Group health plan"},
		"claim_filing_code = 'MC', kind = 'PAPER', claim_form = 'CMS1500_PREPRINTED'": {"Paper, on the preprinted form, claim-filing code MC", "Medicaid"},
	} {
		o.Owner(`UPDATE payers SET kind = 'ELECTRONIC', claim_form = 'CMS1500_PLAIN'`)
		o.Owner(`UPDATE payers SET ` + set)
		d := o.preview(o.wish(invoice.KindCLAIM, s))[0]
		if got := [2]string{box(t, d, "Sent").Value, box(t, d, "1").Value}; got != want || !d.IsReady() {
			t.Errorf("%s: %q", set, got)
		}
	}
}

// Somebody else's policy has that one's address.
func TestTheSubscribersAddress(t *testing.T) {
	o := newOffice(t)
	o.Owner(`UPDATE insurance_policies SET relationship = 'CHILD', subscriber_birth_date = '1950-01-01', subscriber_name = 'Bo Adams', ` + oak)
	d := o.preview(o.wish(invoice.KindCLAIM, o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1")))[0]
	if got := box(t, d, "7"); got.Value != "3 Oak, Albany, NY 12208" || !d.IsReady() {
		t.Errorf("%+v", got)
	}
}

// Box 32 is the location of the sessions, or what their place of service says, and a claim has one.
func TestWhereTheServicesWereRendered(t *testing.T) {
	o := newOffice(t)
	school := dbtest.Must[*ent.Location](t)(codessetup.Locations.Add(o.As(o.a.Owner), o.Log, o.a.ID, codessetup.LocationInput{
		PlaceOfService: "03", Name: "Birch School", Street: new("4 Birch Road"), City: new("Albany"), State: new("NY"), Zip: new("12209"), Npi: new("1000000012"), Active: true,
	}))
	at := o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1")
	office := o.session(o.client, "2026-03-03", clientsession.BillToINSURANCE, "F41.1")
	o.Owner(`UPDATE client_sessions SET location_id = $1, location_name = 'Birch School then', place_of_service = '03' WHERE id = $2`, school.ID, at.ID)
	drafts := o.preview(o.wish(invoice.KindCLAIM, at, office))
	if len(drafts) != 2 || box(t, drafts[0], "32").Value != "Birch School then, 4 Birch Road, Albany, NY 12209" || box(t, drafts[0], "32a").Value != "1000000012" || !drafts[0].IsReady() {
		t.Errorf("%d claims: %+v", len(drafts), box(t, drafts[0], "32"))
	}
	for _, c := range []struct {
		set, value string
		mend       *access.Section
	}{
		{`UPDATE client_sessions SET place_of_service = '10'`, "Maple Therapy, 1 Elm Street, Albany, NY 12207", nil},
		{`UPDATE client_sessions SET place_of_service = '12'`, "2 Oak Street, Albany, NY 12208", nil},
		{`UPDATE client_sessions SET place_of_service = '03'`, "", new(access.ClientSessions)},
		{`UPDATE client_sessions SET place_of_service = '12'; UPDATE clients SET zip = ''`, "2 Oak Street, Albany, NY", new(access.Clients)},
		{`UPDATE client_sessions SET location_id = (SELECT id FROM locations), location_name = 'Birch School'; UPDATE locations SET street = ''`, "Birch School, Albany, NY 12209", new(access.CodesSetup)},
	} {
		o.Owner(c.set)
		b := box(t, o.preview(o.wish(invoice.KindCLAIM, office))[0], "32")
		if b.Value != c.value || !reflect.DeepEqual(b.Mend, c.mend) {
			t.Errorf("%s: %+v", c.set, b)
		}
	}
}

const oak = `subscriber_street = '3 Oak', subscriber_city = 'Albany', subscriber_state = 'NY', subscriber_zip = '12208'`

// Each thing that is missing is red, alone, with where to mend it, and the claim is refused.
func TestWhatIsMissingIsRed(t *testing.T) {
	for number, c := range map[string]struct {
		lose string
		mend access.Section
	}{
		"1":   {`UPDATE insurance_policies SET active = false`, access.Insurance},
		"1a":  {`UPDATE insurance_policies SET member_id = ''`, access.Insurance},
		"3":   {`UPDATE clients SET birth_date = NULL`, access.Clients},
		"4":   {`UPDATE insurance_policies SET relationship = 'CHILD', subscriber_birth_date = '1950-01-01', ` + oak, access.Insurance},
		"7":   {`UPDATE insurance_policies SET relationship = 'CHILD', subscriber_birth_date = '1950-01-01', subscriber_name = 'Bo Adams', subscriber_street = '3 Oak'`, access.Insurance},
		"17b": {`UPDATE referring_providers SET npi = NULL`, access.CodesSetup},
		"5":   {`UPDATE clients SET zip = ''`, access.Clients},
		"11a": {`UPDATE insurance_policies SET relationship = 'CHILD', subscriber_name = 'Bo Adams', ` + oak, access.Insurance},
		"12":  {`UPDATE clients SET signature_on_file = false`, access.Clients},
		"21":  {`UPDATE client_sessions SET diagnosis_codes = '[]'`, access.ClientSessions},
		"24B": {`UPDATE client_sessions SET place_of_service = ''`, access.ClientSessions},
		"24D": {`UPDATE client_sessions SET billing_code = 'MISSED'`, access.ClientSessions},
		"24J": {`UPDATE practices SET npi = ''`, access.PracticeSetup},
		"25":  {`UPDATE practices SET tax_id = ''`, access.PracticeSetup},
		"32":  {`UPDATE practices SET office_street = '', billing_street = '1', billing_city = 'A', billing_state = 'NY', billing_zip = '12207'`, access.PracticeSetup},
		"33":  {`UPDATE practices SET phone = ''`, access.PracticeSetup},
	} {
		t.Run(number, func(t *testing.T) {
			o := newOffice(t)
			s := o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1")
			o.Owner(c.lose)
			d := o.preview(o.wish(invoice.KindCLAIM, s))[0]
			got := box(t, d, number)
			if d.IsReady() || got.IsReady() || *got.Mend != c.mend {
				t.Errorf("%+v", got)
			}
			for _, b := range d.Sheet.Boxes {
				if !b.IsReady() && b.Number != number && number+b.Number != "24J33a" {
					t.Errorf("box %s too: %s", b.Number, b.Reason)
				}
			}
			_, err := o.generate(o.wish(invoice.KindCLAIM, s))
			o.refusal(err, problem.BadUserInput, "sessions")
			if o.status(s) != clientsession.StatusOPEN {
				t.Error("refused, and the session is invoiced")
			}
		})
	}
}

func TestMoreThanTheFormHoldsMakesFurtherClaims(t *testing.T) {
	o := newOffice(t)
	var sessions []*ent.ClientSession
	for i := range 8 {
		sessions = append(sessions, o.session(o.client, fmt.Sprintf("2026-03-%02d", i+1), clientsession.BillToINSURANCE, "F41.1"))
	}
	drafts := o.preview(o.wish(invoice.KindCLAIM, sessions...))
	if len(drafts) != 2 || len(drafts[0].Lines) != 6 || len(drafts[1].Lines) != 2 {
		t.Errorf("of 8 lines: %d claims", len(drafts))
	}
	var many []*ent.ClientSession
	for i := range 4 {
		codes := make([]string, 4)
		for n := range codes {
			codes[n] = fmt.Sprintf("F4%d.%d", i, n)
		}
		many = append(many, o.session(o.client, fmt.Sprintf("2026-04-%02d", i+1), clientsession.BillToINSURANCE, codes...))
	}
	drafts = o.preview(o.wish(invoice.KindCLAIM, many...))
	if len(drafts) != 2 || len(drafts[0].Lines) != 3 || box(t, drafts[1], "24E").Value != "ABCD" {
		t.Errorf("of 16 diagnoses: %d claims", len(drafts))
	}
}

// Of another authorization, another claim: box 23 has room for one number.
func TestAClaimNamesOneAuthorization(t *testing.T) {
	o := newOffice(t)
	for number, days := range map[string][2]string{"AUTH 1": {"2026-03-01", "2026-03-31"}, "AUTH 2": {"2026-04-01", "2026-04-30"}} {
		o.write(func(tx *activity.Tx) error {
			return tx.Authorization.Create().SetAccountID(o.a.ID).SetClientID(o.client.ID).SetNumber(number).
				SetFromDate(dateOf(days[0])).SetUntilDate(dateOf(days[1])).SetSessionsAllowed(10).Exec(o.in())
		})
	}
	drafts := o.preview(o.wish(invoice.KindCLAIM,
		o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1"), o.session(o.client, "2026-04-06", clientsession.BillToINSURANCE, "F41.1")))
	if len(drafts) != 2 || box(t, drafts[0], "23").Value != "AUTH 1" || box(t, drafts[1], "23").Value != "AUTH 2" {
		t.Errorf("%d claims", len(drafts))
	}
}

// Box 33 is who bills. Where the money is sent to is another address, and stands in no box.
func TestTheBillingProviderIsNotWhereThePayIsSentTo(t *testing.T) {
	o := newOffice(t)
	o.Owner(`UPDATE practices SET billing_street = '3 Ash Street', billing_city = 'Troy', billing_state = 'NY', billing_zip = '12180',
		pay_to_street = 'P.O. Box 4', pay_to_city = 'Utica', pay_to_state = 'NY', pay_to_zip = '13501'`)
	d := o.preview(o.wish(invoice.KindCLAIM, o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1")))[0]
	if got := box(t, d, "33"); got.Value != "Maple Therapy, 3 Ash Street, Troy, NY 12180, 518 555 0100" {
		t.Errorf("%+v", got)
	}
}

func TestAPersonsTaxIDIsMaskedOnTheClaim(t *testing.T) {
	o := newOffice(t)
	o.Owner(`UPDATE practices SET tax_id = '078-05-1120', tax_id_kind = 'SSN'`)
	d := o.preview(o.wish(invoice.KindCLAIM, o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1")))[0]
	if got := box(t, d, "25"); got.Value != "•••••1120 SSN" || !got.IsReady() || d.Sheet.TaxID != "" {
		t.Errorf("%+v, whole in a preview: %q", got, d.Sheet.TaxID)
	}
}

// Box 29 goes to the payer: what was written off nobody has paid.
func TestWhatIsWrittenOffIsNotPaid(t *testing.T) {
	o := newOffice(t)
	insured := o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1")
	private := o.session(o.client, "2026-03-02", clientsession.BillToCLIENT, "F41.1")
	for _, s := range []*ent.ClientSession{insured, private} {
		o.Owner(`INSERT INTO ledger_entries (id, account_id, client_id, session_id, kind, amount, entry_date, posted_by, created_at)
			SELECT uuidv7(), account_id, client_id, id, e.kind, e.amount, service_date, 'x', now() FROM client_sessions, (VALUES ('WRITE_OFF', -3000), ('PAYMENT', -500)) AS e (kind, amount) WHERE id = $1`, s.ID)
	}
	claim := o.preview(o.wish(invoice.KindCLAIM, insured))[0]
	if got := box(t, claim, "29").Value; got != "$5.00" || claim.Paid != 5_00 {
		t.Errorf("%s, %d", got, claim.Paid)
	}
	if bill := o.preview(o.wish(invoice.KindINVOICE, private))[0]; bill.Balance() != 65_00 {
		t.Errorf("%d is owed", bill.Balance())
	}
}

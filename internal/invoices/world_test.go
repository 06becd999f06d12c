package invoices_test

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/codessetup"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/invoices"
	"lanyard/internal/practicesetup"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// office is a practice from which nothing is missing, with a client who is insured.
type office struct {
	*dbtest.World
	t      *testing.T
	a      *dbtest.Account
	client *ent.Patient
}

func newOffice(t *testing.T) *office {
	t.Helper()
	t.Parallel()
	w := dbtest.New(t)
	o := &office{World: w, t: t, a: w.Account("maple")}
	dbtest.Must[*ent.Account](t)(practicesetup.EditPractice(w.As(o.a.Owner), w.Log, o.a.ID, 1, practicesetup.PracticeInput{
		Input: practicesetup.Input{PracticeName: "Maple Therapy", ProviderName: "Dr Maple", Email: "maple@example.com", TimeZone: "America/New_York"},
		TaxID: new("123456789"), Npi: new("1234567893"), Taxonomy: new("101YM0800X"), Phone: new("518 555 0100"), Credentials: new("LCSW"),
		OfficeStreet: new("1 Elm Street"), OfficeCity: new("Albany"), OfficeState: new("NY"), OfficeZip: new("12207"),
		InvoiceFooter: new("Thank you."),
	}))
	dbtest.Must[*ent.BillingCode](t)(codessetup.BillingCodes.Add(w.As(o.a.Owner), w.Log, o.a.ID, codessetup.BillingCodeInput{
		Code: "90834", Description: "Psychotherapy", Units: 1, PlaceOfService: "11", BillTo: "AUTOMATIC", Active: true,
	}))
	dbtest.Must[*ent.Payer](t)(codessetup.Payers.Add(w.As(o.a.Owner), w.Log, o.a.ID, codessetup.PayerInput{Name: "Acme Health", Kind: "ELECTRONIC", PayerID: new("ACME1"), ClaimForm: "CMS1500_PLAIN", Active: true}))
	dbtest.Must[*ent.ReferringProvider](t)(codessetup.ReferringProviders.Add(w.As(o.a.Owner), w.Log, o.a.ID, codessetup.ReferringProviderInput{Name: "Ida Vale", Credential: new("MD"), Npi: new("1000000020"), Active: true}))
	o.client = o.add("Ann", "Adams")
	o.insure(o.client)
	return o
}

func (o *office) add(first, last string) *ent.Patient {
	o.t.Helper()
	born := column.Date("1980-01-31")
	return dbtest.Must[*ent.Patient](o.t)(clients.AddClient(o.As(o.a.Owner), o.Log, o.a.ID, clients.ClientInput{
		FirstName: first, LastName: last, BirthDate: &born, Sex: patient.SexFEMALE, InvoiceOption: patient.InvoiceOptionCLIENT, SignatureOnFile: true,
		Street: new("2 Oak Street"), City: new("Albany"), State: new("NY"), Zip: new("12208"), HomePhone: new("518 555 0101"), MobilePhone: new("518 555 0102"),
	}))
}

func dateOf(day string) column.Date { return column.Date(day) }

// in is the context of the owner in the account.
func (o *office) in() context.Context { return database.In(o.As(o.a.Owner), o.a.ID) }

// write runs a change of another section's rows.
func (o *office) write(do func(tx *activity.Tx) error) {
	o.t.Helper()
	ctx := o.in()
	err := o.Log.Change(ctx, activity.Event{Account: o.a.ID, Code: "test.planted", Action: activity.Create}, func(_ context.Context, tx *activity.Tx, _ *activity.Event) error { return do(tx) })
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) insure(c *ent.Patient) {
	o.t.Helper()
	ctx := o.in()
	payer := dbtest.Must[*ent.Payer](o.t)(o.Log.Reader().Payer.Query().Only(ctx))
	referring := dbtest.Must[*ent.ReferringProvider](o.t)(o.Log.Reader().ReferringProvider.Query().Only(ctx))
	o.write(func(tx *activity.Tx) error {
		return tx.InsurancePolicy.Create().SetAccountID(o.a.ID).SetClientID(c.ID).SetRank(insurancepolicy.RankPRIMARY).
			SetPayer(payer.NaturalKey).SetPayerName(payer.Name).SetMemberID("M 4711").SetGroupID("G 1").
			SetReferringProvider(referring.NaturalKey).SetReferringName(referring.Name).Exec(ctx)
	})
}

// session adds a session of 100 dollars.
func (o *office) session(c *ent.Patient, day string, to clientsession.BillTo, diagnoses ...string) *ent.ClientSession {
	o.t.Helper()
	var s *ent.ClientSession
	ctx := o.in()
	o.write(func(tx *activity.Tx) (err error) {
		s, err = tx.ClientSession.Create().SetAccountID(o.a.ID).SetClientID(c.ID).SetServiceDate(column.Date(day)).SetBillingCode("90834").
			SetDiagnosisCodes(diagnoses).SetModifiers([]string{}).SetPlaceOfService("11").SetUnits(1).SetCharge(100_00).SetBillTo(to).Save(ctx)
		return err
	})
	return s
}

func (o *office) wish(kind invoice.Kind, of ...*ent.ClientSession) invoices.Wish {
	w := invoices.Wish{Kind: kind}
	for _, s := range of {
		w.Sessions = append(w.Sessions, s.ID)
	}
	return w
}

func (o *office) preview(w invoices.Wish) []*invoices.Draft {
	o.t.Helper()
	return dbtest.Must[[]*invoices.Draft](o.t)(invoices.Preview(o.As(o.a.Owner), o.Log, o.a.ID, w))
}

func (o *office) generate(w invoices.Wish) ([]*ent.Invoice, error) {
	return invoices.Generate(o.As(o.a.Owner), o.Log, o.a.ID, invoices.Batch{ID: uuid.New(), Date: "2026-03-31", Wish: w})
}

// made generates what must be possible.
func (o *office) made(kind invoice.Kind, of ...*ent.ClientSession) []*ent.Invoice {
	o.t.Helper()
	return dbtest.Must[[]*ent.Invoice](o.t)(o.generate(o.wish(kind, of...)))
}

func (o *office) status(s *ent.ClientSession) clientsession.Status {
	o.t.Helper()
	return dbtest.Must[*ent.ClientSession](o.t)(o.Log.Reader().ClientSession.Get(o.in(), s.ID)).Status
}

// refusal is the problem that an error is.
func (o *office) refusal(err error, code problem.Code, field string) string {
	o.t.Helper()
	p := problem.As(err)
	if p == nil || p.Code != code || field != "" && (len(p.Path) != 1 || p.Path[0] != field) {
		o.t.Fatalf("got %v, not %s at %q", err, code, field)
	}
	return p.Message
}

var biller = access.Levels{
	access.Clients: access.View, access.Insurance: access.View, access.ClientSessions: access.View,
	access.Invoices: access.Full, access.Payments: access.View, access.Reports: access.Full,
}

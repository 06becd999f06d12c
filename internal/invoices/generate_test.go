package invoices_test

import (
	"context"
	"reflect"
	"sync"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/invoices"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestABatchMakesOneInvoiceForEachClient(t *testing.T) {
	o := newOffice(t)
	bo := o.add("Bo", "Brown")
	a1, a2 := o.session(o.client, "2026-03-02", clientsession.BillToCLIENT, "F41.1"), o.session(o.client, "2026-03-09", clientsession.BillToCLIENT)
	b1 := o.session(bo, "2026-03-03", clientsession.BillToCLIENT)
	o.write(func(tx *activity.Tx) error {
		return tx.LedgerEntry.Create().SetAccountID(o.a.ID).SetClientID(o.client.ID).SetSessionID(a1.ID).SetKind(ledgerentry.KindWRITE_OFF).
			SetAmount(-30_00).SetEntryDate("2026-03-10").SetPostedBy(o.a.Owner.Name).Exec(o.in())
	})
	made := o.made(invoice.KindINVOICE, b1, a2, a1)
	if len(made) != 2 || made[0].Number != 1001 || made[1].Number != 1002 || made[0].ClientID != o.client.ID || made[0].Total != 200_00 || made[0].Paid != 30_00 {
		t.Fatalf("%+v", made)
	}
	lines := dbtest.Must[[][]*ent.InvoiceLine](t)(invoices.Lines(o.As(o.a.Owner), o.Log, made))
	if len(lines[0]) != 2 || lines[0][0].SessionID != a1.ID || lines[0][0].Description != "Psychotherapy" || lines[0][0].Paid != 30_00 || len(lines[1]) != 1 {
		t.Errorf("%+v", lines)
	}
	for _, s := range []*ent.ClientSession{a1, a2, b1} {
		if o.status(s) != clientsession.StatusINVOICED {
			t.Errorf("%s is %s", s.ServiceDate, o.status(s))
		}
	}
	events := o.Events(o.a.ID)
	last := events[len(events)-1]
	if last.Code != "invoice.generated" || last.RowCount != 2 || len(last.Clients) != 2 {
		t.Errorf("%+v", last)
	}
	if next := o.made(invoice.KindINVOICE, o.session(bo, "2026-03-10", clientsession.BillToCLIENT)); next[0].Number != 1003 {
		t.Errorf("number %d", next[0].Number)
	}
}

// An invoice stays what was generated, whatever is changed afterwards.
func TestAnInvoiceKeepsWhatItSaid(t *testing.T) {
	o := newOffice(t)
	made := o.made(invoice.KindINVOICE, o.session(o.client, "2026-03-02", clientsession.BillToCLIENT))[0]
	before := dbtest.Must[*invoices.Sheet](t)(invoices.SheetOf(o.As(o.a.Owner), made))
	want := []string{"Maple Therapy", "Dr Maple, LCSW", "1 Elm Street", "Albany, NY 12207", "518 555 0100"}
	if !reflect.DeepEqual(before.From, want) || before.Footer != "Thank you." || before.To[0] != "Ann Adams" {
		t.Errorf("%+v", before)
	}
	o.Owner(`UPDATE practices SET office_street = 'elsewhere'; UPDATE billing_codes SET description = 'another'; UPDATE clients SET last_name = 'Baker'`)
	again := dbtest.Must[*ent.Invoice](t)(invoices.Invoice(o.As(o.a.Owner), o.Log, o.a.ID, made.ID))
	if after := dbtest.Must[*invoices.Sheet](t)(invoices.SheetOf(o.As(o.a.Owner), again)); !reflect.DeepEqual(after, before) {
		t.Errorf("%+v", after)
	}
}

func TestABatchIsGeneratedOnce(t *testing.T) {
	o := newOffice(t)
	b := invoices.Batch{ID: uuid.New(), Date: "2026-03-31", Wish: o.wish(invoice.KindINVOICE, o.session(o.client, "2026-03-02", clientsession.BillToCLIENT))}
	var both sync.WaitGroup
	numbers := make([]int, 2)
	for i := range numbers {
		both.Go(func() {
			made, err := invoices.Generate(o.As(o.a.Owner), o.Log, o.a.ID, b)
			if err != nil || len(made) != 1 {
				t.Errorf("%d invoices, %v", len(made), err)
				return
			}
			numbers[i] = made[0].Number
		})
	}
	both.Wait()
	if numbers[0] != 1001 || numbers[1] != 1001 {
		t.Errorf("numbers %v", numbers)
	}
}

// What was billed elsewhere comes as it is; a claim from which something is missing does not.
func TestTakingOverWhatWasBilledElsewhere(t *testing.T) {
	o := newOffice(t)
	paid, red := o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1"), o.session(o.add("Bo", "Brown"), "2026-03-02", clientsession.BillToINSURANCE, "F41.1")
	sent := o.session(o.client, "2026-03-03", clientsession.BillToCLIENT)
	err := invoices.TakeOver(o.As(o.a.Owner), o.Log, o.a.ID, []invoices.Past{
		{Batch: invoices.Batch{ID: uuid.New(), Date: "2026-03-31", Wish: o.wish(invoice.KindCLAIM, paid, red)}, Status: invoice.StatusREJECTED, Reason: "Member unknown"},
		{Batch: invoices.Batch{ID: uuid.New(), Date: "2026-03-31", Wish: o.wish(invoice.KindINVOICE, sent)}, Status: invoice.StatusSUBMITTED},
	})
	if err != nil {
		t.Fatal(err)
	}
	all := dbtest.Must[*page.Page[*ent.Invoice]](t)(invoices.List(o.As(o.a.Owner), o.Log, o.a.ID, invoices.Query{Args: page.Args{First: 50}})).Nodes
	if len(all) != 2 || all[1].Number != 1001 || all[1].Status != invoice.StatusREJECTED || all[1].StatusReason != "Member unknown" || all[0].Status != invoice.StatusSUBMITTED {
		t.Errorf("%+v", all)
	}
	if o.status(paid) != clientsession.StatusINVOICED || o.status(sent) != clientsession.StatusINVOICED || o.status(red) != clientsession.StatusOPEN {
		t.Error("sessions are not as they were billed")
	}
}

func TestTwoCannotInvoiceASessionAtOnce(t *testing.T) {
	o := newOffice(t)
	s := o.session(o.client, "2026-03-02", clientsession.BillToCLIENT)
	var both sync.WaitGroup
	errs := make([]error, 2)
	for i := range errs {
		both.Go(func() { _, errs[i] = o.generate(o.wish(invoice.KindINVOICE, s)) })
	}
	both.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Fatalf("%v", errs)
	}
	for _, err := range errs {
		if err != nil {
			o.refusal(err, problem.Conflict, "")
		}
	}
}

// What the lock does not hold the database does: a session that is not open, or not as it is billed.
func TestTheDatabaseHoldsALineToItsSession(t *testing.T) {
	o := newOffice(t)
	s := o.session(o.client, "2026-03-02", clientsession.BillToCLIENT)
	made := o.made(invoice.KindINVOICE, s)[0]
	other := o.session(o.client, "2026-03-09", clientsession.BillToCLIENT)
	bos := o.session(o.add("Bo", "Brown"), "2026-03-09", clientsession.BillToCLIENT)
	for name, line := range map[string]*ent.InvoiceLine{
		"invoiced already": {SessionID: s.ID, ServiceDate: s.ServiceDate, Charge: s.Charge},
		"another charge":   {SessionID: other.ID, ServiceDate: other.ServiceDate, Charge: other.Charge + 1},
		"another client":   {SessionID: bos.ID, ServiceDate: bos.ServiceDate, Charge: bos.Charge},
	} {
		err := o.Log.Change(o.in(), activity.Event{Account: o.a.ID, Code: "test.planted", Action: activity.Create}, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
			return tx.InvoiceLine.Create().SetAccountID(o.a.ID).SetInvoiceID(made.ID).SetSessionID(line.SessionID).SetPosition(9).SetServiceDate(line.ServiceDate).
				SetBillingCode("90834").SetDescription("").SetDiagnosisCodes([]string{}).SetModifiers([]string{}).SetPlaceOfService("11").SetUnits(1).
				SetCharge(line.Charge).SetPaid(0).Exec(ctx)
		})
		if err == nil {
			t.Errorf("%s: billed", name)
		}
	}
}

func TestWhatCannotBeInvoiced(t *testing.T) {
	o := newOffice(t)
	client, insured := o.session(o.client, "2026-03-02", clientsession.BillToCLIENT), o.session(o.client, "2026-03-03", clientsession.BillToINSURANCE, "F41.1")
	_, err := o.generate(o.wish(invoice.KindINVOICE))
	o.refusal(err, problem.BadUserInput, "sessions")
	_, err = o.generate(o.wish(invoice.KindINVOICE, insured))
	o.refusal(err, problem.BadUserInput, "sessions")
	_, err = o.generate(o.wish(invoice.KindCLAIM, client))
	o.refusal(err, problem.BadUserInput, "sessions")
	_, err = o.generate(invoices.Wish{Kind: invoice.KindINVOICE, Sessions: []uuid.UUID{client.ID, uuid.New()}})
	o.refusal(err, problem.NotFound, "")
	_, err = o.generate(invoices.Wish{Kind: invoice.KindINVOICE, Sessions: []uuid.UUID{client.ID}, Message: new(uuid.New())})
	o.refusal(err, problem.BadUserInput, "message")
	w := o.wish(invoice.KindINVOICE, client)
	_, err = invoices.Generate(o.As(o.a.Owner), o.Log, o.a.ID, invoices.Batch{ID: uuid.New(), Date: "1926-03-31", Wish: w})
	o.refusal(err, problem.BadUserInput, "date")
	_, err = invoices.Generate(o.As(o.a.Owner), o.Log, o.a.ID, invoices.Batch{Date: "2026-03-31", Wish: w})
	o.refusal(err, problem.BadUserInput, "batch")
}

func TestOpenSessionsAreListedByClient(t *testing.T) {
	o := newOffice(t)
	bo := o.add("Bo", "Brown")
	o.add("Cy", "Clark")
	for _, day := range []string{"2026-03-09", "2026-03-02"} {
		o.session(o.client, day, clientsession.BillToCLIENT)
	}
	o.session(o.client, "2026-03-03", clientsession.BillToINSURANCE, "F41.1")
	o.made(invoice.KindINVOICE, o.session(bo, "2026-03-04", clientsession.BillToCLIENT))
	o.session(bo, "2026-04-01", clientsession.BillToCLIENT)
	list := func(q invoices.OpenQuery) []*invoices.OpenClient {
		q.Args, q.Kind = page.Args{First: 50}, invoice.KindINVOICE
		return dbtest.Must[*page.Page[*invoices.OpenClient]](t)(invoices.Open(o.As(o.a.Owner), o.Log, o.a.ID, q)).Nodes
	}
	all := list(invoices.OpenQuery{})
	if len(all) != 2 || all[0].Client.DisplayName != "Ann Adams" || all[0].Total != 200_00 || all[0].Sessions[0].ServiceDate != "2026-03-02" || len(all[1].Sessions) != 1 {
		t.Errorf("%+v", all)
	}
	if until := list(invoices.OpenQuery{Until: new(dateOf("2026-03-05"))}); len(until) != 1 || len(until[0].Sessions) != 1 {
		t.Errorf("%+v", until)
	}
}

func TestABatchIsTheSameBySessionsToo(t *testing.T) {
	o := newOffice(t)
	a, b := o.session(o.client, "2026-03-02", clientsession.BillToCLIENT), o.session(o.client, "2026-03-09", clientsession.BillToCLIENT)
	batch := invoices.Batch{ID: uuid.New(), Date: "2026-03-31", Wish: o.wish(invoice.KindINVOICE, a, b)}
	send := func(sessions ...*ent.ClientSession) ([]*ent.Invoice, error) {
		again := batch
		again.Wish = o.wish(invoice.KindINVOICE, sessions...)
		return invoices.Generate(o.As(o.a.Owner), o.Log, o.a.ID, again)
	}
	made := dbtest.Must[[]*ent.Invoice](t)(send(a, b))
	if again := dbtest.Must[[]*ent.Invoice](t)(send(b, a)); again[0].ID != made[0].ID {
		t.Errorf("%v is not %v", again[0].ID, made[0].ID)
	}
	for what, sessions := range map[string][]*ent.ClientSession{"fewer": {a}, "more": {a, b, o.session(o.client, "2026-03-16", clientsession.BillToCLIENT)}} {
		if _, err := send(sessions...); problem.As(err) == nil || problem.As(err).Code != problem.Conflict {
			t.Errorf("%s sessions: %v", what, err)
		}
	}
}

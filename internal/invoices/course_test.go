package invoices_test

import (
	"bytes"
	"encoding/base64"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/invoices"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func (o *office) set(i *ent.Invoice, status invoice.Status, reason string) (*ent.Invoice, error) {
	return invoices.MarkInvoice(o.As(o.a.Owner), o.Log, o.a.ID, i.ID, i.Version, status, &reason)
}

// Every status from every other one: what is in the table is done, and nothing else.
func TestTheCourseOfAClaim(t *testing.T) {
	const g, s, a, r, v = invoice.StatusGENERATED, invoice.StatusSUBMITTED, invoice.StatusACCEPTED, invoice.StatusREJECTED, invoice.StatusVOID
	o := newOffice(t)
	made := o.made(invoice.KindCLAIM, o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1"))[0]
	allowed := map[[2]invoice.Status]bool{
		{g, s}: true, {g, v}: true, {s, a}: true, {s, r}: true, {s, v}: true, {a, v}: true, {r, s}: true, {r, v}: true,
	}
	for _, from := range []invoice.Status{g, s, a, r} {
		for _, to := range []invoice.Status{g, s, a, r, v} {
			o.Owner(`ALTER TABLE invoices DISABLE TRIGGER USER; UPDATE invoices SET status = '` + from.String() + `', version = 1; ALTER TABLE invoices ENABLE TRIGGER USER`)
			made.Version = 1
			i, err := o.set(made, to, "because")
			if done := err == nil; done != allowed[[2]invoice.Status{from, to}] {
				t.Errorf("from %s to %s: %v", from, to, err)
			}
			if err == nil && (i.Status != to || i.Version != 2 || i.StatusReason != "because") {
				t.Errorf("%+v", i)
			}
		}
	}
}

func TestAVoidInvoiceFreesItsSessions(t *testing.T) {
	o := newOffice(t)
	s := o.session(o.client, "2026-03-02", clientsession.BillToCLIENT)
	made := o.made(invoice.KindINVOICE, s)[0]
	_, err := o.set(made, invoice.StatusVOID, " ")
	o.refusal(err, problem.BadUserInput, "reason")
	void := dbtest.Must[*ent.Invoice](t)(o.set(made, invoice.StatusVOID, "Wrong client"))
	if o.status(s) != clientsession.StatusOPEN {
		t.Errorf("the session is %s", o.status(s))
	}
	for _, status := range []invoice.Status{invoice.StatusSUBMITTED, invoice.StatusVOID} {
		_, err = o.set(void, status, "again")
		o.refusal(err, problem.BadUserInput, "as")
	}
	_, err = invoices.HoldInvoice(o.As(o.a.Owner), o.Log, o.a.ID, void.ID, void.Version, true)
	o.refusal(err, problem.BadUserInput, "held")
	if again := o.made(invoice.KindINVOICE, s)[0]; again.Number != 1002 {
		t.Errorf("invoiced again as %d", again.Number)
	}
}

func TestWhatIsHeldIsNotSubmitted(t *testing.T) {
	o := newOffice(t)
	made := o.made(invoice.KindINVOICE, o.session(o.client, "2026-03-02", clientsession.BillToCLIENT))[0]
	held := dbtest.Must[*ent.Invoice](t)(invoices.HoldInvoice(o.As(o.a.Owner), o.Log, o.a.ID, made.ID, 1, true))
	_, err := o.set(held, invoice.StatusSUBMITTED, "")
	o.refusal(err, problem.BadUserInput, "as")
	_, err = invoices.HoldInvoice(o.As(o.a.Owner), o.Log, o.a.ID, made.ID, 1, false)
	o.refusal(err, problem.Conflict, "")
	free := dbtest.Must[*ent.Invoice](t)(invoices.HoldInvoice(o.As(o.a.Owner), o.Log, o.a.ID, made.ID, held.Version, false))
	sent := dbtest.Must[*ent.Invoice](t)(o.set(free, invoice.StatusSUBMITTED, ""))
	_, err = o.set(sent, invoice.StatusACCEPTED, "")
	o.refusal(err, problem.BadUserInput, "as")
	list := func(q invoices.Query) int {
		q.Args = page.Args{First: 50}
		return len(dbtest.Must[*page.Page[*ent.Invoice]](t)(invoices.List(o.As(o.a.Owner), o.Log, o.a.ID, q)).Nodes)
	}
	if list(invoices.Query{Status: new(invoice.StatusSUBMITTED), Client: &o.client.ID}) != 1 || list(invoices.Query{Held: new(true)}) != 0 || list(invoices.Query{Kind: new(invoice.KindCLAIM)}) != 0 {
		t.Error("the filters do not filter")
	}
	if list(invoices.Query{Batch: &made.BatchID}) != 1 || list(invoices.Query{Batch: new(uuid.New())}) != 0 {
		t.Error("the batch does not filter")
	}
}

func TestAnInvoiceIsPrinted(t *testing.T) {
	o := newOffice(t)
	o.Owner(`UPDATE clients SET first_name = 'Łucja', last_name = 'Αθηνά'`)
	made := o.made(invoice.KindINVOICE, o.session(o.client, "2026-03-02", clientsession.BillToCLIENT))[0]
	ctx, c := activity.WithCollector(o.As(o.a.Owner))
	text := dbtest.Must[*string](t)(invoices.Print(ctx, o.Log, made))
	file := dbtest.Must[[]byte](t)(base64.StdEncoding.DecodeString(*text))
	if !bytes.HasPrefix(file, []byte("%PDF-")) || !bytes.Contains(file, []byte("FontFile2")) {
		t.Errorf("%.40q of %d bytes", file, len(file))
	}
	if again := dbtest.Must[*string](t)(invoices.Print(o.As(o.a.Owner), o.Log, made)); *again != *text {
		t.Error("printed again it is another file")
	}
	if read := c.Take(); len(read) != 1 || read[0].Code != "invoice.printed" || read[0].Clients[0] != o.client.ID {
		t.Errorf("%+v", read)
	}
	claim := o.made(invoice.KindCLAIM, o.session(o.client, "2026-03-03", clientsession.BillToINSURANCE, "F41.1"))[0]
	if none := dbtest.Must[*string](t)(invoices.Print(o.As(o.a.Owner), o.Log, claim)); none != nil {
		t.Error("a claim is printed")
	}
	ctx, c = activity.WithCollector(o.As(o.a.Owner))
	paper := dbtest.Must[*ent.Invoice](t)(invoices.ExportClaim(ctx, o.Log, o.a.ID, claim.ID))
	if read := c.Take(); paper.ID != claim.ID || len(read) != 1 || read[0].Code != "invoice.printed" || read[0].Clients[0] != o.client.ID {
		t.Errorf("%+v", read)
	}
	_, err := invoices.ExportClaim(o.As(o.a.Owner), o.Log, o.a.ID, made.ID)
	o.refusal(err, problem.BadUserInput, "claim")
	_, err = invoices.ExportClaim(o.As(o.a.Owner), o.Log, o.Account("b").ID, claim.ID)
	o.refusal(err, problem.NotFound, "")
}

// The second wall: what another section holds is not in a draft, and nothing is written without
// Full Access.
func TestWallsOfTheOtherSections(t *testing.T) {
	o := newOffice(t)
	s := o.session(o.client, "2026-03-02", clientsession.BillToINSURANCE, "F41.1")
	with := func(name string, levels access.Levels) *access.Viewer { return o.Username(o.a, name, levels) }
	without := biller
	without[access.Insurance], without[access.Clients] = access.None, access.None
	v := with("biller.blind", without)
	d := dbtest.Must[[]*invoices.Draft](t)(invoices.Preview(o.As(v), o.Log, o.a.ID, o.wish(invoice.KindCLAIM, s)))[0]
	if d.IsReady() || box(t, d, "1a").Value != "" || box(t, d, "3").Value != "" || d.Client.DisplayName != "Ann Adams" {
		t.Errorf("%+v", d.Sheet)
	}
	noSessions := biller
	noSessions[access.ClientSessions] = access.None
	_, err := invoices.Preview(o.As(with("biller.out", noSessions)), o.Log, o.a.ID, o.wish(invoice.KindCLAIM, s))
	o.refusal(err, problem.NotFound, "")
	viewer := biller
	viewer[access.Invoices] = access.View
	made := o.made(invoice.KindCLAIM, s)[0]
	if _, err := invoices.HoldInvoice(o.As(with("viewer", viewer)), o.Log, o.a.ID, made.ID, 1, true); err == nil {
		t.Error("held with View Only")
	}
	other := o.Account("oak")
	master := o.Join(o.a.Owner, other, access.OwnerLevels())
	_, err = invoices.Invoice(o.As(master), o.Log, other.ID, made.ID)
	o.refusal(err, problem.NotFound, "")
	full := dbtest.Must[[]*ent.Invoice](t)(invoices.Generate(o.As(with("biller", biller)), o.Log, o.a.ID, invoices.Batch{
		ID: made.ID, Date: "2026-03-31", Wish: o.wish(invoice.KindCLAIM, o.session(o.client, "2026-03-09", clientsession.BillToINSURANCE, "F41.1")),
	}))
	if len(full) != 1 {
		t.Errorf("%+v", full)
	}
}

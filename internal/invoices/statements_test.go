package invoices_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/invoices"
	"lanyard/internal/page"
)

// A list is as many statements for many rows as for one: the rows, and what belongs to all of them.
func TestHowManyStatementsAReadingIs(t *testing.T) {
	o := newOffice(t)
	var open, insured []*ent.ClientSession
	for _, name := range []string{"Bo", "Cy", "Di"} {
		c := o.add(name, "Brown")
		o.insure(c)
		o.made(invoice.KindINVOICE, o.session(c, "2026-03-02", clientsession.BillToCLIENT))
		open = append(open, o.session(c, "2026-03-03", clientsession.BillToCLIENT))
		insured = append(insured, o.session(c, "2026-03-04", clientsession.BillToINSURANCE, "F41.1"))
	}
	statements := 0
	o.Log.Reader().Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			statements++
			return next.Query(ctx, q)
		})
	}))
	ctx, whole := o.As(o.a.Owner), page.Args{First: 50}
	var some []*ent.Invoice
	for what, c := range map[string]struct {
		want int
		read func() (int, error)
	}{
		"a list of invoices": {2, func() (int, error) {
			p, err := invoices.List(ctx, o.Log, o.a.ID, invoices.Query{Args: whole})
			some = p.Nodes
			return len(p.Nodes), err
		}},
		"what can be invoiced": {2, func() (int, error) {
			p, err := invoices.Open(ctx, o.Log, o.a.ID, invoices.OpenQuery{Args: whole, Kind: invoice.KindINVOICE})
			if err != nil {
				return 0, err
			}
			return len(p.Nodes), err
		}},
		"a preview of invoices": {6, func() (int, error) {
			drafts, err := invoices.Preview(ctx, o.Log, o.a.ID, o.wish(invoice.KindINVOICE, open...))
			return len(drafts), err
		}},
		"a preview of claims": {11, func() (int, error) {
			drafts, err := invoices.Preview(ctx, o.Log, o.a.ID, o.wish(invoice.KindCLAIM, insured...))
			return len(drafts), err
		}},
	} {
		statements = 0
		if n, err := c.read(); err != nil || n != 3 || statements != c.want {
			t.Errorf("%s: %d by %d statements, %v", what, n, statements, err)
		}
	}
	statements = 0
	i := dbtest.Must[*ent.Invoice](t)(invoices.Invoice(ctx, o.Log, o.a.ID, some[0].ID))
	if lines := dbtest.Must[[][]*ent.InvoiceLine](t)(invoices.Lines(ctx, o.Log, []*ent.Invoice{i})); len(lines[0]) != 1 || statements != 3 {
		t.Errorf("one that is opened: %d statements", statements)
	}
	statements = 0
	if lines := dbtest.Must[[][]*ent.InvoiceLine](t)(invoices.Lines(ctx, o.Log, some)); len(lines) != 3 || statements != 1 {
		t.Errorf("the lines of a list: %d statements", statements)
	}
}

// Whoever reads what stands on the invoices of a list has opened each of them, and the log says so.
func TestWhatStandsOnAnInvoiceIsReadByOpeningIt(t *testing.T) {
	o := newOffice(t)
	for _, name := range []string{"Bo", "Cy"} {
		o.made(invoice.KindINVOICE, o.session(o.add(name, "Brown"), "2026-03-02", clientsession.BillToCLIENT))
	}
	ctx, c := activity.WithCollector(o.As(o.a.Owner))
	list := dbtest.Must[*page.Page[*ent.Invoice]](t)(invoices.List(ctx, o.Log, o.a.ID, invoices.Query{Args: page.Args{First: 5}})).Nodes
	if e := c.Take(); len(e) != 1 || e[0].Code != "invoice.listed" {
		t.Fatalf("listing: %+v", e)
	}
	for what, read := range map[string]func() error{
		"lines": func() error { _, err := invoices.Lines(ctx, o.Log, list); return err },
		"sheets": func() error {
			_, err := invoices.SheetOf(ctx, list[0])
			_, other := invoices.SheetOf(ctx, list[1])
			return errors.Join(err, other)
		},
	} {
		if err := read(); err != nil {
			t.Fatal(err)
		}
		e := c.Take()
		if len(e) != 1 || e[0].Code != "invoice.opened" || e[0].RowCount != 2 || !slices.Equal(e[0].Entities, []uuid.UUID{list[0].ID, list[1].ID}) || len(e[0].Clients) != 2 {
			t.Errorf("%s: %+v", what, e)
		}
	}
}

// A client with a hundred open sessions is shown the first of them, and how much all of them are.
func TestOfManyOpenSessionsTheFirstAreShown(t *testing.T) {
	o := newOffice(t)
	one := o.session(o.client, "2026-03-02", clientsession.BillToCLIENT)
	other := o.session(o.add("Bo", "Brown"), "2026-03-02", clientsession.BillToCLIENT)
	o.Owner(`INSERT INTO client_sessions SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'service_date', s.service_date + n))).*
		FROM client_sessions s, generate_series(1, 59) n WHERE id = $1`, one.ID)
	p := dbtest.Must[*page.Page[*invoices.OpenClient]](t)(invoices.Open(o.As(o.a.Owner), o.Log, o.a.ID, invoices.OpenQuery{Args: page.Args{First: 5}, Kind: invoice.KindINVOICE}))
	many, few := p.Nodes[0], p.Nodes[1]
	if len(many.Sessions) != 50 || many.Sessions[0].ID != one.ID || many.Sessions[49].ServiceDate != "2026-04-20" || many.SessionCount != 60 || many.Total != 60*one.Charge {
		t.Errorf("%d of %d sessions, the first %s, %d cents", len(many.Sessions), many.SessionCount, many.Sessions[0].ServiceDate, many.Total)
	}
	if len(few.Sessions) != 1 || few.Sessions[0].ID != other.ID || few.SessionCount != 1 || few.Total != other.Charge {
		t.Errorf("%+v", few)
	}
}

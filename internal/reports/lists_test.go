package reports_test

import (
	"slices"
	"testing"

	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/clients"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/payments"
	"lanyard/internal/reports"
)

func TestSessionsByCode(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	bo := d.Client(d.a, "Bo", "Brown")
	d.session(d.client, "2024-03-01", "MISSED", 100_00, 0)
	d.session(d.client, "2024-03-31", "MISSED", 50_00, 0)
	d.session(bo, "2024-03-15", "LATEFEE", 7_00, 0)
	d.session(d.client, "2024-03-15", "LATEFEE", 7_00, 0)
	d.session(d.client, "2024-03-16", "LATEFEE", 7_00, 0)
	d.session(bo, "2024-04-01", "MISSED", 9_00, 0)
	if err := d.exec(`UPDATE client_sessions SET status = 'VOID' WHERE id = $1`, d.session(bo, "2024-03-02", "MISSED", 9_00, 0)); err != nil {
		t.Fatal(err)
	}
	r := dbtest.Must[*reports.SessionsReport](t)(reports.SessionsByCode(d.me(), d.Log, d.a.ID, days("2024-03-01", "2024-03-31")))
	if len(r.Rows) != 2 || r.Rows[0].Description == "" {
		t.Fatalf("%+v", r)
	}
	for i, want := range []reports.SessionsRow{
		{BillingCode: "LATEFEE", Sessions: 3, Units: 6, Clients: 2, Charges: 21_00},
		{BillingCode: "MISSED", Sessions: 2, Units: 4, Clients: 1, Charges: 150_00},
	} {
		want.Account, want.Description = d.a.ID, r.Rows[i].Description
		if *r.Rows[i] != want {
			t.Errorf("%+v, want %+v", *r.Rows[i], want)
		}
	}
	if want := (reports.SessionsRow{Account: d.a.ID, Sessions: 5, Units: 10, Clients: 2, Charges: 171_00}); *r.Total != want {
		t.Errorf("in all %+v", *r.Total)
	}
	if r := dbtest.Must[*reports.SessionsReport](t)(reports.SessionsByCode(d.me(), d.Log, d.a.ID, days("2020-03-01", "2020-03-31"))); len(r.Rows) > 0 || r.Total.Sessions != 0 {
		t.Errorf("without sessions: %+v", r)
	}
}

// Ages and sums are those of Balances Due You.
func TestAgeingIsBalancesDue(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.session(d.client, d.daysAgo(30), "MISSED", 100_00, 0)
	d.session(d.Client(d.a, "Bo", "Brown"), d.daysAgo(95), "MISSED", 50_00, 0)
	d.pay(d.client, payment.PayerCLIENT, d.daysAgo(1), 10_00)
	due := dbtest.Must[*page.Page[*payments.Balance]](t)(payments.List(d.me(), d.Log, d.a.ID, payments.Query{Args: page.Args{First: 50}, Order: payments.ByName}))
	r := dbtest.Must[*reports.AgeingReport](t)(reports.Ageing(d.me(), d.Log, d.a.ID, page.Args{First: 50}))
	if !slices.EqualFunc(r.Clients.Nodes, due.Nodes, func(a, b *payments.Balance) bool { return a.Client.ID == b.Client.ID && a.Ages == b.Ages }) {
		t.Errorf("%+v", r.Clients.Nodes)
	}
	if want := *dbtest.Must[*payments.Ages](t)(payments.Totals(d.me(), d.Log, d.a.ID)); *r.Total != want {
		t.Errorf("%+v", *r.Total)
	}
	f := dbtest.Must[*reports.File](t)(reports.ExportAgeing(d.me(), d.Log, d.a.ID, reports.ToFile))
	if got := text(append(f.Lines, f.Total)); got != "1001 Ann Adams 0.00 100.00 0.00 0.00 100.00 10.00\n1002 Bo Brown 0.00 0.00 0.00 50.00 50.00 0.00\n  0.00 100.00 0.00 50.00 150.00 10.00" {
		t.Errorf("\n%s", got)
	}
}

func TestClientListIsOfAllClients(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	bo := d.Client(d.a, "Bo", "Aaron")
	if _, err := clients.ArchiveClient(d.me(), d.Log, d.a.ID, bo.ID, 1, true); err != nil {
		t.Fatal(err)
	}
	p := dbtest.Must[*clients.Found](t)(reports.ClientList(d.me(), d.Log, d.a.ID, page.Args{First: 1}))
	if len(p.Nodes) != 1 || p.Nodes[0].ID != bo.ID || !p.PageInfo().HasNextPage {
		t.Errorf("%+v", p.Nodes)
	}
	f := dbtest.Must[*reports.File](t)(reports.ExportClientList(d.me(), d.Log, d.a.ID, reports.ToFile))
	if f.RowCount() != 2 || f.Lines[0][1] != "Aaron" || f.Lines[0][5] != "archived" || f.Lines[1][5] != "active" || f.Total != nil {
		t.Errorf("%v", f.Lines)
	}
}

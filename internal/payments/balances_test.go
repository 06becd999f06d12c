package payments_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/payments"
	"lanyard/internal/problem"
)

func (l *till) balances(q payments.Query) *page.Page[*payments.Balance] {
	l.t.Helper()
	return must[*page.Page[*payments.Balance]](l.t)(payments.List(l.As(l.a.Owner), l.Log, l.a.ID, q))
}

func TestBalancesByAge(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	for days, charge := range map[int]int64{0: 1, 29: 10, 30: 100, 59: 1000, 60: 10000, 89: 100000, 90: 1000000, 400: 10000000} {
		l.session(l.client, days, charge, 0)
	}
	l.post(l.check(l.client, 7_00))
	want := payments.Ages{Current: 11, Over30: 1100, Over60: 110000, Over90: 11000000, Total: 11111111, Credit: 7_00}
	found := l.balances(payments.Query{Order: payments.ByTotal, Args: page.Args{First: 50}}).Nodes
	if len(found) != 1 || found[0].Ages != want || found[0].Client.DisplayName != "Ann Adams" {
		t.Errorf("%+v", found)
	}
	if got := must[*payments.Ages](t)(payments.Totals(l.As(l.a.Owner), l.Log, l.a.ID)); *got != want {
		t.Errorf("%+v", got)
	}
}

// A balance ages from the day that the session is of now.
func TestABalanceMovesWithItsSession(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	s := l.session(l.client, 100, 80_00, 30_00)
	if err := l.exec(`UPDATE client_sessions SET service_date = $2 WHERE id = $1`, s.Row, l.day(5)); err != nil {
		t.Fatal(err)
	}
	if got := l.balances(payments.Query{Order: payments.ByTotal, Args: page.Args{First: 1}}).Nodes[0].Ages; got != (payments.Ages{Current: 50_00, Total: 50_00}) {
		t.Errorf("%+v", got)
	}
	if b := l.ledger(l.client); string(b.Sessions[0].ServiceDate) != l.day(5) || b.Due() != 50_00 {
		t.Errorf("%+v", b.Sessions[0])
	}
}

// Overdue is who has owed something for 30 days, whatever else stands beside it.
func TestOverdueBalances(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	for name, days := range map[string]int{"New": 29, "Month": 30, "Year": 365} {
		l.session(l.add(l.a, name, "Z"), days, 10_00, 0)
	}
	paid := l.add(l.a, "Paid", "Z")
	l.session(paid, 90, 10_00, 10_00)
	l.session(paid, 1, 10_00, 0)
	p := l.balances(payments.Query{Order: payments.ByName, Overdue: true, Args: page.Args{First: 1}})
	if n := must[int](t)(p.TotalCount(l.As(l.a.Owner))); n != 2 || p.Nodes[0].Client.DisplayName != "Month Z" {
		t.Errorf("%d counted, first %+v", n, p.Nodes[0])
	}
	p = l.balances(payments.Query{Order: payments.ByName, Overdue: true, Args: page.Args{First: 1, After: *p.PageInfo().EndCursor}})
	if len(p.Nodes) != 1 || p.Nodes[0].Client.DisplayName != "Year Z" {
		t.Errorf("%+v", p.Nodes)
	}
}

func TestPagesAndOrders(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	for i, name := range []string{"Cy", "Bo", "Di", "Al"} {
		l.session(l.add(l.a, name, "Z"), 1, int64(i/2+1)*10_00, 0)
	}
	paid := l.add(l.a, "Paid", "Z")
	l.session(paid, 1, 10_00, 10_00)
	for order, want := range map[payments.Order]string{payments.ByName: "Al Z,Bo Z,Cy Z,Di Z", payments.ByTotal: "20,20,10,10"} {
		var got []string
		args := page.Args{First: 3}
		for more := true; more; {
			p := l.balances(payments.Query{Order: order, Args: args})
			for _, b := range p.Nodes {
				if order == payments.ByName {
					got = append(got, b.Client.DisplayName)
				} else {
					got = append(got, fmt.Sprint(b.Total/100))
				}
			}
			if n := must[int](t)(p.TotalCount(l.As(l.a.Owner))); n != 4 {
				t.Errorf("%d counted", n)
			}
			if more = p.PageInfo().HasNextPage; more {
				args.After = *p.PageInfo().EndCursor
			}
		}
		if strings.Join(got, ",") != want {
			t.Errorf("%s: %v", order, got)
		}
	}
	for field, ask := range map[string]func() error{
		"first": func() error {
			_, err := payments.List(l.As(l.a.Owner), l.Log, l.a.ID, payments.Query{Order: payments.ByName, Args: page.Args{First: 201}})
			return err
		},
		"order": func() error {
			_, err := payments.List(l.As(l.a.Owner), l.Log, l.a.ID, payments.Query{Order: "AGE", Args: page.Args{First: 1}})
			return err
		},
		"after": func() error {
			_, err := payments.List(l.As(l.a.Owner), l.Log, l.a.ID, payments.Query{Order: payments.ByTotal, Args: page.Args{First: 1, After: "WyJ4IiwieSJd"}})
			return err
		},
	} {
		if p := problem.As(ask()); p == nil || p.Path[0] != field {
			t.Errorf("%s: %v", field, p)
		}
	}
}

func TestReadingIsLogged(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	l.session(l.client, 1, 10_00, 0)
	ctx, c := activity.WithCollector(l.As(l.a.Owner))
	must[*page.Page[*payments.Balance]](t)(payments.List(ctx, l.Log, l.a.ID, payments.Query{Order: payments.ByName, Args: page.Args{First: 5}}))
	must[*payments.Book](t)(payments.Ledger(ctx, l.Log, l.a.ID, l.client.ID))
	must[*payments.Ages](t)(payments.Totals(ctx, l.Log, l.a.ID))
	read := c.Take()
	if len(read) != 3 {
		t.Fatalf("%+v", read)
	}
	for i, code := range []string{"balance.listed", "ledger.opened", "balance.totalled"} {
		if e := read[i]; e.Code != code || e.Section != "PAYMENTS" || e.Account != l.a.ID || i < 2 && !slices.Equal(e.Clients, []uuid.UUID{l.client.ID}) {
			t.Errorf("%s: %+v", code, e)
		}
	}
}

// Over all accounts each is asked in its own name: where the section is shut nothing adds up.
func TestTotalsOfSeveralAccounts(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	b, c := l.Account("b"), l.Account("c")
	for i, a := range []*dbtest.Account{l.a, b, c} {
		l.session(l.add(a, "Client", "Of"), 10, int64(i+1)*10_00, 0)
	}
	master := l.Username(l.a, "master", access.Levels{access.Payments: access.View, access.AccountAccess: access.Full})
	master = l.Join(master, b, access.Levels{access.Payments: access.View})
	master = l.Join(master, c, access.Levels{access.Clients: access.Full})
	for a, want := range map[*dbtest.Account]int64{l.a: 10_00, b: 20_00, c: 0} {
		if got := must[*payments.Ages](t)(payments.Totals(l.As(master), l.Log, a.ID)); got.Total != want {
			t.Errorf("%+v, want %d", got, want)
		}
	}
}

package reports_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/payments"
	"lanyard/internal/problem"
	"lanyard/internal/reports"
)

func TestIncomeByPeriod(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.session(d.client, "2024-01-31", "MISSED", 100_00, 30_00)
	d.session(d.client, "2024-02-01", "MISSED", 50_00, 0)
	d.pay(d.client, payment.PayerINSURANCE, "2024-03-10", 60_00)
	d.pay(d.client, payment.PayerOTHER, "2024-03-11", 5_00)
	r := d.income(days("2024-01-15", "2024-04-02"), reports.Month)
	want := []reports.IncomeRow{
		{Days: days("2024-01-15", "2024-01-31"), Charges: 100_00, ByClients: 30_00, Income: 30_00},
		{Days: days("2024-02-01", "2024-02-29"), Charges: 50_00},
		{Days: days("2024-03-01", "2024-03-31"), ByInsurance: 60_00, ByOthers: 5_00, Income: 65_00},
		{Days: days("2024-04-01", "2024-04-02")},
	}
	if len(r.Rows) != len(want) {
		t.Fatalf("%d rows", len(r.Rows))
	}
	for i, row := range r.Rows {
		want[i].Account = d.a.ID
		if *row != want[i] {
			t.Errorf("%+v, want %+v", *row, want[i])
		}
	}
	total := reports.IncomeRow{Account: d.a.ID, Days: days("2024-01-15", "2024-04-02"), Charges: 150_00, ByClients: 30_00, ByInsurance: 60_00, ByOthers: 5_00, Income: 95_00}
	if *r.Total != total {
		t.Errorf("%+v", *r.Total)
	}
	if r := d.income(days("2024-02-01", "2024-12-31"), reports.Quarter); len(r.Rows) != 4 || r.Rows[0].Until != "2024-03-31" || r.Rows[0].Charges != 50_00 {
		t.Errorf("quarters: %+v", *r.Rows[0])
	}
	if r := d.income(days("2023-12-31", "2024-12-31"), reports.Year); len(r.Rows) != 2 || r.Rows[1].Income != 95_00 || r.Rows[1].From != "2024-01-01" {
		t.Errorf("years: %+v", *r.Rows[1])
	}
}

// A session that is mended later leaves nothing in the month in which it was; a check that bounces
// is taken back in the month in which it does.
func TestWhatIsTakenBackCountsOnItsDay(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	s := d.session(d.client, "2024-01-10", "MISSED", 100_00, 40_00)
	if err := d.exec(`UPDATE client_sessions SET service_date = '2024-02-20', charge = 90_00, paid_at_session = 45_00 WHERE id = $1`, s); err != nil {
		t.Fatal(err)
	}
	void := d.session(d.client, "2024-01-10", "MISSED", 70_00, 70_00)
	if err := d.exec(`UPDATE client_sessions SET status = 'VOID' WHERE id = $1`, void); err != nil {
		t.Fatal(err)
	}
	check := d.pay(d.client, payment.PayerCLIENT, "2024-01-15", 33_00)
	dbtest.Must[*payments.Book](t)(payments.ReversePayment(d.me(), d.Log, d.a.ID, check.ID, "It bounced"))
	first := d.income(days("2024-01-01", "2024-02-29"), reports.Month)
	if got := *first.Rows[0]; got.Charges != 0 || got.ByClients != 33_00 || got.Income != 33_00 {
		t.Errorf("January: %+v", got)
	}
	if got := *first.Rows[1]; got.Charges != 90_00 || got.ByClients != 45_00 {
		t.Errorf("February: %+v", got)
	}
	today := d.daysAgo(0)
	if got := *d.income(days(today, today), reports.Month).Total; got.Charges != 0 || got.ByClients != -33_00 || got.Income != -33_00 {
		t.Errorf("today: %+v", got)
	}
}

// Write-offs are summed by type, and what is taken back is of the type of what it takes back.
func TestIncomeByType(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	s := globalid.New("ClientSession", d.a.ID, d.session(d.client, "2024-01-10", "MISSED", 100_00, 0))
	off := func(amount int64, code *string) *payments.Book {
		in := payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: amount, Type: code, Reason: "x"}
		return dbtest.Must[*payments.Book](t)(payments.WriteOff(d.me(), d.Log, d.a.ID, in))
	}
	off(10_00, new("CASH"))
	off(20_00, nil)
	taken := off(5_00, new("CASH")).Entries
	dbtest.Must[*payments.Book](t)(payments.ReverseEntry(d.me(), d.Log, d.a.ID, taken[len(taken)-1].ID, "x"))
	today := d.daysAgo(0)
	var got []string
	for _, row := range d.income(days(today, today), reports.Month).ByType {
		got = append(got, fmt.Sprint(row.Kind, " ", row.Code, " ", row.Label, " ", row.Entries, " ", row.Amount))
	}
	if want := []string{"WRITE_OFF CASH Cash 1 -1000", "WRITE_OFF   1 -2000"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestDaysThatCannotBe(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for field, in := range map[string]reports.Days{
		"from":  days("2024-02-30", "2024-03-01"),
		"until": days("2024-03-02", "2024-03-01"),
	} {
		_, err := reports.Income(d.me(), d.Log, d.a.ID, in, reports.Month)
		if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[0] != field {
			t.Errorf("%s: %v", field, err)
		}
		if _, err := reports.SessionsByCode(d.me(), d.Log, d.a.ID, in); problem.As(err) == nil {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := reports.Income(d.me(), d.Log, d.a.ID, days("1949-12-31", "2024-03-01"), reports.Month); problem.As(err) == nil {
		t.Error(err)
	}
	if _, err := reports.Income(d.me(), d.Log, d.a.ID, days("2024-01-01", "2024-03-01"), "WEEK"); problem.As(err) == nil || problem.As(err).Path[0] != "by" {
		t.Error(err)
	}
	if r := d.income(days("1950-01-01", "2099-12-31"), reports.Month); len(r.Rows) != 150*12 {
		t.Errorf("%d rows", len(r.Rows))
	}
}

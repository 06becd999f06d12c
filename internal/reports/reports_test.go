package reports_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/payments"
	"lanyard/internal/reports"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// desk is an account with a client, kept by its owner.
type desk struct {
	*dbtest.World
	t      *testing.T
	a      *dbtest.Account
	client *ent.Patient
	behind *pgx.Conn
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	w := dbtest.New(t)
	behind, err := pgx.Connect(t.Context(), w.OwnerURL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = behind.Close(context.Background()) })
	d := &desk{World: w, t: t, a: w.Account("a"), behind: behind}
	d.client = d.Client(d.a, "Ann", "Adams")
	return d
}

func (d *desk) me() context.Context { return d.As(d.a.Owner) }

func (d *desk) exec(query string, args ...any) error {
	_, err := d.behind.Exec(context.Background(), query, args...)
	return err
}

// session writes a client session as the section Client Sessions does.
func (d *desk) session(client *ent.Patient, day, code string, charge, paid int64) uuid.UUID {
	d.t.Helper()
	id := uuid.New()
	if err := d.exec(`INSERT INTO client_sessions (id, account_id, client_id, service_date, billing_code, diagnosis_codes, modifiers, place_of_service, units, charge, bill_to, paid_at_session, created_at)
		VALUES ($1, $2, $3, $4, $5, '[]', '[]', '11', 2, $6, 'CLIENT', $7, now())`, id, client.AccountID, client.ID, day, code, charge, paid); err != nil {
		d.t.Fatal(err)
	}
	return id
}

// today is the day in the account's zone.
func (d *desk) today() time.Time {
	return time.Now().In(dbtest.Must[*time.Location](d.t)(time.LoadLocation("America/New_York")))
}

func (d *desk) daysAgo(n int) string { return d.today().AddDate(0, 0, -n).Format(time.DateOnly) }

func (d *desk) pay(client *ent.Patient, payer payment.Payer, day string, amount int64) *ent.Payment {
	d.t.Helper()
	in := payments.PaymentInput{Key: uuid.NewString(), Client: client.GlobalID(), Payer: payer, Method: "CHECK", Amount: amount, ReceivedOn: column.Date(day)}
	if payer != payment.PayerCLIENT {
		in.PayerName = new("Blue")
	}
	book := dbtest.Must[*payments.Book](d.t)(payments.PostPayment(d.me(), d.Log, d.a.ID, in))
	return slices.MaxFunc(book.Payments, func(a, b *payments.Payment) int { return a.CreatedAt.Compare(b.CreatedAt) }).Payment
}

func days(from, until string) reports.Days {
	return reports.Days{From: column.Date(from), Until: column.Date(until)}
}

func (d *desk) income(in reports.Days, by reports.Period) *reports.IncomeReport {
	d.t.Helper()
	return dbtest.Must[*reports.IncomeReport](d.t)(reports.Income(d.me(), d.Log, d.a.ID, in, by))
}

// noted gives the one event of what was read.
func noted(t *testing.T, c *activity.Collector) activity.Event {
	t.Helper()
	events := c.Take()
	if len(events) != 1 {
		t.Fatalf("%+v", events)
	}
	return events[0]
}

func text(rows [][]string) string {
	var all []string
	for _, row := range rows {
		all = append(all, strings.Join(row, " "))
	}
	return strings.Join(all, "\n")
}

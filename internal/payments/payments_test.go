package payments_test

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
	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/payment"
	"lanyard/ent/gen/ent/paymenttype"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/payments"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// till is an account that takes payments, kept by its owner.
type till struct {
	*dbtest.World
	t      testing.TB
	a      *dbtest.Account
	client *ent.Patient
	behind *pgx.Conn
}

func newTill(t testing.TB) *till {
	t.Helper()
	w := dbtest.New(t)
	behind, err := pgx.Connect(context.Background(), w.OwnerURL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = behind.Close(context.Background()) })
	l := &till{World: w, t: t, a: w.Account("a"), behind: behind}
	l.chargesFees(l.a)
	l.client = l.add(l.a, "Ann", "Adams")
	return l
}

// chargesFees gives an account a payment type by which no money comes in.
func (l *till) chargesFees(a *dbtest.Account) {
	l.t.Helper()
	must[*ent.PaymentType](l.t)(codessetup.PaymentTypes.Add(l.As(a.Owner), l.Log, a.ID, codessetup.PaymentTypeInput{Code: "FEE", Label: "Fee", Sign: paymenttype.SignRAISES, Active: true}))
}

func (l *till) add(a *dbtest.Account, first, last string) *ent.Patient {
	l.t.Helper()
	return must[*ent.Patient](l.t)(clients.AddClient(l.As(a.Owner), l.Log, a.ID, clients.ClientInput{
		FirstName: first, LastName: last, Sex: patient.SexUNKNOWN, InvoiceOption: patient.InvoiceOptionCLIENT,
	}))
}

// exec runs a statement round the walls, as the section Client Sessions would write.
func (l *till) exec(query string, args ...any) error {
	_, err := l.behind.Exec(context.Background(), query, args...)
	return err
}

// session is a client session of so many days ago.
func (l *till) session(client *ent.Patient, daysAgo int, charge, paid int64) globalid.ID {
	l.t.Helper()
	id := uuid.New()
	err := l.exec(`INSERT INTO client_sessions (id, account_id, client_id, service_date, billing_code, diagnosis_codes, modifiers, place_of_service, charge, bill_to, paid_at_session, created_at)
		VALUES ($1, $2, $3, $4, 'MISSED', '[]', '[]', '11', $5, 'CLIENT', $6, now())`, id, client.AccountID, client.ID, l.day(daysAgo), charge, paid)
	if err != nil {
		l.t.Fatal(err)
	}
	return globalid.New("ClientSession", client.AccountID, id)
}

// day is the day so many days ago in the account's zone.
func (l *till) day(ago int) string {
	zone := must[*time.Location](l.t)(time.LoadLocation("America/New_York"))
	return time.Now().In(zone).AddDate(0, 0, -ago).Format(time.DateOnly)
}

// check is a check of the client, of today.
func (l *till) check(client *ent.Patient, amount int64, allocations ...*payments.AllocationInput) payments.PaymentInput {
	return payments.PaymentInput{
		Key: uuid.NewString(), Client: client.GlobalID(), Payer: payment.PayerCLIENT, Method: "CHECK",
		Amount: amount, ReceivedOn: column.Date(l.day(0)), Allocations: allocations,
	}
}

func to(session globalid.ID, amount int64) *payments.AllocationInput {
	return &payments.AllocationInput{Session: session, Amount: amount}
}

func (l *till) post(in payments.PaymentInput) *payments.Book {
	l.t.Helper()
	return must[*payments.Book](l.t)(payments.PostPayment(l.As(l.a.Owner), l.Log, l.a.ID, in))
}

func (l *till) ledger(client *ent.Patient) *payments.Book {
	l.t.Helper()
	return must[*payments.Book](l.t)(payments.Ledger(l.As(l.a.Owner), l.Log, client.AccountID, client.ID))
}

// told gives the newest event of the account.
func (l *till) told() activity.Event {
	l.t.Helper()
	events := l.Events(l.a.ID)
	return events[len(events)-1]
}

// refusedAt tells whether an error names a field with a sentence that has these words.
func refusedAt(t testing.TB, err error, field, words string) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[0] != field || !strings.Contains(p.Message, words) || !strings.HasSuffix(p.Message, ".") {
		t.Errorf("want %q at %s, got %v", words, field, err)
	}
}

func TestLifeOfAPayment(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	first, second := l.session(l.client, 40, 100_00, 20_00), l.session(l.client, 10, 50_00, 0)
	in := l.check(l.client, 100_00, to(first, 80_00))
	in.Payer, in.PayerName, in.CheckNumber, in.Remark = payment.PayerINSURANCE, new("Blue Oak"), new("1042"), new(" for\nMay ")
	b := l.post(in)
	e := l.told()
	if e.Code != "payment.posted" || e.Action != activity.Create || e.EntityType != "Payment" || !slices.Equal(e.Clients, []uuid.UUID{l.client.ID}) || !slices.Equal(e.Entities, []uuid.UUID{b.Payments[0].ID}) {
		t.Errorf("%+v", e)
	}
	p := b.Payments[0]
	if p.Amount != 100_00 || p.Left != 20_00 || p.PayerName != "Blue Oak" || p.CheckNumber != "1042" || p.Remark != "for\nMay" || p.PostedBy != "a-owner" || len(p.Allocations) != 1 {
		t.Errorf("%+v", p)
	}
	l.owes(50_00, 20_00)
	b = must[*payments.Book](t)(payments.Allocate(l.As(l.a.Owner), l.Log, l.a.ID, p.ID, uuid.NewString(), []*payments.AllocationInput{to(second, 15_00)}))
	if e := l.told(); e.Code != "payment.allocated" || b.Payments[0].Left != 5_00 {
		t.Errorf("%+v, left %d", e, b.Payments[0].Left)
	}
	must[*payments.Book](t)(payments.Refund(l.As(l.a.Owner), l.Log, l.a.ID, payments.RefundInput{Key: uuid.NewString(), Payment: p.GlobalID(), Amount: 5_00, Reason: "Paid twice"}))
	if e := l.told(); e.Code != "payment.refunded" {
		t.Errorf("%+v", e)
	}
	l.owes(35_00, 0)
	_, err := payments.ReversePayment(l.As(l.a.Owner), l.Log, l.a.ID, p.ID, "Bounced")
	refusedAt(t, err, "id", "$5.00 of this payment was refunded. Take the refund back first")
	l.undoLast("REFUND")
	b = must[*payments.Book](t)(payments.ReversePayment(l.As(l.a.Owner), l.Log, l.a.ID, p.ID, "Bounced"))
	if e := l.told(); e.Code != "payment.reversed" || !b.Payments[0].Reversed || b.Payments[0].Left != 0 || len(b.Payments[0].Allocations) > 0 {
		t.Errorf("%+v, %+v", e, b.Payments[0])
	}
	l.owes(130_00, 0)
	_, err = payments.ReversePayment(l.As(l.a.Owner), l.Log, l.a.ID, p.ID, "Again")
	refusedAt(t, err, "id", "already")
	_, err = payments.Allocate(l.As(l.a.Owner), l.Log, l.a.ID, p.ID, uuid.NewString(), []*payments.AllocationInput{to(second, 1)})
	refusedAt(t, err, "allocations", "taken back")
}

// owes says what the client owes and what is not allocated.
func (l *till) owes(due, credit int64) {
	l.t.Helper()
	if b := l.ledger(l.client); b.Due() != due || b.Credit() != credit {
		l.t.Errorf("owes %d with %d to allocate; want %d and %d", b.Due(), b.Credit(), due, credit)
	}
}

// undoLast takes back the newest entry of a kind that can be.
func (l *till) undoLast(kind string) *payments.Book {
	l.t.Helper()
	entries := l.ledger(l.client).Entries
	for _, e := range slices.Backward(entries) {
		if e.Kind.String() == kind && e.Reversible() {
			return must[*payments.Book](l.t)(payments.ReverseEntry(l.As(l.a.Owner), l.Log, l.a.ID, e.ID, "A mistake"))
		}
	}
	l.t.Fatalf("no %s to take back", kind)
	return nil
}

package clientsessions_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/internal/clientsessions"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

// Whatever is done to a session, its entries in the ledger sum to what is still to be paid.
func TestTheLedgerFollows(t *testing.T) {
	o := newOffice(t)
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := o.hold(random(r)).ClientSession
		for range 8 {
			saved, err := o.edit(s, random(r))
			if err != nil {
				t.Fatal(err)
			}
			s = saved.ClientSession
			if got := o.balance(s.ID); got != s.Charge-s.PaidAtSession {
				t.Fatalf("seed %d: the ledger says %d of %d and %d", seed, got, s.Charge, s.PaidAtSession)
			}
		}
		s = dbtest.Must[*clientsessions.Saved](t)(o.void(s)).ClientSession
		if got := o.balance(s.ID); got != 0 {
			t.Errorf("seed %d: a void session costs %d", seed, got)
		}
	}
}

func random(r *rand.Rand) clientsessions.ClientSessionInput {
	in := usual()
	charge := r.IntN(3) * 5000
	in.Charge, in.PaidAtSession = &charge, r.IntN(3)*charge/2
	return in
}

// pay puts a payment into the ledger, as the section Payments does.
func (o *office) pay(s *ent.ClientSession, cents int) {
	o.t.Helper()
	payment := uuid.New()
	o.Owner(`INSERT INTO payments (id, account_id, client_id, payer, method, amount, received_on, posted_by, created_at)
		VALUES ($1, $2, $3, 'CLIENT', 'CASH', $4, current_date, 'x', now())`, payment, o.a.ID, s.ClientID, cents)
	o.Owner(`INSERT INTO ledger_entries (id, account_id, client_id, session_id, payment_id, kind, amount, entry_date, posted_by, created_at)
		SELECT gen_random_uuid(), $1, $2, e.session, $4, e.kind, e.amount, current_date, 'x', now()
		FROM (VALUES (NULL, 'PAYMENT', -$5::bigint), (NULL, 'ALLOCATION', $5::bigint), ($3::uuid, 'ALLOCATION', -$5::bigint)) AS e (session, kind, amount)`,
		o.a.ID, s.ClientID, s.ID, payment, cents)
}

func TestNeverMorePaidThanItCosts(t *testing.T) {
	o := newOffice(t)
	s := o.hold(usual()).ClientSession
	o.pay(s, 10000)
	in := usual()
	in.Charge = new(9999)
	_, lowered := o.edit(s, in)
	refusedAt(t, "lowered", lowered, "charge")
	_, voided := o.void(s)
	refusedAt(t, "voided", voided, "charge")
	in.Charge = new(10000)
	dbtest.Must[*clientsessions.Saved](t)(o.edit(s, in))
}

// invoice makes an invoice of a session and gives its id.
func (o *office) invoice(s *ent.ClientSession) uuid.UUID {
	o.t.Helper()
	id := uuid.New()
	o.Owner(`INSERT INTO invoices (id, account_id, client_id, number, batch_id, kind, invoice_date, total, paid, content, generated_by, created_at)
		VALUES ($1, $2, $3, 1, $1, 'CLIENT', current_date, 1, 0, '{}', 'x', now())`, id, o.a.ID, s.ClientID)
	o.Owner(`INSERT INTO invoice_lines (id, account_id, invoice_id, session_id, position, service_date, billing_code, description, diagnosis_codes, modifiers, place_of_service, units, charge, paid)
		SELECT gen_random_uuid(), account_id, $1, id, 1, service_date, billing_code, 'x', diagnosis_codes, modifiers, place_of_service, units, charge, 0 FROM client_sessions WHERE id = $2`, id, s.ID)
	return id
}

func TestAnInvoiceHoldsASession(t *testing.T) {
	o := newOffice(t)
	s := o.hold(usual()).ClientSession
	id := o.invoice(s)
	s = dbtest.Must[*ent.ClientSession](t)(clientsessions.Session(o.As(o.a.Owner), o.Log, o.a.ID, s.ID))
	if s.Status != clientsession.StatusINVOICED {
		t.Fatal(s.Status)
	}
	_, edited := o.edit(s, usual())
	_, voided := o.void(s)
	for _, err := range []error{edited, voided} {
		refusedWith(t, err, "An invoice holds this session. Void the invoice first, under Invoices & Claims.")
	}
	o.Owner(`UPDATE invoices SET status = 'VOID' WHERE id = $1`, id)
	s = dbtest.Must[*ent.ClientSession](t)(clientsessions.Session(o.As(o.a.Owner), o.Log, o.a.ID, s.ID))
	dbtest.Must[*clientsessions.Saved](t)(o.void(s))
}

func TestVoidIsForGood(t *testing.T) {
	o := newOffice(t)
	s := dbtest.Must[*clientsessions.Saved](t)(o.void(o.hold(usual()).ClientSession)).ClientSession
	_, again := o.void(s)
	_, edited := o.edit(s, usual())
	for _, err := range []error{again, edited} {
		refusedWith(t, err, "This session is void, and stays so. Add a new one instead.")
	}
	_, err := clientsessions.VoidClientSession(o.As(o.a.Owner), o.Log, o.a.ID, s.ID, 1, "because")
	refusedAt(t, "a reason in words", err, "reason")
}

func refusedWith(t *testing.T, err error, sentence string) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Message != sentence {
		t.Errorf("%v", err)
	}
}

package graph

import (
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/globalid"
)

// debt is a client of the account a who owes for a session, and what was done about it.
type debt struct{ client, session, payment, entry uuid.UUID }

// owing plants a client session, a payment with money left, and a write-off.
func (s *stage) owing(at uuid.UUID) debt {
	s.t.Helper()
	account := values{"account_id": at}
	d := debt{client: s.g.row("clients", account), payment: uuid.New(), entry: uuid.New()}
	method := "ZQ" + strings.ToUpper(uuid.NewString()[:6])
	s.g.row("payment_types", values{"account_id": at, "natural_key": method, "code": method, "active": true, "sign": "LOWERS"})
	d.session = s.g.row("client_sessions", values{
		"account_id": at, "client_id": d.client, "billing_code": s.billingCode(at), "appointment_id": nil, "authorization_id": nil, "location_id": nil, "location_name": nil,
		"diagnosis_codes": []string{}, "modifiers": []string{}, "bill_to": "CLIENT", "status": "OPEN", "charge": 1000, "paid_at_session": 0, "minutes": 50, "units": 1,
	})
	of := values{"account_id": at, "client_id": d.client}
	s.g.row("payments", with(of, values{"id": d.payment, "payer": "OTHER", "method": method, "amount": 1000}))
	s.g.row("ledger_entries", with(of, values{"kind": "PAYMENT", "amount": -1000, "payment_id": d.payment, "session_id": nil, "reverses_id": nil, "type_code": nil, "type_label": nil}))
	s.g.row("ledger_entries", with(of, values{"id": d.entry, "kind": "WRITE_OFF", "amount": -10, "payment_id": nil, "session_id": d.session, "reverses_id": nil}))
	s.g.row("ledger_entries", with(of, values{"kind": "REVERSAL", "amount": 10, "payment_id": nil, "session_id": d.session, "reverses_id": d.entry, "type_code": nil, "type_label": nil}))
	s.g.exec(`INSERT INTO ledger_entries (id, account_id, client_id, payment_id, session_id, kind, amount, entry_date, posted_by, created_at)
		SELECT gen_random_uuid(), $1, $2, $3, half.session, 'ALLOCATION', half.amount, '2011-03-04', 'zq-poster', '2011-03-04'
		FROM (VALUES (NULL, 5), ($4::uuid, -5)) AS half (session, amount)`, at, d.client, d.payment, d.session)
	d.entry = s.g.row("ledger_entries", with(of, values{"kind": "WRITE_OFF", "amount": -10, "payment_id": nil, "session_id": d.session, "reverses_id": nil}))
	return d
}

func with(a, b values) values {
	all := values{}
	for _, some := range []values{a, b} {
		for k, v := range some {
			all[k] = v
		}
	}
	return all
}

// money are the arguments about one debt.
func (s *stage) money() map[string]func() any {
	d := s.owing(s.a.ID)
	id := func(typ string, row uuid.UUID) func() any { return text(globalid.New(typ, s.a.ID, row)) }
	session := id("ClientSession", d.session)
	nothing := func() any { return nil }
	return map[string]func() any{
		"debtor": id("Client", d.client), "PaymentInput.client": id("Client", d.client),
		"PaymentInput.method":     func() any { return one[string](s.g, `SELECT method FROM payments WHERE id = $1`, d.payment) },
		"AllocationInput.session": session, "WriteOffInput.session": session, "AdjustmentInput.session": session,
		"RefundInput.payment":  id("Payment", d.payment),
		"WriteOffInput.type":   func() any { return one[string](s.g, `SELECT method FROM payments WHERE id = $1`, d.payment) },
		"AdjustmentInput.type": nothing, "RefundInput.type": nothing,
	}
}

// moneyRows are the types and tables of the rows that mutations of payments are about.
var moneyRows = map[string][2]string{
	"allocatePayment": {"Payment", "payments"}, "reversePayment": {"Payment", "payments"}, "reverseEntry": {"LedgerEntry", "ledger_entries"},
}

// paid is what a mutation of payments is about, each time another.
func (s *stage) paid(mutation string) (globalid.ID, bool) {
	switch mutation {
	case "allocatePayment", "reversePayment":
		d := s.owing(s.a.ID)
		s.call.said["AllocationInput.session"] = text(globalid.New("ClientSession", s.a.ID, d.session))
		return globalid.New("Payment", s.a.ID, d.payment), true
	case "reverseEntry":
		return globalid.New("LedgerEntry", s.a.ID, s.owing(s.a.ID).entry), true
	}
	return globalid.ID{}, false
}

package main

import (
	"fmt"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

const balances = `query($a: ID!, $first: Int!) { account(id: $a) { balancesDue(first: $first) { nodes { client { displayName } total } } } }`

const wholeLedger = `due credit sessions { id owed } payments { id left allocations { amount } } entries { id balance }`

// TestPaymentsStatements counts what the database is asked in Payments & Balances: for many
// clients, sessions or allocations it is asked no more often than for one.
func TestPaymentsStatements(t *testing.T) {
	d := newDebts(t)
	for _, o := range []struct {
		name       string
		statements int
		do         func(t *testing.T)
	}{
		{"balances, a page of 1", 7, d.asked(balances, "first", 1)},
		{"balances, a page of 50", 7, d.asked(balances, "first", 50)},
		{"totals of three accounts", 11, d.asked(`{ viewer { accounts { balanceTotals { total } } } }`, "first", 0)},
		{"ledger", 9, d.asked(`query($a: ID!, $client: ID!) { account(id: $a) { ledger(client: $client) { `+wholeLedger+` } } }`, "client", d.global("Client", d.client))},
		{"post, 1 allocation", 17, d.posts(1)},
		{"post, 20 allocations", 17, d.posts(20)},
		{"allocate, 1 session", 15, d.allocates(1)},
		{"allocate, 20 sessions", 15, d.allocates(20)},
	} {
		t.Run(o.name, func(t *testing.T) {
			got := d.fewest(t, o.do)
			t.Logf("| %s | %d | %d |", o.name, got.roundTrips, len(got.statements))
			if len(got.statements) > o.statements {
				t.Errorf("%d statements; at most %d are expected:\n%s", len(got.statements), o.statements, got.text())
			}
		})
	}
}

// debts are an account whose clients all owe something, and one of them for many sessions.
type debts struct {
	*counted
	sessions []uuid.UUID
	// payment is of the client, and large.
	payment uuid.UUID
}

func newDebts(t *testing.T) *debts {
	t.Helper()
	d := &debts{counted: newCounted(t), payment: uuid.New()}
	owner := d.accounts[0].Owner
	for _, a := range d.accounts[1:] {
		owner = d.Join(owner, a, access.Everything())
	}
	granted, err := d.Prover.Begin(d.As(nil), owner.Username)
	if err != nil {
		t.Fatal(err)
	}
	d.token = granted.Token
	const sessionOfEach = `INSERT INTO client_sessions (id, account_id, client_id, service_date, billing_code, diagnosis_codes, modifiers, place_of_service, charge, bill_to, paid_at_session, created_at)
		SELECT coalesce($2::uuid, gen_random_uuid()), account_id, id, current_date - 40, 'MISSED', '[]', '[]', '11', 90000, 'CLIENT', 0, now() FROM clients WHERE account_id = $1 AND id = coalesce($3::uuid, id)`
	d.Owner(sessionOfEach, d.account(), nil, nil)
	for range 20 {
		d.sessions = append(d.sessions, uuid.New())
		d.Owner(sessionOfEach, d.account(), d.sessions[len(d.sessions)-1], d.client)
	}
	d.Owner(`INSERT INTO payments (id, account_id, client_id, payer, method, amount, received_on, posted_by, created_at) VALUES ($1, $2, $3, 'CLIENT', 'CASH', 900000, current_date, 'x', now())`,
		d.payment, d.account(), d.client)
	d.Owner(`INSERT INTO ledger_entries (id, account_id, client_id, payment_id, kind, amount, entry_date, posted_by, created_at) VALUES (gen_random_uuid(), $2, $3, $1, 'PAYMENT', -900000, current_date, 'x', now())`,
		d.payment, d.account(), d.client)
	return d
}

func (d *debts) asked(query, key string, value any) func(*testing.T) {
	return func(t *testing.T) { d.ask(t, query, map[string]any{key: value}) }
}

// parts are a cent to each of so many sessions.
func (d *debts) parts(n int) []map[string]any {
	all := make([]map[string]any, n)
	for i, id := range d.sessions[:n] {
		all[i] = map[string]any{"session": globalid.New("ClientSession", d.account(), id).String(), "amount": 1}
	}
	return all
}

func (d *debts) posts(n int) func(*testing.T) {
	return func(t *testing.T) {
		d.ask(t, `mutation($a: ID!, $input: PaymentInput!) { postPayment(account: $a, input: $input) { ledger { `+wholeLedger+` } } }`, map[string]any{"input": map[string]any{
			"key": uuid.NewString(), "client": d.global("Client", d.client), "payer": "CLIENT", "method": "CASH", "amount": 100, "receivedOn": "2026-01-05", "allocations": d.parts(n),
		}})
	}
}

func (d *debts) allocates(n int) func(*testing.T) {
	return func(t *testing.T) {
		d.ask(t, fmt.Sprintf(`mutation($a: ID!, $key: String!, $payment: ID!, $parts: [AllocationInput!]!) { allocatePayment(account: $a, key: $key, id: $payment, allocations: $parts) { ledger { %s } } }`, wholeLedger),
			map[string]any{"key": uuid.NewString(), "payment": d.global("Payment", d.payment), "parts": d.parts(n)})
	}
}

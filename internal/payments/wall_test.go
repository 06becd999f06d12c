package payments_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/internal/access"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/payments"
	"lanyard/internal/problem"
)

// Of many who give the same money at once only so many are let as there is money for.
func TestAllocationsAtOnce(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	s := l.session(l.client, 40, 100_00, 0)
	p := l.post(l.check(l.client, 50_00)).Payments[0].ID
	var mu sync.Mutex
	var all sync.WaitGroup
	done := 0
	for range 8 {
		all.Go(func() {
			_, err := payments.Allocate(l.As(l.a.Owner), l.Log, l.a.ID, p, uuid.NewString(), []*payments.AllocationInput{to(s, 20_00)})
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				done++
			} else if problem.As(err) == nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if done != 2 {
		t.Errorf("%d of $50.00 were given $20.00", done)
	}
	l.owes(60_00, 10_00)
}

// A session that is made cheaper while it is paid: one of the two is refused.
func TestASessionIsMadeCheaperWhileItIsPaid(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	for range 20 {
		s := l.session(l.client, 40, 100_00, 0)
		var all sync.WaitGroup
		var paid, cheaper error
		all.Go(func() {
			_, paid = payments.PostPayment(l.As(l.a.Owner), l.Log, l.a.ID, l.check(l.client, 100_00, to(s, 100_00)))
		})
		all.Go(func() { cheaper = l.exec(`UPDATE client_sessions SET charge = 5000 WHERE id = $1`, s.Row) })
		all.Wait()
		if (paid == nil) == (cheaper == nil) || paid != nil && problem.As(paid) == nil {
			t.Fatalf("paid: %v, made cheaper: %v", paid, cheaper)
		}
	}
}

// The rules of the database hold whoever writes into the ledger.
func TestTheDatabaseHoldsTheLedger(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	s := l.session(l.client, 40, 100_00, 0)
	p := l.post(l.check(l.client, 50_00, to(s, 30_00))).Payments[0].ID
	const entry = `INSERT INTO ledger_entries (id, account_id, client_id, session_id, payment_id, kind, amount, entry_date, posted_by, created_at)
		VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, '2026-01-05', 'x', now())`
	for state, args := range map[string][]any{
		"LY002": {l.a.ID, l.client.ID, s.Row, nil, "WRITE_OFF", -70_01},
		"LY005": {l.a.ID, l.client.ID, nil, p, "REFUND", 20_01},
		"23514": {l.a.ID, l.client.ID, nil, p, "REFUND", 0},
		"23503": {l.a.ID, l.client.ID, uuid.New(), nil, "ADJUSTMENT", 1},
	} {
		if err := l.exec(entry, args...); err == nil || !strings.Contains(err.Error(), state) {
			t.Errorf("%s: %v", state, err)
		}
	}
	if err := l.exec(entry, l.a.ID, l.client.ID, s.Row, nil, "CHARGE", -1); err == nil || !strings.Contains(err.Error(), "ledger_kinds") {
		t.Errorf("a negative charge: %v", err)
	}
	for _, statement := range []string{
		`UPDATE ledger_entries SET amount = 1`, `DELETE FROM ledger_entries`, `UPDATE payments SET amount = 1`, `UPDATE payments SET remark = 'x'`, `DELETE FROM payments`,
	} {
		if err := l.exec(statement); err == nil || !strings.Contains(err.Error(), "only ever added to") {
			t.Errorf("the owner of the database: %s: %v", statement, err)
		}
		if err := l.asServer(l.a.Owner, statement); err == nil || !strings.Contains(err.Error(), "42501") {
			t.Errorf("the server: %s: %v", statement, err)
		}
	}
	// The method follows the code of its type.
	if err := l.exec(`UPDATE payment_types SET natural_key = 'CHEQUE', code = 'CHEQUE' WHERE code = 'CHECK'`); err != nil {
		t.Error(err)
	}
	if got := l.ledger(l.client).Payments[0].Method; got != "CHEQUE" {
		t.Error(got)
	}
}

// Whoever holds Payments & Balances and gets past the section writes nothing that does not add up,
// nothing that sessions write themselves, and nothing in another's name.
func TestTheDatabaseHoldsTheLedgerOfWhoMayPost(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	bo := l.add(l.a, "Bo", "Brown")
	s, bos := l.session(l.client, 40, 100_00, 20_00), l.session(bo, 40, 100_00, 0)
	p, bosPayment := l.post(l.check(l.client, 50_00, to(s, 30_00))).Payments[0].ID, l.post(l.check(bo, 50_00)).Payments[0].ID
	of := map[ledgerentry.Kind]*payments.Entry{}
	for _, e := range l.ledger(l.client).Entries {
		of[e.Kind] = e
	}
	const entry = `INSERT INTO ledger_entries (id, account_id, client_id, session_id, payment_id, reverses_id, kind, amount, entry_date, posted_by, created_at)
		VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, '2026-01-05', $8, now())`
	me, none := l.a.Owner.Name, (*uuid.UUID)(nil)
	for what, bad := range map[string]struct {
		state  string
		client uuid.UUID
		args   []any
	}{
		"a negative charge":            {"42501", l.client.ID, []any{s.Row, none, none, "CHARGE", -1, me}},
		"a charge":                     {"42501", l.client.ID, []any{s.Row, none, none, "CHARGE", 1, me}},
		"a payment at the session":     {"42501", l.client.ID, []any{s.Row, none, none, "PAYMENT", -1, me}},
		"another's name":               {"42501", l.client.ID, []any{s.Row, none, none, "WRITE_OFF", -1, "x"}},
		"another's payment":            {"23503", bo.ID, []any{bos.Row, p, none, "ALLOCATION", -1, me}},
		"another's session":            {"23503", l.client.ID, []any{bos.Row, p, none, "ALLOCATION", -1, me}},
		"half an allocation":           {"23514", l.client.ID, []any{s.Row, p, none, "ALLOCATION", -1, me}},
		"credit out of nothing":        {"23514", l.client.ID, []any{nil, p, none, "PAYMENT", -1, me}},
		"a write-off that charges":     {"23514", l.client.ID, []any{s.Row, none, none, "WRITE_OFF", 1, me}},
		"a reversal of nothing":        {"23503", l.client.ID, []any{s.Row, none, uuid.New(), "REVERSAL", -1, me}},
		"a reversal of more":           {"23503", l.client.ID, []any{s.Row, p, of["ALLOCATION"].ID, "REVERSAL", 31_00, me}},
		"a reversal at another":        {"23503", bo.ID, []any{nil, bosPayment, of["ALLOCATION"].ID, "REVERSAL", 30_00, me}},
		"a reversal of a charge":       {"23503", l.client.ID, []any{s.Row, none, of["CHARGE"].ID, "REVERSAL", -100_00, me}},
		"a reversal that says nothing": {"23503", l.client.ID, []any{s.Row, none, of["ALLOCATION"].ID, "WRITE_OFF", -1, me}},
	} {
		err := l.asServer(l.a.Owner, entry, append([]any{l.a.ID, bad.client}, bad.args...)...)
		if err == nil || !strings.Contains(err.Error(), bad.state) {
			t.Errorf("%s: %v", what, err)
		}
	}
	err := l.asServer(l.a.Owner, `INSERT INTO payments (id, account_id, client_id, payer, method, amount, received_on, posted_by, created_at)
		VALUES (gen_random_uuid(), $1, $2, 'CLIENT', 'CHECK', 1, '2026-01-05', 'x', now())`, l.a.ID, l.client.ID)
	if err == nil || !strings.Contains(err.Error(), "42501") {
		t.Errorf("a payment in another's name: %v", err)
	}
	if err := l.asServer(l.a.Owner, entry, l.a.ID, l.client.ID, s.Row, none, none, "WRITE_OFF", -1, me); err != nil {
		t.Errorf("a write-off: %v", err)
	}
}

// asServer runs a statement as the server's role in the name of the viewer.
func (l *till) asServer(v *access.Viewer, statement string, args ...any) error {
	ctx := l.t.(*testing.T).Context()
	conn, err := pgx.Connect(ctx, l.URL)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close(ctx) }()
	if _, err := conn.Exec(ctx, `SELECT set_config('lanyard.username', $1, false), set_config('lanyard.account', $2, false)`, v.Username.String(), l.a.ID.String()); err != nil {
		return err
	}
	_, err = conn.Exec(ctx, statement, args...)
	return err
}

func TestWithoutPaymentsNothingIsSeenOrWritten(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	l.session(l.client, 40, 100_00, 0)
	p := l.post(l.check(l.client, 50_00)).Payments[0].ID
	levels := access.Everything()
	levels[access.Payments] = access.None
	shut := l.Username(l.a, "shut", levels)
	if got := must[*page.Page[*payments.Balance]](t)(payments.List(l.As(shut), l.Log, l.a.ID, payments.Query{Order: payments.ByName, Args: page.Args{First: 5}})).Nodes; len(got) > 0 {
		t.Errorf("%+v", got[0])
	}
	if b := must[*payments.Book](t)(payments.Ledger(l.As(shut), l.Log, l.a.ID, l.client.ID)); len(b.Entries)+len(b.Payments) > 0 {
		t.Errorf("%+v", b)
	}
	viewer := l.Username(l.a, "viewer", access.Levels{access.Payments: access.View})
	if b := must[*payments.Book](t)(payments.Ledger(l.As(viewer), l.Log, l.a.ID, l.client.ID)); b.Due() != 100_00 || b.Client.DisplayName != "Ann Adams" {
		t.Errorf("%+v", b)
	}
	for _, v := range []*access.Viewer{shut, viewer} {
		if _, err := payments.PostPayment(l.As(v), l.Log, l.a.ID, l.check(l.client, 1_00)); err == nil {
			t.Errorf("%s has posted", v.Name)
		}
		if _, err := payments.ReversePayment(l.As(v), l.Log, l.a.ID, p, "x"); err == nil {
			t.Errorf("%s has reversed", v.Name)
		}
	}
	// Without Clients and Client Sessions the section works all the same.
	till := l.Username(l.a, "till", access.Levels{access.Payments: access.Full})
	in := l.check(l.client, 20_00)
	in.OldestFirst = true
	if b := must[*payments.Book](t)(payments.PostPayment(l.As(till), l.Log, l.a.ID, in)); b.Due() != 80_00 {
		t.Errorf("%+v", b)
	}
	if n := must[int](t)(l.Log.Reader().ClientSession.Query().Count(database.In(l.As(till), l.a.ID))); n > 0 {
		t.Errorf("sees %d sessions", n)
	}
}

func TestAnotherAccountsMoneyIsUnknown(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	other := l.Account("b")
	s := l.session(l.client, 40, 100_00, 0)
	b := l.post(l.check(l.client, 50_00, to(s, 10_00)))
	master := l.Join(l.a.Owner, other, access.OwnerLevels())
	ctx := l.As(master)
	change := payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: 1, Reason: "x"}
	refund := payments.RefundInput{Key: uuid.NewString(), Payment: b.Payments[0].GlobalID(), Amount: 1, Reason: "x"}
	for what, do := range map[string]func() (*payments.Book, error){
		"ledger": func() (*payments.Book, error) { return payments.Ledger(ctx, l.Log, other.ID, l.client.ID) },
		"allocate": func() (*payments.Book, error) {
			return payments.Allocate(ctx, l.Log, other.ID, b.Payments[0].ID, uuid.NewString(), []*payments.AllocationInput{to(s, 1)})
		},
		"write off": func() (*payments.Book, error) { return payments.WriteOff(ctx, l.Log, other.ID, change) },
		"adjust":    func() (*payments.Book, error) { return payments.Adjust(ctx, l.Log, other.ID, change) },
		"refund":    func() (*payments.Book, error) { return payments.Refund(ctx, l.Log, other.ID, refund) },
		"reverse": func() (*payments.Book, error) {
			return payments.ReversePayment(ctx, l.Log, other.ID, b.Payments[0].ID, "x")
		},
		"an entry": func() (*payments.Book, error) {
			return payments.ReverseEntry(ctx, l.Log, other.ID, b.Entries[0].ID, "x")
		},
	} {
		if _, err := do(); !reflect.DeepEqual(problem.As(err), problem.Missing()) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

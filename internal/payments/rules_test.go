package payments_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/globalid"
	"lanyard/internal/payments"
	"lanyard/internal/problem"
)

func TestAPaymentThatIsNotRightIsRefusedAtItsField(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	other := l.Account("b")
	theirs := l.add(other, "Ben", "Brown")
	for what, bad := range map[string]struct {
		field  string
		change func(*payments.PaymentInput)
	}{
		"nothing":          {"amount", func(in *payments.PaymentInput) { in.Amount = 0 }},
		"negative":         {"amount", func(in *payments.PaymentInput) { in.Amount = -1 }},
		"too much":         {"amount", func(in *payments.PaymentInput) { in.Amount = 1_000_000_01 }},
		"tomorrow":         {"receivedOn", func(in *payments.PaymentInput) { in.ReceivedOn = column.Date(l.day(-1)) }},
		"next year":        {"receivedOn", func(in *payments.PaymentInput) { in.ReceivedOn = column.Date(l.day(-365)) }},
		"long ago":         {"receivedOn", func(in *payments.PaymentInput) { in.ReceivedOn = "1999-12-31" }},
		"no day":           {"receivedOn", func(in *payments.PaymentInput) { in.ReceivedOn = "2026-02-30" }},
		"no method":        {"method", func(in *payments.PaymentInput) { in.Method = " " }},
		"unknown method":   {"method", func(in *payments.PaymentInput) { in.Method = "GOLD" }},
		"method that adds": {"method", func(in *payments.PaymentInput) { in.Method = "FEE" }},
		"nobody paid":      {"payerName", func(in *payments.PaymentInput) { in.Payer = payment.PayerOTHER }},
		"no payer":         {"payer", func(in *payments.PaymentInput) { in.Payer = "GHOST" }},
		"long number":      {"checkNumber", func(in *payments.PaymentInput) { in.CheckNumber = new(strings.Repeat("1", 31)) }},
		"long remark":      {"remark", func(in *payments.PaymentInput) { in.Remark = new(strings.Repeat("x", 501)) }},
		"no text":          {"remark", func(in *payments.PaymentInput) { in.Remark = new("a\x00") }},
		"short key":        {"key", func(in *payments.PaymentInput) { in.Key = "1" }},
		"another's client": {"client", func(in *payments.PaymentInput) { in.Client = theirs.GlobalID() }},
		"theirs as ours":   {"client", func(in *payments.PaymentInput) { in.Client = globalid.New("Client", l.a.ID, theirs.ID) }},
	} {
		in := l.check(l.client, 10_00)
		bad.change(&in)
		_, err := payments.PostPayment(l.As(l.a.Owner), l.Log, l.a.ID, in)
		if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[0] != bad.field || !strings.HasSuffix(p.Message, ".") {
			t.Errorf("%s: %v", what, err)
		}
	}
	l.owes(0, 0)
}

func TestNoMoreIsAllocatedThanThereIsAndThanIsOwed(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	first, second := l.session(l.client, 40, 100_00, 0), l.session(l.client, 10, 50_00, 0)
	others := l.session(l.add(l.a, "Bo", "Brown"), 10, 50_00, 0)
	for words, asked := range map[string][]*payments.AllocationInput{
		"owes $100.00":             {to(first, 100_01)},
		"owes $10.00":              {to(first, 90_00), to(first, 10_01)},
		"has $20.00 left":          {to(first, 100_00), to(second, 20_01)},
		"more than nothing":        {to(first, 0)},
		"more than nothing to":     {to(first, -1)},
		"sessions of this client":  {to(others, 1)},
		"sessions of this client.": {to(globalid.New("ClientSession", l.a.ID, uuid.New()), 1)},
	} {
		_, err := payments.PostPayment(l.As(l.a.Owner), l.Log, l.a.ID, l.check(l.client, 120_00, asked...))
		refusedAt(t, err, "allocations", words)
	}
	l.owes(150_00, 0)
	in := l.check(l.client, 120_00, to(second, 30_00))
	in.OldestFirst = true
	b := l.post(in)
	if p := b.Payments[0]; p.Left != 0 || len(p.Allocations) != 2 || b.Sessions[0].Owed() != 10_00 || b.Sessions[1].Owed() != 20_00 {
		t.Errorf("%+v", p)
	}
}

func TestWriteOffsAndAdjustments(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	s := l.session(l.client, 40, 100_00, 0)
	input := func(amount int64) payments.SessionInput {
		return payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: amount, Reason: "Agreed"}
	}
	ctx := l.As(l.a.Owner)
	must[*payments.Book](t)(payments.WriteOff(ctx, l.Log, l.a.ID, input(30_00)))
	if e := l.told(); e.Code != "writeoff.posted" {
		t.Errorf("%+v", e)
	}
	l.owes(70_00, 0)
	_, err := payments.WriteOff(ctx, l.Log, l.a.ID, input(70_01))
	refusedAt(t, err, "amount", "owes $70.00")
	_, err = payments.WriteOff(ctx, l.Log, l.a.ID, input(-1))
	refusedAt(t, err, "amount", "more than nothing")
	must[*payments.Book](t)(payments.Adjust(ctx, l.Log, l.a.ID, input(5_00)))
	if e := l.told(); e.Code != "adjustment.posted" {
		t.Errorf("%+v", e)
	}
	l.owes(75_00, 0)
	_, err = payments.Adjust(ctx, l.Log, l.a.ID, input(-75_01))
	refusedAt(t, err, "amount", "owes $75.00")
	_, err = payments.Adjust(ctx, l.Log, l.a.ID, input(0))
	refusedAt(t, err, "amount", "more than nothing")
	silent := input(1)
	silent.Reason = " "
	_, err = payments.Adjust(ctx, l.Log, l.a.ID, silent)
	refusedAt(t, err, "reason", "why")
	l.post(l.check(l.client, 75_00, to(s, 75_00)))
	refusedAt(t, l.reverse("ADJUSTMENT"), "id", "Take back what was paid first")
	l.undoLast("ALLOCATION")
	l.owes(75_00, 75_00)
	l.undoLast("ADJUSTMENT")
	l.undoLast("WRITE_OFF")
	l.owes(100_00, 75_00)
	for kind, words := range map[string]string{"CHARGE": "change it there", "PAYMENT": "as a whole", "REVERSAL": "anew", "WRITE_OFF": "already", "ALLOCATION": "to the session"} {
		refusedAt(t, l.reverse(kind), "id", words)
	}
	if err := l.exec(`UPDATE client_sessions SET status = 'VOID' WHERE id = $1`, s.Row); err != nil {
		t.Fatal(err)
	}
	_, err = payments.Adjust(ctx, l.Log, l.a.ID, input(1))
	refusedAt(t, err, "session", "void")
}

// reverse tries to take back the first entry of a kind.
func (l *till) reverse(kind string) error {
	entries := l.ledger(l.client).Entries
	first := slices.IndexFunc(entries, func(e *payments.Entry) bool { return e.Kind.String() == kind })
	_, err := payments.ReverseEntry(l.As(l.a.Owner), l.Log, l.a.ID, entries[first].ID, "A mistake")
	return err
}

// What is void is owed no more, so nothing that was adjusted of it stays.
func TestAVoidSessionOwesNothing(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	s := l.session(l.client, 100, 100_00, 10_00)
	for _, amount := range []int64{7_00, -3_00} {
		must[*payments.Book](t)(payments.Adjust(l.As(l.a.Owner), l.Log, l.a.ID, payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: amount, Reason: "x"}))
	}
	l.owes(94_00, 0)
	if err := l.exec(`UPDATE client_sessions SET status = 'VOID' WHERE id = $1`, s.Row); err != nil {
		t.Fatal(err)
	}
	l.owes(0, 0)
}

func TestAFormThatIsSentTwiceIsPostedOnce(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	s := l.session(l.client, 40, 100_00, 0)
	ctx, in := l.As(l.a.Owner), l.check(l.client, 60_00, to(s, 50_00))
	l.post(in)
	if b := l.post(in); len(b.Payments) != 1 || l.told().Code != "ledger.opened" {
		t.Errorf("%d payments, %s", len(b.Payments), l.told().Code)
	}
	for what, change := range map[string]func(*payments.PaymentInput){
		"amount": func(in *payments.PaymentInput) { in.Amount = 61_00 },
		"method": func(in *payments.PaymentInput) { in.Method = "CASH" },
		"day":    func(in *payments.PaymentInput) { in.ReceivedOn = "2026-01-02" },
	} {
		again := in
		change(&again)
		if _, err := payments.PostPayment(ctx, l.Log, l.a.ID, again); problem.As(err) == nil || problem.As(err).Code != problem.Conflict {
			t.Errorf("another %s: %v", what, err)
		}
	}
	other := l.check(l.add(l.a, "Bo", "Brown"), 60_00)
	other.Key = in.Key
	if _, err := payments.PostPayment(ctx, l.Log, l.a.ID, other); problem.As(err) == nil || problem.As(err).Code != problem.Conflict {
		t.Errorf("another client: %v", err)
	}
	off := payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: 10_00, Reason: "x"}
	refund := payments.RefundInput{Key: uuid.NewString(), Payment: l.ledger(l.client).Payments[0].GlobalID(), Amount: 2_00, Reason: "x"}
	for range 2 {
		must[*payments.Book](t)(payments.WriteOff(ctx, l.Log, l.a.ID, off))
		must[*payments.Book](t)(payments.Refund(ctx, l.Log, l.a.ID, refund))
	}
	l.owes(40_00, 8_00)
	elsewhere := l.session(l.add(l.a, "Cy", "Clark"), 40, 100_00, 0)
	for what, session := range map[string]globalid.ID{"session": l.session(l.client, 40, 100_00, 0), "client's session": elsewhere} {
		off.Session = session
		if _, err := payments.WriteOff(ctx, l.Log, l.a.ID, off); problem.As(err) == nil || problem.As(err).Code != problem.Conflict {
			t.Errorf("another %s: %v", what, err)
		}
	}
}

func TestMethodsAreThoseInUse(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	if err := l.exec(`UPDATE payment_types SET active = false WHERE code = 'CARD'`); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, m := range must[[]*ent.PaymentType](t)(payments.Methods(l.As(l.a.Owner), l.Log, l.a.ID)) {
		codes = append(codes, m.Code)
	}
	if !slices.Equal(codes, []string{"EFT", "CASH", "CHECK"}) {
		t.Errorf("%v", codes)
	}
}

func TestAnAllocationThatIsSentTwiceIsDoneOnce(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	first, second := l.session(l.client, 40, 100_00, 0), l.session(l.client, 10, 50_00, 0)
	p := l.post(l.check(l.client, 120_00)).Payments[0].ID
	ctx, key := l.As(l.a.Owner), uuid.NewString()
	send := func(key string, payment uuid.UUID, parts ...*payments.AllocationInput) (*payments.Book, error) {
		return payments.Allocate(ctx, l.Log, l.a.ID, payment, key, parts)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, err := send(key, p, to(first, 20_00), to(second, 10_00)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	l.owes(120_00, 90_00)
	if must[*payments.Book](t)(send(key, p, to(first, 20_00), to(second, 10_00))); l.told().Code != "ledger.opened" {
		t.Error(l.told().Code)
	}
	other := l.add(l.a, "Bo", "Brown")
	theirs, elsewhere := l.post(l.check(other, 60_00)).Payments[0].ID, l.session(other, 10, 50_00, 0)
	another := l.post(l.check(l.client, 60_00)).Payments[0].ID
	for what, err := range map[string]error{
		"amount":   refusal(send(key, p, to(first, 21_00), to(second, 10_00))),
		"session":  refusal(send(key, p, to(first, 20_00), to(first, 10_00))),
		"fewer":    refusal(send(key, p, to(first, 20_00))),
		"more":     refusal(send(key, p, to(first, 20_00), to(second, 10_00), to(second, 1_00))),
		"payment":  refusal(send(key, another, to(first, 20_00), to(second, 10_00))),
		"a client": refusal(send(key, theirs, to(elsewhere, 20_00))),
	} {
		if problem.As(err) == nil || problem.As(err).Code != problem.Conflict {
			t.Errorf("another %s: %v", what, err)
		}
	}
	_, err := send("short", p, to(first, 1_00))
	refusedAt(t, err, "key", "16 to 100")
}

func refusal(_ *payments.Book, err error) error { return err }

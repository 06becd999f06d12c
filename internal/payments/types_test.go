package payments_test

import (
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/internal/payments"
	"lanyard/internal/problem"
)

// What is written off, adjusted and refunded is of a payment type of its sign, by the name of that day.
func TestEntriesAreOfTypes(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	ctx, s := l.As(l.a.Owner), l.session(l.client, 10, 100_00, 0)
	l.post(l.check(l.client, 60_00))
	off := payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: 10_00, Type: new(" cash"), Reason: "x"}
	more := payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: 5_00, Type: new("FEE"), Reason: "x"}
	less := payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: -5_00, Type: new("CASH"), Reason: "x"}
	back := payments.RefundInput{Key: uuid.NewString(), Payment: l.ledger(l.client).Payments[0].GlobalID(), Amount: 2_00, Type: new("FEE"), Reason: "x"}
	must[*payments.Book](t)(payments.WriteOff(ctx, l.Log, l.a.ID, off))
	must[*payments.Book](t)(payments.Adjust(ctx, l.Log, l.a.ID, more))
	must[*payments.Book](t)(payments.Adjust(ctx, l.Log, l.a.ID, less))
	must[*payments.Book](t)(payments.Refund(ctx, l.Log, l.a.ID, back))
	if err := l.exec(`UPDATE payment_types SET label = 'Renamed', natural_key = 'X' || natural_key, code = 'X' || code, active = false`); err != nil {
		t.Fatal(err)
	}
	must[*payments.Book](t)(payments.WriteOff(ctx, l.Log, l.a.ID, off)) // sent again it is the same form
	var said []string
	for _, e := range l.ledger(l.client).Entries {
		if e.TypeCode != nil {
			said = append(said, string(e.Kind)+" "+*e.TypeCode+" "+*e.TypeLabel)
		}
	}
	if len(said) != 4 || said[0] != string(ledgerentry.KindWRITE_OFF)+" CASH Cash" {
		t.Errorf("%q", said)
	}
	again := off
	again.Type = new("EFT")
	if _, err := payments.WriteOff(ctx, l.Log, l.a.ID, again); problem.As(err) == nil || problem.As(err).Code != problem.Conflict {
		t.Errorf("the same form with another type: %v", err)
	}
	if got := must[[]*ent.PaymentType](t)(payments.Types(ctx, l.Log, l.a.ID)); len(got) != 0 {
		t.Errorf("what is not in use is offered: %v", got)
	}
}

func TestATypeHasTheSignOfItsEntry(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	ctx, s := l.As(l.a.Owner), l.session(l.client, 10, 100_00, 0)
	payment := l.post(l.check(l.client, 60_00)).Payments[0].GlobalID()
	in := func(code string, amount int64) payments.SessionInput {
		return payments.SessionInput{Key: uuid.NewString(), Session: s, Amount: amount, Type: &code, Reason: "x"}
	}
	for what, err := range map[string]error{
		"a fee is written off":   refusal(payments.WriteOff(ctx, l.Log, l.a.ID, in("FEE", 1_00))),
		"a fee lowers":           refusal(payments.Adjust(ctx, l.Log, l.a.ID, in("FEE", -1_00))),
		"cash raises":            refusal(payments.Adjust(ctx, l.Log, l.a.ID, in("CASH", 1_00))),
		"there is none":          refusal(payments.WriteOff(ctx, l.Log, l.a.ID, in("NONE", 1_00))),
		"cash is given as a fee": refusal(payments.Refund(ctx, l.Log, l.a.ID, payments.RefundInput{Key: uuid.NewString(), Payment: payment, Amount: 1_00, Type: new("CASH"), Reason: "x"})),
	} {
		t.Run(what, func(t *testing.T) { refusedAt(t, err, "type", "in use and") })
	}
	l.owes(100_00, 60_00)
}

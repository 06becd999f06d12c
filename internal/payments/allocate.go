package payments

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/internal/activity"
	"lanyard/internal/form"
	"lanyard/internal/money"
	"lanyard/internal/problem"
)

// Allocate says what of a payment pays which session. Sent twice with the same key it is done once. It
// fails with BAD_USER_INPUT for more than the payment has left or a session owes, and with NOT_FOUND
// for a payment that this account does not have.
func Allocate(ctx context.Context, log *activity.Log, account, payment uuid.UUID, key string, asked []*AllocationInput) (*Book, error) {
	var c form.Checks
	sent := c.Key(account, key)
	if len(asked) == 0 {
		c.Fail("allocations", "Say what it pays.")
	}
	if err := c.Fault(); err != nil {
		return nil, err
	}
	for i, a := range asked {
		a.entry = form.PartID(sent, i)
	}
	return change(ctx, log, event(account, "payment.allocated", activity.Update, "Payment"), ofPayment(account, payment), func(ctx context.Context, p *posting) error {
		if done, err := p.allocated(sent, payment, asked); done || err != nil {
			return err
		}
		concern(p.e, p.Client.ID, payment)
		from := p.payment(&payment)
		if from == nil {
			return problem.Missing()
		}
		if from.Reversed {
			return problem.Invalid("allocations", "This payment was taken back.")
		}
		_, err := p.allocate(ctx, payment, from.Left, asked)
		return err
	})
}

// allocated tells whether the form was sent before.
func (p *posting) allocated(sent, payment uuid.UUID, asked []*AllocationInput) (bool, error) {
	before := 0
	for p.entry(form.PartID(sent, before)) != nil {
		before++
	}
	if before == 0 {
		return false, nil
	}
	if before != len(asked) {
		return true, otherForm()
	}
	for _, a := range asked {
		session := a.Session.In("ClientSession", p.e.Account)
		if e := p.entry(a.entry); e.Amount != -a.Amount || !same(e.SessionID, &session) || !same(e.PaymentID, &payment) {
			return true, otherForm()
		}
	}
	return true, p.again()
}

// allocate plans the entries of allocations, a pair for each, and gives what is left of the payment.
func (p *posting) allocate(ctx context.Context, payment uuid.UUID, left int64, asked []*AllocationInput) (int64, error) {
	for _, a := range asked {
		session := a.Session.In("ClientSession", p.e.Account)
		s := p.session(session)
		switch {
		case s == nil:
			return 0, problem.Invalid("allocations", "Choose sessions of this client.")
		case a.Amount <= 0:
			return 0, problem.Invalid("allocations", "Allocate more than nothing to a session.")
		case a.Amount > s.Owed():
			return 0, problem.Invalid("allocations", "The session of %s owes %s: no more can be allocated to it.", spelled(s.ServiceDate), money.Dollars(s.Owed()))
		case a.Amount > left:
			return 0, problem.Invalid("allocations", "The payment has %s left: no more of it can be allocated.", money.Dollars(left))
		}
		left -= a.Amount
		p.add(ctx, ent.LedgerEntry{PaymentID: &payment, Kind: ledgerentry.KindALLOCATION, Amount: a.Amount, EntryDate: p.today})
		p.add(ctx, ent.LedgerEntry{ID: a.entry, PaymentID: &payment, SessionID: &session, Kind: ledgerentry.KindALLOCATION, Amount: -a.Amount, EntryDate: p.today})
	}
	return left, nil
}

// OldestFirst divides an amount among what the client owes, beginning with what has been owed longest.
func OldestFirst(b *Book, amount int64) (all []*AllocationInput) {
	for _, s := range b.Sessions {
		if part := min(s.Owed(), amount); part > 0 {
			all = append(all, &AllocationInput{Session: s.GlobalID(), Amount: part})
			amount -= part
		}
	}
	return all
}

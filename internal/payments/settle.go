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

// WriteOff gives up what a session owes, or a part of it. It fails with BAD_USER_INPUT for more than
// is owed, and with NOT_FOUND for a session that nothing was ever charged for.
func WriteOff(ctx context.Context, log *activity.Log, account uuid.UUID, in SessionInput) (*Book, error) {
	var c form.Checks
	checkAmount(&c, in.Amount)
	return settle(ctx, log, &c, "writeoff.posted", account, in, ent.LedgerEntry{Kind: ledgerentry.KindWRITE_OFF, Amount: -in.Amount})
}

// Adjust raises what a session owes, or lowers it for an amount below zero. It fails as WriteOff does.
func Adjust(ctx context.Context, log *activity.Log, account uuid.UUID, in SessionInput) (*Book, error) {
	var c form.Checks
	checkAmount(&c, max(in.Amount, -in.Amount))
	return settle(ctx, log, &c, "adjustment.posted", account, in, ent.LedgerEntry{Kind: ledgerentry.KindADJUSTMENT, Amount: in.Amount})
}

func settle(ctx context.Context, log *activity.Log, c *form.Checks, code string, account uuid.UUID, in SessionInput, e ent.LedgerEntry) (*Book, error) {
	e.ID, e.TypeCode, e.Reason = c.Key(account, in.Key), typeCode(c, in.Type), reason(c, in.Reason)
	if err := c.Fault(); err != nil {
		return nil, err
	}
	session := in.Session.In("ClientSession", account)
	e.SessionID = &session
	return change(ctx, log, event(account, code, activity.Create, "LedgerEntry"), ofSession(account, session), func(ctx context.Context, p *posting) error {
		s := p.session(session)
		if done, err := p.posted(e); done || err != nil {
			return err
		}
		concern(p.e, p.Client.ID, e.ID)
		if err := p.named(ctx, &e); err != nil {
			return err
		}
		return p.adjust(ctx, s, e)
	})
}

// adjust plans an entry that changes what a session owes.
func (p *posting) adjust(ctx context.Context, s *Session, e ent.LedgerEntry) error {
	switch {
	case !s.live:
		return problem.Invalid("session", "This session is void, or nothing is charged for it.")
	case s.Owed()+e.Amount < 0:
		return problem.Invalid("amount", "The session owes %s: no more can be taken off.", money.Dollars(s.Owed()))
	}
	e.EntryDate = p.today
	p.add(ctx, e)
	return nil
}

// Refund gives back what is not allocated of a payment, or a part of it. It fails with
// BAD_USER_INPUT for more than is left, and with NOT_FOUND for a payment that this account does not have.
func Refund(ctx context.Context, log *activity.Log, account uuid.UUID, in RefundInput) (*Book, error) {
	var c form.Checks
	checkAmount(&c, in.Amount)
	e := ent.LedgerEntry{ID: c.Key(account, in.Key), TypeCode: typeCode(&c, in.Type), Reason: reason(&c, in.Reason), Kind: ledgerentry.KindREFUND, Amount: in.Amount}
	if err := c.Fault(); err != nil {
		return nil, err
	}
	payment := in.Payment.In("Payment", account)
	e.PaymentID = &payment
	return change(ctx, log, event(account, "payment.refunded", activity.Update, "Payment"), ofPayment(account, payment), func(ctx context.Context, p *posting) error {
		if done, err := p.posted(e); done || err != nil {
			return err
		}
		if left := p.payment(&payment).Left; in.Amount > left {
			return problem.Invalid("amount", "The payment has %s left that is not allocated: no more can be refunded.", money.Dollars(left))
		}
		if err := p.named(ctx, &e); err != nil {
			return err
		}
		e.EntryDate = p.today
		p.add(ctx, e)
		concern(p.e, p.Client.ID, payment)
		return nil
	})
}

// posted tells whether the form was sent before.
func (p *posting) posted(e ent.LedgerEntry) (bool, error) {
	for _, there := range p.Entries {
		if there.ID == e.ID {
			if there.Kind != e.Kind || there.Amount != e.Amount || there.Reason != e.Reason ||
				!same(there.TypeCode, e.TypeCode) || !same(there.SessionID, e.SessionID) || !same(there.PaymentID, e.PaymentID) {
				return true, otherForm()
			}
			return true, p.again()
		}
	}
	return false, nil
}

func same[T comparable](a, b *T) bool { return a == b || (a != nil && b != nil && *a == *b) }

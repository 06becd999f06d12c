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

// ReversePayment takes a payment back with all that it paid, as when a check bounces. It fails with
// BAD_USER_INPUT when it was taken back before or some of it was refunded, and with NOT_FOUND for a
// payment that this account does not have.
func ReversePayment(ctx context.Context, log *activity.Log, account, payment uuid.UUID, why string) (*Book, error) {
	return reverse(ctx, log, event(account, "payment.reversed", activity.Update, "Payment"), ofPayment(account, payment), why, func(p *posting) ([]*Entry, error) {
		concern(p.e, p.Client.ID, payment)
		switch took := p.payment(&payment); {
		case took.Reversed:
			return nil, problem.Invalid("id", "This payment was taken back already.")
		case took.Refunded > 0:
			return nil, problem.Invalid("id", "%s of this payment was refunded. Take the refund back first, under All entries; then the payment can be taken back.", money.Dollars(took.Refunded))
		}
		var taken []*Entry
		for _, e := range p.Entries {
			if e.PaymentID != nil && *e.PaymentID == payment && e.standing() {
				taken = append(taken, e)
			}
		}
		return taken, nil
	})
}

// ReverseEntry takes a write-off, an adjustment, a refund or an allocation back. It fails with
// BAD_USER_INPUT for any other entry and for one that was taken back before, and with NOT_FOUND for
// an entry that this account does not have.
func ReverseEntry(ctx context.Context, log *activity.Log, account, entry uuid.UUID, why string) (*Book, error) {
	return reverse(ctx, log, event(account, "entry.reversed", activity.Update, "LedgerEntry"), ofEntry(account, entry), why, func(p *posting) ([]*Entry, error) {
		concern(p.e, p.Client.ID, entry)
		e := p.entry(entry)
		if err := p.checkReversible(e); err != nil {
			return nil, err
		}
		if e.Kind == ledgerentry.KindALLOCATION {
			return []*Entry{e, p.otherHalf(e)}, nil
		}
		return []*Entry{e}, nil
	})
}

func reverse(ctx context.Context, log *activity.Log, e activity.Event, whose find, why string, taken func(*posting) ([]*Entry, error)) (*Book, error) {
	var c form.Checks
	why = reason(&c, why)
	if err := c.Fault(); err != nil {
		return nil, err
	}
	return change(ctx, log, e, whose, func(ctx context.Context, p *posting) error {
		all, err := taken(p)
		if err != nil {
			return err
		}
		for _, e := range all {
			p.add(ctx, ent.LedgerEntry{
				SessionID: e.SessionID, PaymentID: e.PaymentID, ReversesID: &e.ID,
				Kind: ledgerentry.KindREVERSAL, Amount: -e.Amount, EntryDate: p.today, Reason: why,
			})
		}
		return nil
	})
}

// standing tells that an entry neither takes another back nor is taken back itself.
func (e *Entry) standing() bool { return e.Kind != ledgerentry.KindREVERSAL && e.ReversedBy == nil }

// Reversible tells whether the entry can be taken back by itself.
func (e *Entry) Reversible() bool { return e.standing() && whyNot(e) == "" }

// whyNot says why an entry of this kind is not taken back by itself.
func whyNot(e *Entry) string {
	switch {
	case e.Kind == ledgerentry.KindREVERSAL:
		return "What was taken back is not taken back again. Enter it anew."
	case e.Kind == ledgerentry.KindPAYMENT && e.PaymentID != nil:
		return "Take the payment back as a whole."
	case e.Kind == ledgerentry.KindALLOCATION && e.SessionID == nil:
		return "Take back what was allocated to the session."
	case e.Kind == ledgerentry.KindPAYMENT || e.Kind == ledgerentry.KindCHARGE:
		return "This belongs to the client session: change it there."
	}
	return ""
}

func (p *posting) checkReversible(e *Entry) error {
	if why := whyNot(e); why != "" {
		return problem.Invalid("id", "%s", why)
	}
	if e.ReversedBy != nil {
		return problem.Invalid("id", "This was taken back already.")
	}
	if e.SessionID != nil && p.session(*e.SessionID).Owed() < e.Amount {
		return problem.Invalid("id", "The session is paid by more than it would cost without this. Take back what was paid first.")
	}
	return nil
}

// otherHalf is the credit that was given to a session by this half of an allocation. Credit of one
// payment and one amount is the same money, so any that stands will do.
func (b *Book) otherHalf(half *Entry) *Entry {
	for _, e := range b.Entries {
		if e.Kind == ledgerentry.KindALLOCATION && e.standing() && *e.PaymentID == *half.PaymentID &&
			e.Amount == -half.Amount && e.SessionID == nil {
			return e
		}
	}
	return nil
}

func (b *Book) entry(id uuid.UUID) *Entry {
	for _, e := range b.Entries {
		if e.ID == id {
			return e
		}
	}
	return nil
}

package payments

import (
	"cmp"
	"slices"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/ledgerentry"
)

func compareDays(a, b column.Date) int { return cmp.Compare(a, b) }

// sessionOf is the session that an entry is about; the first entry begins it.
func (b *Book) sessionOf(e *Entry) *Session {
	if s := b.session(*e.SessionID); s != nil {
		return s
	}
	s := &Session{AccountID: e.AccountID, ID: *e.SessionID, ServiceDate: e.EntryDate}
	b.Sessions = append(b.Sessions, s)
	return s
}

// take counts an entry that is about the session.
func (s *Session) take(e *Entry) {
	switch e.of {
	case ledgerentry.KindCHARGE:
		s.Charged += e.Amount
		if e.Kind == ledgerentry.KindCHARGE && (e.ReversedBy == nil || !s.live) {
			s.ServiceDate, s.live = e.EntryDate, e.ReversedBy == nil
		}
	case ledgerentry.KindWRITE_OFF, ledgerentry.KindADJUSTMENT:
		s.Adjusted += e.Amount
	default:
		s.Paid -= e.Amount
	}
}

// take counts an entry that is about the payment. What is of no session is its money.
func (p *Payment) take(e *Entry) {
	if e.SessionID != nil {
		return
	}
	p.Left -= e.Amount
	switch {
	case e.of == ledgerentry.KindREFUND:
		p.Refunded += e.Amount
	case e.of == ledgerentry.KindPAYMENT && e.Kind == ledgerentry.KindREVERSAL:
		p.Reversed = true
	}
}

// allocate counts an entry by which a payment pays a session, or no longer does.
func (b *Book) allocate(e *Entry) {
	p := b.payment(e.PaymentID)
	if p == nil {
		return
	}
	i := slices.IndexFunc(p.Allocations, func(a *Allocation) bool { return a.Session.ID == *e.SessionID })
	if i < 0 {
		p.Allocations = append(p.Allocations, &Allocation{Session: b.session(*e.SessionID), Amount: -e.Amount})
		return
	}
	if p.Allocations[i].Amount -= e.Amount; p.Allocations[i].Amount == 0 {
		p.Allocations = slices.Delete(p.Allocations, i, i+1)
	}
}

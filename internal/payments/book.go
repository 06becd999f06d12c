package payments

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientname"
	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/problem"
)

// Book is the ledger of one client: all entries, and what follows from them.
type Book struct {
	Client *ent.ClientName
	// Entries are in their order, the oldest first.
	Entries []*Entry
	// Sessions are those with entries, the oldest first.
	Sessions []*Session
	// Payments are the newest first.
	Payments []*Payment
}

// Entry is a movement in a client's ledger.
type Entry struct {
	*ent.LedgerEntry
	// Balance is what the client owes after it, less the credit.
	Balance int64
	// ReversedBy is the entry that takes it back.
	ReversedBy *uuid.UUID
	// of is the kind of what a reversal takes back, and the entry's own kind otherwise.
	of ledgerentry.Kind
}

// Session is what a client owes for one client session.
type Session struct {
	AccountID, ID uuid.UUID
	// ServiceDate is the day that the balance ages from.
	ServiceDate column.Date
	// Charged is the charge, Paid what was paid at the session or allocated to it since, and
	// Adjusted what write-offs and adjustments add to the charge.
	Charged, Paid, Adjusted int64
	// live tells that the session is neither void nor free of charge.
	live bool
}

// Owed is what is left to pay.
func (s *Session) Owed() int64 { return s.Charged + s.Adjusted - s.Paid }

// Payment is money that came in, and what became of it.
type Payment struct {
	*ent.Payment
	// Left is what is neither allocated nor refunded, and Refunded what was given back.
	Left, Refunded int64
	Reversed       bool
	// Allocations are what it pays of each session.
	Allocations []*Allocation
}

// Allocation is what a payment pays of a session.
type Allocation struct {
	Session *Session
	Amount  int64
}

// Due is the sum of what the sessions owe.
func (b *Book) Due() (sum int64) {
	for _, s := range b.Sessions {
		sum += s.Owed()
	}
	return sum
}

// Credit is what has come in and is not allocated.
func (b *Book) Credit() (sum int64) {
	for _, p := range b.Payments {
		sum += p.Left
	}
	return sum
}

// OwningAccount is the account that the ledger belongs to.
func (b *Book) OwningAccount() uuid.UUID { return b.Client.AccountID }

// OwningAccount is the account that the session belongs to.
func (s *Session) OwningAccount() uuid.UUID { return s.AccountID }

// OwningAccount is the account that the session belongs to.
func (a *Allocation) OwningAccount() uuid.UUID { return a.Session.AccountID }

// open reads the ledger of a client. It fails with NOT_FOUND for one that this account does not have.
func open(ctx context.Context, db *ent.Client, account, client uuid.UUID) (*Book, error) {
	name, err := db.ClientName.Query().Where(clientname.ID(client), clientname.AccountID(account)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read the client's name: %w", err)
	}
	entries, err := db.LedgerEntry.Query().Where(ledgerentry.AccountID(account), ledgerentry.ClientID(client)).
		Order(ledgerentry.ByEntryDate(), ledgerentry.ByCreatedAt(), ledgerentry.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the ledger: %w", err)
	}
	came, err := db.Payment.Query().Where(payment.AccountID(account), payment.ClientID(client)).
		Order(payment.ByReceivedOn(), payment.ByCreatedAt(), payment.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read payments: %w", err)
	}
	return write(name, entries, came), nil
}

// write makes a book of entries and payments, each the oldest first.
func write(name *ent.ClientName, entries []*ent.LedgerEntry, came []*ent.Payment) *Book {
	b := &Book{Client: name, Entries: make([]*Entry, len(entries)), Sessions: []*Session{}, Payments: make([]*Payment, len(came))}
	for i, e := range entries {
		b.Entries[i] = &Entry{LedgerEntry: e, of: e.Kind}
	}
	for i, p := range came {
		b.Payments[i] = &Payment{Payment: p, Allocations: []*Allocation{}}
	}
	b.pair()
	b.sum()
	slices.SortStableFunc(b.Sessions, func(a, c *Session) int { return compareDays(a.ServiceDate, c.ServiceDate) })
	slices.Reverse(b.Payments)
	return b
}

// pair finds for each reversal what it takes back.
func (b *Book) pair() {
	byID := map[uuid.UUID]*Entry{}
	for _, e := range b.Entries {
		byID[e.ID] = e
	}
	for _, e := range b.Entries {
		if e.ReversesID == nil {
			continue
		}
		if taken := byID[*e.ReversesID]; taken != nil {
			taken.ReversedBy, e.of = &e.ID, taken.Kind
		}
	}
}

// sum adds the entries up, one after the other.
func (b *Book) sum() {
	balance := int64(0)
	for _, e := range b.Entries {
		balance += e.Amount
		e.Balance = balance
		if p := b.payment(e.PaymentID); p != nil {
			p.take(e)
		}
		if e.SessionID != nil {
			b.sessionOf(e).take(e)
			b.allocate(e)
		}
	}
}

func (b *Book) payment(id *uuid.UUID) *Payment {
	for _, p := range b.Payments {
		if id != nil && p.ID == *id {
			return p
		}
	}
	return nil
}

func (b *Book) session(id uuid.UUID) *Session {
	for _, s := range b.Sessions {
		if s.ID == id {
			return s
		}
	}
	return nil
}

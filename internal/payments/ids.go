package payments

import (
	"github.com/google/uuid"

	"lanyard/internal/form"
	"lanyard/internal/globalid"
)

// Payload is what a change of the ledger gave.
type Payload struct{ Ledger *Book }

// ID is the id of the payment that the form makes in an account.
func (in PaymentInput) ID(account uuid.UUID) globalid.ID {
	return globalid.New("Payment", account, form.KeyID(account, in.Key))
}

// GlobalID is the client session's id in the API.
func (s *Session) GlobalID() globalid.ID { return globalid.New("ClientSession", s.AccountID, s.ID) }

// Session is the id in the API of the client session that the entry is about.
func (e *Entry) Session() *globalid.ID { return e.id("ClientSession", e.SessionID) }

// Payment is the id in the API of the payment that the entry belongs to.
func (e *Entry) Payment() *globalid.ID { return e.id("Payment", e.PaymentID) }

// Reverses is the id in the API of the entry that the entry takes back.
func (e *Entry) Reverses() *globalid.ID { return e.id("LedgerEntry", e.ReversesID) }

// Reversed tells whether the entry was taken back.
func (e *Entry) Reversed() bool { return e.ReversedBy != nil }

func (e *Entry) id(typ string, row *uuid.UUID) *globalid.ID {
	if row == nil {
		return nil
	}
	id := globalid.New(typ, e.AccountID, *row)
	return &id
}

// GlobalID is the ledger's id in the API.
func (b *Book) GlobalID() globalid.ID { return globalid.New("Ledger", b.Client.AccountID, b.Client.ID) }

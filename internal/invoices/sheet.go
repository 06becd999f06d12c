package invoices

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
)

// Sheet is what an invoice prints besides its lines, as it was when it was generated: the column
// content.
type Sheet struct {
	Account uuid.UUID `json:"-"`
	// From are the lines of the practice, To those of the client.
	From   []string `json:"from"`
	To     []string `json:"to"`
	Footer string   `json:"footer,omitempty"`
	Boxes  []Box    `json:"boxes,omitempty"`
	// TaxID is the whole of box 25.
	TaxID string `json:"taxId,omitempty"`
}

// Box is a box of the form CMS-1500.
type Box struct {
	Number string `json:"number"`
	Title  string `json:"title"`
	Value  string `json:"value"`
	// Reason says in plain words why the claim cannot go out; empty, as in all that are generated: the
	// box is as it has to be.
	Reason string `json:"-"`
	// Mend is the section in which to mend it.
	Mend *access.Section `json:"-"`
}

// IsReady tells whether the box is as it has to be.
func (b Box) IsReady() bool { return b.Reason == "" }

// OwningAccount is the account that it belongs to.
func (s *Sheet) OwningAccount() uuid.UUID { return s.Account }

// SheetOf reads what an invoice prints besides its lines. Whoever reads it has opened the invoice.
func SheetOf(ctx context.Context, i *ent.Invoice) (*Sheet, error) {
	s, err := sheetOf(i)
	if err != nil {
		return nil, err
	}
	return s, note(ctx, i.AccountID, "invoice.opened", i)
}

func sheetOf(i *ent.Invoice) (*Sheet, error) {
	s := &Sheet{Account: i.AccountID}
	if err := json.Unmarshal(i.Content, s); err != nil {
		return nil, fmt.Errorf("read the content of invoice %s: %w", i.ID, err)
	}
	return s, nil
}

// sheet has the client's address only in a claim, and there in its boxes: an invoice is for whoever
// knows of a client the name and the number.
func (f *facts) sheet(client *ent.ClientName) *Sheet {
	p := f.practice
	return &Sheet{
		Account: f.account.ID, Footer: p.InvoiceFooter,
		From: present(f.account.PracticeName, provider(f.account, p), p.billing().street, p.billing().town(), p.Phone),
		To:   []string{client.DisplayName, fmt.Sprintf("Client %d", client.Number)},
	}
}

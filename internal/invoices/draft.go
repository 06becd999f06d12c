package invoices

import (
	"cmp"
	"context"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Draft is an invoice as it would be generated.
type Draft struct {
	Kind    invoice.Kind
	Client  *ent.ClientName
	Payer   string
	Message string
	// Total and Paid are in cents.
	Total, Paid int64
	Sheet       *Sheet
	Lines       []*ent.InvoiceLine
	// taxID is the whole of box 25, which a claim has once it is generated.
	taxID string
}

// OwningAccount is the account that it belongs to.
func (d *Draft) OwningAccount() uuid.UUID { return d.Sheet.Account }

// Balance is what is still owed, in cents.
func (d *Draft) Balance() int64 { return d.Total - d.Paid }

// IsReady tells whether nothing is missing. A client's invoice always is.
func (d *Draft) IsReady() bool { return len(d.lacking()) == 0 }

func (d *Draft) lacking() []Box {
	return slices.DeleteFunc(slices.Clone(d.Sheet.Boxes), func(b Box) bool { return b.Reason == "" })
}

// Preview drafts the invoices or the claims of sessions, and writes nothing. Each client has one
// invoice, and as many claims as the form needs.
func Preview(ctx context.Context, log *activity.Log, account uuid.UUID, w Wish) ([]*Draft, error) {
	ctx = database.In(ctx, account)
	drafts, err := w.drafts(ctx, log.Reader(), account)
	if err != nil {
		return nil, err
	}
	e := event(account, "invoice.previewed", activity.Read)
	e.EntityType, e.RowCount = "Client", len(drafts)
	for _, d := range drafts {
		e.Clients = append(e.Clients, d.Client.ID)
	}
	e.Clients = distinct(e.Clients)
	e.Entities = e.Clients
	return drafts, activity.Note(ctx, e)
}

func (w Wish) drafts(ctx context.Context, db *ent.Client, account uuid.UUID) ([]*Draft, error) {
	message, err := w.text(ctx, db, account)
	if err != nil {
		return nil, err
	}
	f, err := gather(ctx, db, account, w.Kind, w.Sessions)
	if err != nil {
		return nil, err
	}
	var drafts []*Draft
	for _, client := range f.clients() {
		of := slices.DeleteFunc(slices.Clone(f.sessions), func(s *ent.ClientSession) bool { return s.ClientID != client.ID })
		if w.Kind == invoice.KindCLAIM {
			for _, some := range claims(of) {
				drafts = append(drafts, f.claim(client, some))
			}
			continue
		}
		d := f.draft(client, of)
		d.Message = message
		drafts = append(drafts, d)
	}
	return drafts, nil
}

// clients are those of the sessions, in the order of their names.
func (f *facts) clients() []*ent.ClientName {
	all := make([]*ent.ClientName, 0, len(f.names))
	for _, n := range f.names {
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b *ent.ClientName) int {
		return cmp.Or(cmp.Compare(a.DisplayName, b.DisplayName), cmp.Compare(a.Number, b.Number))
	})
	return all
}

// draft is what an invoice and a claim have in common.
func (f *facts) draft(client *ent.ClientName, sessions []*ent.ClientSession) *Draft {
	d := &Draft{Kind: invoice.KindINVOICE, Client: client, Sheet: f.sheet(client)}
	for i, s := range sessions {
		paid := f.paid[s.ID]
		d.Total += s.Charge
		d.Paid += paid
		d.Lines = append(d.Lines, &ent.InvoiceLine{
			AccountID: s.AccountID, SessionID: s.ID, Position: i + 1, ServiceDate: s.ServiceDate, BillingCode: s.BillingCode,
			Description: f.descriptions[s.BillingCode], DiagnosisCodes: s.DiagnosisCodes, Modifiers: s.Modifiers,
			PlaceOfService: s.PlaceOfService, Units: s.Units, Charge: s.Charge, Paid: paid,
		})
	}
	return d
}

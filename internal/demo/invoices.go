package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/invoices"
	"lanyard/internal/page"
)

// invoice bills all months but this one, each at the beginning of the next: the biller's work.
func (f *filler) invoice(ctx context.Context) error {
	for i, a := range f.accounts {
		sessions, err := f.readSessions(ctx, a)
		if err != nil {
			return fmt.Errorf("read the sessions of %s: %w", a.provider, err)
		}
		//nolint:gosec // the same invoices each time are what is wanted, and nothing is kept secret by it
		c := clerk{maker: maker{Rand: rand.New(rand.NewPCG(seed, uint64(500+i)))}, today: time.Now()}
		err = f.as(ctx, f.biller.person, func(ctx context.Context) error {
			messages, err := invoices.Messages(ctx, f.log, a.id)
			if err != nil {
				return err
			}
			if err := invoices.TakeOver(ctx, f.log, a.id, c.year(sessions, &messages[0].ID)); err != nil {
				return err
			}
			return f.reconsider(ctx, a.id)
		})
		if err != nil {
			return fmt.Errorf("invoice the sessions of %s: %w", a.provider, err)
		}
	}
	return nil
}

// reconsider holds the newest claim back that was not submitted yet, and voids the newest invoice
// that was sent.
func (f *filler) reconsider(ctx context.Context, account uuid.UUID) error {
	claim, err := f.newest(ctx, account, invoice.KindCLAIM, invoice.StatusGENERATED)
	if err != nil || claim == nil {
		return err
	}
	if _, err := invoices.HoldInvoice(ctx, f.log, account, claim.ID, claim.Version, true); err != nil {
		return err
	}
	sent, err := f.newest(ctx, account, invoice.KindINVOICE, invoice.StatusSUBMITTED)
	if err != nil || sent == nil {
		return err
	}
	_, err = invoices.MarkInvoice(ctx, f.log, account, sent.ID, sent.Version, invoice.StatusVOID, new("The client asked for one invoice for both months"))
	return err
}

func (f *filler) newest(ctx context.Context, account uuid.UUID, kind invoice.Kind, status invoice.Status) (*ent.Invoice, error) {
	found, err := invoices.List(ctx, f.log, account, invoices.Query{Args: page.Args{First: 1}, Kind: &kind, Status: &status})
	if err != nil || len(found.Nodes) == 0 {
		return nil, err
	}
	return found.Nodes[0], nil
}

package invoices

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Past is a batch that was generated elsewhere, and what became of it since.
type Past struct {
	Batch
	Status invoice.Status
	Reason string
}

// TakeOver generates the batches of a record that was kept elsewhere, all or none, as one event. It
// leaves out a claim from which something is missing: its sessions stay open. It fails as Generate
// does.
func TakeOver(ctx context.Context, log *activity.Log, account uuid.UUID, past []Past) error {
	return log.Change(database.In(ctx, account), event(account, "invoice.generated", activity.Create), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		var all []*ent.Invoice
		for _, p := range past {
			if err := p.check(); err != nil {
				return err
			}
			drafts, err := p.drafts(ctx, tx.Client, account)
			if err != nil {
				return err
			}
			made, err := p.store(ctx, tx, account, slices.DeleteFunc(drafts, func(d *Draft) bool { return !d.IsReady() }))
			if err != nil {
				return err
			}
			all = append(all, made...)
		}
		concern(e, all...)
		return nil
	})
}

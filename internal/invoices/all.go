package invoices

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// All reads the invoices and claims of a client and the lines of each, the oldest first, for a caller
// that tells the log itself what it read.
func All(ctx context.Context, log *activity.Log, account, client uuid.UUID) ([]*ent.Invoice, [][]*ent.InvoiceLine, error) {
	all, err := log.Reader().Invoice.Query().Where(invoice.AccountID(account), invoice.ClientID(client)).
		Order(invoice.ByNumber()).All(database.In(ctx, account))
	if err != nil {
		return nil, nil, fmt.Errorf("read a client's invoices: %w", err)
	}
	if len(all) == 0 {
		return nil, nil, nil
	}
	lines, err := readLines(ctx, log, all)
	return all, lines, err
}

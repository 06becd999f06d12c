package invoices

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoicemessage"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Messages reads the active invoice messages of the account, from which those who invoice choose
// without Codes Setup.
func Messages(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.InvoiceMessage, error) {
	found, err := log.Reader().InvoiceMessage.Query().Where(invoicemessage.AccountID(account), invoicemessage.Active(true)).
		Order(invoicemessage.ByTitle(), invoicemessage.ByID()).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("list invoice messages: %w", err)
	}
	e := event(account, "invoice.messages", activity.Read)
	e.EntityType, e.RowCount = "InvoiceMessage", len(found)
	return found, activity.Note(ctx, e)
}

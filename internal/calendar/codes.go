package calendar

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Codes reads what an appointment of the account may be booked by: its active billing codes, but
// for those that every account has, which are no services.
func Codes(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.BillingCode, error) {
	found, err := log.Reader().BillingCode.Query().
		Where(billingcode.AccountID(account), billingcode.Active(true), billingcode.System(false)).
		Order(billingcode.ByNaturalKey()).Limit(maxRows).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read the codes of appointments: %w", err)
	}
	e := event(account, "codes.listed", activity.Read)
	e.EntityType, e.RowCount = "BillingCode", len(found)
	return found, activity.Note(ctx, e)
}

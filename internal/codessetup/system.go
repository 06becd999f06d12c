package codessetup

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/internal/activity"
)

// systemCodes are the billing codes that every account has. None has five characters, so no
// other code can be the same. No insurance pays for them.
var systemCodes = []struct{ code, description string }{
	{"MISSED", "Missed Session"},
	{"PREVBAL", "Previous Balance"},
	{"LATEFEE", "Late Fee"},
}

func addSystemCodes(ctx context.Context, tx *activity.Tx, account uuid.UUID) error {
	rows := make([]*ent.BillingCodeCreate, len(systemCodes))
	for i, s := range systemCodes {
		rows[i] = tx.BillingCode.Create().SetAccountID(account).SetNaturalKey(s.code).SetCode(s.code).
			SetDescription(s.description).SetBillTo(billingcode.BillToCLIENT_ONLY).SetSystem(true)
	}
	if _, err := tx.BillingCode.CreateBulk(rows...).Save(ctx); err != nil {
		return fmt.Errorf("add the system codes: %w", err)
	}
	return nil
}

package insurance

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payer"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Payers reads the active payers of the account, whom a policy may be with.
func Payers(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.Payer, error) {
	found, err := log.Reader().Payer.Query().Where(payer.AccountID(account), payer.Active(true)).
		Order(payer.ByName(), payer.ByID()).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read the payers: %w", err)
	}
	e := event(account, "Payer", "codes.listed", activity.Read)
	e.RowCount = len(found)
	return found, activity.Note(ctx, e)
}

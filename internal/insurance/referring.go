package insurance

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/referringprovider"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Referring reads the active referring providers of the account, of whom one may have sent a client.
func Referring(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.ReferringProvider, error) {
	found, err := log.Reader().ReferringProvider.Query().Where(referringprovider.AccountID(account), referringprovider.Active(true)).
		Order(referringprovider.ByName(), referringprovider.ByID()).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read the referring providers: %w", err)
	}
	e := event(account, "ReferringProvider", "codes.listed", activity.Read)
	e.RowCount = len(found)
	return found, activity.Note(ctx, e)
}

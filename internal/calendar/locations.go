package calendar

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/location"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Locations reads where an appointment of the account may be: its active locations.
func Locations(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.Location, error) {
	found, err := log.Reader().Location.Query().Where(location.AccountID(account), location.Active(true)).
		Order(location.ByNaturalKey()).Limit(maxRows).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read the locations of appointments: %w", err)
	}
	e := event(account, "codes.listed", activity.Read)
	e.EntityType, e.RowCount = "Location", len(found)
	return found, activity.Note(ctx, e)
}

package clients

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Find is Client for a caller that tells the log itself what it read.
func Find(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Patient, error) {
	return find(database.In(ctx, account), log.Reader(), account, id)
}

package calendar

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/servicecode"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

const serviceType = "ServiceCode"

// Services reads what an appointment of the account may be booked as: its active service codes.
func Services(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.ServiceCode, error) {
	found, err := log.Reader().ServiceCode.Query().Where(servicecode.AccountID(account), servicecode.Active(true)).
		Order(servicecode.ByNaturalKey()).Limit(maxRows).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read the services of appointments: %w", err)
	}
	e := event(account, "codes.listed", activity.Read)
	e.EntityType, e.RowCount = serviceType, len(found)
	return found, activity.Note(ctx, e)
}

// findService looks up what an appointment is booked as. One that is no longer active stays the
// appointment's, and none is booked anew.
func findService(ctx context.Context, tx *activity.Tx, account uuid.UUID, current, wanted *ent.Appointment) error {
	wanted.Edges.Service = nil
	if wanted.ServiceID == nil {
		return nil
	}
	found, err := tx.ServiceCode.Query().Where(servicecode.ID(*wanted.ServiceID), servicecode.AccountID(account)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return noSuchService()
	case err != nil:
		return fmt.Errorf("read the service of an appointment: %w", err)
	case !found.Active && (current.ServiceID == nil || *current.ServiceID != found.ID):
		return problem.Invalid("service", "This service code is no longer active.")
	}
	wanted.Edges.Service = found
	return nil
}

func noSuchService() error {
	return problem.Invalid("service", "This account has no such service code.")
}

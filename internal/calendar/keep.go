package calendar

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// Keep finds the appointment that a client session is made of, within the change that makes it,
// and says of one that is yet scheduled that it was kept: that is done where the viewer may change
// the calendar, and otherwise the appointment stays as it is. It fails with BAD_USER_INPUT, at the
// field appointment, for one that the viewer does not see, or that nothing can be made of.
func Keep(ctx context.Context, tx *activity.Tx, account, id uuid.UUID) (*ent.Appointment, error) {
	if err := tx.Lock(ctx, account); err != nil {
		return nil, err
	}
	a, err := find(ctx, tx.Client, account, id)
	switch {
	case problem.As(err) != nil:
		return nil, problem.Invalid("appointment", "There is no such appointment, or it is not yours to see.")
	case err != nil:
		return nil, err
	case a.Status == appointment.StatusCANCELLED:
		return nil, problem.Invalid("appointment", "This appointment was cancelled. Set it back in the Calendar first.")
	case a.Edges.Service != nil && !a.Edges.Service.Billable:
		return nil, problem.Invalid("appointment", "%s is not billed, so nothing is made of this appointment.", a.Edges.Service.Name)
	case a.Start.After(time.Now()):
		return nil, problem.Invalid("appointment", "This appointment has not begun yet.")
	case a.Status == appointment.StatusSCHEDULED:
		return a, markKept(ctx, tx, a)
	}
	return a, nil
}

// CheckKnown refuses ids that are no appointments of the account, within a change, at the field
// appointment.
func CheckKnown(ctx context.Context, tx *activity.Tx, account uuid.UUID, ids []uuid.UUID) error {
	asked := map[uuid.UUID]bool{}
	for _, id := range ids {
		asked[id] = true
	}
	n, err := tx.Appointment.Query().Where(appointment.AccountID(account), appointment.IDIn(ids...)).Count(ctx)
	if err != nil {
		return fmt.Errorf("look for appointments: %w", err)
	}
	if n < len(asked) {
		return problem.Invalid("appointment", "There is no such appointment, or it is not yours to see.")
	}
	return nil
}

func markKept(ctx context.Context, tx *activity.Tx, a *ent.Appointment) error {
	// The wall lets nothing be changed without Full Access to Calendar: then no row is.
	n, err := tx.Appointment.Update().AddVersion(1).SetStatus(appointment.StatusKEPT).
		Where(appointment.ID(a.ID), appointment.AccountID(a.AccountID)).Save(ctx)
	if err != nil {
		return fmt.Errorf("mark the appointment as kept: %w", err)
	}
	if n == 1 {
		kept := *a
		kept.Status = appointment.StatusKEPT
		e := event(a.AccountID, statusCodes[kept.Status], activity.Update)
		concern(&e, a)
		e.Changes = fields.Changed(a, &kept)
		tx.Also(e)
	}
	return nil
}

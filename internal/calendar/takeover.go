package calendar

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Entry is an appointment of a calendar that was kept elsewhere, with what became of it.
type Entry struct {
	AppointmentInput
	Status appointment.Status
}

// atOnce is how many rows one INSERT adds.
const atOnce = 1000

// TakeOver adds the appointments of a calendar that was kept elsewhere, all or none, as one
// event. It fails as AddAppointment does, for the first that is not right.
func TakeOver(ctx context.Context, log *activity.Log, account uuid.UUID, entries []Entry) error {
	rows := make([]*ent.Appointment, len(entries))
	for i, in := range entries {
		wanted, err := in.onto(account, &ent.Appointment{Status: in.Status})
		if err != nil {
			return err
		}
		if err := checkStatus(wanted); err != nil {
			return err
		}
		rows[i] = wanted
	}
	return log.Change(database.In(ctx, account), event(account, "appointment.added", activity.Create), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		var added []*ent.Appointment
		for chunk := range slices.Chunk(rows, atOnce) {
			create := make([]*ent.AppointmentCreate, len(chunk))
			for i, row := range chunk {
				create[i] = tx.Appointment.Create().SetAccountID(account)
				fill(create[i].Mutation(), row)
			}
			some, err := tx.Appointment.CreateBulk(create...).Save(ctx)
			if err != nil {
				return refused(err)
			}
			added = append(added, some...)
		}
		concern(e, added...)
		return nil
	})
}

package clientsessions

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/database"
)

// Entry is a session of a record that was kept elsewhere, and what it is of.
type Entry struct {
	Made
	ClientSessionInput
}

// atOnce is how many rows one INSERT adds.
const atOnce = 500

// TakeOver adds the sessions of a record that was kept elsewhere, all or none, as one event; their
// appointments stay as they are. It fails as AddClientSession does, for the first that is not right.
func TakeOver(ctx context.Context, log *activity.Log, account uuid.UUID, entries []Entry) error {
	return log.Change(database.In(ctx, account), event(account, "session.added", activity.Create), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		create, err := creation(ctx, tx, account, entries)
		if err != nil {
			return err
		}
		var added []*ent.ClientSession
		for chunk := range slices.Chunk(create, atOnce) {
			some, err := tx.ClientSession.CreateBulk(chunk...).Save(ctx)
			if err != nil {
				return refused(err)
			}
			added = append(added, some...)
		}
		concern(e, added...)
		return nil
	})
}

func creation(ctx context.Context, tx *activity.Tx, account uuid.UUID, entries []Entry) ([]*ent.ClientSessionCreate, error) {
	inputs, appointments := make([]ClientSessionInput, len(entries)), []uuid.UUID{}
	for i, entry := range entries {
		inputs[i] = entry.ClientSessionInput
		if entry.Appointment != nil {
			appointments = append(appointments, *entry.Appointment)
		}
	}
	if err := calendar.CheckKnown(ctx, tx, account, appointments); err != nil {
		return nil, err
	}
	codes, err := offer(ctx, tx, account, inputs...)
	if err != nil {
		return nil, err
	}
	create := make([]*ent.ClientSessionCreate, len(entries))
	for i, entry := range entries {
		wanted, err := codes.want(entry.ClientSessionInput, &ent.ClientSession{AccountID: account, ClientID: entry.Client})
		if err != nil {
			return nil, err
		}
		create[i] = tx.ClientSession.Create().SetAccountID(account).SetClientID(entry.Client).SetNillableAppointmentID(entry.Appointment)
		fill(create[i].Mutation(), wanted)
	}
	return create, nil
}

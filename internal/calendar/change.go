package calendar

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// Saved is an appointment that was saved, and the others of the account at the same time: that
// is a warning and no refusal.
type Saved struct {
	Appointment *ent.Appointment
	Overlapping []*ent.Appointment
}

// AddAppointment books an appointment. It fails with BAD_USER_INPUT for a field that is not
// right, also when the client or a code is none of this account.
func AddAppointment(ctx context.Context, log *activity.Log, account uuid.UUID, in AppointmentInput) (*Saved, error) {
	wanted, err := in.onto(account, new(ent.Appointment))
	if err != nil {
		return nil, err
	}
	saved := &Saved{}
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := prepare(ctx, tx, account, new(ent.Appointment), wanted); err != nil {
			return err
		}
		create := tx.Appointment.Create().SetAccountID(account)
		fill(create.Mutation(), wanted)
		added, err := create.Save(ctx)
		if err != nil {
			return refused(err)
		}
		added.Edges = wanted.Edges
		concern(e, added)
		return saved.with(ctx, tx, added)
	}
	if err := log.Change(database.In(ctx, account), event(account, "appointment.added", activity.Create), do); err != nil {
		return nil, err
	}
	return saved, saved.note(ctx)
}

// EditAppointment changes an appointment; to move it is to change its start. It fails as
// AddAppointment does, also for the time of one that was kept or missed, with NOT_FOUND for an id that
// this account does not have, and with CONFLICT when the edit is based on another version than the
// current one.
func EditAppointment(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in AppointmentInput) (*Saved, error) {
	want := func(current *ent.Appointment) (*ent.Appointment, error) { return in.onto(account, current) }
	if _, err := want(new(ent.Appointment)); err != nil {
		return nil, err
	}
	return change(ctx, log, event(account, "appointment.changed", activity.Update), revision.Edit[ent.Appointment]{ID: id, Version: version, Want: want})
}

// statusCodes are the events of each status.
var statusCodes = map[appointment.Status]string{
	appointment.StatusSCHEDULED: "appointment.scheduled", appointment.StatusKEPT: "appointment.kept",
	appointment.StatusMISSED: "appointment.missed", appointment.StatusCANCELLED: "appointment.cancelled",
}

// SetAppointmentStatus says what became of an appointment, or that it is to be after all. It
// fails as EditAppointment does, and with BAD_USER_INPUT when one that has not begun is said to
// have been kept or missed.
func SetAppointmentStatus(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, status appointment.Status) (*Saved, error) {
	code, ok := statusCodes[status]
	if !ok {
		return nil, problem.Invalid("status", "This is not one of the values.")
	}
	return change(ctx, log, event(account, code, activity.Update), revision.Edit[ent.Appointment]{ID: id, Version: version, Pressed: true, Want: func(current *ent.Appointment) (*ent.Appointment, error) {
		wanted := *current
		wanted.Status = status
		return &wanted, nil
	}})
}

// record is how appointments are kept.
var record = revision.Record[ent.Appointment]{
	Called: "this appointment",
	Find: func(ctx context.Context, tx *activity.Tx, e *activity.Event, id uuid.UUID) (*ent.Appointment, error) {
		if err := tx.Lock(ctx, e.Account); err != nil {
			return nil, err
		}
		return find(ctx, tx.Client, e.Account, id)
	},
	Version: func(a *ent.Appointment) int { return a.Version },
	Theirs:  fields.Theirs,
	Note: func(ctx context.Context, a *ent.Appointment) error {
		return note(ctx, a.AccountID, "appointment.opened", a)
	},
}

// change saves an edit, and looks in the same transaction for what else is at that time.
func change(ctx context.Context, log *activity.Log, e activity.Event, ed revision.Edit[ent.Appointment]) (*Saved, error) {
	saved, watching := &Saved{}, record
	watching.Save = func(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.Appointment) error {
		if err := save(ctx, tx, e, current, wanted); err != nil {
			return err
		}
		return saved.with(ctx, tx, wanted)
	}
	if _, err := watching.Change(ctx, log, e, ed); err != nil {
		return nil, err
	}
	return saved, saved.note(ctx)
}

// save writes the fields that differ. When none does nothing is written, and the event says
// that the appointment was only looked at.
func save(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.Appointment) error {
	concern(e, current)
	e.Changes = fields.Changed(current, wanted)
	if len(e.Changes) == 0 {
		e.Code, e.Action = "appointment.opened", activity.Read
		return nil
	}
	if wanted.ClientID != current.ClientID {
		e.Clients = []uuid.UUID{current.ClientID, wanted.ClientID}
	}
	if err := checkCourse(current, wanted); err != nil {
		return err
	}
	if err := prepare(ctx, tx, e.Account, current, wanted); err != nil {
		return err
	}
	update := tx.Appointment.Update().AddVersion(1).
		Where(appointment.ID(current.ID), appointment.AccountID(e.Account), appointment.Version(current.Version))
	fill(update.Mutation(), wanted)
	n, err := update.Save(ctx)
	if err != nil {
		return refused(err)
	}
	if n == 0 {
		return errors.New("save appointment: the database lets it be seen but not changed")
	}
	wanted.Version++
	return nil
}

// refused turns the refusal of a client or a code that the account does not have into a problem:
// the section Calendar does not read the codes, the database compares them.
func refused(err error) error {
	switch constraint, _ := database.NotThere(err); constraint {
	case "appointments_code_of_account":
		return problem.Invalid("serviceCode", "This account has no such billing code.")
	case "appointments_service_of_account", "appointments_service_codes_service":
		return noSuchService()
	case "appointments_client_of_account", "appointments_client_names_client":
		return clientnames.Unknown()
	}
	return fmt.Errorf("save appointment: %w", err)
}

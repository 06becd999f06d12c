package calendar

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
)

// prepare looks up the name of the client and the service code of the account, and makes those who book in the account
// wait for each other: of two at the same time the second is to be warned of the first. Nothing is
// booked anew for a client in the archive.
func prepare(ctx context.Context, tx *activity.Tx, account uuid.UUID, current, wanted *ent.Appointment) error {
	if err := tx.Lock(ctx, account); err != nil {
		return err
	}
	name, err := clientnames.Find(ctx, tx, account, wanted.ClientID)
	if err != nil {
		return err
	}
	wanted.Edges.Client = name
	if err := findService(ctx, tx, account, current, wanted); err != nil {
		return err
	}
	if wanted.ClientID == current.ClientID {
		return nil
	}
	return clientnames.CheckActive(name)
}

// with is what was saved, with the other appointments of the account at its time: those that are
// to be, and those that were kept.
func (s *Saved) with(ctx context.Context, tx *activity.Tx, a *ent.Appointment) (err error) {
	s.Appointment, s.Overlapping = a, []*ent.Appointment{}
	if a.Status != appointment.StatusSCHEDULED {
		return nil
	}
	end := a.Start.Add(time.Duration(a.Minutes) * time.Minute)
	s.Overlapping, err = tx.Appointment.Query().
		Where(appointment.AccountID(a.AccountID), appointment.StatusIn(appointment.StatusSCHEDULED, appointment.StatusKEPT), appointment.IDNEQ(a.ID),
			appointment.StartGT(a.Start.Add(-maxMinutes*time.Minute)), appointment.StartLT(end), endsAfter(a.Start)).
		Order(appointment.ByStart(), appointment.ByID()).Limit(maxRows).WithClient().WithService().All(ctx)
	if err != nil {
		return fmt.Errorf("look for appointments at the same time: %w", err)
	}
	return nil
}

func endsAfter(at time.Time) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(appointment.FieldStart)).WriteString(" + ").Ident(s.C(appointment.FieldMinutes))
			b.WriteString(" * interval '1 minute' > ").Arg(at)
		}))
	}
}

// note records that the overlapping appointments were shown.
func (s *Saved) note(ctx context.Context) error {
	if len(s.Overlapping) == 0 {
		return nil
	}
	return note(ctx, s.Appointment.AccountID, "appointment.listed", s.Overlapping...)
}

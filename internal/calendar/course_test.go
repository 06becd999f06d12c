package calendar_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/calendar"
	"lanyard/internal/clients"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

func (b *book) set(a *ent.Appointment, status appointment.Status) (*ent.Appointment, error) {
	b.t.Helper()
	saved, err := calendar.SetAppointmentStatus(b.As(b.a.Owner), b.Log, b.a.ID, a.ID, a.Version, status)
	if err != nil {
		return nil, err
	}
	return saved.Appointment, nil
}

func (b *book) edit(a *ent.Appointment, in calendar.AppointmentInput) (*calendar.Saved, error) {
	return calendar.EditAppointment(b.As(b.a.Owner), b.Log, b.a.ID, a.ID, a.Version, in)
}

func TestWhatIsToComeIsNeitherKeptNorMissed(t *testing.T) {
	b := newBook(t)
	in := b.at("09:00", 50)
	in.Start = time.Now().Add(time.Hour).Truncate(time.Minute)
	a := b.book(in).Appointment
	for _, status := range []appointment.Status{appointment.StatusKEPT, appointment.StatusMISSED} {
		_, err := b.set(a, status)
		refusedAt(t, status.String(), err, "status")
		refusedAt(t, status.String(), calendar.TakeOver(b.As(b.a.Owner), b.Log, b.a.ID, []calendar.Entry{{AppointmentInput: in, Status: status}}), "status")
	}
	a = dbtest.Must[*ent.Appointment](t)(b.set(a, appointment.StatusCANCELLED))
	in.Start = time.Now().Add(-time.Minute).Truncate(time.Minute)
	a = dbtest.Must[*calendar.Saved](t)(b.edit(a, in)).Appointment
	dbtest.Must[*ent.Appointment](t)(b.set(a, appointment.StatusKEPT))
}

func TestWhatWasKeptOrMissedIsNotMoved(t *testing.T) {
	b := newBook(t)
	for _, status := range []appointment.Status{appointment.StatusKEPT, appointment.StatusMISSED} {
		in := b.at("09:00", 50)
		a := dbtest.Must[*ent.Appointment](t)(b.set(b.book(in).Appointment, status))
		moved, longer := b.at("10:00", 50), b.at("09:00", 60)
		_, err := b.edit(a, moved)
		refusedAt(t, status.String(), err, "start")
		_, err = b.edit(a, longer)
		refusedAt(t, status.String(), err, "minutes")
		in.Location = new("Room 2")
		a = dbtest.Must[*calendar.Saved](t)(b.edit(a, in)).Appointment
		a = dbtest.Must[*ent.Appointment](t)(b.set(a, appointment.StatusSCHEDULED))
		dbtest.Must[*calendar.Saved](t)(b.edit(a, moved))
	}
}

func TestKeptAppointmentsTakeTheirTime(t *testing.T) {
	b := newBook(t)
	for clock, status := range map[string]appointment.Status{"09:00": appointment.StatusKEPT, "09:10": appointment.StatusMISSED} {
		dbtest.Must[*ent.Appointment](t)(b.set(b.book(b.at(clock, 50)).Appointment, status))
	}
	if got := clocks(b.book(b.at("09:20", 50))); !slices.Equal(got, []string{"09:00"}) {
		t.Error(got)
	}
}

func TestNothingIsBookedAnewForAClientInTheArchive(t *testing.T) {
	b := newBook(t)
	in := b.at("09:00", 50)
	a := b.book(in).Appointment
	dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(b.As(b.a.Owner), b.Log, b.a.ID, b.client.ID, 1, true))
	_, err := calendar.AddAppointment(b.As(b.a.Owner), b.Log, b.a.ID, in)
	refusedAt(t, "added", err, "client")

	in.Start = in.Start.Add(time.Hour)
	dbtest.Must[*calendar.Saved](t)(b.edit(a, in)) // what was booked before can be moved

	other := b.at("11:00", 50)
	other.Client = b.Client(b.a, "Bo", "Brown").GlobalID()
	theirs := b.book(other).Appointment
	other.Client = b.client.GlobalID()
	_, err = b.edit(theirs, other)
	refusedAt(t, "given to another", err, "client")

	past := calendar.Entry{AppointmentInput: b.at("08:00", 50), Status: appointment.StatusKEPT}
	if err := calendar.TakeOver(b.As(b.a.Owner), b.Log, b.a.ID, []calendar.Entry{past}); err != nil {
		t.Errorf("what was before the archive is not taken over: %v", err)
	}
}

// Of two who move the same appointment at the same moment one is told of the other.
func TestTwoMovesAtOnce(t *testing.T) {
	b := newBook(t)
	for range 5 {
		a := b.book(b.at("09:00", 50)).Appointment
		errs := make([]error, 2)
		var both sync.WaitGroup
		for i, clock := range []string{"10:00", "11:00"} {
			in := b.at(clock, 50)
			both.Go(func() { _, errs[i] = b.edit(a, in) })
		}
		both.Wait()
		lost := slices.IndexFunc(errs, func(err error) bool { return err != nil })
		if lost < 0 || errs[1-lost] != nil {
			t.Fatalf("one is saved and one is not: %v", errs)
		}
		p := problem.As(errs[lost])
		if p == nil || p.Code != problem.Conflict || p.Details["version"] != 2 {
			t.Fatalf("got %v", errs[lost])
		}
		now := dbtest.Must[*ent.Appointment](t)(calendar.Appointment(b.As(b.a.Owner), b.Log, b.a.ID, a.ID))
		if won := []int{10, 11}[1-lost]; now.Start.UTC().Hour() != won || now.Version != 2 {
			t.Errorf("saved is %v, and %d o'clock was told to be", now.Start, won)
		}
	}
}

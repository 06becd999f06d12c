package calendar_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/dbtest"
)

func clocks(s *calendar.Saved) (found []string) {
	for _, a := range s.Overlapping {
		found = append(found, a.Start.UTC().Format("15:04"))
	}
	return found
}

func TestOverlapIsToldAndAllowed(t *testing.T) {
	b := newBook(t)
	other := b.Account("b")
	theirs := b.at("09:00", 50)
	theirs.Client = b.Client(other, "Ben", "Brown").GlobalID()
	dbtest.Must[*calendar.Saved](t)(calendar.AddAppointment(b.As(other.Owner), b.Log, other.ID, theirs))
	cancelled := b.book(b.at("09:00", 50)).Appointment
	dbtest.Must[*calendar.Saved](t)(calendar.SetAppointmentStatus(b.As(b.a.Owner), b.Log, b.a.ID, cancelled.ID, 1, appointment.StatusCANCELLED))
	for clock, minutes := range map[string]int{"08:00": 60, "08:30": 30, "09:00": 50, "09:49": 5, "09:50": 10, "10:00": 60} {
		b.book(b.at(clock, minutes))
	}
	ctx, c := activity.WithCollector(b.As(b.a.Owner))
	saved := dbtest.Must[*calendar.Saved](t)(calendar.AddAppointment(ctx, b.Log, b.a.ID, b.at("09:00", 60)))
	if got := clocks(saved); !slices.Equal(got, []string{"09:00", "09:49", "09:50"}) {
		t.Error(got)
	}
	if name := saved.Overlapping[0].Edges.Client.DisplayName; name != "Ann Adams" {
		t.Error(name)
	}
	if e := b.told(ctx, c); e.Code != "appointment.listed" || e.RowCount != 3 || !slices.Equal(e.Clients, []uuid.UUID{b.client.ID}) {
		t.Errorf("%+v", e)
	}
	moved := dbtest.Must[*calendar.Saved](t)(calendar.EditAppointment(ctx, b.Log, b.a.ID, saved.Appointment.ID, 1, b.at("10:30", 60)))
	if got := clocks(moved); !slices.Equal(got, []string{"10:00"}) {
		t.Error(got)
	}
	kept := dbtest.Must[*calendar.Saved](t)(calendar.SetAppointmentStatus(ctx, b.Log, b.a.ID, moved.Appointment.ID, 2, appointment.StatusKEPT))
	if got := clocks(kept); got != nil {
		t.Error(got)
	}
	again := dbtest.Must[*calendar.Saved](t)(calendar.SetAppointmentStatus(ctx, b.Log, b.a.ID, moved.Appointment.ID, 3, appointment.StatusSCHEDULED))
	if got := clocks(again); !slices.Equal(got, []string{"10:00"}) {
		t.Error(got)
	}
}

// The longest appointment reaches as far as any can.
func TestOverlapWithADayLongAppointment(t *testing.T) {
	b := newBook(t)
	b.book(b.at("00:00", 24*60))
	last, next := b.at("23:59", 5), b.at("00:00", 5)
	next.Start = next.Start.AddDate(0, 0, 1)
	if got := clocks(b.book(last)); !slices.Equal(got, []string{"00:00"}) {
		t.Error(got)
	}
	if got := clocks(b.book(next)); !slices.Equal(got, []string{"23:59"}) {
		t.Error(got)
	}
}

// Of many who book the same time at once only the first is told of nobody.
func TestOverlapOfThoseBookedAtOnce(t *testing.T) {
	b := newBook(t)
	told := make([]int, 8)
	var all sync.WaitGroup
	for i := range told {
		all.Go(func() {
			saved, err := calendar.AddAppointment(b.As(b.a.Owner), b.Log, b.a.ID, b.at("09:00", 50))
			if err != nil {
				t.Error(err)
				return
			}
			told[i] = len(saved.Overlapping)
		})
	}
	all.Wait()
	if slices.Sort(told); !slices.Equal(told, []int{0, 1, 2, 3, 4, 5, 6, 7}) {
		t.Errorf("told of %v others", told)
	}
}

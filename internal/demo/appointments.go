package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/calendar"
	"lanyard/internal/globalid"
)

// The calendar begins so many weeks before the demonstration and is booked for so many after; a
// course of treatment takes so many.
const (
	weeksPast, weeksAhead = 40, 12
	weeksOfACourse        = 13
)

// hours are when the appointments of a day begin.
var hours = []int{9, 10, 11, 13, 14, 15, 16}

// bookAppointments takes over a year of each provider's calendar.
func (f *filler) bookAppointments(ctx context.Context) error {
	zone, err := time.LoadLocation(timeZone)
	if err != nil {
		return err
	}
	for i, a := range f.accounts {
		//nolint:gosec // the same calendar each time is what is wanted, and nothing is kept secret by it
		d := diary{maker{Rand: rand.New(rand.NewPCG(seed, uint64(100+i)))}, a, time.Now().In(zone), map[int]uuid.UUID{}, map[string]globalid.ID{}}
		err := f.as(ctx, a.registrar, func(ctx context.Context) error {
			offered, err := calendar.Services(ctx, f.log, a.id)
			if err != nil {
				return err
			}
			for _, s := range offered {
				d.offered[s.Name] = s.GlobalID()
			}
			return calendar.TakeOver(ctx, f.log, a.id, d.year())
		})
		if err != nil {
			return fmt.Errorf("fill the calendar of %s: %w", a.provider, err)
		}
	}
	return nil
}

// diary makes up the appointments of a provider.
type diary struct {
	maker
	*account
	now time.Time
	// standing is who comes each week, by the hour of the week.
	standing map[int]uuid.UUID
	// offered are the service codes by their names.
	offered map[string]globalid.ID
}

func (d diary) year() (all []calendar.Entry) {
	monday := d.now.AddDate(0, 0, -(int(d.now.Weekday())+6)%7-7*weeksPast)
	for week := range weeksPast + weeksAhead {
		if week%weeksOfACourse == 0 {
			d.anew()
		}
		for day := range 5 {
			for i, hour := range hours {
				client, taken := d.standing[day*len(hours)+i]
				if !taken || d.percent(8) {
					continue
				}
				at := time.Date(monday.Year(), monday.Month(), monday.Day()+7*week+day, hour, 0, 0, 0, d.now.Location())
				all = append(all, d.entry(client, at))
			}
		}
	}
	return all
}

// anew gives three of four hours of the week to somebody.
func (d diary) anew() {
	clear(d.standing)
	for i := range 5 * len(hours) {
		if d.percent(75) {
			d.standing[i] = draw(d.maker, d.clients)
		}
	}
}

// services are what is usually booked, by their service codes and billing codes in the demonstration,
// and how long it takes.
var services = []struct {
	name, code, location string
	minutes              int
}{
	{"Individual, 45 minutes", "02012", "Room 2", 45},
	{"Individual, 45 minutes", "02012", "Room 2", 45},
	{"Individual, 60 minutes", "02013", "Room 1", 60},
	{"Individual by video", "02016", "By video", 45},
	{"Couple or family", "02021", "Room 1", 50},
}

func (d diary) entry(client uuid.UUID, at time.Time) calendar.Entry {
	s := draw(d.maker, services)
	service := d.offered[s.name]
	return calendar.Entry{
		AppointmentInput: calendar.AppointmentInput{
			Client: globalid.New("Client", d.id, client), Start: at, Minutes: s.minutes, Service: &service, ServiceCode: &s.code, Location: &s.location,
		},
		Status: d.status(at),
	}
}

func (d diary) status(at time.Time) appointment.Status {
	switch n := d.IntN(100); {
	case n < 4:
		return appointment.StatusCANCELLED
	case at.After(d.now):
		return appointment.StatusSCHEDULED
	case n < 9:
		return appointment.StatusMISSED
	default:
		return appointment.StatusKEPT
	}
}

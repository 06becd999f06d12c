package calendar_test

import (
	"fmt"
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
)

// service enters a service code that is not billed.
func (b *book) service(a *dbtest.Account, name string) *ent.ServiceCode {
	b.t.Helper()
	in := codessetup.ServiceCodeInput{Name: name, Colour: "PINK", Minutes: 60, Active: true}
	return dbtest.Must[*ent.ServiceCode](b.t)(codessetup.ServiceCodes.Add(b.As(a.Owner), b.Log, a.ID, in))
}

// retire makes a service code one that is no longer offered.
func (b *book) retire(s *ent.ServiceCode) {
	b.t.Helper()
	b.Owner(`UPDATE service_codes SET active = false WHERE id = $1`, s.ID)
}

// Front desk sees what it books as: the active service codes.
func TestServicesToBookAs(t *testing.T) {
	b := newBook(t)
	b.service(b.a, "Supervision")
	b.retire(b.service(b.a, "Old"))
	v := b.Username(b.a, "desk", access.Levels{access.Calendar: access.View})
	ctx, c := activity.WithCollector(b.As(v))
	found := dbtest.Must[[]*ent.ServiceCode](t)(calendar.Services(ctx, b.Log, b.a.ID))
	if len(found) != 1 || found[0].Name != "Supervision" {
		t.Errorf("%+v", found)
	}
	if read := c.Take(); len(read) != 1 || read[0].Code != "codes.listed" || read[0].Section != "CALENDAR" || read[0].EntityType != "ServiceCode" || read[0].RowCount != 1 {
		t.Errorf("%+v", read)
	}
	stranger := b.Username(b.a, "notes", access.Levels{access.Notes: access.Full})
	if found := dbtest.Must[[]*ent.ServiceCode](t)(calendar.Services(b.As(stranger), b.Log, b.a.ID)); len(found) > 0 {
		t.Errorf("without Calendar: %+v", found)
	}
}

// Whoever has Calendar alone books as a service code, sees its name, and keeps it when it is retired.
func TestAnAppointmentIsBookedAsAServiceCode(t *testing.T) {
	b := newBook(t)
	s, other := b.service(b.a, "Supervision"), b.service(b.a, "Team meeting")
	v := b.Username(b.a, "desk", access.Levels{access.Calendar: access.Full})
	in := b.at("09:00", 60)
	in.Service = new(s.GlobalID())
	ctx, c := activity.WithCollector(b.As(v))
	saved := dbtest.Must[*calendar.Saved](t)(calendar.AddAppointment(ctx, b.Log, b.a.ID, in)).Appointment
	if saved.Edges.Service == nil || saved.Edges.Service.Name != "Supervision" {
		t.Fatalf("%+v", saved)
	}
	b.retire(s)
	in.Minutes = 45
	saved = dbtest.Must[*calendar.Saved](t)(calendar.EditAppointment(ctx, b.Log, b.a.ID, saved.ID, 1, in)).Appointment
	if saved.Edges.Service == nil {
		t.Errorf("%+v", saved)
	}
	in.Service = new(other.GlobalID())
	saved = dbtest.Must[*calendar.Saved](t)(calendar.EditAppointment(ctx, b.Log, b.a.ID, saved.ID, 2, in)).Appointment
	if got := fmt.Sprint(b.told(ctx, c).Changes); got != "map[service:[changed]]" {
		t.Error(got)
	}
	in.Service = nil
	dbtest.Must[*calendar.Saved](t)(calendar.EditAppointment(ctx, b.Log, b.a.ID, saved.ID, 3, in))
	if now := dbtest.Must[*ent.Appointment](t)(calendar.Appointment(ctx, b.Log, b.a.ID, saved.ID)); now.ServiceID != nil || now.Edges.Service != nil {
		t.Errorf("%+v", now)
	}
	in.Service = new(s.GlobalID())
	_, err := calendar.EditAppointment(ctx, b.Log, b.a.ID, saved.ID, 4, in)
	refusedAt(t, "one that is not offered any more", err, "service")
}

func TestAnothersServiceCodeIsRefused(t *testing.T) {
	b := newBook(t)
	theirs := b.service(b.Account("b"), "Supervision")
	for what, id := range map[string]globalid.ID{"theirs": theirs.GlobalID(), "theirs as ours": globalid.New("ServiceCode", b.a.ID, theirs.ID), "a client": b.client.GlobalID()} {
		in := b.at("09:00", 50)
		in.Service = &id
		_, err := calendar.AddAppointment(b.As(b.a.Owner), b.Log, b.a.ID, in)
		refusedAt(t, what, err, "service")
		refusedAt(t, what, calendar.TakeOver(b.As(b.a.Owner), b.Log, b.a.ID, []calendar.Entry{{AppointmentInput: in, Status: "KEPT"}}), "service")
	}
}

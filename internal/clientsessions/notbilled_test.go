package clientsessions_test

import (
	"strings"
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/clientsessions"
	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

// An appointment of a service that is not billed makes no session, and stays what it was.
func TestWhatIsNotBilledMakesNoSession(t *testing.T) {
	o := newOffice(t)
	supervision := codessetup.ServiceCodeInput{Name: "Supervision", Colour: "PINK", Minutes: 60, Active: true}
	s := dbtest.Must[*ent.ServiceCode](t)(codessetup.ServiceCodes.Add(o.As(o.a.Owner), o.Log, o.a.ID, supervision))
	a := o.appointment(appointment.StatusSCHEDULED)
	o.Owner(`UPDATE appointments SET service_id = $2 WHERE id = $1`, a.ID, s.ID)
	made := clientsessions.Made{Client: o.client.ID, Appointment: &a.ID}
	_, err := o.try(made, usual())
	refusedAt(t, "not billed", err, "appointment")
	if p := problem.As(err); p == nil || !strings.HasPrefix(p.Message, "Supervision is not billed") {
		t.Errorf("%v", err)
	}
	if now := o.statusOf(a); now != appointment.StatusSCHEDULED {
		t.Error(now)
	}
	o.Owner(`UPDATE service_codes SET billable = true WHERE id = $1`, s.ID)
	dbtest.Must[*clientsessions.Saved](t)(o.try(made, usual()))
}

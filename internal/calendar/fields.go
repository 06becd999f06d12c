package calendar

import (
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/internal/globalid"
)

// fields are what a change may change, under their names in the API.
var fields = []struct {
	name string
	of   func(*ent.Appointment) any
}{
	{"client", func(a *ent.Appointment) any { return globalid.New("Client", a.AccountID, a.ClientID).String() }},
	{"start", func(a *ent.Appointment) any { return a.Start.UTC().Format(time.RFC3339) }},
	{"minutes", func(a *ent.Appointment) any { return a.Minutes }},
	{"serviceCode", func(a *ent.Appointment) any { return serviceCode(a) }},
	{"location", func(a *ent.Appointment) any { return a.Location }},
	{"status", func(a *ent.Appointment) any { return a.Status }},
}

func serviceCode(a *ent.Appointment) string {
	if a.ServiceCode == nil {
		return ""
	}
	return *a.ServiceCode
}

// fill sets all fields. Both ways to write an appointment share it, so that none can be
// forgotten in one of them.
func fill(m *ent.AppointmentMutation, a *ent.Appointment) {
	m.SetClientID(a.ClientID)
	m.SetStart(a.Start)
	m.SetMinutes(a.Minutes)
	m.SetLocation(a.Location)
	if a.ServiceCode == nil {
		m.ClearServiceCode()
	} else {
		m.SetServiceCode(*a.ServiceCode)
	}
	if a.Status != "" {
		m.SetStatus(a.Status)
	}
}

// changed names the fields that differ, for the log. It holds no values: they are personal.
func changed(from, to *ent.Appointment) map[string]any {
	diff := map[string]any{}
	for name := range theirs(from, to) {
		diff[name] = []string{"changed"}
	}
	return diff
}

// theirs are the current values of the fields in which an edit differs from them.
func theirs(current, wanted *ent.Appointment) map[string]any {
	diff := map[string]any{}
	for _, f := range fields {
		if f.of(current) != f.of(wanted) {
			diff[f.name] = f.of(current)
		}
	}
	return diff
}

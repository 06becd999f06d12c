package calendar

import (
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/internal/globalid"
	"lanyard/internal/revision"
)

// fields are what a change may change, under their names in the API.
var fields = revision.Fields[ent.Appointment]{
	{Name: "client", Of: func(a *ent.Appointment) any { return globalid.New("Client", a.AccountID, a.ClientID).String() }},
	{Name: "start", Of: func(a *ent.Appointment) any { return a.Start.UTC().Format(time.RFC3339) }},
	{Name: "minutes", Of: func(a *ent.Appointment) any { return a.Minutes }},
	{Name: "service", Of: func(a *ent.Appointment) any { return service(a) }},
	{Name: "serviceCode", Of: func(a *ent.Appointment) any { return serviceCode(a) }},
	{Name: "location", Of: func(a *ent.Appointment) any { return a.Location }},
	{Name: "status", Of: func(a *ent.Appointment) any { return a.Status }},
}

func service(a *ent.Appointment) string {
	if a.ServiceID == nil {
		return ""
	}
	return globalid.New(serviceType, a.AccountID, *a.ServiceID).String()
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
	if a.ServiceID == nil {
		m.ClearServiceID()
	} else {
		m.SetServiceID(*a.ServiceID)
	}
	if a.ServiceCode == nil {
		m.ClearServiceCode()
	} else {
		m.SetServiceCode(*a.ServiceCode)
	}
	if a.Status != "" {
		m.SetStatus(a.Status)
	}
}

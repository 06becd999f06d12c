package clientsessions

import (
	"lanyard/ent/gen/ent"
	"lanyard/internal/revision"
)

// fields are what a change may change, under their names in the API.
var fields = revision.Fields[ent.ClientSession]{
	{Name: "serviceDate", Of: func(s *ent.ClientSession) any { return s.ServiceDate }},
	{Name: "billingCode", Of: func(s *ent.ClientSession) any { return s.BillingCode }},
	{Name: "diagnosisCodes", Of: func(s *ent.ClientSession) any { return s.DiagnosisCodes }},
	{Name: "modifiers", Of: func(s *ent.ClientSession) any { return s.Modifiers }},
	{Name: "location", Of: func(s *ent.ClientSession) any { return locationOf(s) }},
	{Name: "placeOfService", Of: func(s *ent.ClientSession) any { return s.PlaceOfService }},
	{Name: "minutes", Of: func(s *ent.ClientSession) any { return s.Minutes }},
	{Name: "units", Of: func(s *ent.ClientSession) any { return s.Units }},
	{Name: "charge", Of: func(s *ent.ClientSession) any { return s.Charge }},
	{Name: "billTo", Of: func(s *ent.ClientSession) any { return s.BillTo }},
	{Name: "paidAtSession", Of: func(s *ent.ClientSession) any { return s.PaidAtSession }},
}

// fill sets all fields. Both ways to write a session share it, so that none can be forgotten in
// one of them.
func fill(m *ent.ClientSessionMutation, s *ent.ClientSession) {
	m.SetServiceDate(s.ServiceDate)
	m.SetBillingCode(s.BillingCode)
	m.SetDiagnosisCodes(s.DiagnosisCodes)
	m.SetModifiers(s.Modifiers)
	m.SetPlaceOfService(s.PlaceOfService)
	m.SetUnits(s.Units)
	m.SetCharge(s.Charge)
	m.SetBillTo(s.BillTo)
	m.SetPaidAtSession(s.PaidAtSession)
	if s.LocationID == nil {
		m.ClearLocationID()
		m.ClearLocationName()
	} else {
		m.SetLocationID(*s.LocationID)
		m.SetLocationName(*s.LocationName)
	}
	if s.Minutes == nil {
		m.ClearMinutes()
	} else {
		m.SetMinutes(*s.Minutes)
	}
}

package clients

import (
	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/form"
	"lanyard/internal/revision"
)

// fields are what an edit may change, under their names in the API.
var fields = revision.Fields[ent.Patient]{
	{Name: "firstName", Of: func(p *ent.Patient) any { return p.FirstName }},
	{Name: "lastName", Of: func(p *ent.Patient) any { return p.LastName }},
	{Name: "preferredName", Of: func(p *ent.Patient) any { return p.PreferredName }},
	{Name: "birthDate", Of: func(p *ent.Patient) any { return birthDate(p) }},
	{Name: "sex", Of: func(p *ent.Patient) any { return p.Sex }},
	{Name: "street", Of: func(p *ent.Patient) any { return p.Street }},
	{Name: "city", Of: func(p *ent.Patient) any { return p.City }},
	{Name: "state", Of: func(p *ent.Patient) any { return p.State }},
	{Name: "zip", Of: func(p *ent.Patient) any { return p.Zip }},
	{Name: "homePhone", Of: func(p *ent.Patient) any { return p.HomePhone }},
	{Name: "mobilePhone", Of: func(p *ent.Patient) any { return p.MobilePhone }},
	{Name: "email", Of: func(p *ent.Patient) any { return p.Email }},
	{Name: "status", Of: func(p *ent.Patient) any { return p.Status }},
	{Name: idNumberField, Of: func(p *ent.Patient) any { return p.IDNumber }},
	{Name: "responsibleParty", Of: func(p *ent.Patient) any { return p.ResponsibleParty }},
	{Name: "invoiceOption", Of: func(p *ent.Patient) any { return p.InvoiceOption }},
	{Name: "signatureOnFile", Of: func(p *ent.Patient) any { return p.SignatureOnFile }},
	{Name: "fileNotes", Of: func(p *ent.Patient) any { return p.FileNotes }},
}

const idNumberField = "idNumber"

func birthDate(p *ent.Patient) column.Date {
	if p.BirthDate == nil {
		return ""
	}
	return *p.BirthDate
}

// fill sets all fields but the status. Both ways to write a client share it, so that none can
// be forgotten in one of them.
func fill(m *ent.PatientMutation, p *ent.Patient) {
	m.SetFirstName(p.FirstName)
	m.SetLastName(p.LastName)
	m.SetPreferredName(p.PreferredName)
	m.SetSex(p.Sex)
	m.SetStreet(p.Street)
	m.SetCity(p.City)
	m.SetState(p.State)
	m.SetZip(p.Zip)
	m.SetHomePhone(p.HomePhone)
	m.SetMobilePhone(p.MobilePhone)
	m.SetEmail(p.Email)
	m.SetIDNumber(p.IDNumber)
	m.SetResponsibleParty(p.ResponsibleParty)
	m.SetInvoiceOption(p.InvoiceOption)
	m.SetSignatureOnFile(p.SignatureOnFile)
	m.SetFileNotes(p.FileNotes)
	if p.BirthDate == nil {
		m.ClearBirthDate()
	} else {
		m.SetBirthDate(*p.BirthDate)
	}
}

// theirs are the current values of the fields in which an edit differs from them.
func theirs(current, wanted *ent.Patient) map[string]any {
	diff := fields.Theirs(current, wanted)
	if _, ok := diff[idNumberField]; ok {
		diff[idNumberField] = MaskedIDNumber(current)
	}
	return diff
}

// MaskedIDNumber is the SSN or other number, masked. It is nil where there is none.
func MaskedIDNumber(p *ent.Patient) *string { return form.Masked(p.IDNumber) }

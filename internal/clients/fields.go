package clients

import (
	"strings"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
)

// fields are what an edit may change, under their names in the API.
var fields = []struct {
	name string
	of   func(*ent.Patient) any
}{
	{"firstName", func(p *ent.Patient) any { return p.FirstName }},
	{"lastName", func(p *ent.Patient) any { return p.LastName }},
	{"preferredName", func(p *ent.Patient) any { return p.PreferredName }},
	{"birthDate", func(p *ent.Patient) any { return birthDate(p) }},
	{"sex", func(p *ent.Patient) any { return p.Sex }},
	{"street", func(p *ent.Patient) any { return p.Street }},
	{"city", func(p *ent.Patient) any { return p.City }},
	{"state", func(p *ent.Patient) any { return p.State }},
	{"zip", func(p *ent.Patient) any { return p.Zip }},
	{"homePhone", func(p *ent.Patient) any { return p.HomePhone }},
	{"mobilePhone", func(p *ent.Patient) any { return p.MobilePhone }},
	{"email", func(p *ent.Patient) any { return p.Email }},
	{"status", func(p *ent.Patient) any { return p.Status }},
	{idNumberField, func(p *ent.Patient) any { return p.IDNumber }},
	{"responsibleParty", func(p *ent.Patient) any { return p.ResponsibleParty }},
	{"invoiceOption", func(p *ent.Patient) any { return p.InvoiceOption }},
	{"signatureOnFile", func(p *ent.Patient) any { return p.SignatureOnFile }},
	{"fileNotes", func(p *ent.Patient) any { return p.FileNotes }},
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

// changed names the fields that differ, for the log. It holds no values: they are personal.
func changed(from, to *ent.Patient) map[string]any {
	diff := map[string]any{}
	for _, f := range fields {
		if f.of(from) != f.of(to) {
			diff[f.name] = []string{"changed"}
		}
	}
	return diff
}

// theirs are the current values of the fields in which an edit differs from them.
func theirs(current, wanted *ent.Patient) map[string]any {
	diff := map[string]any{}
	for _, f := range fields {
		if f.of(current) != f.of(wanted) {
			diff[f.name] = f.of(current)
		}
	}
	if _, ok := diff[idNumberField]; ok {
		diff[idNumberField] = MaskedIDNumber(current)
	}
	return diff
}

// MaskedIDNumber is the SSN or other number with all but its last four characters hidden,
// its length too; of a short one at most half is shown. It is nil where there is none.
func MaskedIDNumber(p *ent.Patient) *string {
	if p.IDNumber == "" {
		return nil
	}
	runes := []rune(p.IDNumber)
	shown := min(4, len(runes)/2)
	masked := strings.Repeat("•", 5) + string(runes[len(runes)-shown:])
	return &masked
}

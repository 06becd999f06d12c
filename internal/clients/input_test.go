package clients

import (
	"strings"
	"testing"
	"time"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/form"
	"lanyard/internal/problem"
)

func ptr[T any](v T) *T { return &v }

func valid() ClientInput {
	return ClientInput{FirstName: "Ann", LastName: "Adams", Sex: patient.SexFEMALE, InvoiceOption: patient.InvoiceOptionCLIENT}
}

func TestInputIsRefused(t *testing.T) {
	tomorrow := column.DateOf(time.Now().AddDate(0, 0, 2))
	for _, c := range []struct {
		field  string
		change func(*ClientInput)
	}{
		{"firstName", func(in *ClientInput) { in.FirstName = " \t " }},
		{"lastName", func(in *ClientInput) { in.LastName = "" }},
		{"lastName", func(in *ClientInput) { in.LastName = strings.Repeat("é", form.MaxLine+1) }},
		{"lastName", func(in *ClientInput) { in.LastName = "two\nlines" }},
		{"lastName", func(in *ClientInput) { in.LastName = "a\x00b" }},
		{"lastName", func(in *ClientInput) { in.LastName = "\xff" }},
		{"birthDate", func(in *ClientInput) { in.BirthDate = ptr(column.Date("1980-02-30")) }},
		{"birthDate", func(in *ClientInput) { in.BirthDate = ptr(column.Date("1889-12-31")) }},
		{"birthDate", func(in *ClientInput) { in.BirthDate = &tomorrow }},
		{"state", func(in *ClientInput) { in.State = ptr("New York") }},
		{"zip", func(in *ClientInput) { in.Zip = ptr("1234") }},
		{"zip", func(in *ClientInput) { in.Zip = ptr("12345-67890") }},
		{"homePhone", func(in *ClientInput) { in.HomePhone = ptr("555-123") }},
		{"homePhone", func(in *ClientInput) { in.HomePhone = ptr("1234567890123456") }},
		{"mobilePhone", func(in *ClientInput) { in.MobilePhone = ptr("call 555-123-4567") }},
		{"email", func(in *ClientInput) { in.Email = ptr("ann") }},
		{"email", func(in *ClientInput) { in.Email = ptr("Ann <ann@example.com>") }},
		{"idNumber", func(in *ClientInput) { in.IDNumber = ptr(strings.Repeat("1", maxIDNumber+1)) }},
		{"fileNotes", func(in *ClientInput) { in.FileNotes = ptr(strings.Repeat("x", maxNotes+1)) }},
		{"sex", func(in *ClientInput) { in.Sex = "" }},
		{"invoiceOption", func(in *ClientInput) { in.InvoiceOption = "SOMEBODY" }},
	} {
		in := valid()
		c.change(&in)
		_, err := in.onto(new(ent.Patient))
		if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[0] != c.field {
			t.Errorf("%s: got %v in %+v", c.field, err, in)
		}
	}
}

func TestInputIsTidied(t *testing.T) {
	today := column.DateOf(time.Now().UTC())
	in := valid()
	in.FirstName, in.LastName = "  Rene\u0301e ", "O'Brien-Łukasz"
	in.BirthDate, in.State, in.Zip = &today, ptr("ny"), ptr("10001-1234")
	in.HomePhone, in.Email = ptr("+1 (212) 555-0100"), ptr("renée@example.com")
	in.FileNotes, in.Street = ptr("One line.\nAnother."), ptr(strings.Repeat("é", form.MaxLine))
	p, err := in.onto(&ent.Patient{IDNumber: "kept", Status: patient.StatusARCHIVED, Version: 7})
	if err != nil {
		t.Fatal(err)
	}
	if p.FirstName != "Ren\u00e9e" || p.State != "NY" || p.IDNumber != "kept" || p.Status != patient.StatusARCHIVED || p.Version != 7 {
		t.Errorf("got %+v", p)
	}
}

func TestMaskedIDNumber(t *testing.T) {
	for number, want := range map[string]string{"123-45-6789": "•••••6789", "12345": "•••••45", "1": "•••••", "ÄÖÜß1234": "•••••1234"} {
		if got := MaskedIDNumber(&ent.Patient{IDNumber: number}); got == nil || *got != want {
			t.Errorf("%s: got %v, want %s", number, got, want)
		}
	}
	if got := MaskedIDNumber(&ent.Patient{}); got != nil {
		t.Errorf("no number: got %s", *got)
	}
}

// TestFieldsAreComplete fails for a field that is new in the table and forgotten in edits.
func TestFieldsAreComplete(t *testing.T) {
	const untouched = 5 // id, account_id, number, version, created_at
	if got, want := len(fields), len(patient.Columns)-untouched; got != want {
		t.Errorf("%d fields can be changed, of %d that the table has", got, want)
	}
}

package codessetup

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/ent/gen/ent/diagnosiscode"
	"lanyard/ent/gen/ent/invoicemessage"
	"lanyard/ent/gen/ent/location"
	"lanyard/ent/gen/ent/modifier"
	"lanyard/ent/gen/ent/notetemplate"
	"lanyard/ent/gen/ent/payer"
	"lanyard/ent/gen/ent/paymenttype"
	"lanyard/ent/gen/ent/referringprovider"
	"lanyard/ent/gen/ent/servicecode"
	"lanyard/internal/problem"
)

// form is a form of any file, as the tests fill it in.
type form interface{ row() (Row, error) }

func (in DiagnosisCodeInput) row() (Row, error) { return DiagnosisCodes.row(&in) }
func (in BillingCodeInput) row() (Row, error)   { return BillingCodes.row(&in) }
func (in PayerInput) row() (Row, error)         { return Payers.row(&in) }

func (in LocationInput) row() (Row, error)          { return Locations.row(&in) }
func (in ModifierInput) row() (Row, error)          { return Modifiers.row(&in) }
func (in ReferringProviderInput) row() (Row, error) { return ReferringProviders.row(&in) }
func (in ServiceCodeInput) row() (Row, error)       { return ServiceCodes.row(&in) }
func (in PaymentTypeInput) row() (Row, error)       { return PaymentTypes.row(&in) }
func (in NoteTemplateInput) row() (Row, error)      { return NoteTemplates.row(&in) }
func (in InvoiceMessageInput) row() (Row, error)    { return InvoiceMessages.row(&in) }

func (in PayerInput) fields() []Field { return fields(Payers.cells(&in)) }

// Ptr and the forms below serve the tests from outside the package too.
func Ptr[V any](v V) *V { return &v }

func Diagnosis(code string) DiagnosisCodeInput {
	return DiagnosisCodeInput{Code: code, CodeSet: "ICD-10-CM", Description: "An anxiety", Active: true}
}

func Billing(code string) BillingCodeInput {
	return BillingCodeInput{Code: code, Description: "A talk", Units: 1, PlaceOfService: "11", BillTo: billingcode.BillToAUTOMATIC, Active: true}
}

func Electronic(id string) PayerInput {
	return PayerInput{Name: "Bluefinch", Kind: payer.KindELECTRONIC, PayerID: &id, ClaimForm: payer.ClaimFormCMS1500_PLAIN, Active: true}
}

func Paper(name, zip string) PayerInput {
	return PayerInput{Name: name, Kind: payer.KindPAPER, Street: Ptr("PO Box 1"), Zip: &zip, ClaimForm: payer.ClaimFormCMS1500_PLAIN, Active: true}
}

func Location(place, name string) LocationInput {
	return LocationInput{PlaceOfService: place, Name: name, Active: true}
}

func Referring(name string, npi *string) ReferringProviderInput {
	return ReferringProviderInput{Name: name, Npi: npi, Active: true}
}

func Service(name, billingCode string) ServiceCodeInput {
	return ServiceCodeInput{Name: name, Colour: servicecode.ColourBLUE, BillingCode: &billingCode, Minutes: 50, Billable: true, Active: true}
}

func Template(name, body string) NoteTemplateInput {
	return NoteTemplateInput{Name: name, NoteType: notetemplate.NoteTypeINTAKE, Body: body, Active: true}
}

func With[F any](in F, change func(*F)) F {
	change(&in)
	return in
}

func TestKeys(t *testing.T) {
	other := func(code string) DiagnosisCodeInput {
		return With(Diagnosis(code), func(in *DiagnosisCodeInput) { in.CodeSet = "DSM-5" })
	}
	others := map[string]bool{}
	for _, same := range [][]form{
		{Diagnosis("F41.1"), Diagnosis("f411"), Diagnosis(" F411 "), With(Diagnosis("F41.1"), func(in *DiagnosisCodeInput) { in.CodeSet = "icd-10-cm" })},
		{Diagnosis("F41.10")},
		{Diagnosis("F41")},
		{other("F41.1"), other("F411")},
		{Billing("a1234"), Billing("A1234")},
		{Billing("01234")},
		{Electronic("lx101"), Electronic("LX101"), With(Electronic("LX101"), func(in *PayerInput) { in.Name, in.Zip = "Another", Ptr("12345") })},
		{Electronic("LX-101")},
		{Paper("St. Mary's Fund", "12345"), Paper("ST  MARYS-FUND", "12345"), Paper("st. mary’s fund", "12345")},
		{Paper("St. Mary's Fund", "12345-6789"), Paper("St Marys Fund", "123456789")},
		{Paper("LX101", "12345")},
		{Paper("St. Mary's Funds", "12345")},
		{Location("11", "Main St. Office"), Location("11", "main st office")},
		{Location("12", "Main St. Office")},
		{ModifierInput{Code: "9x", Description: "x"}, ModifierInput{Code: "9X", Description: "x"}},
		{Referring("Dr. Ames", Ptr("1234567893")), Referring("Another", Ptr("1234567893 "))},
		{Referring("Dr. Ames", nil), Referring("DR AMES", Ptr(" "))},
		{Service("Talk, 50 min", "A1234"), Service("talk 50 min", "B1234")},
		{PaymentTypeInput{Code: "chk", Label: "x", Sign: "LOWERS"}, PaymentTypeInput{Code: "CHK", Label: "x", Sign: "LOWERS"}},
		{Template("First visit", "a"), Template("first  visit", "b")},
		{With(Template("First visit", "a"), func(in *NoteTemplateInput) { in.NoteType = notetemplate.NoteTypePROGRESS })},
		{InvoiceMessageInput{Title: "Thank you", Text: "x"}, InvoiceMessageInput{Title: "thank-you", Text: "x"}},
		{Paper("Ｓt. Élan", "12345"), Paper("St. E\u0301lan", "12345")},
	} {
		first := mustRow(t, same[0])
		for _, in := range same {
			if row := mustRow(t, in); row.Key != first.Key {
				t.Errorf("%+v: key %q, not %q", in, row.Key, first.Key)
			}
		}
		if others[first.Key] {
			t.Errorf("%q: two different entries have this key", first.Key)
		}
		others[first.Key] = true
	}
}

func mustRow(t *testing.T, in form) Row {
	t.Helper()
	row, err := in.row()
	if err != nil {
		t.Fatalf("%+v: %v", in, err)
	}
	return row
}

func TestSpelling(t *testing.T) {
	for code, want := range map[string]string{"f411": "F41.1", "F41": "F41", "z3a01": "Z3A.01", "F41.1": "F41.1", "T36.0X1A": "T36.0X1A"} {
		if got := mustRow(t, Diagnosis(code)).Fields[0].Value; got != want {
			t.Errorf("%s: %v, not %s", code, got, want)
		}
	}
}

func TestChecks(t *testing.T) {
	d := func(change func(*DiagnosisCodeInput)) form { return With(Diagnosis("F41.1"), change) }
	b := func(change func(*BillingCodeInput)) form { return With(Billing("A1234"), change) }
	e := func(change func(*PayerInput)) form { return With(Electronic("LX101"), change) }
	p := func(change func(*PayerInput)) form { return With(Paper("Fund", "12345"), change) }
	for _, c := range []struct {
		field string // empty: nothing is wrong
		in    form
	}{
		{"code", Diagnosis("")},
		{"code", Diagnosis("41.1")},
		{"code", Diagnosis("F4")},
		{"code", Diagnosis("F41.12345")},
		{"code", Diagnosis("F4.11")},
		{"code", Diagnosis("F41.")},
		{"code", Diagnosis("F41 1")},
		{"", Diagnosis("C4A.0")},
		{"code", d(func(in *DiagnosisCodeInput) { in.CodeSet, in.Code = "DSM-5", "a b" })},
		{"code", d(func(in *DiagnosisCodeInput) { in.CodeSet, in.Code = "DSM-5", "..." })},
		{"", d(func(in *DiagnosisCodeInput) { in.CodeSet, in.Code = "DSM-5", "300.02" })},
		{"codeSet", d(func(in *DiagnosisCodeInput) { in.CodeSet = "" })},
		{"codeSet", d(func(in *DiagnosisCodeInput) { in.CodeSet = "ICD 10" })},
		{"description", d(func(in *DiagnosisCodeInput) { in.Description = "  " })},
		{"description", d(func(in *DiagnosisCodeInput) { in.Description = strings.Repeat("ä", short+1) })},
		{"", d(func(in *DiagnosisCodeInput) { in.Description = strings.Repeat("ä", short) })},
		{"description", d(func(in *DiagnosisCodeInput) { in.Description = "a\x00b" })},
		{"description", d(func(in *DiagnosisCodeInput) { in.Description = "a\nb" })},
		{"", d(func(in *DiagnosisCodeInput) {
			in.EffectiveFrom, in.EffectiveTo = Ptr(column.Date("2026-01-31")), Ptr(column.Date("2026-01-31"))
		})},
		{"effectiveTo", d(func(in *DiagnosisCodeInput) {
			in.EffectiveFrom, in.EffectiveTo = Ptr(column.Date("2026-02-01")), Ptr(column.Date("2026-01-31"))
		})},
		{"effectiveFrom", d(func(in *DiagnosisCodeInput) { in.EffectiveFrom = Ptr(column.Date("0000-01-01")) })},
		{"code", Billing("A123")},
		{"code", Billing("A12345")},
		{"code", Billing("A12.4")},
		{"code", Billing("MISSED")},
		{"defaultMinutes", b(func(in *BillingCodeInput) { in.DefaultMinutes = Ptr(0) })},
		{"defaultMinutes", b(func(in *BillingCodeInput) { in.DefaultMinutes = Ptr(1441) })},
		{"", b(func(in *BillingCodeInput) { in.DefaultMinutes = Ptr(1440) })},
		{"defaultCharge", b(func(in *BillingCodeInput) { in.DefaultCharge = -1 })},
		{"defaultCharge", b(func(in *BillingCodeInput) { in.DefaultCharge = 10_000_001 })},
		{"", b(func(in *BillingCodeInput) { in.DefaultCharge = 10_000_000 })},
		{"units", b(func(in *BillingCodeInput) { in.Units = 0 })},
		{"units", b(func(in *BillingCodeInput) { in.Units = 1000 })},
		{"placeOfService", b(func(in *BillingCodeInput) { in.PlaceOfService = "1" })},
		{"placeOfService", b(func(in *BillingCodeInput) { in.PlaceOfService = "111" })},
		{"billTo", b(func(in *BillingCodeInput) { in.BillTo = "NOBODY" })},
		{"name", e(func(in *PayerInput) { in.Name = "" })},
		{"kind", e(func(in *PayerInput) { in.Kind = "PIGEON" })},
		{"payerId", e(func(in *PayerInput) { in.PayerID = nil })},
		{"payerId", e(func(in *PayerInput) { in.PayerID = Ptr(" ") })},
		{"payerId", Electronic("LX 101")},
		{"payerId", p(func(in *PayerInput) { in.PayerID = Ptr("LX101") })},
		{"street", p(func(in *PayerInput) { in.Street = nil })},
		{"zip", p(func(in *PayerInput) { in.Zip = nil })},
		{"zip", Paper("Fund", "1234")},
		{"zip", Paper("Fund", "12345-67")},
		{"name", Paper("!!!", "12345")},
		{"name", Paper(strings.Repeat("\ufdfa", short), "12345")},
		{"name", Paper("Fund\x00", "12345")},
		{"state", p(func(in *PayerInput) { in.State = Ptr("New York") })},
		{"", p(func(in *PayerInput) { in.State = Ptr("ny") })},
		{"claimForm", p(func(in *PayerInput) { in.ClaimForm = "" })},
		{"claimFilingCode", p(func(in *PayerInput) { in.ClaimFilingCode = Ptr("CIX") })},
		{"insuranceNote", p(func(in *PayerInput) { in.InsuranceNote = Ptr(strings.Repeat("x", long+1)) })},
		{"", p(func(in *PayerInput) { in.InsuranceNote = Ptr("one\ntwo") })},
		{"phone", p(func(in *PayerInput) { in.Phone = Ptr("1\n2") })},
		{"placeOfService", Location("1", "Office")},
		{"name", Location("11", "---")},
		{"npi", With(Location("11", "Office"), func(in *LocationInput) { in.Npi = Ptr("1234567890") })},
		{"", With(Location("11", "Office"), func(in *LocationInput) { in.Npi = Ptr("1234567893") })},
		{"state", With(Location("11", "Office"), func(in *LocationInput) { in.State = Ptr("N1") })},
		{"code", ModifierInput{Code: "9", Description: "x"}},
		{"code", ModifierInput{Code: "955", Description: "x"}},
		{"", ModifierInput{Code: "95", Description: "x"}},
		{"npi", Referring("Ames", Ptr("123456789"))},
		{"npi", Referring("Ames", Ptr("12345678９3"))},
		{"name", Referring("", Ptr("1234567893"))},
		{"billingCode", With(Service("Talk", "A1234"), func(in *ServiceCodeInput) { in.BillingCode = nil })},
		{"", With(Service("Talk", "A1234"), func(in *ServiceCodeInput) { in.BillingCode, in.Billable = nil, false })},
		{"minutes", With(Service("Talk", "A1234"), func(in *ServiceCodeInput) { in.Minutes = 0 })},
		{"colour", With(Service("Talk", "A1234"), func(in *ServiceCodeInput) { in.Colour = "MAUVE" })},
		{"code", PaymentTypeInput{Code: "CASH-1", Label: "Cash", Sign: "LOWERS"}},
		{"sign", PaymentTypeInput{Code: "CASH", Label: "Cash", Sign: ""}},
		{"label", PaymentTypeInput{Code: "CASH", Sign: "LOWERS"}},
		{"body", Template("Intake", " \r\n")},
		{"body", Template("Intake", strings.Repeat("x", long+1))},
		{"noteType", With(Template("Intake", "x"), func(in *NoteTemplateInput) { in.NoteType = "LETTER" })},
		{"text", InvoiceMessageInput{Title: "Thanks"}},
		{"title", InvoiceMessageInput{Title: "!", Text: "Thanks"}},
	} {
		_, err := c.in.row()
		found := problem.As(err)
		if c.field == "" && err != nil {
			t.Errorf("%+v: %v", c.in, err)
		}
		if c.field != "" && (found == nil || !slices.Equal(found.Path, []string{c.field})) {
			t.Errorf("%+v: %s should be refused, not %v", c.in, c.field, found)
		}
	}
}

// Every column is either a field of the form or one that the section itself keeps.
func TestFieldsAreComplete(t *testing.T) {
	kept := []string{"id", "account_id", "natural_key", "version", "created_at", "system", "copied_from", "copied_by", "copied_at", "copy_job"}
	for name, file := range map[string]struct {
		columns []string
		fields  []Field
	}{
		"diagnosis codes":     {diagnosiscode.Columns, fields(DiagnosisCodes.cells(&DiagnosisCodeInput{}))},
		"billing codes":       {billingcode.Columns, fields(BillingCodes.cells(&BillingCodeInput{}))},
		"payers":              {payer.Columns, PayerInput{}.fields()},
		"locations":           {location.Columns, fields(Locations.cells(&LocationInput{}))},
		"modifiers":           {modifier.Columns, fields(Modifiers.cells(&ModifierInput{}))},
		"referring providers": {referringprovider.Columns, fields(ReferringProviders.cells(&ReferringProviderInput{}))},
		"service codes":       {servicecode.Columns, fields(ServiceCodes.cells(&ServiceCodeInput{}))},
		"payment types":       {paymenttype.Columns, fields(PaymentTypes.cells(&PaymentTypeInput{}))},
		"note templates":      {notetemplate.Columns, fields(NoteTemplates.cells(&NoteTemplateInput{}))},
		"invoice messages":    {invoicemessage.Columns, fields(InvoiceMessages.cells(&InvoiceMessageInput{}))},
	} {
		for _, column := range file.columns {
			named := slices.ContainsFunc(file.fields, func(f Field) bool { return f.Column == column })
			if named == slices.Contains(kept, column) {
				t.Errorf("%s: %s", name, column)
			}
		}
	}
}

func TestNames(t *testing.T) {
	for column, want := range map[string]string{"code": "code", "place_of_service": "placeOfService", "payer_id": "payerId"} {
		if got := (Field{Column: column}).Name(); got != want {
			t.Errorf("%s: %s", column, got)
		}
	}
}

func TestPrivateValuesStayOutOfChanges(t *testing.T) {
	before := Paper("Fund", "12345").fields()
	after := With(Paper("Funds", "12345"), func(in *PayerInput) {
		in.Contact, in.InsuranceNote, in.ProviderNumber, in.Enrolment = Ptr("secret"), Ptr("secret"), Ptr("secret"), Ptr("secret")
	}).fields()
	raw, err := json.Marshal(Changes(before, after))
	want := `{"contact":["changed"],"enrolment":["changed"],"insuranceNote":["changed"],"name":["Fund","Funds"],"providerNumber":["changed"]}`
	if err != nil || string(raw) != want {
		t.Errorf("%s %v", raw, err)
	}
}

// A row that is read gives the fields that it was saved with.
func TestFormOfRow(t *testing.T) {
	in := With(Paper("Fund", "12345"), func(in *PayerInput) { in.Contact = Ptr("Ann") })
	p := &ent.Payer{Name: "Fund", Kind: payer.KindPAPER, Street: "PO Box 1", Zip: "12345", Contact: "Ann", ClaimForm: payer.ClaimFormCMS1500_PLAIN, Active: true}
	if got := Payers.entry(p).Fields; !slices.Equal(got, in.fields()) {
		t.Error(got)
	}
}

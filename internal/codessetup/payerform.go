package codessetup

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payer"
)

// PayerInput is the form of an insurance payer.
type PayerInput struct {
	Name string
	Kind payer.Kind
	// PayerID is for electronic payers, which need one, and for no others.
	PayerID *string
	// Street and Zip are needed for paper payers.
	Street, City, State, Zip       *string
	Phone, Fax                     *string
	ClaimForm                      payer.ClaimForm
	ClaimFilingCode, InsuranceNote *string
	// ProviderNumber, Enrolment and Contact are the account's own and never copied.
	ProviderNumber, Enrolment, Contact *string
	Active                             bool
}

var (
	payerIDShape = regexp.MustCompile(`^[A-Z0-9][A-Z0-9-]{0,29}$`)
	stateShape   = regexp.MustCompile(`^[A-Z]{2}$`)
	zipShape     = regexp.MustCompile(`^[0-9]{5}(-?[0-9]{4})?$`)
	// filingShape is that of a claim filing indicator code (ASC X12 837, SBR09).
	filingShape = regexp.MustCompile(`^[A-Z0-9]{1,2}$`)
)

func (in PayerInput) row() (Row, error) {
	var c check
	in.Name = c.line("name", in.Name)
	in.PayerID = c.optionalCode("payerId", in.PayerID, payerIDShape, "Enter at most 30 letters, digits and dashes.")
	in.Street, in.City = c.optional("street", in.Street), c.optional("city", in.City)
	in.State = c.optionalCode("state", in.State, stateShape, "Enter the two letters of a state.")
	in.Zip = hyphened(c.optionalCode("zip", in.Zip, zipShape, "Enter five or nine digits."))
	in.Phone, in.Fax = c.optional("phone", in.Phone), c.optional("fax", in.Fax)
	in.ClaimFilingCode = c.optionalCode("claimFilingCode", in.ClaimFilingCode, filingShape, "Enter one or two letters or digits, such as CI.")
	in.InsuranceNote, in.Contact = c.note("insuranceNote", in.InsuranceNote), c.note("contact", in.Contact)
	in.ProviderNumber, in.Enrolment = c.optional("providerNumber", in.ProviderNumber), c.optional("enrolment", in.Enrolment)
	c.that(payer.ClaimFormValidator(in.ClaimForm) == nil, "claimForm", "Choose a form.")
	in.checkKind(&c)
	if c.fault != nil {
		return Row{}, c.fault
	}
	return Row{Key: in.key(), Fields: in.fields()}, nil
}

// longestKey in bytes: PostgreSQL indexes no more than 2,704, and some characters of Unicode
// grow to eighteen when a name is made plain.
const longestKey = 1500

// checkKind asks for what claims need to reach the payer.
func (in PayerInput) checkKind(c *check) {
	c.that(payer.KindValidator(in.Kind) == nil, "kind", "Choose how claims reach the payer.")
	if in.Kind == payer.KindELECTRONIC {
		c.that(in.PayerID != nil, "payerId", "An electronic payer needs its payer ID.")
		return
	}
	c.that(in.PayerID == nil, "payerId", "A paper payer has no payer ID. Leave it empty, or choose electronic.")
	c.that(in.Street != nil, "street", "A paper payer needs a street or a post-office box.")
	c.that(in.Zip != nil, "zip", "A paper payer needs a ZIP code.")
	c.that(plain(in.Name) != "", "name", "Enter a name with letters or digits.")
	c.that(len(plain(in.Name)) <= longestKey, "name", "This name is too long.")
}

func (in PayerInput) keyField() string {
	if in.Kind == payer.KindELECTRONIC {
		return "payerId"
	}
	return "name"
}

// key is the payer ID of an electronic payer, and the plain name with the ZIP code of a paper
// one. Neither kind's key can look like one of the other.
func (in PayerInput) key() string {
	if in.Kind == payer.KindELECTRONIC {
		return "ID " + *in.PayerID
	}
	return "NAME " + plain(in.Name) + " " + *in.Zip
}

var apostrophes = strings.NewReplacer("'", "", "’", "")

// plain is a name in capitals, its words parted by one space, without anything but letters
// and digits: "St. Mary's" and "ST  MARYS" are the same.
func plain(name string) string {
	words := strings.FieldsFunc(apostrophes.Replace(norm.NFKC.String(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return strings.ToUpper(strings.Join(words, " "))
}

// hyphened writes nine digits as 12345-6789.
func hyphened(zip *string) *string {
	if zip == nil || len(*zip) != 9 {
		return zip
	}
	written := (*zip)[:5] + "-" + (*zip)[5:]
	return &written
}

func (in PayerInput) fields() []Field {
	return []Field{
		{Column: payer.FieldName, Value: in.Name},
		{Column: payer.FieldKind, Value: in.Kind},
		{Column: payer.FieldPayerID, Value: some(in.PayerID)},
		{Column: payer.FieldStreet, Value: some(in.Street)},
		{Column: payer.FieldCity, Value: some(in.City)},
		{Column: payer.FieldState, Value: some(in.State)},
		{Column: payer.FieldZip, Value: some(in.Zip)},
		{Column: payer.FieldPhone, Value: some(in.Phone)},
		{Column: payer.FieldFax, Value: some(in.Fax)},
		{Column: payer.FieldClaimForm, Value: in.ClaimForm},
		{Column: payer.FieldClaimFilingCode, Value: some(in.ClaimFilingCode)},
		{Column: payer.FieldInsuranceNote, Value: some(in.InsuranceNote), Private: true},
		{Column: payer.FieldProviderNumber, Value: some(in.ProviderNumber), Own: true, Private: true},
		{Column: payer.FieldEnrolment, Value: some(in.Enrolment), Own: true, Private: true},
		{Column: payer.FieldContact, Value: some(in.Contact), Own: true, Private: true},
		{Column: payer.FieldActive, Value: in.Active},
	}
}

func payerForm(p *ent.Payer) PayerInput {
	return PayerInput{
		Name: p.Name, Kind: p.Kind, PayerID: given(p.PayerID),
		Street: given(p.Street), City: given(p.City), State: given(p.State), Zip: given(p.Zip),
		Phone: given(p.Phone), Fax: given(p.Fax), ClaimForm: p.ClaimForm,
		ClaimFilingCode: given(p.ClaimFilingCode), InsuranceNote: given(p.InsuranceNote),
		ProviderNumber: given(p.ProviderNumber), Enrolment: given(p.Enrolment), Contact: given(p.Contact),
		Active: p.Active,
	}
}

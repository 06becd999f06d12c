package practicesetup

import (
	"regexp"
	"strings"

	"lanyard/ent/gen/ent/practice"
	"lanyard/internal/form"
)

// PracticeInput is all that an account says of its practice, as it should be. nil and empty are the
// same, but for TaxID.
type PracticeInput struct {
	Input
	PracticeType *string
	// TaxID is nil to leave the number as it is and empty to remove it: an SSN is shown to nobody.
	TaxID         *string
	TaxIDKind     *practice.TaxIDKind
	Credentials   *string
	LicenseNumber *string
	LicenseState  *string
	Npi           *string
	Taxonomy      *string
	Phone         *string
	OfficeStreet  *string
	OfficeCity    *string
	OfficeState   *string
	OfficeZip     *string
	// The billing address is the office's where it is empty, and the pay-to address the billing one.
	BillingStreet *string
	BillingCity   *string
	BillingState  *string
	BillingZip    *string
	PayToStreet   *string
	PayToCity     *string
	PayToState    *string
	PayToZip      *string
	InvoiceFooter *string
}

// maxFooter is the most characters of what stands below an invoice.
const maxFooter = 500

var (
	nineDigits   = regexp.MustCompile(`^([0-9]{2}-?[0-9]{7}|[0-9]{3}-?[0-9]{2}-?[0-9]{4})$`)
	taxonomyCode = regexp.MustCompile(`^[0-9A-Za-z]{10}$`)
)

// onto gives the record as the input wants it, everything checked. The record itself is left as it is.
func (in PracticeInput) onto(current *record) (*record, error) {
	names := in.Trimmed()
	if err := names.Check(); err != nil {
		return nil, err
	}
	wanted := *current
	wanted.account.PracticeName, wanted.account.ProviderName = names.PracticeName, names.ProviderName
	wanted.account.Email, wanted.account.TimeZone = names.Email, names.TimeZone
	var c form.Checks
	p := &wanted.practice
	p.PracticeType = c.Line("practiceType", in.PracticeType, form.MaxLine)
	p.Credentials = c.Line("credentials", in.Credentials, form.MaxLine)
	p.LicenseNumber = c.Line("licenseNumber", in.LicenseNumber, form.MaxLine)
	p.LicenseState = c.State("licenseState", in.LicenseState)
	p.Npi = c.NPI("npi", in.Npi)
	p.Taxonomy = strings.ToUpper(c.Like("taxonomy", in.Taxonomy, taxonomyCode, "Use the ten characters of a taxonomy code, such as 101YM0800X."))
	p.Phone = c.Phone("phone", in.Phone)
	p.InvoiceFooter = c.Text("invoiceFooter", in.InvoiceFooter, maxFooter)
	in.taxID(&c, p)
	in.addresses(&c, p)
	return &wanted, c.Fault()
}

package demo

import (
	"context"
	"fmt"

	"lanyard/ent/gen/ent/practice"
	"lanyard/internal/demo/data"
	"lanyard/internal/practicesetup"
)

// details are what invoices and claims print of each provider. No tax ID begins with 00, no social
// security number with 000, and the NPI is the one that the standard gives as its example.
var details = []struct {
	credentials, taxonomy, taxID string
	kind                         practice.TaxIDKind
}{
	{"PhD", "103TC0700X", "00-5550101", practice.TaxIDKindEIN},
	{"PhD", "103TC0700X", "00-5550101", practice.TaxIDKindEIN},
	{"LMFT", "106H00000X", "000-55-0103", practice.TaxIDKindSSN},
}

// setUp fills in Practice Setup.
func (f *filler) setUp(ctx context.Context) error {
	town := data.Cities()[0]
	for i, a := range f.accounts {
		d := details[i]
		in := practicesetup.PracticeInput{
			Input:        practicesetup.Input{PracticeName: practiceName, ProviderName: a.provider, Email: a.email, TimeZone: timeZone},
			PracticeType: new("Psychotherapy"), Credentials: &d.credentials, Taxonomy: &d.taxonomy, TaxID: &d.taxID, TaxIDKind: &d.kind,
			Npi: new("1234567893"), Phone: new(town.Phone(i)),
			OfficeStreet: new("48 Juniper Street"), OfficeCity: &town.Name, OfficeState: &town.State, OfficeZip: &town.Zip,
			InvoiceFooter: new("Questions about this invoice? Please call us."),
		}
		err := f.as(ctx, a.owner, func(ctx context.Context) error {
			_, err := practicesetup.EditPractice(ctx, f.log, a.id, 1, in)
			return err
		})
		if err != nil {
			return fmt.Errorf("set up the practice of %s: %w", a.provider, err)
		}
	}
	return nil
}

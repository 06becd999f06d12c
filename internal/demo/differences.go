package demo

import (
	"context"
	"fmt"
	"slices"

	"lanyard/ent/gen/ent/billingcode"
	"lanyard/internal/codessetup"
	"lanyard/internal/demo/data"
	"lanyard/internal/page"
)

// differ makes the accounts that were copied to a little their own, so that copying once more
// finds entries that are new, alike and different.
func (f *filler) differ(ctx context.Context) error {
	second, third := f.accounts[1], f.accounts[2]
	steps := []func() error{
		func() error { return f.editBilling(ctx, second, "02012", charge(15000)) },
		func() error { return f.editBilling(ctx, second, "02013", charge(19500)) },
		func() error { return f.editBilling(ctx, second, "02061", retire) },
		func() error { return f.editPayer(ctx, second, "LX102", enrolled) },
		func() error { return f.editBilling(ctx, third, "02013", charge(16000)) },
		func() error { return f.editBilling(ctx, third, "02021", lasts(80)) },
		func() error { return f.editPayer(ctx, third, "LX106", noReferral) },
		func() error { return f.addBilling(ctx, third, walk) },
		func() error { return f.addLocation(ctx, third, ownOffice) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// walk is a service that only the third provider has.
var walk = codessetup.BillingCodeInput{
	Code: "02091", Description: "Talk on a walk, 50 minutes", DefaultMinutes: new(50), DefaultCharge: 14500, Units: 1,
	PlaceOfService: "99", BillTo: billingcode.BillToCLIENT_ONLY, Active: true,
}

// ownOffice is where only the third provider works.
var ownOffice = codessetup.LocationInput{
	PlaceOfService: "11", Name: "Orchard Street office", Street: new("40 Orchard Street"), City: new("Shelburne"), State: new("VT"), Zip: new("05482"), Active: true,
}

func charge(cents int) func(*codessetup.BillingCodeInput) {
	return func(in *codessetup.BillingCodeInput) { in.DefaultCharge = cents }
}

func lasts(minutes int) func(*codessetup.BillingCodeInput) {
	return func(in *codessetup.BillingCodeInput) {
		in.DefaultMinutes, in.Description = &minutes, fmt.Sprintf("Couple or family talk, %d minutes", minutes)
	}
}

func retire(in *codessetup.BillingCodeInput) { in.Active = false }

// enrolled fills in what is the account's own and is never copied.
func enrolled(in *codessetup.PayerInput) {
	in.ProviderNumber, in.Enrolment = new("HL-20417"), new("Enrolled for electronic claims")
}

func noReferral(in *codessetup.PayerInput) { in.InsuranceNote = nil }

func (f *filler) addBilling(ctx context.Context, a *account, in codessetup.BillingCodeInput) error {
	err := f.as(ctx, a.owner, func(ctx context.Context) error {
		_, err := codessetup.BillingCodes.Add(ctx, f.log, a.id, in)
		return err
	})
	if err != nil {
		return fmt.Errorf("add the billing code %s: %w", in.Code, err)
	}
	return nil
}

func (f *filler) addLocation(ctx context.Context, a *account, in codessetup.LocationInput) error {
	return f.as(ctx, a.owner, func(ctx context.Context) error {
		_, err := codessetup.Locations.Add(ctx, f.log, a.id, in)
		return err
	})
}

// editBilling changes a billing code that was copied from the list of data.
func (f *filler) editBilling(ctx context.Context, a *account, code string, change func(*codessetup.BillingCodeInput)) error {
	err := f.as(ctx, a.owner, func(ctx context.Context) error {
		found, err := only(codessetup.BillingCodes.List(ctx, f.log, a.id, search(code)))
		if err != nil {
			return err
		}
		in := billingForm(entered(data.BillingCodes(), func(b data.BillingCode) bool { return b.Code == code }))
		change(&in)
		_, err = codessetup.BillingCodes.Edit(ctx, f.log, a.id, found.ID, found.Version, in)
		return err
	})
	if err != nil {
		return fmt.Errorf("change the billing code %s of %s: %w", code, a.provider, err)
	}
	return nil
}

// editPayer changes a payer that was copied from the list of data.
func (f *filler) editPayer(ctx context.Context, a *account, id string, change func(*codessetup.PayerInput)) error {
	err := f.as(ctx, a.owner, func(ctx context.Context) error {
		found, err := only(codessetup.Payers.List(ctx, f.log, a.id, search(id)))
		if err != nil {
			return err
		}
		in := payerForm(entered(data.Payers(), func(p data.Payer) bool { return p.PayerID == id }))
		change(&in)
		_, err = codessetup.Payers.Edit(ctx, f.log, a.id, found.ID, found.Version, in)
		return err
	})
	if err != nil {
		return fmt.Errorf("change the payer %s of %s: %w", id, a.provider, err)
	}
	return nil
}

// entered is the entry of the list that was entered in the first account. It panics when there
// is none: the lists are ours.
func entered[T any](list []T, is func(T) bool) T { return list[slices.IndexFunc(list, is)] }

func search(text string) codessetup.Query {
	return codessetup.Query{Args: page.Args{First: 2}, Search: text}
}

// only is the one entry of a page.
func only[T any](p *page.Page[T], err error) (one T, _ error) {
	if err != nil {
		return one, err
	}
	if len(p.Nodes) != 1 {
		return one, fmt.Errorf("%d entries were found, not one", len(p.Nodes))
	}
	return p.Nodes[0], nil
}

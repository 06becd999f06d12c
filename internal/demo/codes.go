package demo

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/ent/gen/ent/payer"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/demo/data"
)

// usual are the diagnosis codes that the first provider uses most.
var usual = []string{"F32.1", "F33.1", "F41.1", "F43.10", "F43.23", "F90.0"}

// enterCodes is Codes Setup: the biller enters all ten files in the first account.
func (f *filler) enterCodes(ctx context.Context) error {
	account := f.accounts[0].id
	err := enter(ctx, f, data.DiagnosisCodes(), func(ctx context.Context, d data.DiagnosisCode) error {
		_, err := codessetup.DiagnosisCodes.Add(ctx, f.log, account, diagnosisForm(d))
		return err
	})
	if err != nil {
		return err
	}
	err = enter(ctx, f, data.BillingCodes(), func(ctx context.Context, b data.BillingCode) error {
		_, err := codessetup.BillingCodes.Add(ctx, f.log, account, billingForm(b))
		return err
	})
	if err != nil {
		return err
	}
	err = enter(ctx, f, data.Payers(), func(ctx context.Context, p data.Payer) error {
		_, err := codessetup.Payers.Add(ctx, f.log, account, payerForm(p))
		return err
	})
	if err != nil {
		return err
	}
	return f.enterLists(ctx)
}

// enterLists enters the shorter files, service codes after the billing codes that they need.
func (f *filler) enterLists(ctx context.Context) error {
	return errors.Join(
		list(ctx, f, locations, codessetup.Locations.Add),
		list(ctx, f, modifiers, codessetup.Modifiers.Add),
		list(ctx, f, referringProviders, codessetup.ReferringProviders.Add),
		list(ctx, f, serviceCodes, codessetup.ServiceCodes.Add),
		list(ctx, f, paymentTypes, codessetup.PaymentTypes.Add),
		list(ctx, f, noteTemplates, codessetup.NoteTemplates.Add),
		list(ctx, f, invoiceMessages, codessetup.InvoiceMessages.Add),
	)
}

func list[T, F any](ctx context.Context, f *filler, forms []F, add func(context.Context, *activity.Log, uuid.UUID, F) (T, error)) error {
	return enter(ctx, f, forms, func(ctx context.Context, form F) error {
		_, err := add(ctx, f.log, f.accounts[0].id, form)
		return err
	})
}

// enter lets the biller add the entries of a list, each by itself.
func enter[T any](ctx context.Context, f *filler, list []T, add func(context.Context, T) error) error {
	for _, entry := range list {
		err := f.as(ctx, f.biller.person, func(ctx context.Context) error { return add(ctx, entry) })
		if err != nil {
			return fmt.Errorf("add %+v: %w", entry, err)
		}
	}
	return nil
}

func diagnosisForm(d data.DiagnosisCode) codessetup.DiagnosisCodeInput {
	from := column.Date(d.EffectiveFrom)
	return codessetup.DiagnosisCodeInput{
		Code: d.Code, CodeSet: "ICD-10-CM", Description: d.Description, EffectiveFrom: &from,
		Active: true, Favourite: slices.Contains(usual, d.Code),
	}
}

func billingForm(b data.BillingCode) codessetup.BillingCodeInput {
	in := codessetup.BillingCodeInput{
		Code: b.Code, Description: b.Description, DefaultCharge: b.Charge, Units: b.Units,
		PlaceOfService: b.PlaceOfService, BillTo: billingcode.BillTo(b.BillTo), Active: true,
	}
	if b.Minutes > 0 {
		in.DefaultMinutes = &b.Minutes
	}
	return in
}

func payerForm(p data.Payer) codessetup.PayerInput {
	in := codessetup.PayerInput{
		Name: p.Name, Kind: payer.Kind(p.Kind), Street: &p.Street, City: &p.City, State: &p.State, Zip: &p.Zip,
		Phone: &p.Phone, Fax: &p.Fax, ClaimForm: payer.ClaimForm(p.ClaimForm), ClaimFilingCode: &p.ClaimFilingCode,
		InsuranceNote: &p.Note, Active: true,
	}
	if p.PayerID != "" {
		in.PayerID = &p.PayerID
	}
	return in
}

// copyCodes is Copy Codes to Another Account, done by the master username.
func (f *filler) copyCodes(ctx context.Context) error {
	for _, to := range f.accounts[1:] {
		if err := f.copyTo(ctx, to); err != nil {
			return fmt.Errorf("copy the codes to the account of %s: %w", to.provider, err)
		}
	}
	return nil
}

func (f *filler) copyTo(ctx context.Context, to *account) error {
	from := f.accounts[0].id
	files := make([]codessetup.MasterFile, len(codessetup.Files))
	for i, file := range codessetup.Files {
		files[i] = file.Name()
	}
	in := copycodes.CopyCodesInput{IncludeCharges: true}
	err := f.as(ctx, f.master.person, func(ctx context.Context) error {
		preview, err := copycodes.Preview(ctx, f.log, to.id, from, files, in.IncludeCharges)
		if err != nil {
			return err
		}
		in.Job = preview.Job
		for _, e := range preview.Entries {
			in.Entries = append(in.Entries, copycodes.CopyEntryInput{File: e.File, ID: e.ID, Fingerprint: e.Fingerprint})
		}
		return nil
	})
	if err != nil {
		return err
	}
	return f.as(ctx, f.master.person, func(ctx context.Context) error {
		_, err := copycodes.Copy(ctx, f.log, to.id, from, in)
		return err
	})
}

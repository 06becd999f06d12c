package practicesetup

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/practice"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/form"
	"lanyard/internal/revision"
)

// record is all that an account says of its practice. It has one version: that of the account.
type record struct {
	account  ent.Account
	practice ent.Practice
}

// Practice reads what invoices and claims print of an account's practice.
func Practice(ctx context.Context, log *activity.Log, account uuid.UUID) (*ent.Practice, error) {
	p, err := find(database.In(ctx, account), log.Reader(), account)
	if err != nil {
		return nil, err
	}
	return p, activity.Note(ctx, event(account, "practice.opened", activity.Read))
}

// find gives an empty practice to an account that has said nothing yet.
func find(ctx context.Context, db *ent.Client, account uuid.UUID) (*ent.Practice, error) {
	p, err := db.Practice.Query().Where(practice.AccountID(account)).Only(ctx)
	if ent.IsNotFound(err) {
		return &ent.Practice{AccountID: account, TaxIDKind: practice.TaxIDKindEIN}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the practice: %w", err)
	}
	return p, nil
}

// TaxID is the number of the practice as it is shown: masked when it is a person's.
func TaxID(p *ent.Practice) *string {
	switch {
	case p.TaxIDKind == practice.TaxIDKindSSN:
		return form.Masked(p.TaxID)
	case p.TaxID == "":
		return nil
	}
	return &p.TaxID
}

// fields are what an edit may change, under their names in the API.
var fields = revision.Fields[record]{
	{Name: "practiceName", Of: func(r *record) any { return r.account.PracticeName }},
	{Name: "providerName", Of: func(r *record) any { return r.account.ProviderName }},
	{Name: "email", Of: func(r *record) any { return r.account.Email }},
	{Name: "timeZone", Of: func(r *record) any { return r.account.TimeZone }},
	{Name: "practiceType", Of: func(r *record) any { return r.practice.PracticeType }},
	{Name: taxIDField, Of: func(r *record) any { return r.practice.TaxID }},
	{Name: "taxIdKind", Of: func(r *record) any { return r.practice.TaxIDKind }},
	{Name: "credentials", Of: func(r *record) any { return r.practice.Credentials }},
	{Name: "licenseNumber", Of: func(r *record) any { return r.practice.LicenseNumber }},
	{Name: "licenseState", Of: func(r *record) any { return r.practice.LicenseState }},
	{Name: "npi", Of: func(r *record) any { return r.practice.Npi }},
	{Name: "taxonomy", Of: func(r *record) any { return r.practice.Taxonomy }},
	{Name: "phone", Of: func(r *record) any { return r.practice.Phone }},
	{Name: "officeStreet", Of: func(r *record) any { return r.practice.OfficeStreet }},
	{Name: "officeCity", Of: func(r *record) any { return r.practice.OfficeCity }},
	{Name: "officeState", Of: func(r *record) any { return r.practice.OfficeState }},
	{Name: "officeZip", Of: func(r *record) any { return r.practice.OfficeZip }},
	{Name: "billingStreet", Of: func(r *record) any { return r.practice.BillingStreet }},
	{Name: "billingCity", Of: func(r *record) any { return r.practice.BillingCity }},
	{Name: "billingState", Of: func(r *record) any { return r.practice.BillingState }},
	{Name: "billingZip", Of: func(r *record) any { return r.practice.BillingZip }},
	{Name: "payToStreet", Of: func(r *record) any { return r.practice.PayToStreet }},
	{Name: "payToCity", Of: func(r *record) any { return r.practice.PayToCity }},
	{Name: "payToState", Of: func(r *record) any { return r.practice.PayToState }},
	{Name: "payToZip", Of: func(r *record) any { return r.practice.PayToZip }},
	{Name: "invoiceFooter", Of: func(r *record) any { return r.practice.InvoiceFooter }},
}

const taxIDField = "taxId"

// theirs are the current values of the fields in which an edit differs from them.
func theirs(current, wanted *record) map[string]any {
	diff := fields.Theirs(current, wanted)
	if _, ok := diff[taxIDField]; ok {
		diff[taxIDField] = TaxID(&current.practice)
	}
	return diff
}

// open are the fields whose values the log keeps: everybody who may enter the account sees them.
var open = []string{"practiceName", "providerName", "timeZone"}

// changed tells the log what was changed. Of what is for Practice Setup alone, the log, which others
// may read, only says that it is something else.
func changed(current, wanted *record) map[string]any {
	changes, before, after := fields.Changed(current, wanted), fields.Theirs(current, wanted), fields.Theirs(wanted, current)
	for _, name := range open {
		if _, differs := changes[name]; differs {
			changes[name] = []any{before[name], after[name]}
		}
	}
	return changes
}

package codessetup

import (
	"regexp"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
)

// BillingCodeInput is the form of a billing code.
type BillingCodeInput struct {
	Code, Description string
	// DefaultMinutes is the usual length; nil: none.
	DefaultMinutes *int
	// DefaultCharge is in cents.
	DefaultCharge int
	Units         int
	// PlaceOfService is a CMS number of two digits.
	PlaceOfService string
	BillTo         billingcode.BillTo
	Active         bool
}

// BillingCodes is the master file of billing codes, the system codes among them.
var BillingCodes = &file[*ent.BillingCode, BillingCodeInput]{
	name: "BILLING_CODES", entity: "BillingCode", table: billingcode.Table,
	store: storeOf(func(c *ent.Client) *ent.BillingCodeClient { return c.BillingCode }),
	stored: func(b *ent.BillingCode) saved[BillingCodeInput] {
		return saved[BillingCodeInput]{ID: b.ID, Version: b.Version, Key: b.NaturalKey, From: b.CopiedFrom, System: b.System, Form: BillingCodeInput{
			Code: b.Code, Description: b.Description, DefaultMinutes: b.DefaultMinutes, DefaultCharge: b.DefaultCharge,
			Units: b.Units, PlaceOfService: b.PlaceOfService, BillTo: b.BillTo, Active: b.Active,
		}}
	},
	blank: BillingCodeInput{Units: 1, PlaceOfService: office, BillTo: billingcode.BillToAUTOMATIC, Active: true},
	cells: func(in *BillingCodeInput) []cell {
		return []cell{
			code(billingcode.FieldCode, &in.Code, billingShape, "Enter five letters or digits."),
			needed(billingcode.FieldDescription, &in.Description),
			optionalNumber(billingcode.FieldDefaultMinutes, &in.DefaultMinutes, 1, longestMinutes),
			amount(billingcode.FieldDefaultCharge, &in.DefaultCharge, 0, mostCents),
			number(billingcode.FieldUnits, &in.Units, 1, 999),
			placeOfService(billingcode.FieldPlaceOfService, &in.PlaceOfService),
			choice(billingcode.FieldBillTo, &in.BillTo, "Choose who is billed.", billingcode.BillToAUTOMATIC, billingcode.BillToCLIENT_ONLY),
			yes(billingcode.FieldActive, &in.Active),
		}
	},
	key:      func(in BillingCodeInput) string { return in.Code },
	keyField: func(BillingCodeInput) string { return "code" },
	label:    func(in BillingCodeInput) (string, string) { return in.Code, in.Description },
	searched: []string{billingcode.FieldCode, billingcode.FieldDescription},
}

var billingShape = regexp.MustCompile(`^[A-Z0-9]{5}$`)

const (
	// mostCents is the highest default charge.
	mostCents = 10_000_000
	// longestMinutes is a day.
	longestMinutes = 24 * 60
)

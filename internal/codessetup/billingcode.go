package codessetup

import (
	"context"
	"regexp"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/internal/activity"
	"lanyard/internal/page"
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

// BillingCodes lists the account's billing codes by code, the system codes among them.
func BillingCodes(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*ent.BillingCode], error) {
	return billingCodes.list(ctx, log, account, q)
}

// BillingCode opens one billing code. It fails with NOT_FOUND.
func BillingCode(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.BillingCode, error) {
	return billingCodes.get(ctx, log, account, id)
}

// AddBillingCode adds a billing code. It fails with BAD_USER_INPUT, also when the account has
// the code already.
func AddBillingCode(ctx context.Context, log *activity.Log, account uuid.UUID, in BillingCodeInput) (*ent.BillingCode, error) {
	return billingCodes.add(ctx, log, account, in)
}

// EditBillingCode changes a billing code. It fails with BAD_USER_INPUT, also for a system
// code, with NOT_FOUND, and with CONFLICT when version is not the current one.
func EditBillingCode(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in BillingCodeInput) (*ent.BillingCode, error) {
	return billingCodes.edit(ctx, log, account, id, version, in)
}

// BillingFile is the master file of billing codes.
var BillingFile File = billingCodes

var billingCodes = &file[*ent.BillingCode]{
	entity: "BillingCode", table: billingcode.Table, fields: BillingCodeInput{}.fields(),
	searched: []string{billingcode.FieldCode, billingcode.FieldDescription},
	entry: func(b *ent.BillingCode) Entry {
		row := Row{ID: b.ID, Version: b.Version, Key: b.NaturalKey, Fields: billingForm(b).fields()}
		return Entry{Row: row, Label: b.Code, Description: b.Description, System: b.System}
	},
	find: func(ctx context.Context, c *ent.Client, where func(*sql.Selector), limit int) ([]*ent.BillingCode, error) {
		return c.BillingCode.Query().Where(where).Order(byKey.Order).Limit(limit).All(ctx)
	},
	count: func(ctx context.Context, c *ent.Client, where func(*sql.Selector)) (int, error) {
		return c.BillingCode.Query().Where(where).Count(ctx)
	},
	create: func(ctx context.Context, c *ent.Client, account uuid.UUID, rows []Row) ([]*ent.BillingCode, error) {
		all, err := builders(account, rows, c.BillingCode.Create)
		if err != nil {
			return nil, err
		}
		return c.BillingCode.CreateBulk(all...).Save(ctx)
	},
}

var (
	billingShape = regexp.MustCompile(`^[A-Z0-9]{5}$`)
	placeShape   = regexp.MustCompile(`^[0-9]{2}$`)
)

// mostCents is the highest default charge.
const mostCents = 10_000_000

func (in BillingCodeInput) row() (Row, error) {
	var c check
	in.Code = c.code("code", in.Code, billingShape, "Enter five letters or digits.")
	in.Description = c.line("description", in.Description)
	if in.DefaultMinutes != nil {
		c.between("defaultMinutes", *in.DefaultMinutes, 1, 24*60)
	}
	c.between("defaultCharge", in.DefaultCharge, 0, mostCents)
	c.between("units", in.Units, 1, 999)
	in.PlaceOfService = c.code("placeOfService", in.PlaceOfService, placeShape, "Enter a number of two digits; 11 is Office.")
	c.that(billingcode.BillToValidator(in.BillTo) == nil, "billTo", "Choose who is billed.")
	return Row{Key: in.Code, Fields: in.fields()}, c.fault
}

func (BillingCodeInput) keyField() string { return "code" }

func (in BillingCodeInput) fields() []Field {
	return []Field{
		{Column: billingcode.FieldCode, Value: in.Code},
		{Column: billingcode.FieldDescription, Value: in.Description},
		{Column: billingcode.FieldDefaultMinutes, Value: some(in.DefaultMinutes)},
		{Column: billingcode.FieldDefaultCharge, Value: in.DefaultCharge},
		{Column: billingcode.FieldUnits, Value: in.Units},
		{Column: billingcode.FieldPlaceOfService, Value: in.PlaceOfService},
		{Column: billingcode.FieldBillTo, Value: in.BillTo},
		{Column: billingcode.FieldActive, Value: in.Active},
	}
}

func billingForm(b *ent.BillingCode) BillingCodeInput {
	return BillingCodeInput{
		Code: b.Code, Description: b.Description, DefaultMinutes: b.DefaultMinutes, DefaultCharge: b.DefaultCharge,
		Units: b.Units, PlaceOfService: b.PlaceOfService, BillTo: b.BillTo, Active: b.Active,
	}
}

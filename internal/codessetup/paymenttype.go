package codessetup

import (
	"regexp"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/paymenttype"
)

// PaymentTypeInput is the form of an adjustment or payment type.
type PaymentTypeInput struct {
	Code, Label string
	// Sign is what it does to a balance.
	Sign   paymenttype.Sign
	Active bool
}

// PaymentTypes is the master file of adjustment and payment types.
var PaymentTypes = &file[*ent.PaymentType, PaymentTypeInput]{
	name: "PAYMENT_TYPES", entity: "PaymentType", table: paymenttype.Table,
	store: storeOf(func(c *ent.Client) *ent.PaymentTypeClient { return c.PaymentType }),
	stored: func(p *ent.PaymentType) saved[PaymentTypeInput] {
		return saved[PaymentTypeInput]{ID: p.ID, Version: p.Version, Key: p.NaturalKey, From: p.CopiedFrom, Form: PaymentTypeInput{
			Code: p.Code, Label: p.Label, Sign: p.Sign, Active: p.Active,
		}}
	},
	blank: PaymentTypeInput{Sign: paymenttype.SignLOWERS, Active: true},
	cells: func(in *PaymentTypeInput) []cell {
		return []cell{
			code(paymenttype.FieldCode, &in.Code, paymentShape, "Enter at most ten letters or digits."),
			needed(paymenttype.FieldLabel, &in.Label),
			choice(paymenttype.FieldSign, &in.Sign, "Choose what it does to a balance.", paymenttype.SignLOWERS, paymenttype.SignRAISES),
			yes(paymenttype.FieldActive, &in.Active),
		}
	},
	key:      func(in PaymentTypeInput) string { return in.Code },
	keyField: func(PaymentTypeInput) string { return "code" },
	label:    func(in PaymentTypeInput) (string, string) { return in.Code, in.Label },
	searched: []string{paymenttype.FieldCode, paymenttype.FieldLabel},
}

var paymentShape = regexp.MustCompile(`^[A-Z0-9]{1,10}$`)

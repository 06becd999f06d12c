package codessetup

import (
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/servicecode"
)

// ServiceCodeInput is the form of a service code.
type ServiceCodeInput struct {
	Name   string
	Colour servicecode.Colour
	// BillingCode is one of the account's billing codes; nil: none.
	BillingCode *string
	Minutes     int
	Billable    bool
	Active      bool
}

// ServiceCodes is the master file of what the calendar books.
var ServiceCodes = &file[*ent.ServiceCode, ServiceCodeInput]{
	name: "SERVICE_CODES", entity: "ServiceCode", table: servicecode.Table,
	store: storeOf(func(c *ent.Client) *ent.ServiceCodeClient { return c.ServiceCode }),
	stored: func(s *ent.ServiceCode) saved[ServiceCodeInput] {
		return saved[ServiceCodeInput]{ID: s.ID, Version: s.Version, Key: s.NaturalKey, From: s.CopiedFrom, Form: ServiceCodeInput{
			Name: s.Name, Colour: s.Colour, BillingCode: s.BillingCode, Minutes: s.Minutes, Billable: s.Billable, Active: s.Active,
		}}
	},
	blank: ServiceCodeInput{Colour: servicecode.ColourBLUE, Minutes: 50, Billable: true, Active: true},
	cells: func(in *ServiceCodeInput) []cell {
		return []cell{
			needed(servicecode.FieldName, &in.Name),
			choice(servicecode.FieldColour, &in.Colour, "Choose a colour.", colours...),
			optionalCode(servicecode.FieldBillingCode, &in.BillingCode, billingShape, noSuchBillingCode),
			number(servicecode.FieldMinutes, &in.Minutes, 1, longestMinutes),
			yes(servicecode.FieldBillable, &in.Billable),
			yes(servicecode.FieldActive, &in.Active),
		}
	},
	check: func(c *check, in ServiceCodeInput) {
		c.plain("name", in.Name)
		c.that(!in.Billable || in.BillingCode != nil, "billingCode", "What is billed needs a billing code.")
	},
	key:      func(in ServiceCodeInput) string { return plain(in.Name) },
	keyField: func(ServiceCodeInput) string { return "name" },
	label:    func(in ServiceCodeInput) (string, string) { return in.Name, value(in.BillingCode) },
	needs: func(in ServiceCodeInput) []Need {
		if in.BillingCode == nil {
			return nil
		}
		return []Need{{File: BillingCodes, Key: *in.BillingCode, Column: servicecode.FieldBillingCode, Fault: noSuchBillingCode}}
	},
	restorable: `k.before->>'billing_code' IS NULL OR EXISTS (
		SELECT FROM billing_codes b WHERE b.account_id = t.account_id AND b.natural_key = k.before->>'billing_code')`,
	searched: []string{servicecode.FieldName, servicecode.FieldBillingCode},
}

var colours = []servicecode.Colour{
	servicecode.ColourBLUE, servicecode.ColourTEAL, servicecode.ColourGREEN, servicecode.ColourYELLOW, servicecode.ColourORANGE,
	servicecode.ColourRED, servicecode.ColourPINK, servicecode.ColourPURPLE, servicecode.ColourGREY,
}

const noSuchBillingCode = "Choose one of this account's billing codes."

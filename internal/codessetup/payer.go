package codessetup

import (
	"regexp"
	"strings"

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

// Payers is the master file of insurance payers.
var Payers = &file[*ent.Payer, PayerInput]{
	name: "PAYERS", entity: "Payer", table: payer.Table,
	store: storeOf(func(c *ent.Client) *ent.PayerClient { return c.Payer }),
	stored: func(p *ent.Payer) saved[PayerInput] {
		return saved[PayerInput]{ID: p.ID, Version: p.Version, Key: p.NaturalKey, From: p.CopiedFrom, Form: PayerInput{
			Name: p.Name, Kind: p.Kind, PayerID: given(p.PayerID),
			Street: given(p.Street), City: given(p.City), State: given(p.State), Zip: given(p.Zip),
			Phone: given(p.Phone), Fax: given(p.Fax), ClaimForm: p.ClaimForm,
			ClaimFilingCode: given(p.ClaimFilingCode), InsuranceNote: given(p.InsuranceNote),
			ProviderNumber: given(p.ProviderNumber), Enrolment: given(p.Enrolment), Contact: given(p.Contact),
			Active: p.Active,
		}}
	},
	blank: PayerInput{Kind: payer.KindELECTRONIC, ClaimForm: payer.ClaimFormCMS1500_PLAIN, Active: true},
	cells: func(in *PayerInput) []cell {
		return append([]cell{
			needed(payer.FieldName, &in.Name),
			choice(payer.FieldKind, &in.Kind, "Choose how claims reach the payer.", payer.KindELECTRONIC, payer.KindPAPER),
			optionalCode(payer.FieldPayerID, &in.PayerID, payerIDShape, "Enter at most 30 letters, digits and dashes."),
			optional(payer.FieldStreet, &in.Street),
			optional(payer.FieldCity, &in.City),
			state(payer.FieldState, &in.State),
			zip(payer.FieldZip, &in.Zip),
			optional(payer.FieldPhone, &in.Phone),
			optional(payer.FieldFax, &in.Fax),
		}, ofClaims(in)...)
	},
	check:    checkPayer,
	key:      PayerInput.key,
	keyField: PayerInput.keyField,
	label:    func(in PayerInput) (string, string) { return in.Name, in.whereClaimsGo() },
	searched: []string{payer.FieldName, payer.FieldPayerID},
}

func ofClaims(in *PayerInput) []cell {
	return []cell{
		choice(payer.FieldClaimForm, &in.ClaimForm, "Choose a form.", payer.ClaimFormCMS1500_PLAIN, payer.ClaimFormCMS1500_PREPRINTED),
		optionalCode(payer.FieldClaimFilingCode, &in.ClaimFilingCode, filingShape, "Enter one or two letters or digits, such as CI."),
		private(note(payer.FieldInsuranceNote, &in.InsuranceNote)),
		own(private(optional(payer.FieldProviderNumber, &in.ProviderNumber))),
		own(private(optional(payer.FieldEnrolment, &in.Enrolment))),
		own(private(note(payer.FieldContact, &in.Contact))),
		yes(payer.FieldActive, &in.Active),
	}
}

var (
	payerIDShape = regexp.MustCompile(`^[A-Z0-9][A-Z0-9-]{0,29}$`)
	// filingShape is that of a claim filing indicator code (ASC X12 837, SBR09).
	filingShape = regexp.MustCompile(`^[A-Z0-9]{1,2}$`)
)

// checkPayer asks for what claims need to reach the payer.
func checkPayer(c *check, in PayerInput) {
	if in.Kind == payer.KindELECTRONIC {
		c.that(in.PayerID != nil, "payerId", "An electronic payer needs its payer ID.")
		return
	}
	c.that(in.PayerID == nil, "payerId", "A paper payer has no payer ID. Leave it empty, or choose electronic.")
	c.that(in.Street != nil, "street", "A paper payer needs a street or a post-office box.")
	c.that(in.Zip != nil, "zip", "A paper payer needs a ZIP code.")
	c.plain("name", in.Name)
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
		return "ID " + value(in.PayerID)
	}
	return "NAME " + plain(in.Name) + " " + value(in.Zip)
}

// whereClaimsGo is the payer ID or the address, as far as it is there.
func (in PayerInput) whereClaimsGo() string {
	if in.Kind == payer.KindELECTRONIC {
		return value(in.PayerID)
	}
	return strings.Join([]string{value(in.Street), value(in.Zip)}, ", ")
}

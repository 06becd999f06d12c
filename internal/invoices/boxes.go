package invoices

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/payer"
	"lanyard/ent/gen/ent/practice"
	"lanyard/internal/access"
	"lanyard/internal/form"
	"lanyard/internal/money"
)

// box is a box of the form: what stands in it, and when it is not as it has to be.
type box struct {
	number, title string
	// from is the section that the box is filled from, and in which it is mended.
	from  access.Section
	value func(*claim) string
	// lacks says in a sentence what is missing; nil: the box may be empty.
	lacks func(*claim) string
}

func (b box) fill(c *claim) Box {
	filled := Box{Number: b.number, Title: b.title, Value: b.value(c)}
	if b.lacks == nil {
		return filled
	}
	if filled.Reason = b.lacks(c); filled.Reason == "" {
		return filled
	}
	mend := b.from
	if b.number == facilityBox {
		mend = c.facility.from
	}
	filled.Mend = &mend
	return filled
}

// needs says the sentence unless all is well.
func needs(well func(*claim) bool, sentence string) func(*claim) string {
	return func(c *claim) string {
		if well(c) {
			return ""
		}
		return sentence
	}
}

// insuredNeeds is needs for what only somebody who is insured has to have: box 1 says that of others.
func insuredNeeds(well func(*claim) bool, sentence string) func(*claim) string {
	return needs(func(c *claim) bool { return !c.isInsured() || well(c) }, sentence)
}

var procedure = regexp.MustCompile(`^[0-9A-Z]{5}$`)

// boxes are those of the form CMS-1500 (02/12) that a practice of behavioral health fills, as the
// 1500 Health Insurance Claim Form Reference Instruction Manual of the National Uniform Claim
// Committee (NUCC) describes them. Boxes that are always empty here are left out: 8, 9b, 9c, 10d,
// 11b, 14 to 16, 17a, 18 to 20, 22, 24C, 24H, 24I and 30.
var boxes = []box{
	{"Carrier", "Name and address of the payer", access.Insurance, func(c *claim) string {
		return strings.Join(present(c.policy.PayerName, address{c.payer.Street, c.payer.City, c.payer.State, c.payer.Zip}.String()), ", ")
	}, nil},
	{"Sent", "How the payer takes claims", access.CodesSetup, sent, nil},
	{"1", "Type of coverage", access.Insurance, coverage, needs((*claim).isInsured, "The client has no active primary insurance: add a policy, or bill these sessions to the client.")},
	{
		"1a", "Insured's ID number", access.Insurance, func(c *claim) string { return c.policy.MemberID },
		insuredNeeds(func(c *claim) bool { return c.policy.MemberID != "" }, "The insurance has no member ID."),
	},
	{
		"2", "Patient's name", access.Clients, (*claim).name,
		needs(func(c *claim) bool { return c.patient.LastName != "" && c.patient.FirstName != "" }, "The client's first or last name is missing."),
	},
	{
		"3", "Patient's birth date and sex", access.Clients, func(c *claim) string { return strings.Join(present(dayOf(c.patient.BirthDate), sex(c)), ", ") },
		needs(func(c *claim) bool { return c.patient.BirthDate != nil }, "The client's date of birth is missing."),
	},
	{
		"4", "Insured's name", access.Insurance, subscriber,
		insuredNeeds(func(c *claim) bool { return c.isSelf() || c.policy.SubscriberName != "" }, "The subscriber's name is missing."),
	},
	{
		"5", "Patient's address and phone", access.Clients, func(c *claim) string {
			return strings.Join(present(c.home().String(), cmp.Or(c.patient.HomePhone, c.patient.MobilePhone)), ", ")
		},
		needs(func(c *claim) bool { return c.home().isComplete() }, "The client's address is not complete: street, city, state and ZIP code are needed."),
	},
	{"6", "Patient's relationship to insured", access.Insurance, func(c *claim) string { return relationships[c.policy.Relationship] }, nil},
	{
		"7", "Insured's address", access.Insurance, func(c *claim) string { return c.insuredHome().String() },
		insuredNeeds(func(c *claim) bool { return c.isSelf() || c.insuredHome().isComplete() }, "The subscriber's address is not complete: street, city, state and ZIP code are needed."),
	},
	{"9", "Other insured's name", access.Insurance, func(c *claim) string { return c.secondary.SubscriberName }, nil},
	{"9a", "Other insured's policy or group number", access.Insurance, func(c *claim) string { return c.secondary.MemberID }, nil},
	{"9d", "Other insurance plan", access.Insurance, func(c *claim) string { return c.secondary.PayerName }, nil},
	{"10", "Condition related to employment, auto or other accident", access.Clients, func(*claim) string { return "No, no, no" }, nil},
	{"11", "Insured's policy group number", access.Insurance, func(c *claim) string { return c.policy.GroupID }, nil},
	{"11a", "Insured's date of birth", access.Insurance, func(c *claim) string {
		if c.isSelf() {
			return dayOf(c.patient.BirthDate)
		}
		return dayOf(c.policy.SubscriberBirthDate)
	}, insuredNeeds(func(c *claim) bool { return c.isSelf() || c.policy.SubscriberBirthDate != nil }, "The subscriber's date of birth is missing.")},
	{"11c", "Insurance plan", access.Insurance, func(c *claim) string { return c.policy.PayerName }, nil},
	{"11d", "Another health benefit plan", access.Insurance, func(c *claim) string { return yes(c.secondary.MemberID != "") }, nil},
	{
		"12", "Patient's signature", access.Clients, func(c *claim) string { return onFile(c.patient.SignatureOnFile) },
		needs(func(c *claim) bool { return c.patient.SignatureOnFile }, "The client's signature is not on file."),
	},
	{"13", "Insured's signature", access.Insurance, func(c *claim) string { return onFile(c.policy.Assignment && c.patient.SignatureOnFile) }, nil},
	{"17", "Referring provider", access.Insurance, func(c *claim) string {
		if c.referring.Name == "" {
			return ""
		}
		return "DN " + strings.Join(present(c.referring.Name, c.referring.Credential), ", ")
	}, nil},
	{
		"17b", "Referring provider's NPI", access.CodesSetup, func(c *claim) string { return c.referring.Npi },
		needs(func(c *claim) bool { return c.referring.Name == "" || c.referring.Npi != "" }, "The referring provider has no NPI."),
	},
	{"21", "Diagnoses, ICD-10-CM", access.ClientSessions, func(c *claim) string {
		texts := make([]string, len(c.diagnoses))
		for i, code := range c.diagnoses {
			texts[i] = fmt.Sprintf("%c %s", 'A'+i, code)
		}
		return strings.Join(texts, " · ")
	}, needs(func(c *claim) bool {
		return !slices.ContainsFunc(c.sessions, func(s *ent.ClientSession) bool { return len(s.DiagnosisCodes) == 0 })
	}, "A session has no diagnosis code.")},
	{"23", "Prior authorization number", access.Insurance, func(c *claim) string { return c.authorization.Number }, nil},
	{"24A", "Dates of service", access.ClientSessions, each(func(_ *claim, s *ent.ClientSession) string { return day(s.ServiceDate) }), nil},
	{
		"24B", "Places of service", access.ClientSessions, each(func(_ *claim, s *ent.ClientSession) string { return s.PlaceOfService }),
		needs(func(c *claim) bool {
			return !slices.ContainsFunc(c.sessions, func(s *ent.ClientSession) bool { return s.PlaceOfService == "" })
		}, "A session has no place of service."),
	},
	{
		"24D", "Procedures and modifiers", access.ClientSessions,
		each(func(_ *claim, s *ent.ClientSession) string {
			return strings.Join(append([]string{s.BillingCode}, s.Modifiers...), " ")
		}),
		needs(func(c *claim) bool {
			return !slices.ContainsFunc(c.sessions, func(s *ent.ClientSession) bool { return !procedure.MatchString(s.BillingCode) })
		}, "A session has a billing code that is not of five characters: insurance does not take it."),
	},
	{"24E", "Diagnosis pointers", access.ClientSessions, each((*claim).pointers), nil},
	{"24F", "Charges", access.ClientSessions, each(func(_ *claim, s *ent.ClientSession) string { return money.Dollars(s.Charge) }), nil},
	{"24G", "Units", access.ClientSessions, each(func(_ *claim, s *ent.ClientSession) string { return strconv.Itoa(s.Units) }), nil},
	{"24J", "Rendering provider's NPI", access.PracticeSetup, npi, needs(func(c *claim) bool { return c.practice.Npi != "" }, "The provider's NPI is missing.")},
	{"25", "Federal tax ID", access.PracticeSetup, taxID, needs(func(c *claim) bool { return c.practice.TaxID != "" }, "The tax ID is missing.")},
	{"26", "Patient's account number", access.Clients, func(c *claim) string { return strconv.Itoa(c.Client.Number) }, nil},
	{"27", "Accepts assignment", access.Insurance, func(c *claim) string { return yes(c.policy.Assignment) }, nil},
	{"28", "Total charge", access.ClientSessions, func(c *claim) string { return money.Dollars(c.Total) }, nil},
	{"29", "Amount paid", access.Payments, func(c *claim) string { return money.Dollars(c.Paid) }, nil},
	{"31", "Provider's signature", access.PracticeSetup, func(c *claim) string { return provider(c.account, c.practice) }, nil},
	{
		facilityBox, "Where the services were rendered", access.ClientSessions,
		func(c *claim) string { return c.facility.String() }, func(c *claim) string { return c.facility.lacks() },
	},
	{"32a", "NPI of where the services were rendered", access.CodesSetup, func(c *claim) string { return c.facility.npi }, nil},
	{"33", "Billing provider and phone", access.PracticeSetup, func(c *claim) string {
		return strings.Join(present(c.account.PracticeName, c.practice.billing().String(), c.practice.Phone), ", ")
	}, needs(func(c *claim) bool { return c.practice.billing().isComplete() && c.practice.Phone != "" }, "The billing address is not complete, or the practice has no phone.")},
	{"33a", "Billing provider's NPI", access.PracticeSetup, npi, needs(func(c *claim) bool { return c.practice.Npi != "" }, "The provider's NPI is missing.")},
	{"33b", "Taxonomy code", access.PracticeSetup, func(c *claim) string {
		if c.practice.Taxonomy == "" {
			return ""
		}
		return "ZZ" + c.practice.Taxonomy
	}, nil},
}

// sent is what the master file says of the payer.
func sent(c *claim) string {
	filing := ""
	if c.payer.ClaimFilingCode != "" {
		filing = "claim-filing code " + c.payer.ClaimFilingCode
	}
	switch {
	case c.payer.Kind == payer.KindELECTRONIC:
		return strings.Join(present("Electronic, payer ID "+c.payer.PayerID, filing), ", ")
	case c.payer.Kind != payer.KindPAPER:
		return ""
	case c.payer.ClaimForm == payer.ClaimFormCMS1500_PREPRINTED:
		return strings.Join(present("Paper, on the preprinted form", filing), ", ")
	}
	return strings.Join(present("Paper, on plain paper", filing), ", ")
}

// programs are the public ones that box 1 names, by the payer's claim filing indicator code.
var programs = map[string]string{"MA": "Medicare", "MB": "Medicare", "MC": "Medicaid", "CH": "TRICARE", "VA": "CHAMPVA"}

func coverage(c *claim) string {
	switch program := programs[c.payer.ClaimFilingCode]; {
	case !c.isInsured():
		return ""
	case program != "":
		return program
	case c.policy.GroupID != "":
		return "Group health plan"
	}
	return "Other"
}

func sex(c *claim) string {
	return map[patient.Sex]string{patient.SexFEMALE: "F", patient.SexMALE: "M"}[c.patient.Sex]
}

func subscriber(c *claim) string {
	if c.isSelf() {
		return c.name()
	}
	return c.policy.SubscriberName
}

var relationships = map[insurancepolicy.Relationship]string{
	insurancepolicy.RelationshipSELF: "Self", insurancepolicy.RelationshipSPOUSE: "Spouse",
	insurancepolicy.RelationshipCHILD: "Child", insurancepolicy.RelationshipOTHER: "Other",
}

func onFile(is bool) string {
	if is {
		return "Signature on file"
	}
	return ""
}

func npi(c *claim) string { return c.practice.Npi }

// taxID is masked when it is a person's, as everywhere. The sheet has it whole.
func taxID(c *claim) string {
	if c.practice.TaxIDKind == practice.TaxIDKindSSN {
		return *form.Masked(c.practice.TaxID) + " SSN"
	}
	return strings.Join(present(c.practice.TaxID, map[bool]string{true: "EIN"}[c.practice.TaxID != ""]), " ")
}

package insurance

import (
	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/internal/form"
	"lanyard/internal/revision"
)

// PolicyInput is all fields of a policy as they should be. nil and empty are the same.
type PolicyInput struct {
	Rank insurancepolicy.Rank
	// Payer is the key of a payer of the account.
	Payer    string
	MemberID string
	GroupID  *string
	// Relationship is the client's to the subscriber, whose name is needed where it is not SELF.
	Relationship        insurancepolicy.Relationship
	SubscriberName      *string
	SubscriberBirthDate *column.Date
	// The subscriber's address, where that is not the client's.
	SubscriberStreet, SubscriberCity, SubscriberState, SubscriberZip *string
	// ReferringProvider is the key of a referring provider of the account; nil: nobody referred the client.
	ReferringProvider *string
	// Assignment: the payer pays the provider.
	Assignment bool
}

// maxID is the most characters of a member's or a group's ID.
const maxID = 40

const earliestBirth column.Date = "1890-01-01"

// onto gives the policy as the input wants it, everything checked but its payer. The policy itself
// is left as it is.
func (in PolicyInput) onto(p *ent.InsurancePolicy) (*ent.InsurancePolicy, error) {
	var c form.Checks
	wanted := *p
	wanted.Rank, wanted.Relationship, wanted.Assignment = in.Rank, in.Relationship, in.Assignment
	c.Known("rank", insurancepolicy.RankValidator(in.Rank))
	c.Known("relationship", insurancepolicy.RelationshipValidator(in.Relationship))
	wanted.Payer = c.Needed("payer", c.Line("payer", &in.Payer, 300), choosePayer)
	wanted.MemberID = c.Needed("memberId", c.Line("memberId", &in.MemberID, maxID), "Enter the member ID from the client's card.")
	wanted.GroupID = c.Line("groupId", in.GroupID, maxID)
	in.subscriber(&c, &wanted)
	if key := c.Line("referringProvider", in.ReferringProvider, 300); key == "" {
		wanted.ReferringProvider, wanted.ReferringName = nil, nil
	} else {
		wanted.ReferringProvider = &key
	}
	return &wanted, c.Fault()
}

// subscriber is nobody else where the client is the subscriber.
func (in PolicyInput) subscriber(c *form.Checks, p *ent.InsurancePolicy) {
	p.SubscriberName, p.SubscriberBirthDate = "", nil
	p.SubscriberStreet, p.SubscriberCity, p.SubscriberState, p.SubscriberZip = "", "", "", ""
	if in.Relationship == insurancepolicy.RelationshipSELF {
		return
	}
	p.SubscriberName = c.Needed("subscriberName", c.Line("subscriberName", in.SubscriberName, form.MaxLine), "Enter the name of who holds the policy.")
	p.SubscriberBirthDate = birth(c, in.SubscriberBirthDate)
	p.SubscriberStreet = c.Line("subscriberStreet", in.SubscriberStreet, form.MaxLine)
	p.SubscriberCity = c.Line("subscriberCity", in.SubscriberCity, form.MaxLine)
	p.SubscriberState = c.State("subscriberState", in.SubscriberState)
	p.SubscriberZip = c.Zip("subscriberZip", in.SubscriberZip)
}

const choosePayer = "Choose an active payer of this account."

func birth(c *form.Checks, value *column.Date) *column.Date {
	if value == nil || *value == "" {
		return nil
	}
	day := c.Day("subscriberBirthDate", *value, earliestBirth, form.Today(), "A date of birth lies between 1890 and today.")
	return &day
}

// policyFields are what a change may change, under their names in the API.
var policyFields = revision.Fields[ent.InsurancePolicy]{
	{Name: "rank", Of: func(p *ent.InsurancePolicy) any { return p.Rank }},
	{Name: "payer", Of: func(p *ent.InsurancePolicy) any { return p.Payer }},
	{Name: "memberId", Of: func(p *ent.InsurancePolicy) any { return p.MemberID }},
	{Name: "groupId", Of: func(p *ent.InsurancePolicy) any { return p.GroupID }},
	{Name: "relationship", Of: func(p *ent.InsurancePolicy) any { return p.Relationship }},
	{Name: "subscriberName", Of: func(p *ent.InsurancePolicy) any { return p.SubscriberName }},
	{Name: "subscriberBirthDate", Of: func(p *ent.InsurancePolicy) any { return p.SubscriberBirthDate }},
	{Name: "subscriberStreet", Of: func(p *ent.InsurancePolicy) any { return p.SubscriberStreet }},
	{Name: "subscriberCity", Of: func(p *ent.InsurancePolicy) any { return p.SubscriberCity }},
	{Name: "subscriberState", Of: func(p *ent.InsurancePolicy) any { return p.SubscriberState }},
	{Name: "subscriberZip", Of: func(p *ent.InsurancePolicy) any { return p.SubscriberZip }},
	{Name: "referringProvider", Of: func(p *ent.InsurancePolicy) any { return p.ReferringProvider }},
	{Name: "assignment", Of: func(p *ent.InsurancePolicy) any { return p.Assignment }},
	{Name: "active", Of: func(p *ent.InsurancePolicy) any { return p.Active }},
}

func fillPolicy(m *ent.InsurancePolicyMutation, p *ent.InsurancePolicy) {
	m.SetRank(p.Rank)
	m.SetPayer(p.Payer)
	m.SetPayerName(p.PayerName)
	m.SetMemberID(p.MemberID)
	m.SetGroupID(p.GroupID)
	m.SetRelationship(p.Relationship)
	m.SetSubscriberName(p.SubscriberName)
	m.SetSubscriberStreet(p.SubscriberStreet)
	m.SetSubscriberCity(p.SubscriberCity)
	m.SetSubscriberState(p.SubscriberState)
	m.SetSubscriberZip(p.SubscriberZip)
	m.SetAssignment(p.Assignment)
	m.SetActive(p.Active)
	if p.SubscriberBirthDate == nil {
		m.ClearSubscriberBirthDate()
	} else {
		m.SetSubscriberBirthDate(*p.SubscriberBirthDate)
	}
	if p.ReferringProvider == nil {
		m.ClearReferringProvider()
		m.ClearReferringName()
	} else {
		m.SetReferringProvider(*p.ReferringProvider)
		m.SetReferringName(*p.ReferringName)
	}
}

package insurance

import (
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/form"
	"lanyard/internal/globalid"
	"lanyard/internal/revision"
)

// AuthorizationInput is all fields of an authorization as they should be. nil and empty are the
// same.
type AuthorizationInput struct {
	// Policy is the client's policy that it belongs to; nil: none is said.
	Policy              *globalid.ID
	Number              string
	FromDate, UntilDate column.Date
	SessionsAllowed     int
	Remark              *string
}

const (
	maxRemark               = 500
	maxSessions             = 999
	earliest    column.Date = "2000-01-01"
	latest      column.Date = "2099-12-31"
	outside                 = "An authorization lies in the years 2000 to 2099."
)

// onto gives the authorization as the input wants it, everything checked but whose its policy is.
// The authorization itself is left as it is.
func (in AuthorizationInput) onto(a *ent.Authorization) (*ent.Authorization, error) {
	var c form.Checks
	wanted := *a
	wanted.Number = c.Needed("number", c.Line("number", &in.Number, maxID), "Enter the number that the payer gave.")
	wanted.FromDate = c.Day("fromDate", in.FromDate, earliest, latest, outside)
	wanted.UntilDate = c.Day("untilDate", in.UntilDate, earliest, latest, outside)
	wanted.SessionsAllowed = in.SessionsAllowed
	wanted.Remark = c.Text("remark", in.Remark, maxRemark)
	wanted.PolicyID = nil
	if in.Policy != nil {
		policy := in.Policy.In(policyType, a.AccountID)
		wanted.PolicyID = &policy
	}
	switch {
	case wanted.UntilDate < wanted.FromDate:
		c.Fail("untilDate", "The last day comes after the first.")
	case in.SessionsAllowed < 1 || in.SessionsAllowed > maxSessions:
		c.Fail("sessionsAllowed", "An authorization is for 1 to %d sessions.", maxSessions)
	case in.SessionsAllowed < a.SessionsUsed:
		c.Fail("sessionsAllowed", "%d of its sessions are used already.", a.SessionsUsed)
	}
	return &wanted, c.Fault()
}

// authorizationFields are what a change may change, under their names in the API.
var authorizationFields = revision.Fields[ent.Authorization]{
	{Name: "policy", Of: func(a *ent.Authorization) any { return policyOf(a.AccountID, a.PolicyID) }},
	{Name: "number", Of: func(a *ent.Authorization) any { return a.Number }},
	{Name: "fromDate", Of: func(a *ent.Authorization) any { return a.FromDate }},
	{Name: "untilDate", Of: func(a *ent.Authorization) any { return a.UntilDate }},
	{Name: "sessionsAllowed", Of: func(a *ent.Authorization) any { return a.SessionsAllowed }},
	{Name: "remark", Of: func(a *ent.Authorization) any { return a.Remark }},
	{Name: "active", Of: func(a *ent.Authorization) any { return a.Active }},
}

func policyOf(account uuid.UUID, policy *uuid.UUID) any {
	if policy == nil {
		return nil
	}
	return globalid.New(policyType, account, *policy).String()
}

func fillAuthorization(m *ent.AuthorizationMutation, a *ent.Authorization) {
	m.SetNumber(a.Number)
	m.SetFromDate(a.FromDate)
	m.SetUntilDate(a.UntilDate)
	m.SetSessionsAllowed(a.SessionsAllowed)
	m.SetRemark(a.Remark)
	m.SetActive(a.Active)
	if a.PolicyID == nil {
		m.ClearPolicyID()
	} else {
		m.SetPolicyID(*a.PolicyID)
	}
}

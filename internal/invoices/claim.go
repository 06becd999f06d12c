package invoices

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/ent/gen/ent/invoice"
)

// What the form has room for.
const (
	mostLines     = 6
	mostDiagnoses = 12
)

// claims cuts sessions, in the order of their days, into as many claims as the form needs. A claim
// names one authorization and one place, so those of another begin another claim.
func claims(sessions []*ent.ClientSession) (all [][]*ent.ClientSession) {
	var current []*ent.ClientSession
	for _, s := range sessions {
		if len(current) > 0 && !fits(current, s) {
			all, current = append(all, current), nil
		}
		current = append(current, s)
	}
	return append(all, current)
}

func fits(claim []*ent.ClientSession, s *ent.ClientSession) bool {
	with := append(slices.Clone(claim), s)
	return len(with) <= mostLines && len(diagnoses(with)) <= mostDiagnoses &&
		authorizationOf(claim[0]) == authorizationOf(s) && facilityOf(claim[0]) == facilityOf(s)
}

func authorizationOf(s *ent.ClientSession) uuid.UUID {
	if s.AuthorizationID == nil {
		return uuid.Nil
	}
	return *s.AuthorizationID
}

// diagnoses are the different ones, in the order in which they come up: box 21, A to L.
func diagnoses(sessions []*ent.ClientSession) (all []string) {
	for _, s := range sessions {
		for _, code := range s.DiagnosisCodes {
			if !slices.Contains(all, code) {
				all = append(all, code)
			}
		}
	}
	return all
}

// claim is what the boxes of one claim are filled from. What is not there is empty, never nil.
type claim struct {
	*Draft
	account       *ent.Account
	practice      printed
	patient       *ent.Patient
	policy        *ent.InsurancePolicy
	secondary     *ent.InsurancePolicy
	payer         *ent.Payer
	authorization *ent.Authorization
	referring     *ent.ReferringProvider
	facility      facility
	sessions      []*ent.ClientSession
	diagnoses     []string
}

func (f *facts) claim(client *ent.ClientName, sessions []*ent.ClientSession) *Draft {
	d := f.draft(client, sessions)
	c := &claim{
		Draft: d, account: f.account, practice: f.practice, sessions: sessions, diagnoses: diagnoses(sessions),
		patient: orEmpty(f.patients[client.ID]), policy: orEmpty(f.primary[client.ID]), secondary: orEmpty(f.secondary[client.ID]),
		authorization: orEmpty(f.authorizations[authorizationOf(sessions[0])]),
	}
	c.payer = orEmpty(f.payers[c.policy.Payer])
	c.referring = new(ent.ReferringProvider)
	if key := c.policy.ReferringProvider; key != nil {
		c.referring = orEmpty(f.referring[*key])
	}
	c.facility = c.where(f.locations)
	d.Kind, d.Payer, d.Sheet.Footer, d.taxID = invoice.KindCLAIM, c.policy.PayerName, "", f.practice.TaxID
	for _, b := range boxes {
		d.Sheet.Boxes = append(d.Sheet.Boxes, b.fill(c))
	}
	return d
}

func orEmpty[T any](p *T) *T {
	if p == nil {
		return new(T)
	}
	return p
}

func (c *claim) isInsured() bool { return c.policy.ID != uuid.Nil }

// isSelf tells whether the client is the subscriber.
func (c *claim) isSelf() bool { return c.policy.Relationship == insurancepolicy.RelationshipSELF }

func (c *claim) name() string {
	return strings.Join(present(c.patient.LastName, c.patient.FirstName), ", ")
}

func (c *claim) home() address {
	return address{c.patient.Street, c.patient.City, c.patient.State, c.patient.Zip}
}

func (c *claim) insuredHome() address {
	if c.isSelf() {
		return c.home()
	}
	return address{c.policy.SubscriberStreet, c.policy.SubscriberCity, c.policy.SubscriberState, c.policy.SubscriberZip}
}

// pointers are the letters of a session's diagnoses in box 21.
func (c *claim) pointers(s *ent.ClientSession) string {
	var letters strings.Builder
	for _, code := range s.DiagnosisCodes {
		letters.WriteByte(byte('A' + slices.Index(c.diagnoses, code)))
	}
	return letters.String()
}

// each is a column of box 24: what each line says.
func each(of func(*claim, *ent.ClientSession) string) func(*claim) string {
	return func(c *claim) string {
		texts := make([]string, len(c.sessions))
		for i, s := range c.sessions {
			texts[i] = of(c, s)
		}
		return strings.Join(texts, " · ")
	}
}

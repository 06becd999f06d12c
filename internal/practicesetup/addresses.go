package practicesetup

import (
	"lanyard/ent/gen/ent"
	"lanyard/internal/form"
)

func (in PracticeInput) addresses(c *form.Checks, p *ent.Practice) {
	p.OfficeStreet, p.OfficeCity = street(c, "officeStreet", in.OfficeStreet), street(c, "officeCity", in.OfficeCity)
	p.OfficeState, p.OfficeZip = c.State("officeState", in.OfficeState), c.Zip("officeZip", in.OfficeZip)
	p.BillingStreet, p.BillingCity = street(c, "billingStreet", in.BillingStreet), street(c, "billingCity", in.BillingCity)
	p.BillingState, p.BillingZip = c.State("billingState", in.BillingState), c.Zip("billingZip", in.BillingZip)
	p.PayToStreet, p.PayToCity = street(c, "payToStreet", in.PayToStreet), street(c, "payToCity", in.PayToCity)
	p.PayToState, p.PayToZip = c.State("payToState", in.PayToState), c.Zip("payToZip", in.PayToZip)
}

func street(c *form.Checks, field string, value *string) string {
	return c.Line(field, value, form.MaxLine)
}

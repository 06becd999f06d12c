package practicesetup

import (
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/practice"
	"lanyard/internal/form"
)

// taxID reads the number and its kind. An SSN is masked, so it cannot be made an EIN, which is not,
// by whoever does not know it.
func (in PracticeInput) taxID(c *form.Checks, p *ent.Practice) {
	before := *p
	p.TaxIDKind = practice.TaxIDKindEIN
	if in.TaxIDKind != nil {
		p.TaxIDKind = *in.TaxIDKind
		c.Known("taxIdKind", practice.TaxIDKindValidator(p.TaxIDKind))
	}
	if in.TaxID != nil {
		p.TaxID = written(c.Like(taxIDField, in.TaxID, nineDigits, "Enter the nine digits of the tax ID."), p.TaxIDKind)
	}
	if in.TaxID == nil && p.TaxID != "" && p.TaxIDKind != before.TaxIDKind {
		c.Fail(taxIDField, "Enter the number again to say that it is one of another kind.")
	}
}

// written is how each kind of number is written; an empty one stays empty.
func written(number string, kind practice.TaxIDKind) string {
	digits := form.DigitsOf(number)
	switch {
	case digits == "":
		return ""
	case kind == practice.TaxIDKindSSN:
		return digits[:3] + "-" + digits[3:5] + "-" + digits[5:]
	}
	return digits[:2] + "-" + digits[2:]
}

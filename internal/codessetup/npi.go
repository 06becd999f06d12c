package codessetup

import input "lanyard/internal/form" // its own name is a word of this package

// npi is a National Provider Identifier that may be left empty.
func npi(column string, p **string) cell {
	return optionalCell(column, p, func(c *check, field string) {
		*p = c.maybe(field, *p, short)
		c.that(*p == nil || input.IsNPI(**p), field, "Enter the ten digits of an NPI. These are not one.")
	})
}

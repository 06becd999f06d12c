package codessetup

// npi is a National Provider Identifier that may be left empty.
func npi(column string, p **string) cell {
	return optionalCell(column, p, func(c *check, field string) {
		*p = c.maybe(field, *p, short)
		c.that(*p == nil || isNPI(**p), field, "Enter the ten digits of an NPI. These are not one.")
	})
}

// isNPI checks ten digits by the last of them: Luhn's sum, begun with 24 for the prefix 80840
// of the United States (45 CFR 162.406).
func isNPI(digits string) bool {
	if len(digits) != 10 {
		return false
	}
	sum := 24
	for i, r := range digits {
		if r < '0' || r > '9' {
			return false
		}
		d := int(r - '0')
		if i%2 == 0 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}

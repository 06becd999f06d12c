package form

// NPI is a National Provider Identifier. It may be empty.
func (c *Checks) NPI(field string, value *string) string {
	text := c.Line(field, value, MaxLine)
	if text != "" && !IsNPI(text) {
		c.Fail(field, "Enter the ten digits of an NPI. These are not one.")
	}
	return text
}

// IsNPI checks ten digits by the last of them: Luhn's sum, begun with 24 for the prefix 80840
// of the United States (45 CFR 162.406).
func IsNPI(digits string) bool {
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

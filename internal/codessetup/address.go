package codessetup

import "regexp"

var (
	stateShape = regexp.MustCompile(`^[A-Z]{2}$`)
	zipShape   = regexp.MustCompile(`^[0-9]{5}(-?[0-9]{4})?$`)
)

// zip is a ZIP code that may be left empty.
func zip(column string, p **string) cell {
	return optionalCell(column, p, func(c *check, field string) {
		*p = hyphened(c.optionalCode(field, *p, zipShape, "Enter five or nine digits."))
	})
}

// hyphened writes nine digits as 12345-6789.
func hyphened(zip *string) *string {
	if zip == nil || len(*zip) != 9 {
		return zip
	}
	written := (*zip)[:5] + "-" + (*zip)[5:]
	return &written
}

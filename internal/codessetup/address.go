package codessetup

import "regexp"

var (
	placeShape = regexp.MustCompile(`^[0-9]{2}$`)
	stateShape = regexp.MustCompile(`^[A-Z]{2}$`)
	zipShape   = regexp.MustCompile(`^[0-9]{5}(-?[0-9]{4})?$`)
)

// office is the place of service of most sessions.
const office = "11"

// placeOfService is a number of the code set of the Centers for Medicare & Medicaid Services.
func placeOfService(column string, p *string) cell {
	return code(column, p, placeShape, "Enter a number of two digits; 11 is Office.")
}

// state is one of the United States that may be left empty.
func state(column string, p **string) cell {
	return optionalCode(column, p, stateShape, "Enter the two letters of a state.")
}

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

package reports

import (
	"lanyard/ent/column"
	"lanyard/internal/form"
)

// Days are the days that a report is about, both included.
type Days struct{ From, Until column.Date }

// The days that a report may be about: others are typed wrongly.
const (
	earliest column.Date = "1950-01-01"
	latest   column.Date = "2099-12-31"
)

// check refuses days that cannot be.
func (d Days) check() error {
	var c form.Checks
	c.Day("from", d.From, earliest, latest, "A report lies in the years 1950 to 2099.")
	c.Day("until", d.Until, earliest, latest, "A report lies in the years 1950 to 2099.")
	if d.Until < d.From {
		c.Fail("until", "The last day comes after the first.")
	}
	return c.Fault()
}

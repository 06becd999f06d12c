package reports

import (
	"fmt"
	"time"

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

// moments are where the days begin and end in a time zone.
func (d Days) moments(zone *time.Location) (from, until time.Time, err error) {
	from, err = time.ParseInLocation(time.DateOnly, string(d.From), zone)
	if err != nil {
		return from, until, fmt.Errorf("read a day: %w", err)
	}
	last, err := time.ParseInLocation(time.DateOnly, string(d.Until), zone)
	if err != nil {
		return from, until, fmt.Errorf("read a day: %w", err)
	}
	return from, last.AddDate(0, 0, 1), nil
}

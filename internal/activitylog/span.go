package activitylog

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/form"
)

// span are whole days of an account, both included.
type span struct {
	First, Last column.Date
	// from is when the first begins in the account's zone, and until when the last is over.
	from, until time.Time
}

// earliestDay is before any log: a year typed wrongly is before it.
const earliestDay column.Date = "2000-01-01"

// spanOf reads the days of a review, which are over in the zone.
func spanOf(c *form.Checks, from, until column.Date, zone *time.Location) span {
	yesterday := column.DateOf(time.Now().In(zone).AddDate(0, 0, -1))
	s := span{
		First: c.Day("from", from, earliestDay, yesterday, "A review is of days that are over: until yesterday."),
		Last:  c.Day("until", until, earliestDay, yesterday, "A review is of days that are over: until yesterday."),
	}
	if s.Last < s.First {
		c.Fail("until", "The last day comes after the first.")
	}
	s.from, s.until = beginning(s.First, zone), beginning(later(s.Last, 1), zone)
	return s
}

func beginning(day column.Date, zone *time.Location) time.Time {
	date, err := time.ParseInLocation(time.DateOnly, string(day), zone)
	if err != nil {
		return time.Time{} // the form's fault is told already
	}
	return date
}

// later is the day so many days after.
func later(day column.Date, days int) column.Date {
	return column.DateOf(beginning(day, time.UTC).AddDate(0, 0, days))
}

// zoned is the account with the zone that its days are of.
func zoned(ctx context.Context, db *ent.Client, account uuid.UUID) (*ent.Account, *time.Location, error) {
	a, err := db.Account.Get(ctx, account)
	if err != nil {
		return nil, nil, fmt.Errorf("read the account's time: %w", err)
	}
	zone, err := time.LoadLocation(a.TimeZone)
	return a, zone, err
}

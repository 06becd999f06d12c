package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/internal/activitylog"
)

// reviewNotes are what the owners say of the last months, the oldest first.
var reviewNotes = []string{
	"Looked at what was refused and at all exports. Nothing unusual.",
	"Two failed sign-ins of the front desk: a forgotten password, asked and confirmed.",
	"Compared the usernames with who works here. All are still needed.",
}

// review signs off the log of the last months, each by the account's owner; this month is open.
func (f *filler) review(ctx context.Context) error {
	zone, err := time.LoadLocation(timeZone)
	if err != nil {
		return err
	}
	now := time.Now().In(zone)
	for _, a := range f.accounts {
		for i, note := range reviewNotes {
			first := time.Date(now.Year(), now.Month()-time.Month(len(reviewNotes)-i), 1, 0, 0, 0, 0, time.UTC)
			in := activitylog.ReviewInput{
				Key: uuid.NewString(), Note: &note,
				From: column.DateOf(first), Until: column.DateOf(first.AddDate(0, 1, -1)),
			}
			err := f.as(ctx, a.owner, func(ctx context.Context) error {
				_, err := activitylog.SignOffReview(ctx, f.log, a.id, in)
				return err
			})
			if err != nil {
				return fmt.Errorf("sign off a month of %s: %w", a.provider, err)
			}
		}
	}
	return nil
}

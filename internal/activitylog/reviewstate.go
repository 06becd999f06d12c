package activitylog

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/ent/gen/ent/review"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// ReviewState tells how far the log is reviewed.
type ReviewState struct {
	// Last is the review that reaches furthest; nil: there is none.
	Last *ent.Review
	// OverdueSince is the first day that was one too many; nil: no review is overdue.
	OverdueSince *column.Date
	// From and Until are the days to review next; nil: there is no whole day yet.
	From, Until *column.Date
}

// reviewedWithin is how many days may go by without a review.
const reviewedWithin = 31

// LogReview tells how far the account's log is reviewed.
func LogReview(ctx context.Context, log *activity.Log, account uuid.UUID) (*ReviewState, error) {
	in := database.In(ctx, account)
	a, zone, err := zoned(in, log.Reader(), account)
	if err != nil {
		return nil, err
	}
	last, err := furthest(in, log.Reader(), review.AccountID(account))
	if err != nil {
		return nil, err
	}
	s := stateOn(column.DateOf(time.Now().In(zone)), column.DateOf(a.CreatedAt.In(zone)), last)
	return &s, activity.Note(ctx, read(account, Filter{}, 0))
}

// stateOn is the state on a day of an account that was opened on another.
func stateOn(today, opened column.Date, last *ent.Review) ReviewState {
	s := ReviewState{Last: last}
	next, through := opened, opened
	if last != nil {
		next, through = later(last.LastDay, 1), max(opened, last.LastDay)
	}
	if due := later(through, reviewedWithin); today > due {
		s.OverdueSince = new(later(due, 1))
	}
	if yesterday := later(today, -1); next <= yesterday {
		s.From, s.Until = &next, &yesterday
	}
	return s
}

// overlapping is the review that reaches furthest of those that share a day with these; nil: none does.
func overlapping(ctx context.Context, db *ent.Client, account uuid.UUID, days span) (*ent.Review, error) {
	return furthest(ctx, db, review.AccountID(account), review.FirstDayLTE(days.Last), review.LastDayGTE(days.First))
}

func furthest(ctx context.Context, db *ent.Client, where ...predicate.Review) (*ent.Review, error) {
	found, err := db.Review.Query().Where(where...).Order(latestReview.Order).Limit(1).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for reviews: %w", err)
	}
	if len(found) == 0 {
		return nil, nil //nolint:nilnil // none is an answer, not an error
	}
	return found[0], nil
}

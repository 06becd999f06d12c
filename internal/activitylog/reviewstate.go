package activitylog

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

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
	opened := column.DateOf(a.CreatedAt.In(zone))
	open, err := firstGap(in, log, account, opened)
	if err != nil {
		return nil, err
	}
	s := stateOn(column.DateOf(time.Now().In(zone)), open)
	s.Last = last
	return &s, activity.Note(ctx, read(account, Filter{}, 0))
}

// gap are days that nobody has reviewed: from the first of them until the day before a later review;
// nil: there is no later one.
type gap struct {
	first  column.Date
	before *column.Date
}

// firstGap finds the first day since the account was opened that no review holds: a review of later days
// hides none.
func firstGap(ctx context.Context, log *activity.Log, account uuid.UUID, opened column.Date) (g gap, err error) {
	rows, err := log.Query(ctx, `WITH reviewed AS (SELECT unnest(range_agg(daterange(first_day, last_day, '[]'))) AS days FROM reviews WHERE account_id = $1),
		gap AS (SELECT coalesce((SELECT upper(days) FROM reviewed WHERE days @> $2::date), $2::date) AS first)
		SELECT first, (SELECT min(lower(days)) FROM reviewed WHERE lower(days) > first) FROM gap`, account, string(opened))
	if err != nil {
		return g, fmt.Errorf("look for days without a review: %w", err)
	}
	_, err = pgx.ForEachRow(rows, []any{&g.first, &g.before}, func() error { return nil })
	return g, err
}

// stateOn is the state on a day, with the first days that are not reviewed.
func stateOn(today column.Date, g gap) (s ReviewState) {
	if due := later(g.first, reviewedWithin-1); today > due {
		s.OverdueSince = new(later(due, 1))
	}
	until := later(today, -1)
	if g.before != nil {
		until = min(until, later(*g.before, -1))
	}
	if g.first <= until {
		s.From, s.Until = &g.first, &until
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

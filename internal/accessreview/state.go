package accessreview

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/accessreview"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// State tells when it was last reviewed who may enter an account.
type State struct {
	// Last is the review that was finished last; nil: none was.
	Last    *ent.AccessReview
	Due     column.Date
	Overdue bool
	// Open tells whether one is open.
	Open bool
}

// Read tells how an account stands: a review is due a year after the last one, or after the account was opened.
func Read(ctx context.Context, log *activity.Log, account uuid.UUID) (*State, error) {
	ctx = database.In(ctx, account)
	a, err := log.Reader().Account.Get(ctx, account)
	if err != nil {
		return nil, fmt.Errorf("read the account: %w", err)
	}
	zone, err := time.LoadLocation(a.TimeZone)
	if err != nil {
		return nil, err
	}
	// The one that is open comes before the latest: no time is the last of all.
	newest, err := log.Reader().AccessReview.Query().Where(accessreview.AccountID(account)).
		Order(accessreview.ByFinishedAt(sql.OrderDesc(), sql.OrderNullsFirst())).Limit(2).Select(shown...).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the last access review: %w", err)
	}
	s, from := &State{}, a.CreatedAt
	for _, r := range newest {
		if r.FinishedAt == nil {
			s.Open = true
		} else if s.Last == nil {
			s.Last, from = r, *r.FinishedAt
		}
	}
	s.Due = column.DateOf(from.In(zone).AddDate(1, 0, 0))
	s.Overdue = column.DateOf(time.Now().In(zone)) > s.Due
	return s, note(ctx, account, newest...)
}

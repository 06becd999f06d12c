// Package accessreview is the periodic review of who may enter an account, and for what (45 CFR 164.308(a)(4)):
// each username keeps what it has, is changed or is removed; what was found is kept for good.
package accessreview

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/accessreview"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// shown are the columns of lists: what a review has found is long, and read where it is shown.
var shown = func() (columns []string) {
	for _, c := range accessreview.Columns {
		if c != accessreview.FieldContent {
			columns = append(columns, c)
		}
	}
	return columns
}()

// mostShown is how many finished reviews of an account are shown: one a year is due.
const mostShown = 50

// Open is the review of an account that is open; nil: none is.
func Open(ctx context.Context, log *activity.Log, account uuid.UUID) (*ent.AccessReview, error) {
	ctx = database.In(ctx, account)
	r, err := open(ctx, log.Reader(), account)
	if err != nil || r == nil {
		return nil, err
	}
	return r, note(ctx, account, r)
}

func open(ctx context.Context, db *ent.Client, account uuid.UUID) (*ent.AccessReview, error) {
	r, err := db.AccessReview.Query().Where(accessreview.AccountID(account), accessreview.FinishedAtIsNil()).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil //nolint:nilnil // none is an answer, not an error
	}
	return r, err
}

// Finished lists the reviews of an account that are finished, the latest first.
func Finished(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.AccessReview, error) {
	ctx = database.In(ctx, account)
	all, err := log.Reader().AccessReview.Query().Where(accessreview.AccountID(account), accessreview.FinishedAtNotNil()).
		Order(accessreview.ByFinishedAt(sql.OrderDesc()), accessreview.ByID(sql.OrderDesc())).Limit(mostShown).Select(shown...).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list access reviews: %w", err)
	}
	return all, note(ctx, account, all...)
}

// One reads one review of an account.
func One(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.AccessReview, error) {
	ctx = database.In(ctx, account)
	r, err := log.Reader().AccessReview.Query().Where(accessreview.ID(id), accessreview.AccountID(account)).Only(ctx)
	if err != nil {
		return nil, err
	}
	return r, note(ctx, account, r)
}

// opened is a review that is still open, read while the account's lock is held.
func opened(ctx context.Context, tx *activity.Tx, account, id uuid.UUID) (*ent.AccessReview, error) {
	if err := tx.Lock(ctx, account); err != nil {
		return nil, err
	}
	r, err := tx.AccessReview.Query().Where(accessreview.ID(id), accessreview.AccountID(account)).Only(ctx)
	if err != nil {
		return nil, err
	}
	if r.FinishedAt != nil {
		return nil, problem.New(problem.Conflict, "%s has finished this access review already.", r.FinishedBy)
	}
	return r, nil
}

func note(ctx context.Context, account uuid.UUID, shown ...*ent.AccessReview) error {
	e := event(account, "access.review.listed", activity.Read)
	for _, r := range shown {
		e.Entities = append(e.Entities, r.ID)
	}
	e.RowCount = len(shown)
	return activity.Note(ctx, e)
}

func event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.AccountAccess.String(), EntityType: "AccessReview", RowCount: 1}
}

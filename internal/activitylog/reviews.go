package activitylog

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/review"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// latestReview is the order of reviews: of those until the same day, the one signed off last.
var latestReview = page.Key{Columns: []string{review.FieldLastDay, review.FieldCreatedAt, review.FieldID}, Descend: true}

// Reviews reads a page of the reviews of the account's log, the latest days first. It fails with
// BAD_USER_INPUT for a page that cannot be.
func Reviews(ctx context.Context, log *activity.Log, account uuid.UUID, args page.Args) (*page.Page[*ent.Review], error) {
	in := database.In(ctx, account)
	ofAccount := func() *ent.ReviewQuery { return log.Reader().Review.Query().Where(review.AccountID(account)) }
	p, err := page.Cut(in, args, page.Source[*ent.Review]{
		Key: latestReview,
		Keys: func(r *ent.Review) []string {
			return []string{string(r.LastDay), r.CreatedAt.UTC().Format(cursorTime), r.ID.String()}
		},
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.Review, error) {
			return ofAccount().Where(beyond).Order(latestReview.Order).Limit(limit).All(ctx)
		},
		Count: func(context.Context) (int, error) { return ofAccount().Count(in) },
	})
	if err != nil {
		return nil, fmt.Errorf("list reviews: %w", err)
	}
	return p, noteReviews(ctx, account, p.Nodes...)
}

// Review reads one review. It fails with NOT_FOUND for an id that this account does not have.
func Review(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Review, error) {
	r, err := log.Reader().Review.Query().Where(review.ID(id), review.AccountID(account)).Only(database.In(ctx, account))
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read review: %w", err)
	}
	return r, noteReviews(ctx, account, r)
}

func noteReviews(ctx context.Context, account uuid.UUID, reviews ...*ent.Review) error {
	e := read(account, Filter{}, len(reviews))
	e.EntityType = "Review"
	for _, r := range reviews {
		e.Entities = append(e.Entities, r.ID)
	}
	return activity.Note(ctx, e)
}

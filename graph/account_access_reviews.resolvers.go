package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accessreview"
	"lanyard/internal/globalid"
)

func (r *accessReviewResolver) FinishedBy(ctx context.Context, obj *ent.AccessReview) (*string, error) {
	return filled(obj.FinishedBy), nil
}

func (r *accessReviewResolver) Note(ctx context.Context, obj *ent.AccessReview) (*string, error) {
	return filled(obj.Note), nil
}

func (r *accessReviewResolver) Hash(ctx context.Context, obj *ent.AccessReview) (*string, error) {
	return accessreview.Hash(obj), nil
}

func (r *accessReviewResolver) Intact(ctx context.Context, obj *ent.AccessReview) (*bool, error) {
	return accessreview.Intact(ctx, r.Log, obj)
}

func (r *accessReviewResolver) Items(ctx context.Context, obj *ent.AccessReview) ([]*accessreview.Item, error) {
	return accessreview.Items(ctx, r.Log, obj)
}

func (r *accessReviewItemResolver) Link(ctx context.Context, obj *accessreview.Item) (*globalid.ID, error) {
	return ptr(globalid.New("Link", obj.Account, obj.Link)), nil
}

func (r *accessReviewItemResolver) Levels(ctx context.Context, obj *accessreview.Item) ([]access.Level, error) {
	levels := obj.Levels()
	return levels[:], nil
}

func (r *accountResolver) OpenAccessReview(ctx context.Context, obj *ent.Account) (*ent.AccessReview, error) {
	return accessreview.Open(ctx, r.Log, obj.ID)
}

func (r *accountResolver) AccessReviews(ctx context.Context, obj *ent.Account) ([]*ent.AccessReview, error) {
	return accessreview.Finished(ctx, r.Log, obj.ID)
}

func (r *accountResolver) AccessReviewState(ctx context.Context, obj *ent.Account) (*accessreview.State, error) {
	return accessreview.Read(ctx, r.Log, obj.ID)
}

func (r *mutationResolver) StartAccessReview(ctx context.Context, account globalid.ID) (*gen.StartAccessReviewPayload, error) {
	review, err := accessreview.Start(ctx, r.Log, account.AccountID())
	return &gen.StartAccessReviewPayload{Review: review}, err
}

func (r *mutationResolver) ConfirmAccess(ctx context.Context, account globalid.ID, id globalid.ID, link globalid.ID, version int) (*accessreview.Confirmed, error) {
	return accessreview.Confirm(ctx, r.Log, account.AccountID(), id.In("AccessReview", account.AccountID()), link.In("Link", account.AccountID()), version)
}

func (r *mutationResolver) FinishAccessReview(ctx context.Context, account globalid.ID, id globalid.ID, leaveOpen bool, note *string) (*gen.FinishAccessReviewPayload, error) {
	review, err := accessreview.Finish(ctx, r.Log, account.AccountID(), id.In("AccessReview", account.AccountID()), accessreview.FinishInput{LeaveOpen: leaveOpen, Note: note})
	return &gen.FinishAccessReviewPayload{Review: review}, err
}

func (r *Resolver) AccessReview() gen.AccessReviewResolver { return &accessReviewResolver{r} }

func (r *Resolver) AccessReviewItem() gen.AccessReviewItemResolver {
	return &accessReviewItemResolver{r}
}

type (
	accessReviewResolver     struct{ *Resolver }
	accessReviewItemResolver struct{ *Resolver }
)

package graph

import (
	"context"
	"encoding/hex"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/activitylog"
	"lanyard/internal/globalid"
)

func (r *accountResolver) LogReview(ctx context.Context, obj *ent.Account) (*activitylog.ReviewState, error) {
	return activitylog.LogReview(ctx, r.Log, obj.ID)
}

func (r *accountResolver) Reviews(ctx context.Context, obj *ent.Account, first int, after *string) (*model.ReviewConnection, error) {
	p, err := activitylog.Reviews(ctx, r.Log, obj.ID, args(first, after))
	return &model.ReviewConnection{Page: p}, err
}

func (r *accountResolver) ReviewDigest(ctx context.Context, obj *ent.Account, from column.Date, until column.Date) (*activitylog.Digest, error) {
	return activitylog.ReviewDigest(ctx, r.Log, obj.ID, from, until)
}

func (r *mutationResolver) SignOffReview(ctx context.Context, account globalid.ID, input activitylog.ReviewInput) (*activitylog.SignedOff, error) {
	return activitylog.SignOffReview(ctx, r.Log, account.AccountID(), input)
}

func (r *reviewResolver) SealedSeq(ctx context.Context, obj *ent.Review) (*int, error) {
	if obj.SealedSeq == nil {
		return nil, nil //nolint:nilnil // no event of the days was sealed
	}
	return ptr(int(*obj.SealedSeq)), nil
}

func (r *reviewResolver) SealedHash(ctx context.Context, obj *ent.Review) (*string, error) {
	if obj.SealedSeq == nil {
		return nil, nil //nolint:nilnil // no event of the days was sealed
	}
	return ptr(hex.EncodeToString(obj.SealedHash)), nil
}

func (r *reviewConnectionResolver) Edges(ctx context.Context, obj *model.ReviewConnection) ([]*model.ReviewEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) Review() gen.ReviewResolver { return &reviewResolver{r} }

func (r *Resolver) ReviewConnection() gen.ReviewConnectionResolver {
	return &reviewConnectionResolver{r}
}

type (
	reviewResolver           struct{ *Resolver }
	reviewConnectionResolver struct{ *Resolver }
)

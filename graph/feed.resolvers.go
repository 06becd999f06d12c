package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/internal/feed"
	"lanyard/internal/globalid"
)

func (r *accountResolver) FeedCursor(ctx context.Context, obj *ent.Account) (*string, error) {
	return feed.Now(ctx, r.Log, obj.ID)
}

func (r *accountResolver) ActivityFeed(ctx context.Context, obj *ent.Account, after string, first int) (*feed.Page, error) {
	return feed.After(ctx, r.Log, obj.ID, after, first)
}

func (r *subscriptionResolver) Feed(ctx context.Context, account globalid.ID, after string) (<-chan *feed.Page, error) {
	return feed.Follower{DB: r.DB, Log: r.Log, Hub: r.Live}.Follow(ctx, account.AccountID(), after)
}

package graph

import (
	"context"

	"lanyard/graph/gen"
	"lanyard/internal/live"
)

func (r *subscriptionResolver) Changes(ctx context.Context) (<-chan *live.Change, error) {
	return r.Live.Follow(ctx)
}

func (r *Resolver) Subscription() gen.SubscriptionResolver { return &subscriptionResolver{r} }

type subscriptionResolver struct{ *Resolver }

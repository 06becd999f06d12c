package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/practicesetup"
)

func (r *queryResolver) Viewer(ctx context.Context) (*access.Viewer, error) {
	return access.ViewerFrom(ctx), nil
}

func (r *queryResolver) Account(ctx context.Context, id globalid.ID) (*ent.Account, error) {
	return practicesetup.Account(ctx, r.Log, id.AccountID())
}

func (r *queryResolver) Node(ctx context.Context, id globalid.ID) (model.Node, error) {
	return r.node(ctx, id)
}

func (r *queryResolver) Presets(ctx context.Context) ([]*access.Preset, error) {
	return pointers(access.Presets()), nil
}

func (r *Resolver) Mutation() gen.MutationResolver { return &mutationResolver{r} }

func (r *Resolver) Query() gen.QueryResolver { return &queryResolver{r} }

type (
	mutationResolver struct{ *Resolver }
	queryResolver    struct{ *Resolver }
)

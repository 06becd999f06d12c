package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) ReferringProviders(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.ReferringProviderConnection, error) {
	p, err := codessetup.ReferringProviders.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.ReferringProviderConnection{Page: p}, err
}

func (r *mutationResolver) AddReferringProvider(ctx context.Context, account globalid.ID, input codessetup.ReferringProviderInput) (*gen.ReferringProviderPayload, error) {
	e, err := codessetup.ReferringProviders.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.ReferringProviderPayload{ReferringProvider: e}, err
}

func (r *mutationResolver) EditReferringProvider(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.ReferringProviderInput) (*gen.ReferringProviderPayload, error) {
	e, err := codessetup.ReferringProviders.Edit(ctx, r.Log, account.AccountID(), id.In("ReferringProvider", account.AccountID()), version, input)
	return &gen.ReferringProviderPayload{ReferringProvider: e}, err
}

func (r *referringProviderResolver) Provenance(ctx context.Context, obj *ent.ReferringProvider) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *referringProviderConnectionResolver) Edges(ctx context.Context, obj *model.ReferringProviderConnection) ([]*model.ReferringProviderEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) ReferringProvider() gen.ReferringProviderResolver {
	return &referringProviderResolver{r}
}

func (r *Resolver) ReferringProviderConnection() gen.ReferringProviderConnectionResolver {
	return &referringProviderConnectionResolver{r}
}

type (
	referringProviderResolver           struct{ *Resolver }
	referringProviderConnectionResolver struct{ *Resolver }
)

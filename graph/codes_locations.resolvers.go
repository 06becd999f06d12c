package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Locations(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.LocationConnection, error) {
	p, err := codessetup.Locations.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.LocationConnection{Page: p}, err
}

func (r *locationResolver) Provenance(ctx context.Context, obj *ent.Location) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *locationConnectionResolver) Edges(ctx context.Context, obj *model.LocationConnection) ([]*model.LocationEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddLocation(ctx context.Context, account globalid.ID, input codessetup.LocationInput) (*gen.LocationPayload, error) {
	e, err := codessetup.Locations.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.LocationPayload{Location: e}, err
}

func (r *mutationResolver) EditLocation(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.LocationInput) (*gen.LocationPayload, error) {
	e, err := codessetup.Locations.Edit(ctx, r.Log, account.AccountID(), id.In("Location", account.AccountID()), version, input)
	return &gen.LocationPayload{Location: e}, err
}

func (r *Resolver) Location() gen.LocationResolver { return &locationResolver{r} }

func (r *Resolver) LocationConnection() gen.LocationConnectionResolver {
	return &locationConnectionResolver{r}
}

type (
	locationResolver           struct{ *Resolver }
	locationConnectionResolver struct{ *Resolver }
)

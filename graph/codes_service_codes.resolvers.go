package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) ServiceCodes(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.ServiceCodeConnection, error) {
	p, err := codessetup.ServiceCodes.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.ServiceCodeConnection{Page: p}, err
}

func (r *mutationResolver) AddServiceCode(ctx context.Context, account globalid.ID, input codessetup.ServiceCodeInput) (*gen.ServiceCodePayload, error) {
	e, err := codessetup.ServiceCodes.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.ServiceCodePayload{ServiceCode: e}, err
}

func (r *mutationResolver) EditServiceCode(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.ServiceCodeInput) (*gen.ServiceCodePayload, error) {
	e, err := codessetup.ServiceCodes.Edit(ctx, r.Log, account.AccountID(), id.In("ServiceCode", account.AccountID()), version, input)
	return &gen.ServiceCodePayload{ServiceCode: e}, err
}

func (r *serviceCodeResolver) Provenance(ctx context.Context, obj *ent.ServiceCode) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *serviceCodeConnectionResolver) Edges(ctx context.Context, obj *model.ServiceCodeConnection) ([]*model.ServiceCodeEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) ServiceCode() gen.ServiceCodeResolver { return &serviceCodeResolver{r} }

func (r *Resolver) ServiceCodeConnection() gen.ServiceCodeConnectionResolver {
	return &serviceCodeConnectionResolver{r}
}

type (
	serviceCodeResolver           struct{ *Resolver }
	serviceCodeConnectionResolver struct{ *Resolver }
)

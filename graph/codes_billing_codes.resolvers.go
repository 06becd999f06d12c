package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) BillingCodes(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.BillingCodeConnection, error) {
	p, err := codessetup.BillingCodes.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.BillingCodeConnection{Page: p}, err
}

func (r *billingCodeResolver) Provenance(ctx context.Context, obj *ent.BillingCode) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *billingCodeConnectionResolver) Edges(ctx context.Context, obj *model.BillingCodeConnection) ([]*model.BillingCodeEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddBillingCode(ctx context.Context, account globalid.ID, input codessetup.BillingCodeInput) (*gen.BillingCodePayload, error) {
	e, err := codessetup.BillingCodes.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.BillingCodePayload{BillingCode: e}, err
}

func (r *mutationResolver) EditBillingCode(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.BillingCodeInput) (*gen.BillingCodePayload, error) {
	e, err := codessetup.BillingCodes.Edit(ctx, r.Log, account.AccountID(), id.In("BillingCode", account.AccountID()), version, input)
	return &gen.BillingCodePayload{BillingCode: e}, err
}

func (r *Resolver) BillingCode() gen.BillingCodeResolver { return &billingCodeResolver{r} }

func (r *Resolver) BillingCodeConnection() gen.BillingCodeConnectionResolver {
	return &billingCodeConnectionResolver{r}
}

type (
	billingCodeResolver           struct{ *Resolver }
	billingCodeConnectionResolver struct{ *Resolver }
)

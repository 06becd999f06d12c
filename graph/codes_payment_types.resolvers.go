package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) PaymentTypes(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.PaymentTypeConnection, error) {
	p, err := codessetup.PaymentTypes.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.PaymentTypeConnection{Page: p}, err
}

func (r *mutationResolver) AddPaymentType(ctx context.Context, account globalid.ID, input codessetup.PaymentTypeInput) (*gen.PaymentTypePayload, error) {
	e, err := codessetup.PaymentTypes.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.PaymentTypePayload{PaymentType: e}, err
}

func (r *mutationResolver) EditPaymentType(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.PaymentTypeInput) (*gen.PaymentTypePayload, error) {
	e, err := codessetup.PaymentTypes.Edit(ctx, r.Log, account.AccountID(), id.In("PaymentType", account.AccountID()), version, input)
	return &gen.PaymentTypePayload{PaymentType: e}, err
}

func (r *paymentTypeResolver) Provenance(ctx context.Context, obj *ent.PaymentType) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *paymentTypeConnectionResolver) Edges(ctx context.Context, obj *model.PaymentTypeConnection) ([]*model.PaymentTypeEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) PaymentType() gen.PaymentTypeResolver { return &paymentTypeResolver{r} }

func (r *Resolver) PaymentTypeConnection() gen.PaymentTypeConnectionResolver {
	return &paymentTypeConnectionResolver{r}
}

type (
	paymentTypeResolver           struct{ *Resolver }
	paymentTypeConnectionResolver struct{ *Resolver }
)

package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Payers(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.PayerConnection, error) {
	p, err := codessetup.Payers.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.PayerConnection{Page: p}, err
}

func (r *mutationResolver) AddPayer(ctx context.Context, account globalid.ID, input codessetup.PayerInput) (*gen.PayerPayload, error) {
	e, err := codessetup.Payers.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.PayerPayload{Payer: e}, err
}

func (r *mutationResolver) EditPayer(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.PayerInput) (*gen.PayerPayload, error) {
	e, err := codessetup.Payers.Edit(ctx, r.Log, account.AccountID(), id.In("Payer", account.AccountID()), version, input)
	return &gen.PayerPayload{Payer: e}, err
}

func (r *payerResolver) Provenance(ctx context.Context, obj *ent.Payer) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *payerConnectionResolver) Edges(ctx context.Context, obj *model.PayerConnection) ([]*model.PayerEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) Payer() gen.PayerResolver { return &payerResolver{r} }

func (r *Resolver) PayerConnection() gen.PayerConnectionResolver { return &payerConnectionResolver{r} }

type (
	payerResolver           struct{ *Resolver }
	payerConnectionResolver struct{ *Resolver }
)

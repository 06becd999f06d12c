package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) InvoiceMessages(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.InvoiceMessageConnection, error) {
	p, err := codessetup.InvoiceMessages.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.InvoiceMessageConnection{Page: p}, err
}

func (r *invoiceMessageResolver) Provenance(ctx context.Context, obj *ent.InvoiceMessage) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *invoiceMessageConnectionResolver) Edges(ctx context.Context, obj *model.InvoiceMessageConnection) ([]*model.InvoiceMessageEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddInvoiceMessage(ctx context.Context, account globalid.ID, input codessetup.InvoiceMessageInput) (*gen.InvoiceMessagePayload, error) {
	e, err := codessetup.InvoiceMessages.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.InvoiceMessagePayload{InvoiceMessage: e}, err
}

func (r *mutationResolver) EditInvoiceMessage(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.InvoiceMessageInput) (*gen.InvoiceMessagePayload, error) {
	e, err := codessetup.InvoiceMessages.Edit(ctx, r.Log, account.AccountID(), id.In("InvoiceMessage", account.AccountID()), version, input)
	return &gen.InvoiceMessagePayload{InvoiceMessage: e}, err
}

func (r *Resolver) InvoiceMessage() gen.InvoiceMessageResolver { return &invoiceMessageResolver{r} }

func (r *Resolver) InvoiceMessageConnection() gen.InvoiceMessageConnectionResolver {
	return &invoiceMessageConnectionResolver{r}
}

type (
	invoiceMessageResolver           struct{ *Resolver }
	invoiceMessageConnectionResolver struct{ *Resolver }
)

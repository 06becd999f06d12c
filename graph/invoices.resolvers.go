package graph

import (
	"context"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/clientnames"
	"lanyard/internal/globalid"
	"lanyard/internal/invoices"
)

func (r *accountResolver) ToInvoice(ctx context.Context, obj *ent.Account, kind invoice.Kind, from *column.Date, until *column.Date, first int, after *string) (*model.ToInvoiceConnection, error) {
	p, err := invoices.Open(ctx, r.Log, obj.ID, invoices.OpenQuery{Args: args(first, after), Kind: kind, From: from, Until: until})
	return &model.ToInvoiceConnection{Page: p}, err
}

func (r *accountResolver) Invoices(ctx context.Context, obj *ent.Account, first int, after *string, kind *invoice.Kind, status *invoice.Status, held *bool, client *globalid.ID, batch *string) (*model.InvoiceConnection, error) {
	p, err := invoices.List(ctx, r.Log, obj.ID, invoices.Query{Args: args(first, after), Kind: kind, Status: status, Held: held, Client: row("Client", obj.ID, client), Batch: batchOf(batch)})
	return &model.InvoiceConnection{Page: p}, err
}

func (r *accountResolver) Invoice(ctx context.Context, obj *ent.Account, id globalid.ID) (*ent.Invoice, error) {
	return invoices.Invoice(ctx, r.Log, obj.ID, id.In("Invoice", obj.ID))
}

func (r *accountResolver) InvoiceMessageChoices(ctx context.Context, obj *ent.Account) ([]*ent.InvoiceMessage, error) {
	return invoices.Messages(ctx, r.Log, obj.ID)
}

func (r *accountResolver) InvoicedClients(ctx context.Context, obj *ent.Account, client *globalid.ID, search *string, first int) ([]*ent.ClientName, error) {
	return clientnames.List(ctx, r.Log, obj.ID, access.Invoices, clientnames.Query{Client: row("Client", obj.ID, client), Search: value(search), First: first, Archived: true})
}

func (r *invoiceResolver) Batch(ctx context.Context, obj *ent.Invoice) (*string, error) {
	return ptr(obj.BatchID.String()), nil
}

func (r *invoiceResolver) Client(ctx context.Context, obj *ent.Invoice) (*ent.ClientName, error) {
	return obj.Edges.ClientOrErr()
}

func (r *invoiceResolver) Sheet(ctx context.Context, obj *ent.Invoice) (*invoices.Sheet, error) {
	return invoices.SheetOf(ctx, obj)
}

func (r *invoiceResolver) Lines(ctx context.Context, objs []*ent.Invoice) ([][]*ent.InvoiceLine, error) {
	return invoices.Lines(ctx, r.Log, objs)
}

func (r *invoiceResolver) PDF(ctx context.Context, obj *ent.Invoice) (*string, error) {
	return invoices.Print(ctx, r.Log, obj)
}

func (r *invoiceConnectionResolver) Edges(ctx context.Context, obj *model.InvoiceConnection) ([]*model.InvoiceEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) GenerateInvoices(ctx context.Context, account globalid.ID, input gen.GenerateInvoicesInput) (*gen.GeneratedPayload, error) {
	w := wish(account.AccountID(), invoice.KindINVOICE, input.Sessions, input.Message)
	made, err := invoices.Generate(ctx, r.Log, account.AccountID(), invoices.Batch{ID: batch(input.Batch), Date: input.Date, Wish: w})
	return &gen.GeneratedPayload{Invoices: made}, err
}

func (r *mutationResolver) GenerateClaims(ctx context.Context, account globalid.ID, input gen.GenerateClaimsInput) (*gen.GeneratedPayload, error) {
	w := wish(account.AccountID(), invoice.KindCLAIM, input.Sessions, nil)
	made, err := invoices.Generate(ctx, r.Log, account.AccountID(), invoices.Batch{ID: batch(input.Batch), Date: input.Date, Wish: w})
	return &gen.GeneratedPayload{Invoices: made}, err
}

func (r *mutationResolver) HoldInvoice(ctx context.Context, account globalid.ID, id globalid.ID, version int, held bool) (*gen.InvoicePayload, error) {
	i, err := invoices.HoldInvoice(ctx, r.Log, account.AccountID(), id.In("Invoice", account.AccountID()), version, held)
	return &gen.InvoicePayload{Invoice: i}, err
}

func (r *mutationResolver) MarkInvoice(ctx context.Context, account globalid.ID, id globalid.ID, version int, as invoice.Status, reason *string) (*gen.InvoicePayload, error) {
	i, err := invoices.MarkInvoice(ctx, r.Log, account.AccountID(), id.In("Invoice", account.AccountID()), version, as, reason)
	return &gen.InvoicePayload{Invoice: i}, err
}

func (r *queryResolver) PreviewInvoices(ctx context.Context, account globalid.ID, kind invoice.Kind, sessions []*globalid.ID, message *globalid.ID) ([]*invoices.Draft, error) {
	return invoices.Preview(ctx, r.Log, account.AccountID(), wish(account.AccountID(), kind, sessions, message))
}

func (r *Resolver) Invoice() gen.InvoiceResolver { return &invoiceResolver{r} }

func (r *Resolver) InvoiceConnection() gen.InvoiceConnectionResolver {
	return &invoiceConnectionResolver{r}
}

type (
	invoiceResolver           struct{ *Resolver }
	invoiceConnectionResolver struct{ *Resolver }
)

package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/clients"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Clients(ctx context.Context, obj *ent.Account, first int, after *string, search *string, status *patient.Status) (*clients.Found, error) {
	return clients.List(ctx, r.Log, obj.ID, clients.Query{Args: args(first, after), Search: value(search), Status: status})
}

func (r *accountResolver) Client(ctx context.Context, obj *ent.Account, id globalid.ID) (*ent.Patient, error) {
	return clients.Client(ctx, r.Log, obj.ID, id.In("Client", obj.ID))
}

func (r *clientResolver) MaskedIDNumber(ctx context.Context, obj *ent.Patient) (*string, error) {
	return clients.MaskedIDNumber(obj), nil
}

func (r *clientConnectionResolver) Edges(ctx context.Context, obj *clients.Found) ([]*model.ClientEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddClient(ctx context.Context, account globalid.ID, input clients.ClientInput) (*gen.ClientPayload, error) {
	c, err := clients.AddClient(ctx, r.Log, account.AccountID(), input)
	return &gen.ClientPayload{Client: c}, err
}

func (r *mutationResolver) EditClient(ctx context.Context, account globalid.ID, id globalid.ID, version int, input clients.ClientInput) (*gen.ClientPayload, error) {
	c, err := clients.EditClient(ctx, r.Log, account.AccountID(), id.In("Client", account.AccountID()), version, input)
	return &gen.ClientPayload{Client: c}, err
}

func (r *mutationResolver) ArchiveClient(ctx context.Context, account globalid.ID, id globalid.ID, version int, archived bool) (*gen.ClientPayload, error) {
	c, err := clients.ArchiveClient(ctx, r.Log, account.AccountID(), id.In("Client", account.AccountID()), version, archived)
	return &gen.ClientPayload{Client: c}, err
}

func (r *Resolver) Client() gen.ClientResolver { return &clientResolver{r} }

func (r *Resolver) ClientConnection() gen.ClientConnectionResolver {
	return &clientConnectionResolver{r}
}

type (
	clientResolver           struct{ *Resolver }
	clientConnectionResolver struct{ *Resolver }
)

package graph

import (
	"context"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/clientnames"
	"lanyard/internal/clientsessions"
	"lanyard/internal/globalid"
)

func (r *accountResolver) ClientSessions(ctx context.Context, obj *ent.Account, first int, after *string, client *globalid.ID, status *clientsession.Status, from *column.Date, until *column.Date, search *string, oldestFirst bool) (*model.ClientSessionConnection, error) {
	p, err := clientsessions.List(ctx, r.Log, obj.ID, clientsessions.Query{
		Args: args(first, after), Client: row("Client", obj.ID, client), Status: status, From: from, Until: until, Search: value(search), OldestFirst: oldestFirst,
	})
	return &model.ClientSessionConnection{Page: p}, err
}

func (r *accountResolver) ClientSession(ctx context.Context, obj *ent.Account, id globalid.ID) (*ent.ClientSession, error) {
	return clientsessions.Session(ctx, r.Log, obj.ID, id.In("ClientSession", obj.ID))
}

func (r *accountResolver) SessionCodes(ctx context.Context, obj *ent.Account) (*clientsessions.SessionCodes, error) {
	return clientsessions.Codes(ctx, r.Log, obj.ID)
}

func (r *accountResolver) SessionClients(ctx context.Context, obj *ent.Account, client *globalid.ID, search *string, first int) ([]*ent.ClientName, error) {
	return clientnames.List(ctx, r.Log, obj.ID, access.ClientSessions, clientnames.Query{Client: row("Client", obj.ID, client), Archived: client != nil, Search: value(search), First: first})
}

func (r *clientSessionResolver) Client(ctx context.Context, obj *ent.ClientSession) (*ent.ClientName, error) {
	return obj.Edges.Client, nil
}

func (r *clientSessionResolver) Appointment(ctx context.Context, obj *ent.ClientSession) (*globalid.ID, error) {
	return rowID("Appointment", obj.AccountID, obj.AppointmentID), nil
}

func (r *clientSessionResolver) Location(ctx context.Context, obj *ent.ClientSession) (*globalid.ID, error) {
	return rowID("Location", obj.AccountID, obj.LocationID), nil
}

func (r *clientSessionConnectionResolver) Edges(ctx context.Context, obj *model.ClientSessionConnection) ([]*model.ClientSessionEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddClientSession(ctx context.Context, account globalid.ID, client globalid.ID, appointment *globalid.ID, input clientsessions.ClientSessionInput) (*clientsessions.Saved, error) {
	of := clientsessions.Made{Client: client.In("Client", account.AccountID()), Appointment: row("Appointment", account.AccountID(), appointment)}
	return clientsessions.AddClientSession(ctx, r.Log, account.AccountID(), of, input)
}

func (r *mutationResolver) EditClientSession(ctx context.Context, account globalid.ID, id globalid.ID, version int, input clientsessions.ClientSessionInput) (*clientsessions.Saved, error) {
	return clientsessions.EditClientSession(ctx, r.Log, account.AccountID(), id.In("ClientSession", account.AccountID()), version, input)
}

func (r *mutationResolver) VoidClientSession(ctx context.Context, account globalid.ID, id globalid.ID, version int, reason clientsessions.VoidReason) (*clientsessions.Saved, error) {
	return clientsessions.VoidClientSession(ctx, r.Log, account.AccountID(), id.In("ClientSession", account.AccountID()), version, reason)
}

func (r *Resolver) ClientSession() gen.ClientSessionResolver { return &clientSessionResolver{r} }

func (r *Resolver) ClientSessionConnection() gen.ClientSessionConnectionResolver {
	return &clientSessionConnectionResolver{r}
}

type (
	clientSessionResolver           struct{ *Resolver }
	clientSessionConnectionResolver struct{ *Resolver }
)

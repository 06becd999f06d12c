package graph

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/calendar"
	"lanyard/internal/clientnames"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Appointments(ctx context.Context, obj *ent.Account, from time.Time, until time.Time, client *globalid.ID) ([]*ent.Appointment, error) {
	return calendar.List(ctx, r.Log, obj.ID, row("Client", obj.ID, client), from, until)
}

func (r *accountResolver) BookableClients(ctx context.Context, obj *ent.Account, client *globalid.ID, search *string, first int) ([]*ent.ClientName, error) {
	return clientnames.List(ctx, r.Log, obj.ID, access.Calendar, clientnames.Query{Client: row("Client", obj.ID, client), Archived: client != nil, Search: value(search), First: first})
}

func (r *accountResolver) BookableCodes(ctx context.Context, obj *ent.Account) ([]*ent.BillingCode, error) {
	return calendar.Codes(ctx, r.Log, obj.ID)
}

func (r *accountResolver) BookableServices(ctx context.Context, obj *ent.Account) ([]*ent.ServiceCode, error) {
	return calendar.Services(ctx, r.Log, obj.ID)
}

func (r *accountResolver) BookableLocations(ctx context.Context, obj *ent.Account) ([]*ent.Location, error) {
	return calendar.Locations(ctx, r.Log, obj.ID)
}

func (r *appointmentResolver) Client(ctx context.Context, obj *ent.Appointment) (*ent.ClientName, error) {
	return obj.Edges.Client, nil
}

func (r *appointmentResolver) Service(ctx context.Context, obj *ent.Appointment) (*ent.ServiceCode, error) {
	return obj.Edges.Service, nil
}

func (r *mutationResolver) AddAppointment(ctx context.Context, account globalid.ID, input calendar.AppointmentInput) (*calendar.Saved, error) {
	return calendar.AddAppointment(ctx, r.Log, account.AccountID(), input)
}

func (r *mutationResolver) EditAppointment(ctx context.Context, account globalid.ID, id globalid.ID, version int, input calendar.AppointmentInput) (*calendar.Saved, error) {
	return calendar.EditAppointment(ctx, r.Log, account.AccountID(), id.In("Appointment", account.AccountID()), version, input)
}

func (r *mutationResolver) SetAppointmentStatus(ctx context.Context, account globalid.ID, id globalid.ID, version int, status appointment.Status) (*calendar.Saved, error) {
	return calendar.SetAppointmentStatus(ctx, r.Log, account.AccountID(), id.In("Appointment", account.AccountID()), version, status)
}

func (r *Resolver) Appointment() gen.AppointmentResolver { return &appointmentResolver{r} }

type appointmentResolver struct{ *Resolver }

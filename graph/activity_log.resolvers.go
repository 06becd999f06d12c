package graph

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/globalid"

	"github.com/google/uuid"
)

func (r *accountResolver) Activity(ctx context.Context, obj *ent.Account, first int, after *string, filter *activitylog.Filter) (*model.EventConnection, error) {
	p, err := activitylog.Events(ctx, r.Log, obj.ID, value(filter), args(first, after))
	return &model.EventConnection{Page: p}, err
}

func (r *accountResolver) Event(ctx context.Context, obj *ent.Account, id globalid.ID) (*ent.Event, error) {
	return activitylog.Event(ctx, r.Log, obj.ID, id.In("Event", obj.ID))
}

func (r *accountResolver) OpenedBy(ctx context.Context, obj *ent.Account, client globalid.ID, first int, after *string, from *time.Time, until *time.Time) (*activitylog.Openers, error) {
	during := activitylog.Filter{From: from, Until: until}
	return activitylog.OpenedBy(ctx, r.Log, obj.ID, client.In("Client", obj.ID), during, args(first, after))
}

func (r *eventResolver) Action(ctx context.Context, obj *ent.Event) (*activity.Action, error) {
	return ptr(activity.Action(obj.Action)), nil
}

func (r *eventResolver) Outcome(ctx context.Context, obj *ent.Event) (*activity.Outcome, error) {
	return ptr(activity.Outcome(obj.Outcome)), nil
}

func (r *eventResolver) Token(ctx context.Context, obj *ent.Event) (*globalid.ID, error) {
	return known(tokenID(obj.TokenID)), nil
}

func (r *eventResolver) Role(ctx context.Context, obj *ent.Event) (*activity.Role, error) {
	return ptr(activity.Role(obj.Role)), nil
}

func (r *eventResolver) Section(ctx context.Context, obj *ent.Event) (*access.Section, error) {
	return named(obj.Section, access.ParseSection)
}

func (r *eventResolver) LevelHeld(ctx context.Context, obj *ent.Event) (*access.Level, error) {
	return named(obj.LevelHeld, access.ParseLevel)
}

func (r *eventResolver) LevelNeeded(ctx context.Context, obj *ent.Event) (*access.Level, error) {
	return named(obj.LevelNeeded, access.ParseLevel)
}

func (r *eventResolver) EntityIds(ctx context.Context, obj *ent.Event) ([]*globalid.ID, error) {
	return ids(obj.EntityType, obj.AccountID, obj.EntityIds), nil
}

func (r *eventResolver) ClientIds(ctx context.Context, obj *ent.Event) ([]*globalid.ID, error) {
	return ids("Client", obj.AccountID, obj.ClientIds), nil
}

func (r *eventResolver) Counterpart(ctx context.Context, obj *ent.Event) (*globalid.ID, error) {
	return known(globalid.OfAccount(obj.CounterpartID)), nil
}

func (r *eventResolver) Authorization(ctx context.Context, obj *ent.Event) (*globalid.ID, error) {
	return known(authorizationID(obj)), nil
}

func (r *eventResolver) Emergency(ctx context.Context, obj *ent.Event) (*globalid.ID, error) {
	return known(globalid.New("Emergency", obj.AccountID, obj.EmergencyID)), nil
}

func (r *eventResolver) Seq(ctx context.Context, objs []*ent.Event) ([]*int, error) {
	seqs, err := activitylog.Seqs(ctx, r.Log, objs[0].AccountID, each(objs, func(e *ent.Event) uuid.UUID { return e.ID }))
	if err != nil {
		return nil, err
	}
	return found(objs, func(e *ent.Event) (int, bool) {
		seq, ok := seqs[e.ID]
		return int(seq), ok
	}), nil
}

func (r *eventConnectionResolver) Edges(ctx context.Context, obj *model.EventConnection) ([]*model.EventEdge, error) {
	return obj.Edges(), nil
}

func (r *openerResolver) Home(ctx context.Context, obj *activitylog.Opener) (*globalid.ID, error) {
	return known(globalid.OfAccount(obj.HomeID)), nil
}

func (r *queryResolver) ExportActivity(ctx context.Context, account globalid.ID, first int, after *string, filter *activitylog.Filter) (*activitylog.Export, error) {
	return activitylog.ExportActivity(ctx, r.Log, account.AccountID(), value(filter), args(first, after))
}

func (r *Resolver) Event() gen.EventResolver { return &eventResolver{r} }

func (r *Resolver) EventConnection() gen.EventConnectionResolver { return &eventConnectionResolver{r} }

func (r *Resolver) Opener() gen.OpenerResolver { return &openerResolver{r} }

type (
	eventResolver           struct{ *Resolver }
	eventConnectionResolver struct{ *Resolver }
	openerResolver          struct{ *Resolver }
)

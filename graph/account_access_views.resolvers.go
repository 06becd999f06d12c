package graph

import (
	"context"

	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/globalid"
)

func (r *lookResolver) Link(ctx context.Context, obj *access.Look) (globalid.ID, error) {
	return globalid.New("Link", obj.Account, obj.Link), nil
}

func (r *mutationResolver) BeginView(ctx context.Context, account globalid.ID, link globalid.ID) (*gen.BeginViewPayload, error) {
	seen, err := accountaccess.BeginView(ctx, r.Log, account.AccountID(), link.In("Link", account.AccountID()))
	return &gen.BeginViewPayload{Link: seen}, err
}

func (r *mutationResolver) EndView(ctx context.Context, account globalid.ID, link globalid.ID) (*gen.EndViewPayload, error) {
	seen, err := accountaccess.EndView(ctx, r.Log, account.AccountID(), link.In("Link", account.AccountID()))
	return &gen.EndViewPayload{Link: seen}, err
}

func (r *Resolver) Look() gen.LookResolver { return &lookResolver{r} }

type lookResolver struct{ *Resolver }

package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Modifiers(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.ModifierConnection, error) {
	p, err := codessetup.Modifiers.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.ModifierConnection{Page: p}, err
}

func (r *modifierResolver) Provenance(ctx context.Context, obj *ent.Modifier) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *modifierConnectionResolver) Edges(ctx context.Context, obj *model.ModifierConnection) ([]*model.ModifierEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddModifier(ctx context.Context, account globalid.ID, input codessetup.ModifierInput) (*gen.ModifierPayload, error) {
	e, err := codessetup.Modifiers.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.ModifierPayload{Modifier: e}, err
}

func (r *mutationResolver) EditModifier(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.ModifierInput) (*gen.ModifierPayload, error) {
	e, err := codessetup.Modifiers.Edit(ctx, r.Log, account.AccountID(), id.In("Modifier", account.AccountID()), version, input)
	return &gen.ModifierPayload{Modifier: e}, err
}

func (r *Resolver) Modifier() gen.ModifierResolver { return &modifierResolver{r} }

func (r *Resolver) ModifierConnection() gen.ModifierConnectionResolver {
	return &modifierConnectionResolver{r}
}

type (
	modifierResolver           struct{ *Resolver }
	modifierConnectionResolver struct{ *Resolver }
)

package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) NoteTemplates(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.NoteTemplateConnection, error) {
	p, err := codessetup.NoteTemplates.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.NoteTemplateConnection{Page: p}, err
}

func (r *mutationResolver) AddNoteTemplate(ctx context.Context, account globalid.ID, input codessetup.NoteTemplateInput) (*gen.NoteTemplatePayload, error) {
	e, err := codessetup.NoteTemplates.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.NoteTemplatePayload{NoteTemplate: e}, err
}

func (r *mutationResolver) EditNoteTemplate(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.NoteTemplateInput) (*gen.NoteTemplatePayload, error) {
	e, err := codessetup.NoteTemplates.Edit(ctx, r.Log, account.AccountID(), id.In("NoteTemplate", account.AccountID()), version, input)
	return &gen.NoteTemplatePayload{NoteTemplate: e}, err
}

func (r *noteTemplateResolver) Provenance(ctx context.Context, obj *ent.NoteTemplate) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *noteTemplateConnectionResolver) Edges(ctx context.Context, obj *model.NoteTemplateConnection) ([]*model.NoteTemplateEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) NoteTemplate() gen.NoteTemplateResolver { return &noteTemplateResolver{r} }

func (r *Resolver) NoteTemplateConnection() gen.NoteTemplateConnectionResolver {
	return &noteTemplateConnectionResolver{r}
}

type (
	noteTemplateResolver           struct{ *Resolver }
	noteTemplateConnectionResolver struct{ *Resolver }
)

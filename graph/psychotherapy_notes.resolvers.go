package graph

import (
	"context"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/clientnames"
	"lanyard/internal/globalid"
	"lanyard/internal/psychotherapynotes"
)

func (r *accountResolver) PsychotherapyNotes(ctx context.Context, obj *ent.Account, first int, after *string, client *globalid.ID, from *column.Date, until *column.Date) (*model.PsychotherapyNoteConnection, error) {
	p, err := psychotherapynotes.List(ctx, r.Log, obj.ID, psychotherapynotes.Query{
		Args: args(first, after), Client: row("Client", obj.ID, client), From: from, Until: until,
	})
	return &model.PsychotherapyNoteConnection{Page: p}, err
}

func (r *accountResolver) PsychotherapyNote(ctx context.Context, obj *ent.Account, id globalid.ID) (*ent.PsychotherapyNote, error) {
	return psychotherapynotes.Note(ctx, r.Log, obj.ID, id.In("PsychotherapyNote", obj.ID))
}

func (r *accountResolver) PsychotherapyNoteClients(ctx context.Context, obj *ent.Account, search *string, first int) ([]*ent.ClientName, error) {
	return clientnames.List(ctx, r.Log, obj.ID, access.PsychotherapyNotes, clientnames.Query{Search: value(search), First: first, Archived: true})
}

func (r *listedPsychotherapyNoteResolver) Client(ctx context.Context, obj *ent.PsychotherapyNote) (*ent.ClientName, error) {
	return obj.Edges.Client, nil
}

func (r *listedPsychotherapyNoteResolver) Mine(ctx context.Context, obj *ent.PsychotherapyNote) (*bool, error) {
	return ptr(psychotherapynotes.Mine(ctx, obj)), nil
}

func (r *mutationResolver) WritePsychotherapyNote(ctx context.Context, account globalid.ID, client globalid.ID, input psychotherapynotes.PsychotherapyNoteInput) (*gen.PsychotherapyNotePayload, error) {
	n, err := psychotherapynotes.WritePsychotherapyNote(ctx, r.Log, account.AccountID(), client.In("Client", account.AccountID()), input)
	return &gen.PsychotherapyNotePayload{PsychotherapyNote: n}, err
}

func (r *mutationResolver) EditPsychotherapyNote(ctx context.Context, account globalid.ID, id globalid.ID, version int, input psychotherapynotes.PsychotherapyNoteInput) (*gen.PsychotherapyNotePayload, error) {
	n, err := psychotherapynotes.EditPsychotherapyNote(ctx, r.Log, account.AccountID(), id.In("PsychotherapyNote", account.AccountID()), version, input)
	return &gen.PsychotherapyNotePayload{PsychotherapyNote: n}, err
}

func (r *mutationResolver) SharePsychotherapyNote(ctx context.Context, account globalid.ID, id globalid.ID, version int, shared bool) (*gen.PsychotherapyNotePayload, error) {
	n, err := psychotherapynotes.SharePsychotherapyNote(ctx, r.Log, account.AccountID(), id.In("PsychotherapyNote", account.AccountID()), version, shared)
	return &gen.PsychotherapyNotePayload{PsychotherapyNote: n}, err
}

func (r *psychotherapyNoteResolver) Client(ctx context.Context, obj *ent.PsychotherapyNote) (*ent.ClientName, error) {
	return obj.Edges.Client, nil
}

func (r *psychotherapyNoteResolver) Mine(ctx context.Context, obj *ent.PsychotherapyNote) (*bool, error) {
	return ptr(psychotherapynotes.Mine(ctx, obj)), nil
}

func (r *psychotherapyNoteConnectionResolver) Edges(ctx context.Context, obj *model.PsychotherapyNoteConnection) ([]*model.PsychotherapyNoteEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) ListedPsychotherapyNote() gen.ListedPsychotherapyNoteResolver {
	return &listedPsychotherapyNoteResolver{r}
}

func (r *Resolver) PsychotherapyNote() gen.PsychotherapyNoteResolver {
	return &psychotherapyNoteResolver{r}
}

func (r *Resolver) PsychotherapyNoteConnection() gen.PsychotherapyNoteConnectionResolver {
	return &psychotherapyNoteConnectionResolver{r}
}

type (
	listedPsychotherapyNoteResolver     struct{ *Resolver }
	psychotherapyNoteResolver           struct{ *Resolver }
	psychotherapyNoteConnectionResolver struct{ *Resolver }
)

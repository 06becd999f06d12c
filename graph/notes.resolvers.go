package graph

import (
	"context"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/clientnames"
	"lanyard/internal/globalid"
	"lanyard/internal/notes"
)

func (r *accountResolver) SessionNotes(ctx context.Context, obj *ent.Account, first int, after *string, client *globalid.ID, noteType *sessionnote.NoteType, status *sessionnote.Status, from *column.Date, until *column.Date, oldestFirst bool) (*model.SessionNoteConnection, error) {
	p, err := notes.List(ctx, r.Log, obj.ID, notes.Query{
		Args: args(first, after), Client: row("Client", obj.ID, client), Type: noteType, Status: status, From: from, Until: until, OldestFirst: oldestFirst,
	})
	return &model.SessionNoteConnection{Page: p}, err
}

func (r *accountResolver) SessionNote(ctx context.Context, obj *ent.Account, id globalid.ID) (*ent.SessionNote, error) {
	return notes.Note(ctx, r.Log, obj.ID, id.In("SessionNote", obj.ID))
}

func (r *accountResolver) OfferedTemplates(ctx context.Context, obj *ent.Account) ([]*ent.NoteTemplate, error) {
	return notes.Templates(ctx, r.Log, obj.ID)
}

func (r *accountResolver) NoteClients(ctx context.Context, obj *ent.Account, client *globalid.ID, search *string, first int) ([]*ent.ClientName, error) {
	return clientnames.List(ctx, r.Log, obj.ID, access.Notes, clientnames.Query{
		Client: row("Client", obj.ID, client), Search: value(search), First: first, Archived: true,
	})
}

func (r *listedNoteResolver) Client(ctx context.Context, obj *ent.SessionNote) (*ent.ClientName, error) {
	return obj.Edges.Client, nil
}

func (r *listedNoteResolver) SignedBy(ctx context.Context, obj *ent.SessionNote) (*string, error) {
	return filled(obj.SignedName), nil
}

func (r *mutationResolver) WriteNote(ctx context.Context, account globalid.ID, client globalid.ID, input notes.NoteInput) (*gen.SessionNotePayload, error) {
	n, err := notes.WriteNote(ctx, r.Log, account.AccountID(), client.In("Client", account.AccountID()), input)
	return &gen.SessionNotePayload{SessionNote: n}, err
}

func (r *mutationResolver) EditNote(ctx context.Context, account globalid.ID, id globalid.ID, version int, input notes.NoteInput) (*gen.SessionNotePayload, error) {
	n, err := notes.EditNote(ctx, r.Log, account.AccountID(), id.In("SessionNote", account.AccountID()), version, input)
	return &gen.SessionNotePayload{SessionNote: n}, err
}

func (r *mutationResolver) DiscardNote(ctx context.Context, account globalid.ID, id globalid.ID, version int, discarded bool) (*gen.SessionNotePayload, error) {
	n, err := notes.DiscardNote(ctx, r.Log, account.AccountID(), id.In("SessionNote", account.AccountID()), version, discarded)
	return &gen.SessionNotePayload{SessionNote: n}, err
}

func (r *mutationResolver) SignNote(ctx context.Context, account globalid.ID, id globalid.ID, version int) (*gen.SessionNotePayload, error) {
	n, err := notes.SignNote(ctx, r.Log, account.AccountID(), id.In("SessionNote", account.AccountID()), version)
	return &gen.SessionNotePayload{SessionNote: n}, err
}

func (r *mutationResolver) AddendNote(ctx context.Context, account globalid.ID, id globalid.ID, body string) (*gen.SessionNotePayload, error) {
	n, err := notes.AddendNote(ctx, r.Log, account.AccountID(), id.In("SessionNote", account.AccountID()), body)
	return &gen.SessionNotePayload{SessionNote: n}, err
}

func (r *noteAddendumResolver) Intact(ctx context.Context, obj *ent.NoteAddendum) (*bool, error) {
	return ptr(notes.IntactAddendum(obj)), nil
}

func (r *sessionNoteResolver) Client(ctx context.Context, obj *ent.SessionNote) (*ent.ClientName, error) {
	return obj.Edges.Client, nil
}

func (r *sessionNoteResolver) Session(ctx context.Context, obj *ent.SessionNote) (*globalid.ID, error) {
	return rowID("ClientSession", obj.AccountID, obj.SessionID), nil
}

func (r *sessionNoteResolver) SignedBy(ctx context.Context, obj *ent.SessionNote) (*string, error) {
	return filled(obj.SignedName), nil
}

func (r *sessionNoteResolver) Intact(ctx context.Context, obj *ent.SessionNote) (*bool, error) {
	return notes.Intact(obj), nil
}

func (r *sessionNoteResolver) Addenda(ctx context.Context, obj *ent.SessionNote) ([]*ent.NoteAddendum, error) {
	return obj.Edges.Addenda, nil
}

func (r *sessionNoteConnectionResolver) Edges(ctx context.Context, obj *model.SessionNoteConnection) ([]*model.SessionNoteEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) ListedNote() gen.ListedNoteResolver { return &listedNoteResolver{r} }

func (r *Resolver) NoteAddendum() gen.NoteAddendumResolver { return &noteAddendumResolver{r} }

func (r *Resolver) SessionNote() gen.SessionNoteResolver { return &sessionNoteResolver{r} }

func (r *Resolver) SessionNoteConnection() gen.SessionNoteConnectionResolver {
	return &sessionNoteConnectionResolver{r}
}

type (
	listedNoteResolver            struct{ *Resolver }
	noteAddendumResolver          struct{ *Resolver }
	sessionNoteResolver           struct{ *Resolver }
	sessionNoteConnectionResolver struct{ *Resolver }
)

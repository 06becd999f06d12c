package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/apps"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Apps(ctx context.Context, obj *ent.Account) ([]*apps.App, error) {
	return apps.List(ctx, r.Log, obj.ID)
}

func (r *accountResolver) FindApp(ctx context.Context, obj *ent.Account, clientID string) (*apps.Found, error) {
	return apps.Find(ctx, r.Log, obj.ID, clientID)
}

func (r *appResolver) Levels(ctx context.Context, obj *apps.App) ([]*gen.SectionAccess, error) {
	return givenAccess(obj.Levels), nil
}

func (r *mutationResolver) RegisterApp(ctx context.Context, account globalid.ID, input apps.Registration) (*gen.AppSecretPayload, error) {
	made, secret, err := apps.Register(ctx, r.Log, account.AccountID(), input)
	return &gen.AppSecretPayload{Secret: secret, App: made}, err
}

func (r *mutationResolver) ChangeApp(ctx context.Context, account globalid.ID, app globalid.ID, version int, input apps.Input) (*gen.AppPayload, error) {
	changed, err := apps.Change(ctx, r.Log, account.AccountID(), app.In("App", account.AccountID()), version, input)
	return &gen.AppPayload{App: changed}, err
}

func (r *mutationResolver) RenewAppSecret(ctx context.Context, account globalid.ID, app globalid.ID) (*gen.AppSecretPayload, error) {
	changed, secret, err := apps.RenewSecret(ctx, r.Log, account.AccountID(), app.In("App", account.AccountID()))
	return &gen.AppSecretPayload{Secret: secret, App: changed}, err
}

func (r *mutationResolver) RegisterAppDocuments(ctx context.Context, account globalid.ID, app globalid.ID, documents []string) (*gen.AppPayload, error) {
	checked, err := documentsOf(r.schema, documents)
	if err != nil {
		return nil, err
	}
	changed, err := apps.SetDocuments(ctx, r.Log, account.AccountID(), app.In("App", account.AccountID()), checked)
	return &gen.AppPayload{App: changed}, err
}

func (r *mutationResolver) DeleteApp(ctx context.Context, account globalid.ID, app globalid.ID) (*gen.DeleteAppPayload, error) {
	ended, err := apps.Delete(ctx, r.Log, account.AccountID(), app.In("App", account.AccountID()))
	return &gen.DeleteAppPayload{ID: app, Ended: ended}, err
}

func (r *mutationResolver) LetAppIn(ctx context.Context, account globalid.ID, clientID string, version int, levels []*access.SectionLevel) (*gen.AppPayload, error) {
	let, err := apps.LetIn(ctx, r.Log, account.AccountID(), clientID, version, levels)
	return &gen.AppPayload{App: let}, err
}

func (r *mutationResolver) ShutAppOut(ctx context.Context, account globalid.ID, app globalid.ID) (*gen.ShutAppOutPayload, error) {
	left, people, err := apps.ShutOut(ctx, r.Log, account.AccountID(), app.In("App", account.AccountID()))
	return &gen.ShutAppOutPayload{ShutOut: people, App: left}, err
}

func (r *Resolver) App() gen.AppResolver { return &appResolver{r} }

type appResolver struct{ *Resolver }

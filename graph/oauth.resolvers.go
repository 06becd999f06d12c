package graph

import (
	"context"

	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/globalid"
	"lanyard/internal/oauth"
	"lanyard/internal/secondfactor"
)

func (r *authorizableAccountResolver) Account(ctx context.Context, obj *oauth.Account) (globalid.ID, error) {
	return globalid.OfAccount(obj.Account), nil
}

func (r *authorizableAccountResolver) Levels(ctx context.Context, obj *oauth.Account) ([]*gen.SectionAccess, error) {
	return givenAccess(obj.Levels), nil
}

func (r *mutationResolver) AuthorizeApp(ctx context.Context, query string, accounts []*apitokens.Wanted, expiresInDays int) (*gen.AuthorizeAppPayload, error) {
	to, err := oauth.Authorize(ctx, r.Log, secondfactor.OriginFrom(ctx), oauth.Answer{Query: query, Accounts: accounts, ExpiresInDays: expiresInDays})
	return &gen.AuthorizeAppPayload{SendTo: to}, err
}

func (r *viewerResolver) AuthorizationRequest(ctx context.Context, obj *access.Viewer, query string) (*oauth.Request, error) {
	return oauth.Read(ctx, r.Log, secondfactor.OriginFrom(ctx), query)
}

func (r *Resolver) AuthorizableAccount() gen.AuthorizableAccountResolver {
	return &authorizableAccountResolver{r}
}

type authorizableAccountResolver struct{ *Resolver }

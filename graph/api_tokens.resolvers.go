package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/globalid"
	"lanyard/internal/practicesetup"

	"github.com/google/uuid"
)

func (r *accountResolver) APITokens(ctx context.Context, obj *ent.Account) ([]*apitokens.Here, error) {
	return apitokens.InAccount(ctx, r.Log, obj.ID)
}

func (r *accountApiTokenResolver) ID(ctx context.Context, obj *apitokens.Here) (*globalid.ID, error) {
	return ptr(tokenID(obj.ID)), nil
}

func (r *accountApiTokenResolver) Link(ctx context.Context, obj *apitokens.Here) (*globalid.ID, error) {
	return ptr(globalid.New("Link", obj.Account, obj.Link)), nil
}

func (r *accountApiTokenResolver) Levels(ctx context.Context, obj *apitokens.Here) ([]*gen.SectionAccess, error) {
	return givenAccess(obj.Levels), nil
}

func (r *apiTokenResolver) ID(ctx context.Context, obj *apitokens.Token) (globalid.ID, error) {
	return tokenID(obj.ID), nil
}

func (r *apiTokenReachResolver) Account(ctx context.Context, obj *apitokens.Reach) (globalid.ID, error) {
	return globalid.OfAccount(obj.Account), nil
}

func (r *apiTokenReachResolver) Levels(ctx context.Context, obj *apitokens.Reach) ([]*gen.SectionAccess, error) {
	return givenAccess(obj.Levels), nil
}

func (r *mutationResolver) CreateAPIToken(ctx context.Context, input apitokens.Input) (*gen.CreateAPITokenPayload, error) {
	made, token, err := apitokens.Create(ctx, r.Log, input)
	if err != nil {
		return nil, err
	}
	return &gen.CreateAPITokenPayload{Token: token, APIToken: made}, nil
}

func (r *mutationResolver) CreateCalendarAddress(ctx context.Context, input apitokens.CalendarInput) (*gen.CreateCalendarAddressPayload, error) {
	made, secret, err := apitokens.CreateCalendar(ctx, r.Log, input)
	if err != nil {
		return nil, err
	}
	return &gen.CreateCalendarAddressPayload{Path: calendarPath(secret), APIToken: made}, nil
}

func (r *mutationResolver) RevokeAPIToken(ctx context.Context, id *globalid.ID) (*gen.RevokeAPITokenPayload, error) {
	n, err := apitokens.Revoke(ctx, r.Log, row("ApiToken", uuid.Nil, id))
	return &gen.RevokeAPITokenPayload{Revoked: n}, err
}

func (r *mutationResolver) ShutAPITokenOut(ctx context.Context, account globalid.ID, token *globalid.ID) (*gen.ShutAPITokenOutPayload, error) {
	n, err := apitokens.RevokeHere(ctx, r.Log, account.AccountID(), row("ApiToken", uuid.Nil, token))
	if err != nil {
		return nil, err
	}
	here, err := practicesetup.Account(ctx, r.Log, account.AccountID())
	return &gen.ShutAPITokenOutPayload{ShutOut: n, Account: here}, err
}

func (r *mutationResolver) ForbidAPITokens(ctx context.Context, account globalid.ID, forbidden bool) (*gen.ForbidAPITokensPayload, error) {
	if err := apitokens.Forbid(ctx, r.Log, account.AccountID(), forbidden); err != nil {
		return nil, err
	}
	here, err := practicesetup.Account(ctx, r.Log, account.AccountID())
	return &gen.ForbidAPITokensPayload{Account: here}, err
}

func (r *viewerResolver) APITokens(ctx context.Context, obj *access.Viewer) ([]*apitokens.Token, error) {
	return apitokens.List(ctx, r.Log)
}

func (r *Resolver) AccountApiToken() gen.AccountApiTokenResolver { return &accountApiTokenResolver{r} }

func (r *Resolver) ApiToken() gen.ApiTokenResolver { return &apiTokenResolver{r} }

func (r *Resolver) ApiTokenReach() gen.ApiTokenReachResolver { return &apiTokenReachResolver{r} }

type (
	accountApiTokenResolver struct{ *Resolver }
	apiTokenResolver        struct{ *Resolver }
	apiTokenReachResolver   struct{ *Resolver }
)

package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/clientnames"
	"lanyard/internal/globalid"
	"lanyard/internal/insurance"
)

func (r *accountResolver) InsurancePolicies(ctx context.Context, obj *ent.Account, first int, after *string, client *globalid.ID) (*model.InsurancePolicyConnection, error) {
	p, err := insurance.Policies(ctx, r.Log, obj.ID, insurance.PolicyQuery{Args: args(first, after), Client: row("Client", obj.ID, client)})
	return &model.InsurancePolicyConnection{Page: p}, err
}

func (r *accountResolver) Authorizations(ctx context.Context, obj *ent.Account, first int, after *string, client *globalid.ID, runningOut bool, activeOnly bool, search *string) (*model.AuthorizationConnection, error) {
	p, err := insurance.Authorizations(ctx, r.Log, obj.ID, insurance.AuthorizationQuery{
		Args: args(first, after), Client: row("Client", obj.ID, client), RunningOut: runningOut, ActiveOnly: activeOnly, Search: value(search),
	})
	return &model.AuthorizationConnection{Page: p}, err
}

func (r *accountResolver) InsuredClients(ctx context.Context, obj *ent.Account, client *globalid.ID, search *string, first int) ([]*ent.ClientName, error) {
	return clientnames.List(ctx, r.Log, obj.ID, access.Insurance, clientnames.Query{
		Client: row("Client", obj.ID, client), Search: value(search), First: first, Archived: client != nil,
	})
}

func (r *accountResolver) PolicyPayers(ctx context.Context, obj *ent.Account) ([]*ent.Payer, error) {
	return insurance.Payers(ctx, r.Log, obj.ID)
}

func (r *accountResolver) PolicyReferringProviders(ctx context.Context, obj *ent.Account) ([]*ent.ReferringProvider, error) {
	return insurance.Referring(ctx, r.Log, obj.ID)
}

func (r *authorizationResolver) Client(ctx context.Context, obj *ent.Authorization) (*ent.ClientName, error) {
	return obj.Edges.Client, nil
}

func (r *authorizationResolver) Policy(ctx context.Context, obj *ent.Authorization) (*globalid.ID, error) {
	return rowID("InsurancePolicy", obj.AccountID, obj.PolicyID), nil
}

func (r *authorizationConnectionResolver) Edges(ctx context.Context, obj *model.AuthorizationConnection) ([]*model.AuthorizationEdge, error) {
	return obj.Edges(), nil
}

func (r *insurancePolicyResolver) Client(ctx context.Context, obj *ent.InsurancePolicy) (*ent.ClientName, error) {
	return obj.Edges.Client, nil
}

func (r *insurancePolicyConnectionResolver) Edges(ctx context.Context, obj *model.InsurancePolicyConnection) ([]*model.InsurancePolicyEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddInsurancePolicy(ctx context.Context, account globalid.ID, client globalid.ID, input insurance.PolicyInput) (*gen.InsurancePolicyPayload, error) {
	p, err := insurance.AddPolicy(ctx, r.Log, account.AccountID(), client.In("Client", account.AccountID()), input)
	return &gen.InsurancePolicyPayload{InsurancePolicy: p}, err
}

func (r *mutationResolver) EditInsurancePolicy(ctx context.Context, account globalid.ID, id globalid.ID, version int, input insurance.PolicyInput) (*gen.InsurancePolicyPayload, error) {
	p, err := insurance.EditPolicy(ctx, r.Log, account.AccountID(), id.In("InsurancePolicy", account.AccountID()), version, input)
	return &gen.InsurancePolicyPayload{InsurancePolicy: p}, err
}

func (r *mutationResolver) SetInsurancePolicyActive(ctx context.Context, account globalid.ID, id globalid.ID, version int, active bool) (*gen.InsurancePolicyPayload, error) {
	p, err := insurance.SetPolicyActive(ctx, r.Log, account.AccountID(), id.In("InsurancePolicy", account.AccountID()), version, active)
	return &gen.InsurancePolicyPayload{InsurancePolicy: p}, err
}

func (r *mutationResolver) AddAuthorization(ctx context.Context, account globalid.ID, client globalid.ID, input insurance.AuthorizationInput) (*gen.AuthorizationPayload, error) {
	a, err := insurance.AddAuthorization(ctx, r.Log, account.AccountID(), client.In("Client", account.AccountID()), input)
	return &gen.AuthorizationPayload{Authorization: a}, err
}

func (r *mutationResolver) EditAuthorization(ctx context.Context, account globalid.ID, id globalid.ID, version int, input insurance.AuthorizationInput) (*gen.AuthorizationPayload, error) {
	a, err := insurance.EditAuthorization(ctx, r.Log, account.AccountID(), id.In("Authorization", account.AccountID()), version, input)
	return &gen.AuthorizationPayload{Authorization: a}, err
}

func (r *mutationResolver) SetAuthorizationActive(ctx context.Context, account globalid.ID, id globalid.ID, version int, active bool) (*gen.AuthorizationPayload, error) {
	a, err := insurance.SetAuthorizationActive(ctx, r.Log, account.AccountID(), id.In("Authorization", account.AccountID()), version, active)
	return &gen.AuthorizationPayload{Authorization: a}, err
}

func (r *Resolver) Authorization() gen.AuthorizationResolver { return &authorizationResolver{r} }

func (r *Resolver) AuthorizationConnection() gen.AuthorizationConnectionResolver {
	return &authorizationConnectionResolver{r}
}

func (r *Resolver) InsurancePolicy() gen.InsurancePolicyResolver { return &insurancePolicyResolver{r} }

func (r *Resolver) InsurancePolicyConnection() gen.InsurancePolicyConnectionResolver {
	return &insurancePolicyConnectionResolver{r}
}

type (
	authorizationResolver             struct{ *Resolver }
	authorizationConnectionResolver   struct{ *Resolver }
	insurancePolicyResolver           struct{ *Resolver }
	insurancePolicyConnectionResolver struct{ *Resolver }
)

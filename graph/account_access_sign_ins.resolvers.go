package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/accountaccess"
	"lanyard/internal/globalid"
)

func (r *accountResolver) SignInRules(ctx context.Context, obj *ent.Account) (*accountaccess.SignInRules, error) {
	return accountaccess.RulesOf(obj), nil
}

func (r *mutationResolver) SetSignInRules(ctx context.Context, account globalid.ID, base accountaccess.SignInRules, input accountaccess.SignInRules) (*gen.SetSignInRulesPayload, error) {
	saved, err := accountaccess.SetSignInRules(ctx, r.Log, account.AccountID(), base, input)
	return &gen.SetSignInRulesPayload{Account: saved}, err
}

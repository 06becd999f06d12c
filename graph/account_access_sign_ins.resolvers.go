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

func (r *accountResolver) SignIns(ctx context.Context, obj *ent.Account) ([]*accountaccess.SignIn, error) {
	return accountaccess.SignIns(ctx, r.Log, obj.ID)
}

func (r *accountResolver) LockedUsernames(ctx context.Context, obj *ent.Account) ([]*accountaccess.LockedUsername, error) {
	return accountaccess.LockedUsernames(ctx, r.Log, obj.ID)
}

func (r *accountSignInResolver) ID(ctx context.Context, obj *accountaccess.SignIn) (*globalid.ID, error) {
	return ptr(globalid.New("AccountSignIn", obj.Account, obj.ID)), nil
}

func (r *accountSignInResolver) Link(ctx context.Context, obj *accountaccess.SignIn) (*globalid.ID, error) {
	return ptr(globalid.New("Link", obj.Account, obj.Link)), nil
}

func (r *accountSignInResolver) Locked(ctx context.Context, obj *accountaccess.SignIn) (*string, error) {
	return accountaccess.EndLocked(ctx, obj), nil
}

func (r *lockedUsernameResolver) Link(ctx context.Context, obj *accountaccess.LockedUsername) (*globalid.ID, error) {
	return ptr(globalid.New("Link", obj.Account, obj.Link)), nil
}

func (r *mutationResolver) SetSignInRules(ctx context.Context, account globalid.ID, base accountaccess.SignInRules, input accountaccess.SignInRules) (*gen.SetSignInRulesPayload, error) {
	saved, err := accountaccess.SetSignInRules(ctx, r.Log, account.AccountID(), base, input)
	return &gen.SetSignInRulesPayload{Account: saved}, err
}

func (r *mutationResolver) EndSignInsHere(ctx context.Context, account globalid.ID, link globalid.ID, signIn *globalid.ID) (*gen.EndSignInsHerePayload, error) {
	ended, err := accountaccess.EndSignIns(ctx, r.Log, account.AccountID(), link.In("Link", account.AccountID()), row("AccountSignIn", account.AccountID(), signIn))
	return &gen.EndSignInsHerePayload{Ended: ended}, err
}

func (r *mutationResolver) UnlockUsername(ctx context.Context, account globalid.ID, link globalid.ID) (*gen.UnlockUsernamePayload, error) {
	unlocked, err := accountaccess.UnlockUsername(ctx, r.Log, account.AccountID(), link.In("Link", account.AccountID()))
	return &gen.UnlockUsernamePayload{Unlocked: unlocked}, err
}

func (r *Resolver) AccountSignIn() gen.AccountSignInResolver { return &accountSignInResolver{r} }

func (r *Resolver) LockedUsername() gen.LockedUsernameResolver { return &lockedUsernameResolver{r} }

type (
	accountSignInResolver  struct{ *Resolver }
	lockedUsernameResolver struct{ *Resolver }
)

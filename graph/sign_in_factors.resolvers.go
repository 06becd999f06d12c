package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/globalid"
	"lanyard/internal/practicesetup"
	"lanyard/internal/secondfactor"
)

func (r *accountResolver) SecondFactors(ctx context.Context, obj *ent.Account) ([]*accountaccess.UsernameFactor, error) {
	return accountaccess.Factors(ctx, r.Log, obj.ID)
}

func (r *accountResolver) SecondFactorRuleLocked(ctx context.Context, obj *ent.Account) (*string, error) {
	return accountaccess.FactorRuleLocked(ctx, obj.ID), nil
}

func (r *accountResolver) PasskeyRuleLocked(ctx context.Context, obj *ent.Account) (*string, error) {
	return accountaccess.PasskeyRuleLocked(ctx, obj.ID), nil
}

func (r *mutationResolver) FinishSignIn(ctx context.Context, input gen.FinishSignInInput) (*gen.SignInPayload, error) {
	viewer, err := r.keep(ctx)(r.Prover.Finish(ctx, input.Token, input.Code))
	return &gen.SignInPayload{Viewer: viewer}, err
}

func (r *mutationResolver) ProveAgain(ctx context.Context, input gen.ProveAgainInput) (*gen.ProveAgainPayload, error) {
	until, err := r.Prover.Again(ctx, access.ViewerFrom(ctx), input.Password, input.Code)
	return &gen.ProveAgainPayload{FreshUntil: until}, err
}

func (r *mutationResolver) OfferAuthenticator(ctx context.Context) (*secondfactor.Offer, error) {
	return r.Prover.Factors().Offer(ctx, access.ViewerFrom(ctx))
}

func (r *mutationResolver) ConfirmAuthenticator(ctx context.Context, code string) (*gen.ConfirmAuthenticatorPayload, error) {
	codes, err := r.Prover.Factors().Confirm(ctx, access.ViewerFrom(ctx), code)
	if err != nil {
		return nil, err
	}
	viewer, err := r.reload(ctx)
	return &gen.ConfirmAuthenticatorPayload{RecoveryCodes: codes, Viewer: viewer}, err
}

func (r *mutationResolver) RenewRecoveryCodes(ctx context.Context) (*gen.RenewRecoveryCodesPayload, error) {
	viewer := access.ViewerFrom(ctx)
	codes, err := r.Prover.Factors().RenewCodes(ctx, viewer)
	return &gen.RenewRecoveryCodesPayload{RecoveryCodes: codes, Viewer: viewer}, err
}

func (r *mutationResolver) RemoveAuthenticator(ctx context.Context) (*gen.RemoveAuthenticatorPayload, error) {
	if err := r.Prover.Factors().Remove(ctx, access.ViewerFrom(ctx)); err != nil {
		return nil, err
	}
	viewer, err := r.reload(ctx)
	return &gen.RemoveAuthenticatorPayload{Viewer: viewer}, err
}

func (r *mutationResolver) ResetSecondFactor(ctx context.Context, account globalid.ID, link globalid.ID) (*gen.ResetSecondFactorPayload, error) {
	if err := accountaccess.ResetFactor(ctx, r.Log, account.AccountID(), link.In("Link", account.AccountID())); err != nil {
		return nil, err
	}
	changed, err := practicesetup.Account(ctx, r.Log, account.AccountID())
	return &gen.ResetSecondFactorPayload{Account: changed}, err
}

func (r *usernameFactorResolver) Link(ctx context.Context, obj *accountaccess.UsernameFactor) (*globalid.ID, error) {
	return ptr(globalid.New("Link", obj.Link.AccountID, obj.Link.ID)), nil
}

func (r *usernameFactorResolver) ResetLocked(ctx context.Context, obj *accountaccess.UsernameFactor) (*string, error) {
	return accountaccess.ResetLocked(ctx, obj), nil
}

func (r *viewerResolver) SecondFactor(ctx context.Context, obj *access.Viewer) (*secondfactor.State, error) {
	return r.Prover.Factors().StateOf(ctx)
}

func (r *Resolver) UsernameFactor() gen.UsernameFactorResolver { return &usernameFactorResolver{r} }

type usernameFactorResolver struct{ *Resolver }

package graph

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/practicesetup"
	"lanyard/internal/signin"
	"lanyard/internal/signup"

	"github.com/google/uuid"
)

func (r *mutationResolver) SignUp(ctx context.Context, input signup.Input) (*gen.SignUpPayload, error) {
	opened, err := signup.Open(ctx, r.Log, input)
	if err != nil {
		return nil, err
	}
	viewer, err := r.keep(ctx)(r.Prover.Begin(ctx, opened.Username))
	if err != nil {
		return nil, err
	}
	account, err := practicesetup.Account(ctx, r.Log, opened.Account)
	return &gen.SignUpPayload{Viewer: viewer, Account: account}, err
}

func (r *mutationResolver) SignIn(ctx context.Context, input gen.SignInInput) (*gen.SignInPayload, error) {
	started, err := r.Prover.In(ctx, input.Username, input.Password)
	if err != nil || started.Half != nil {
		return half(started), err
	}
	viewer, err := r.keep(ctx)(started.Granted, nil)
	return &gen.SignInPayload{Viewer: viewer}, err
}

func (r *mutationResolver) SignOut(ctx context.Context) (*gen.SignOutPayload, error) {
	cookies(ctx).Forget()
	return &gen.SignOutPayload{SignedOut: true}, signin.Out(ctx, r.Log, access.ViewerFrom(ctx))
}

func (r *mutationResolver) EndSignIn(ctx context.Context, id globalid.ID) (*gen.EndSignInPayload, error) {
	ended, err := signin.End(ctx, r.Log, access.ViewerFrom(ctx), id.In("SignIn", uuid.Nil))
	return &gen.EndSignInPayload{SignIn: ended}, err
}

func (r *mutationResolver) ChangePassword(ctx context.Context, input signin.ChangePasswordInput) (*gen.ChangePasswordPayload, error) {
	ended, err := r.Prover.ChangePassword(ctx, access.ViewerFrom(ctx), input)
	if err != nil {
		return nil, err
	}
	_, err = r.reload(ctx)
	return &gen.ChangePasswordPayload{EndedSignIns: ended}, err
}

func (r *mutationResolver) SwitchAccount(ctx context.Context, account globalid.ID, from *globalid.ID) (*gen.SwitchAccountPayload, error) {
	var left uuid.UUID
	if from != nil {
		left = from.AccountID()
	}
	if err := practicesetup.Switch(ctx, r.Log, account.AccountID(), left); err != nil {
		return nil, err
	}
	entered, err := practicesetup.Account(ctx, r.Log, account.AccountID())
	return &gen.SwitchAccountPayload{Account: entered}, err
}

func (r *signInResolver) Current(ctx context.Context, obj *ent.SignIn) (bool, error) {
	return obj.ID == access.ViewerFrom(ctx).SignIn, nil
}

func (r *viewerResolver) ID(ctx context.Context, obj *access.Viewer) (globalid.ID, error) {
	return globalid.New("Username", uuid.Nil, obj.Username), nil
}

func (r *viewerResolver) Accounts(ctx context.Context, obj *access.Viewer, holding []access.Section) ([]*ent.Account, error) {
	return practicesetup.Accounts(ctx, r.Log, obj, holding)
}

func (r *viewerResolver) HomeAccount(ctx context.Context, obj *access.Viewer) (*ent.Account, error) {
	if !access.Member(obj, obj.HomeAccount, time.Now().UnixMicro()) {
		return nil, nil //nolint:nilnil // the schema says: null when it cannot be entered
	}
	return practicesetup.Account(ctx, r.Log, obj.HomeAccount)
}

func (r *viewerResolver) PasswordChangeRequired(ctx context.Context, obj *access.Viewer) (*string, error) {
	return r.Prover.ChangeRequired(ctx, obj)
}

func (r *viewerResolver) SignIns(ctx context.Context, obj *access.Viewer) ([]*ent.SignIn, error) {
	return signin.List(ctx, r.Log, obj)
}

func (r *viewerResolver) Password(ctx context.Context, obj *access.Viewer) (*signin.State, error) {
	return signin.StateOf(ctx, r.Log)
}

func (r *viewerResolver) SignInEndedIn(ctx context.Context, obj *access.Viewer) ([]*globalid.ID, error) {
	return each(obj.Shut, func(a uuid.UUID) *globalid.ID { return ptr(globalid.OfAccount(a)) }), nil
}

func (r *viewerResolver) SignInLimits(ctx context.Context, obj *access.Viewer) (*signin.Limits, error) {
	return signin.LimitsOf(ctx, r.Log, obj)
}

func (r *Resolver) SignIn() gen.SignInResolver { return &signInResolver{r} }

func (r *Resolver) Viewer() gen.ViewerResolver { return &viewerResolver{r} }

type (
	signInResolver struct{ *Resolver }
	viewerResolver struct{ *Resolver }
)

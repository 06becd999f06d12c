package graph

import (
	"context"

	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/secondfactor"

	"github.com/google/uuid"
)

func (r *mutationResolver) AskPasskey(ctx context.Context) (*secondfactor.Challenge, error) {
	return r.Prover.Factors().AskPasskey(ctx, signInOf(ctx))
}

func (r *mutationResolver) SignInByPasskey(ctx context.Context, input gen.SignedByPasskeyInput) (*gen.SignInPayload, error) {
	viewer, err := r.keep(ctx)(r.Prover.InByPasskey(ctx, input.Challenge, input.Response))
	return &gen.SignInPayload{Viewer: viewer}, err
}

func (r *mutationResolver) ProveAgainByPasskey(ctx context.Context, input gen.SignedByPasskeyInput) (*gen.ProveAgainPayload, error) {
	until, err := r.Prover.AgainByPasskey(ctx, access.ViewerFrom(ctx), input.Challenge, input.Response)
	return &gen.ProveAgainPayload{FreshUntil: until}, err
}

func (r *mutationResolver) OfferPasskey(ctx context.Context) (*secondfactor.Challenge, error) {
	return r.Prover.Factors().OfferPasskey(ctx, access.ViewerFrom(ctx))
}

func (r *mutationResolver) AddPasskey(ctx context.Context, input gen.AddPasskeyInput) (*gen.AddPasskeyPayload, error) {
	codes, err := r.Prover.Factors().AddPasskey(ctx, access.ViewerFrom(ctx), input.Challenge, input.Name, input.Response)
	if err != nil {
		return nil, err
	}
	viewer, err := r.reload(ctx)
	return &gen.AddPasskeyPayload{RecoveryCodes: codes, Viewer: viewer}, err
}

func (r *mutationResolver) RenamePasskey(ctx context.Context, id globalid.ID, name string) (*gen.PasskeyPayload, error) {
	viewer := access.ViewerFrom(ctx)
	err := r.Prover.Factors().RenamePasskey(ctx, viewer, id.In("Passkey", uuid.Nil), name)
	return &gen.PasskeyPayload{Viewer: viewer}, err
}

func (r *mutationResolver) RemovePasskey(ctx context.Context, id globalid.ID) (*gen.PasskeyPayload, error) {
	if err := r.Prover.Factors().RemovePasskey(ctx, access.ViewerFrom(ctx), id.In("Passkey", uuid.Nil)); err != nil {
		return nil, err
	}
	viewer, err := r.reload(ctx)
	return &gen.PasskeyPayload{Viewer: viewer}, err
}

func (r *passkeyResolver) ID(ctx context.Context, obj *secondfactor.Passkey) (globalid.ID, error) {
	return globalid.New("Passkey", uuid.Nil, obj.ID), nil
}

func (r *Resolver) Passkey() gen.PasskeyResolver { return &passkeyResolver{r} }

type passkeyResolver struct{ *Resolver }

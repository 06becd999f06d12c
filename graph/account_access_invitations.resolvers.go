package graph

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invitation"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/globalid"
	"lanyard/internal/practicesetup"
)

func (r *accountResolver) Invitations(ctx context.Context, obj *ent.Account) ([]*ent.Invitation, error) {
	return accountaccess.Invitations(ctx, r.Log, obj.ID)
}

func (r *foundInvitationResolver) Levels(ctx context.Context, obj *accountaccess.FoundInvitation) ([]*gen.SectionAccess, error) {
	return sectionAccess(accountaccess.FoundLevels(obj)), nil
}

func (r *invitationResolver) State(ctx context.Context, obj *ent.Invitation) (*invitation.State, error) {
	return accountaccess.InvitationState(obj), nil
}

func (r *invitationResolver) Levels(ctx context.Context, obj *ent.Invitation) ([]*gen.SectionAccess, error) {
	return sectionAccess(accountaccess.InvitationLevels(obj)), nil
}

func (r *mutationResolver) OfferLink(ctx context.Context, account globalid.ID, input accountaccess.InvitationInput) (*gen.NewInvitationPayload, error) {
	return newInvitation(accountaccess.Offer(ctx, r.Log, account.AccountID(), input))
}

func (r *mutationResolver) AskForLink(ctx context.Context, account globalid.ID, input accountaccess.InvitationInput) (*gen.NewInvitationPayload, error) {
	return newInvitation(accountaccess.Ask(ctx, r.Log, account.AccountID(), input))
}

func (r *mutationResolver) WithdrawInvitation(ctx context.Context, account globalid.ID, id globalid.ID) (*gen.WithdrawInvitationPayload, error) {
	withdrawn, err := accountaccess.Withdraw(ctx, r.Log, account.AccountID(), id.In("Invitation", account.AccountID()))
	return &gen.WithdrawInvitationPayload{Invitation: withdrawn}, err
}

func (r *mutationResolver) FindInvitation(ctx context.Context, account globalid.ID, code string) (*accountaccess.FoundInvitation, error) {
	return accountaccess.FindInvitation(ctx, r.Prover, account.AccountID(), code)
}

func (r *mutationResolver) AcceptOffer(ctx context.Context, account globalid.ID, code string) (*gen.AcceptOfferPayload, error) {
	entered, err := accountaccess.AcceptOffer(ctx, r.Prover, account.AccountID(), code)
	if err != nil {
		return nil, err
	}
	viewer, err := r.reload(ctx)
	if err != nil || !access.Member(viewer, entered, time.Now().UnixMicro()) {
		return &gen.AcceptOfferPayload{}, err // it begins later
	}
	a, err := practicesetup.Account(ctx, r.Log, entered)
	return &gen.AcceptOfferPayload{Account: a}, err
}

func (r *mutationResolver) AcceptRequest(ctx context.Context, account globalid.ID, code string, input accountaccess.GivenLink) (*gen.AcceptRequestPayload, error) {
	link, err := accountaccess.AcceptRequest(ctx, r.Prover, account.AccountID(), code, input)
	return &gen.AcceptRequestPayload{Link: link}, err
}

func (r *mutationResolver) DeclineInvitation(ctx context.Context, account globalid.ID, code string) (*gen.DeclineInvitationPayload, error) {
	err := accountaccess.Decline(ctx, r.Prover, account.AccountID(), code)
	return &gen.DeclineInvitationPayload{Declined: err == nil}, err
}

func (r *Resolver) FoundInvitation() gen.FoundInvitationResolver { return &foundInvitationResolver{r} }

func (r *Resolver) Invitation() gen.InvitationResolver { return &invitationResolver{r} }

type (
	foundInvitationResolver struct{ *Resolver }
	invitationResolver      struct{ *Resolver }
)

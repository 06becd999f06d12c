package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/globalid"
	"lanyard/internal/practicesetup"
)

func (r *accountResolver) Email(ctx context.Context, obj *ent.Account) (*string, error) {
	return practicesetup.Email(ctx, obj)
}

func (r *accountResolver) Practice(ctx context.Context, obj *ent.Account) (*ent.Practice, error) {
	return practicesetup.Practice(ctx, r.Log, obj.ID)
}

func (r *mutationResolver) EditPractice(ctx context.Context, account globalid.ID, version int, input practicesetup.PracticeInput) (*gen.PracticePayload, error) {
	a, err := practicesetup.EditPractice(ctx, r.Log, account.AccountID(), version, input)
	return &gen.PracticePayload{Account: a}, err
}

func (r *practiceResolver) TaxID(ctx context.Context, obj *ent.Practice) (*string, error) {
	return practicesetup.TaxID(obj), nil
}

func (r *Resolver) Practice() gen.PracticeResolver { return &practiceResolver{r} }

type practiceResolver struct{ *Resolver }

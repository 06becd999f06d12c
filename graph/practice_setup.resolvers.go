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

func (r *mutationResolver) EditPractice(ctx context.Context, account globalid.ID, version int, input practicesetup.Input) (*gen.PracticePayload, error) {
	a, err := practicesetup.EditPractice(ctx, r.Log, account.AccountID(), version, input)
	return &gen.PracticePayload{Account: a}, err
}

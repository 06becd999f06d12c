package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *accountResolver) DiagnosisCodes(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.DiagnosisCodeConnection, error) {
	p, err := codessetup.DiagnosisCodes.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.DiagnosisCodeConnection{Page: p}, err
}

func (r *diagnosisCodeResolver) Provenance(ctx context.Context, obj *ent.DiagnosisCode) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *diagnosisCodeConnectionResolver) Edges(ctx context.Context, obj *model.DiagnosisCodeConnection) ([]*model.DiagnosisCodeEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddDiagnosisCode(ctx context.Context, account globalid.ID, input codessetup.DiagnosisCodeInput) (*gen.DiagnosisCodePayload, error) {
	e, err := codessetup.DiagnosisCodes.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.DiagnosisCodePayload{DiagnosisCode: e}, err
}

func (r *mutationResolver) EditDiagnosisCode(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.DiagnosisCodeInput) (*gen.DiagnosisCodePayload, error) {
	e, err := codessetup.DiagnosisCodes.Edit(ctx, r.Log, account.AccountID(), id.In("DiagnosisCode", account.AccountID()), version, input)
	return &gen.DiagnosisCodePayload{DiagnosisCode: e}, err
}

func (r *Resolver) DiagnosisCode() gen.DiagnosisCodeResolver { return &diagnosisCodeResolver{r} }

func (r *Resolver) DiagnosisCodeConnection() gen.DiagnosisCodeConnectionResolver {
	return &diagnosisCodeConnectionResolver{r}
}

type (
	diagnosisCodeResolver           struct{ *Resolver }
	diagnosisCodeConnectionResolver struct{ *Resolver }
)

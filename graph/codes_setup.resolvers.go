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

func (r *accountResolver) BillingCodes(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.BillingCodeConnection, error) {
	p, err := codessetup.BillingCodes.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.BillingCodeConnection{Page: p}, err
}

func (r *accountResolver) Payers(ctx context.Context, obj *ent.Account, first int, after *string, search *string, activeOnly bool) (*model.PayerConnection, error) {
	p, err := codessetup.Payers.List(ctx, r.Log, obj.ID, codes(first, after, search, activeOnly))
	return &model.PayerConnection{Page: p}, err
}

func (r *billingCodeResolver) Provenance(ctx context.Context, obj *ent.BillingCode) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *billingCodeConnectionResolver) Edges(ctx context.Context, obj *model.BillingCodeConnection) ([]*model.BillingCodeEdge, error) {
	return obj.Edges(), nil
}

func (r *diagnosisCodeResolver) Provenance(ctx context.Context, obj *ent.DiagnosisCode) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *diagnosisCodeConnectionResolver) Edges(ctx context.Context, obj *model.DiagnosisCodeConnection) ([]*model.DiagnosisCodeEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) AddDiagnosisCode(ctx context.Context, account globalid.ID, input codessetup.DiagnosisCodeInput) (*gen.DiagnosisCodePayload, error) {
	c, err := codessetup.DiagnosisCodes.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.DiagnosisCodePayload{DiagnosisCode: c}, err
}

func (r *mutationResolver) EditDiagnosisCode(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.DiagnosisCodeInput) (*gen.DiagnosisCodePayload, error) {
	c, err := codessetup.DiagnosisCodes.Edit(ctx, r.Log, account.AccountID(), id.In("DiagnosisCode", account.AccountID()), version, input)
	return &gen.DiagnosisCodePayload{DiagnosisCode: c}, err
}

func (r *mutationResolver) AddBillingCode(ctx context.Context, account globalid.ID, input codessetup.BillingCodeInput) (*gen.BillingCodePayload, error) {
	c, err := codessetup.BillingCodes.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.BillingCodePayload{BillingCode: c}, err
}

func (r *mutationResolver) EditBillingCode(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.BillingCodeInput) (*gen.BillingCodePayload, error) {
	c, err := codessetup.BillingCodes.Edit(ctx, r.Log, account.AccountID(), id.In("BillingCode", account.AccountID()), version, input)
	return &gen.BillingCodePayload{BillingCode: c}, err
}

func (r *mutationResolver) AddPayer(ctx context.Context, account globalid.ID, input codessetup.PayerInput) (*gen.PayerPayload, error) {
	p, err := codessetup.Payers.Add(ctx, r.Log, account.AccountID(), input)
	return &gen.PayerPayload{Payer: p}, err
}

func (r *mutationResolver) EditPayer(ctx context.Context, account globalid.ID, id globalid.ID, version int, input codessetup.PayerInput) (*gen.PayerPayload, error) {
	p, err := codessetup.Payers.Edit(ctx, r.Log, account.AccountID(), id.In("Payer", account.AccountID()), version, input)
	return &gen.PayerPayload{Payer: p}, err
}

func (r *payerResolver) Provenance(ctx context.Context, obj *ent.Payer) (*gen.Provenance, error) {
	return provenance(obj.CopiedFrom, obj.CopiedBy, obj.CopiedAt, obj.CopyJob), nil
}

func (r *payerConnectionResolver) Edges(ctx context.Context, obj *model.PayerConnection) ([]*model.PayerEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) BillingCode() gen.BillingCodeResolver { return &billingCodeResolver{r} }

func (r *Resolver) BillingCodeConnection() gen.BillingCodeConnectionResolver {
	return &billingCodeConnectionResolver{r}
}

func (r *Resolver) DiagnosisCode() gen.DiagnosisCodeResolver { return &diagnosisCodeResolver{r} }

func (r *Resolver) DiagnosisCodeConnection() gen.DiagnosisCodeConnectionResolver {
	return &diagnosisCodeConnectionResolver{r}
}

func (r *Resolver) Payer() gen.PayerResolver { return &payerResolver{r} }

func (r *Resolver) PayerConnection() gen.PayerConnectionResolver { return &payerConnectionResolver{r} }

type (
	billingCodeResolver             struct{ *Resolver }
	billingCodeConnectionResolver   struct{ *Resolver }
	diagnosisCodeResolver           struct{ *Resolver }
	diagnosisCodeConnectionResolver struct{ *Resolver }
	payerResolver                   struct{ *Resolver }
	payerConnectionResolver         struct{ *Resolver }
)

package graph

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/clients"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Disclosures(ctx context.Context, obj *ent.Account, first int, after *string, client *globalid.ID) (*model.DisclosureConnection, error) {
	p, err := clients.Disclosures(ctx, r.Log, obj.ID, clients.DisclosureQuery{Args: args(first, after), Client: row("Client", obj.ID, client)})
	return &model.DisclosureConnection{Page: p}, err
}

func (r *disclosureResolver) Client(ctx context.Context, obj *ent.Disclosure) (*globalid.ID, error) {
	return ptr(globalid.New("Client", obj.AccountID, obj.ClientID)), nil
}

func (r *disclosureResolver) StruckBy(ctx context.Context, obj *ent.Disclosure) (*string, error) {
	return ofStrike(obj, func(s *ent.DisclosureStrike) *string { return &s.StruckBy }), nil
}

func (r *disclosureResolver) StruckAt(ctx context.Context, obj *ent.Disclosure) (*time.Time, error) {
	return ofStrike(obj, func(s *ent.DisclosureStrike) *time.Time { return &s.CreatedAt }), nil
}

func (r *disclosureResolver) StruckReason(ctx context.Context, obj *ent.Disclosure) (*string, error) {
	return ofStrike(obj, func(s *ent.DisclosureStrike) *string { return &s.Reason }), nil
}

func (r *disclosureConnectionResolver) Edges(ctx context.Context, obj *model.DisclosureConnection) ([]*model.DisclosureEdge, error) {
	return obj.Edges(), nil
}

func (r *mutationResolver) RecordDisclosure(ctx context.Context, account globalid.ID, client globalid.ID, input clients.DisclosureInput) (*gen.DisclosurePayload, error) {
	d, err := clients.RecordDisclosure(ctx, r.Log, account.AccountID(), client.In("Client", account.AccountID()), input)
	return &gen.DisclosurePayload{Disclosure: d}, err
}

func (r *mutationResolver) StrikeDisclosure(ctx context.Context, account globalid.ID, id globalid.ID, reason string) (*gen.DisclosurePayload, error) {
	d, err := clients.StrikeDisclosure(ctx, r.Log, account.AccountID(), id.In("Disclosure", account.AccountID()), reason)
	return &gen.DisclosurePayload{Disclosure: d}, err
}

func (r *queryResolver) AccountingOfDisclosures(ctx context.Context, account globalid.ID, client globalid.ID) (*clients.Accounting, error) {
	return clients.AccountingOfDisclosures(ctx, r.Log, account.AccountID(), client.In("Client", account.AccountID()))
}

func (r *Resolver) Disclosure() gen.DisclosureResolver { return &disclosureResolver{r} }

func (r *Resolver) DisclosureConnection() gen.DisclosureConnectionResolver {
	return &disclosureConnectionResolver{r}
}

type (
	disclosureResolver           struct{ *Resolver }
	disclosureConnectionResolver struct{ *Resolver }
)

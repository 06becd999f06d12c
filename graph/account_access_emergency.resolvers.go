package graph

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/emergency"
	"lanyard/internal/globalid"
)

func (r *accountResolver) MyEmergency(ctx context.Context, obj *ent.Account) (*ent.Emergency, error) {
	return emergency.Mine(ctx, r.Log, obj.ID, time.Now().UnixMicro())
}

func (r *accountResolver) EmergencyOffer(ctx context.Context, obj *ent.Account) (*emergency.Offer, error) {
	return emergency.Offered(ctx, r.Log, obj.ID)
}

func (r *accountResolver) Emergencies(ctx context.Context, obj *ent.Account) ([]*ent.Emergency, error) {
	return emergency.All(ctx, r.Log, obj.ID)
}

func (r *accountResolver) EmergenciesToReview(ctx context.Context, obj *ent.Account) (*int, error) {
	return emergency.ToReview(ctx, r.Log, obj.ID)
}

func (r *accountResolver) EmergencySettings(ctx context.Context, obj *ent.Account) (*ent.EmergencySettings, error) {
	return emergency.Settings(ctx, r.Log, obj.ID)
}

func (r *emergencyResolver) Levels(ctx context.Context, obj *ent.Emergency) ([]*gen.SectionAccess, error) {
	return sectionAccess(emergency.LevelsOf(obj)), nil
}

func (r *emergencyResolver) State(ctx context.Context, obj *ent.Emergency) (*emergency.State, error) {
	return emergency.StateOf(obj), nil
}

func (r *emergencyResolver) EndedAt(ctx context.Context, obj *ent.Emergency) (*time.Time, error) {
	return emergency.EndOf(obj), nil
}

func (r *emergencyResolver) ReviewLocked(ctx context.Context, obj *ent.Emergency) (*string, error) {
	return emergency.ReviewLocked(ctx, obj), nil
}

func (r *emergencyOfferResolver) Levels(ctx context.Context, obj *emergency.Offer) ([]*gen.SectionAccess, error) {
	return sectionAccess(obj.Levels), nil
}

func (r *emergencySettingsResolver) Links(ctx context.Context, obj *ent.EmergencySettings) ([]*globalid.ID, error) {
	return ids("Link", obj.AccountID, obj.Links), nil
}

func (r *emergencySettingsResolver) Levels(ctx context.Context, obj *ent.EmergencySettings) ([]*gen.SectionAccess, error) {
	return sectionAccess(emergency.SettledLevels(obj)), nil
}

func (r *emergencySettingsResolver) Openable(ctx context.Context, obj *ent.EmergencySettings) ([]access.Section, error) {
	return access.SectionsOfEmergencies(), nil
}

func (r *emergencySettingsResolver) ChangedAt(ctx context.Context, obj *ent.EmergencySettings) (*time.Time, error) {
	return emergency.SettledAt(obj), nil
}

func (r *emergencySettingsResolver) Locked(ctx context.Context, obj *ent.EmergencySettings) (*string, error) {
	return emergency.SettingsLocked(ctx, obj), nil
}

func (r *mutationResolver) SettleEmergencies(ctx context.Context, account globalid.ID, input gen.EmergencySettingsInput) (*gen.SettleEmergenciesPayload, error) {
	settled, err := emergency.Settle(ctx, r.Log, account.AccountID(), settled(account.AccountID(), input))
	return &gen.SettleEmergenciesPayload{Settings: settled}, err
}

func (r *mutationResolver) StartEmergency(ctx context.Context, account globalid.ID, input emergency.Input) (*gen.StartEmergencyPayload, error) {
	if err := emergency.Start(ctx, r.Log, account.AccountID(), input); err != nil {
		return nil, err
	}
	a, err := r.enteredAnew(ctx, account)
	return &gen.StartEmergencyPayload{Account: a}, err
}

func (r *mutationResolver) EndMyEmergency(ctx context.Context, account globalid.ID) (*gen.EndMyEmergencyPayload, error) {
	if err := emergency.EndMine(ctx, r.Log, account.AccountID(), time.Now().UnixMicro()); err != nil {
		return nil, err
	}
	a, err := r.enteredAnew(ctx, account)
	return &gen.EndMyEmergencyPayload{Account: a}, err
}

func (r *mutationResolver) EndEmergency(ctx context.Context, account globalid.ID, id globalid.ID) (*gen.EndEmergencyPayload, error) {
	ended, err := emergency.End(ctx, r.Log, account.AccountID(), id.In("Emergency", account.AccountID()))
	return &gen.EndEmergencyPayload{Emergency: ended}, err
}

func (r *mutationResolver) ReviewEmergency(ctx context.Context, account globalid.ID, id globalid.ID, input emergency.ReviewInput) (*gen.ReviewEmergencyPayload, error) {
	reviewed, err := emergency.Review(ctx, r.Log, account.AccountID(), id.In("Emergency", account.AccountID()), input)
	return &gen.ReviewEmergencyPayload{Emergency: reviewed}, err
}

func (r *myEmergencyResolver) Levels(ctx context.Context, obj *ent.Emergency) ([]*gen.SectionAccess, error) {
	return sectionAccess(emergency.LevelsOf(obj)), nil
}

func (r *Resolver) Emergency() gen.EmergencyResolver { return &emergencyResolver{r} }

func (r *Resolver) EmergencyOffer() gen.EmergencyOfferResolver { return &emergencyOfferResolver{r} }

func (r *Resolver) EmergencySettings() gen.EmergencySettingsResolver {
	return &emergencySettingsResolver{r}
}

func (r *Resolver) MyEmergency() gen.MyEmergencyResolver { return &myEmergencyResolver{r} }

type (
	emergencyResolver         struct{ *Resolver }
	emergencyOfferResolver    struct{ *Resolver }
	emergencySettingsResolver struct{ *Resolver }
	myEmergencyResolver       struct{ *Resolver }
)

package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/webhooks"
)

func (r *accountResolver) Webhooks(ctx context.Context, obj *ent.Account) ([]*webhooks.Webhook, error) {
	return webhooks.List(ctx, r.Log, obj.ID)
}

func (r *accountResolver) WebhookChoices(ctx context.Context, obj *ent.Account) ([]webhooks.Kind, error) {
	return webhooks.Choices(access.ViewerFrom(ctx), obj.ID), nil
}

func (r *mutationResolver) AddWebhook(ctx context.Context, account globalid.ID, input webhooks.Input) (*gen.WebhookSecretPayload, error) {
	made, secret, err := r.Webhooks.Add(ctx, account.AccountID(), input)
	return &gen.WebhookSecretPayload{Webhook: made, Secret: secret}, err
}

func (r *mutationResolver) EditWebhook(ctx context.Context, account globalid.ID, webhook globalid.ID, input webhooks.Input) (*gen.WebhookPayload, error) {
	changed, err := r.Webhooks.Edit(ctx, account.AccountID(), webhook.In("Webhook", account.AccountID()), input)
	return &gen.WebhookPayload{Webhook: changed}, err
}

func (r *mutationResolver) PauseWebhook(ctx context.Context, account globalid.ID, webhook globalid.ID, paused bool) (*gen.WebhookPayload, error) {
	changed, err := r.Webhooks.Pause(ctx, account.AccountID(), webhook.In("Webhook", account.AccountID()), paused)
	return &gen.WebhookPayload{Webhook: changed}, err
}

func (r *mutationResolver) DeleteWebhook(ctx context.Context, account globalid.ID, webhook globalid.ID) (*gen.DeleteWebhookPayload, error) {
	err := r.Webhooks.Delete(ctx, account.AccountID(), webhook.In("Webhook", account.AccountID()))
	return &gen.DeleteWebhookPayload{ID: webhook}, err
}

func (r *mutationResolver) RotateWebhookSecret(ctx context.Context, account globalid.ID, webhook globalid.ID) (*gen.WebhookSecretPayload, error) {
	changed, secret, err := r.Webhooks.Rotate(ctx, account.AccountID(), webhook.In("Webhook", account.AccountID()))
	return &gen.WebhookSecretPayload{Webhook: changed, Secret: secret}, err
}

func (r *mutationResolver) TestWebhook(ctx context.Context, account globalid.ID, webhook globalid.ID) (*webhooks.Result, error) {
	return r.Webhooks.Test(ctx, account.AccountID(), webhook.In("Webhook", account.AccountID()))
}

func (r *mutationResolver) ReplayWebhook(ctx context.Context, account globalid.ID, delivery globalid.ID) (*webhooks.Result, error) {
	return r.Webhooks.Replay(ctx, account.AccountID(), delivery.In("WebhookDelivery", account.AccountID()))
}

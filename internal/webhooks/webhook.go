package webhooks

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

// Webhook is an address that is told of changes in an account.
type Webhook struct {
	ID        uuid.UUID
	AccountID uuid.UUID
	URL       string
	Kinds     []Kind
	// MadeBy answers for it: no more is told than that username may view, as long as it runs the account.
	MadeBy    string
	CreatedAt time.Time
	Paused    bool
	Version   int
	// FailingSince is since when nothing gets through; nil: it does, as far as is known.
	FailingSince  *time.Time
	Fault         *string
	Attempts      int
	NextAttemptAt time.Time
	// OldSecretUntil is until when the secret before is signed with too.
	OldSecretUntil *time.Time
	Deliveries     []*Delivery
}

// OwningAccount is the account that it tells of.
func (w *Webhook) OwningAccount() uuid.UUID { return w.AccountID }

// GlobalID is its id in the API.
func (w *Webhook) GlobalID() globalid.ID { return globalid.New("Webhook", w.AccountID, w.ID) }

func (w *Webhook) kinds() string {
	names := make([]string, len(w.Kinds))
	for i, k := range w.Kinds {
		names[i] = string(k)
	}
	return strings.Join(names, ", ")
}

// Delivery is a message that was told, or that was set aside as a dead letter.
type Delivery struct {
	ID         uuid.UUID
	AccountID  uuid.UUID
	Webhook    uuid.UUID
	Code       string
	OccurredAt time.Time
	At         time.Time
	Dead       bool
	Attempts   int
	Status     int
	Fault      string
	ReplayedBy *string
}

// OwningAccount is the account that it told of.
func (d *Delivery) OwningAccount() uuid.UUID { return d.AccountID }

// GlobalID is its id in the API.
func (d *Delivery) GlobalID() globalid.ID {
	return globalid.New("WebhookDelivery", d.AccountID, d.ID)
}

const (
	listWebhooks = `SELECT id, account_id, url, kinds, username, created_at, paused, version, failing_since, fault, attempts::int, next_attempt_at,
		CASE WHEN old_until > now() THEN old_until END FROM webhooks WHERE account_id = here() AND deleted_at IS NULL AND ($1::uuid IS NULL OR id = $1) ORDER BY created_at, id`
	// Dead letters come first: they are what somebody looks for.
	listDeliveries = `SELECT id, account_id, webhook_id, code, occurred_at, at, dead, attempts::int, status::int, fault, replayed_by FROM (
		SELECT d.*, row_number() OVER (PARTITION BY webhook_id ORDER BY dead DESC, at DESC) AS n FROM webhook_deliveries d
		WHERE account_id = here() AND ($1::uuid IS NULL OR webhook_id = $1)) d WHERE n <= 30 ORDER BY dead DESC, at DESC`
)

// querier is the log, or a change under way.
type querier interface {
	Query(ctx context.Context, query string, args ...any) (pgx.Rows, error)
}

// List lists the webhooks of an account with what they were told last.
func List(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*Webhook, error) {
	ctx = database.In(ctx, account)
	all, err := read(ctx, log, nil)
	if err != nil {
		return nil, err
	}
	e := activity.Event{Account: account, Code: "webhook.listed", Action: activity.Read, Section: access.AccountAccess.String(), EntityType: "Webhook"}
	activity.About(&e, all, func(w *Webhook) (uuid.UUID, uuid.UUID) { return w.ID, uuid.Nil })
	e.Clients = nil
	return all, activity.Note(ctx, e)
}

func read(ctx context.Context, from querier, id *uuid.UUID) ([]*Webhook, error) {
	rows, err := from.Query(ctx, listWebhooks, id)
	if err != nil {
		return nil, err
	}
	all, err := pgx.CollectRows(rows, scanWebhook)
	if err != nil || len(all) == 0 {
		return all, err
	}
	rows, err = from.Query(ctx, listDeliveries, id)
	if err != nil {
		return nil, err
	}
	deliveries, err := pgx.CollectRows(rows, pgx.RowToAddrOfStructByPos[Delivery])
	for _, d := range deliveries {
		for _, w := range all {
			if w.ID == d.Webhook {
				w.Deliveries = append(w.Deliveries, d)
			}
		}
	}
	return all, err
}

func scanWebhook(row pgx.CollectableRow) (*Webhook, error) {
	w := &Webhook{Deliveries: []*Delivery{}}
	var names []string
	err := row.Scan(&w.ID, &w.AccountID, &w.URL, &names, &w.MadeBy, &w.CreatedAt, &w.Paused, &w.Version, &w.FailingSince, &w.Fault,
		&w.Attempts, &w.NextAttemptAt, &w.OldSecretUntil)
	for _, n := range names {
		w.Kinds = append(w.Kinds, Kind(n))
	}
	return w, err
}

func get(ctx context.Context, from querier, id uuid.UUID) (*Webhook, error) {
	all, err := read(ctx, from, &id)
	if err == nil && len(all) == 0 {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

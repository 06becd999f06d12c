package webhooks

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

// Result is what came of sending something by hand.
type Result struct {
	Webhook *Webhook
	Status  int
	// Fault is empty where it was taken.
	Fault string
}

// Test sends a message that says nothing, at once. What was put off is tried again too: whoever tests has mended
// something.
func (k Keeper) Test(ctx context.Context, account, id uuid.UUID) (*Result, error) {
	body, err := json.Marshal(told{"ping", time.Now().UTC().Truncate(time.Millisecond), toldData{Account: globalid.OfAccount(account).String()}})
	if err != nil {
		return nil, err
	}
	m := message{fmt.Sprintf("ping_%x", uuid.New()), time.Now(), body}
	if _, err := k.change(ctx, account, id, "webhook.tested", activity.Execute, tryAgain(id)); err != nil {
		return nil, err
	}
	got, err := k.send(database.In(ctx, account), id, m)
	if err != nil {
		return nil, err
	}
	w, err := get(database.In(ctx, account), k.Log, id)
	return &Result{w, got.Status, got.Fault}, err
}

func tryAgain(id uuid.UUID) func(context.Context, *activity.Tx, *Webhook, *activity.Event) error {
	return func(ctx context.Context, tx *activity.Tx, _ *Webhook, _ *activity.Event) error {
		_, err := tx.Exec(ctx, `UPDATE webhooks SET next_attempt_at = now() WHERE id = $1`, id)
		return err
	}
}

// send sends a message with the webhook's address and secrets as they are now.
func (k Keeper) send(ctx context.Context, id uuid.UUID, m message) (answer, error) {
	rows, err := k.Log.Query(ctx, `SELECT url, sealed_secret, sealed_old FROM webhook_to_send($1)`, id)
	if err != nil {
		return answer{}, err
	}
	to, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByPos[struct {
		URL         string
		Sealed, Old []byte
	}])
	if err != nil {
		return answer{}, err
	}
	secrets, err := opened(k.Sealer, id, to.Sealed, to.Old)
	if err != nil {
		return answer{}, err
	}
	return k.Client.post(ctx, to.URL, m, secrets), nil
}

// Replay sends a dead letter again, at once and out of its turn. What the webhook may not tell any more stays
// where it is.
func (k Keeper) Replay(ctx context.Context, account, delivery uuid.UUID) (*Result, error) {
	within := database.In(ctx, account)
	rows, err := k.Log.Query(within, `SELECT * FROM dead_letter($1)`, delivery)
	if err != nil {
		return nil, err
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[struct {
		Webhook uuid.UUID
		May     bool
		Change
	}])
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, problem.Missing()
	}
	letter := found[0]
	if !letter.May {
		return nil, problem.New(problem.Forbidden, "Whoever answers for this webhook may not view this any more: it is not told.")
	}
	m, err := letter.message(letter.Webhook, account)
	if err != nil {
		return nil, err
	}
	_, err = k.change(ctx, account, letter.Webhook, "webhook.replayed", activity.Execute, func(ctx context.Context, tx *activity.Tx, _ *Webhook, e *activity.Event) error {
		e.Changes = map[string]any{"event": []any{nil, letter.Code}}
		return activity.Done(database.Value[bool](tx.Query(ctx, `SELECT mark_replayed($1)`, delivery)))
	})
	if err != nil {
		return nil, err
	}
	got, err := k.send(within, letter.Webhook, m)
	if err != nil {
		return nil, err
	}
	if _, err := tell(database.With(ctx, database.Identity{}), k.DB, `SELECT webhook_replayed($1, $2, $3)`, delivery, got.Status, got.Fault); err != nil {
		return nil, err
	}
	w, err := get(within, k.Log, letter.Webhook)
	return &Result{w, got.Status, got.Fault}, err
}

package webhooks

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/sealing"
)

// most is how many webhooks an account has at once.
const most = 20

// Keeper is what changing webhooks needs.
type Keeper struct {
	DB     *database.DB
	Log    *activity.Log
	Client *Client
	Sealer sealing.Sealer
}

// Input is where a webhook goes and what it tells.
type Input struct {
	URL   string
	Kinds []Kind
}

// check gives the input as it is stored. Nobody has told what they may not view themselves.
func (in Input) check(ctx context.Context, c *Client, account uuid.UUID) (url string, names []string, err error) {
	may := Choices(access.ViewerFrom(ctx), account)
	for _, w := range kinds {
		if !slices.Contains(in.Kinds, w.Kind) {
			continue
		}
		if !slices.Contains(may, w.Kind) {
			return "", nil, problem.New(problem.Forbidden, "You cannot have told what you may not view yourself: this needs View Only of %s.", w.Section.Title())
		}
		names = append(names, string(w.Kind))
	}
	if len(names) == 0 {
		return "", nil, problem.Invalid("kinds", "Choose at least one thing to be told of.")
	}
	url, err = c.check(ctx, in.URL)
	return url, names, err
}

func event(account, id uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{
		Account: account, Code: code, Action: action, Section: access.AccountAccess.String(),
		EntityType: "Webhook", Entities: []uuid.UUID{id}, RowCount: 1,
	}
}

// Add makes a webhook, which is told of what changes from now on, and gives its secret: it is shown once.
func (k Keeper) Add(ctx context.Context, account uuid.UUID, in Input) (made *Webhook, secret string, err error) {
	url, names, err := in.check(ctx, k.Client, account)
	if err != nil {
		return nil, "", err
	}
	id := uuid.Must(uuid.NewV7())
	secret = newSecret()
	sealed, err := k.Sealer.Seal(id, secret)
	if err != nil {
		return nil, "", err
	}
	e := event(account, id, "webhook.added", activity.Create)
	e.Changes = map[string]any{"url": []any{nil, url}, "kinds": []any{nil, strings.Join(names, ", ")}}
	err = k.Log.Change(database.In(ctx, account), e, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		n, err := database.Value[int](tx.Query(ctx, `SELECT count(*)::int FROM webhooks WHERE account_id = here() AND deleted_at IS NULL`))
		if err != nil {
			return err
		}
		if n >= most {
			return problem.New(problem.Conflict, "There are %d webhooks. Delete one that is not needed first.", n)
		}
		if err := activity.Done(database.Value[bool](tx.Query(ctx, `SELECT add_webhook($1, $2, $3, $4)`, id, url, names, sealed))); err != nil {
			return err
		}
		made, err = get(ctx, tx, id)
		return err
	})
	return made, secret, err
}

// Edit changes where a webhook goes and what it tells. Whoever does answers for it from then on.
func (k Keeper) Edit(ctx context.Context, account, id uuid.UUID, in Input) (*Webhook, error) {
	url, names, err := in.check(ctx, k.Client, account)
	if err != nil {
		return nil, err
	}
	return k.change(ctx, account, id, "webhook.changed", activity.Update, func(ctx context.Context, tx *activity.Tx, old *Webhook, e *activity.Event) error {
		e.Changes = map[string]any{"url": []any{old.URL, url}, "kinds": []any{old.kinds(), strings.Join(names, ", ")}}
		return activity.Done(database.Value[bool](tx.Query(ctx, `SELECT edit_webhook($1, $2, $3)`, id, url, names)))
	})
}

// Pause stops telling, or goes on with what changed meanwhile.
func (k Keeper) Pause(ctx context.Context, account, id uuid.UUID, paused bool) (*Webhook, error) {
	return k.change(ctx, account, id, "webhook.changed", activity.Update, func(ctx context.Context, tx *activity.Tx, old *Webhook, e *activity.Event) error {
		e.Changes = map[string]any{"paused": []any{old.Paused, paused}}
		_, err := tx.Exec(ctx, `UPDATE webhooks SET paused = $2, next_attempt_at = now(), version = version + 1 WHERE id = $1 AND deleted_at IS NULL`, id, paused)
		return err
	})
}

// Delete ends a webhook.
func (k Keeper) Delete(ctx context.Context, account, id uuid.UUID) error {
	_, err := k.change(ctx, account, id, "webhook.deleted", activity.Delete, func(ctx context.Context, tx *activity.Tx, old *Webhook, e *activity.Event) error {
		e.Changes = map[string]any{"url": []any{old.URL, nil}}
		_, err := tx.Exec(ctx, `UPDATE webhooks SET deleted_at = now(), version = version + 1 WHERE id = $1 AND deleted_at IS NULL`, id)
		return err
	})
	return err
}

// overlap is how long the secret before is signed with too.
const overlap = 24 * time.Hour

// Rotate gives a webhook another secret. For a day it signs with both.
func (k Keeper) Rotate(ctx context.Context, account, id uuid.UUID) (changed *Webhook, secret string, err error) {
	secret = newSecret()
	sealed, err := k.Sealer.Seal(id, secret)
	if err != nil {
		return nil, "", err
	}
	changed, err = k.change(ctx, account, id, "webhook.secret", activity.Update, func(ctx context.Context, tx *activity.Tx, _ *Webhook, _ *activity.Event) error {
		return activity.Done(database.Value[bool](tx.Query(ctx, `SELECT rotate_webhook($1, $2, $3)`, id, sealed, overlap)))
	})
	return changed, secret, err
}

// change changes one webhook, and gives it as it is then; nil: it is gone.
func (k Keeper) change(ctx context.Context, account, id uuid.UUID, code string, action activity.Action,
	do func(context.Context, *activity.Tx, *Webhook, *activity.Event) error,
) (changed *Webhook, err error) {
	err = k.Log.Change(database.In(ctx, account), event(account, id, code, action), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		old, err := get(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := do(ctx, tx, old, e); err != nil || action == activity.Delete {
			return err
		}
		changed, err = get(ctx, tx, id)
		return err
	})
	return changed, err
}

package webhooks

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/live"
	"lanyard/internal/sealing"
)

// Options say how often is tried. What is zero gets the default.
type Options struct {
	// Pauses are those after each failed attempt; after the attempt that follows the last one, the message is
	// set aside as a dead letter: in all about a day.
	Pauses []time.Duration
	// Look is how often to look for what is to be tried again: 15 s.
	Look time.Duration
	Log  *slog.Logger
}

var aDay = []time.Duration{
	5 * time.Second, 30 * time.Second, 2 * time.Minute, 10 * time.Minute, 30 * time.Minute,
	time.Hour, 2 * time.Hour, 4 * time.Hour, 8 * time.Hour, 8 * time.Hour,
}

func (o Options) withDefaults() Options {
	if o.Pauses == nil {
		o.Pauses = aDay
	}
	if o.Look == 0 {
		o.Look = 15 * time.Second
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return o
}

// Deliverer tells what is to be told, until Close. Each server has one: a webhook that one has taken is left
// to it for half a minute.
type Deliverer struct {
	db      *database.DB
	log     *activity.Log
	client  *Client
	sealer  sealing.Sealer
	options Options
	stop    context.CancelFunc
	ended   sync.WaitGroup
}

// atOnce is how many webhooks are told at once: one that hangs keeps few others waiting.
const atOnce = 4

// Start delivers until Close. The hub tells when something has changed.
func Start(db *database.DB, log *activity.Log, hub *live.Hub, client *Client, sealer sealing.Sealer, options Options) *Deliverer {
	ctx, stop := context.WithCancel(activity.WithRequest(context.Background(), activity.Request{System: "system:webhooks"}))
	d := &Deliverer{db: db, log: log, client: client, sealer: sealer, options: options.withDefaults(), stop: stop}
	d.ended.Go(func() { d.run(ctx, hub) })
	return d
}

// Close ends the deliverer. A message under way is broken off, and told again later.
func (d *Deliverer) Close() {
	d.stop()
	d.ended.Wait()
}

func (d *Deliverer) run(ctx context.Context, hub *live.Hub) {
	watch := hub.WatchAll()
	defer watch.Close()
	look := time.NewTicker(d.options.Look)
	defer look.Stop()
	failing := false
	for ctx.Err() == nil {
		err := d.round(ctx)
		if err != nil && !failing && ctx.Err() == nil {
			d.options.Log.Error("webhooks are not told; it is tried again", "error", err)
		}
		if failing = err != nil; failing {
			wait(ctx, d.options.Look)
		}
		select {
		case <-ctx.Done():
		case <-watch.Wake:
		case <-look.C:
		}
	}
}

func wait(ctx context.Context, pause time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(pause):
	}
}

// round tells all that can be told now. A second one begins only where the first finds something.
func (d *Deliverer) round(ctx context.Context) error {
	found, err := d.next(ctx)
	if err != nil || !found {
		return err
	}
	faults := make([]error, atOnce)
	var all sync.WaitGroup
	for i := range atOnce {
		all.Go(func() {
			for found := true; found && faults[i] == nil && ctx.Err() == nil; {
				found, faults[i] = d.next(ctx)
			}
		})
	}
	all.Wait()
	return errors.Join(faults...)
}

// taken is a webhook with the one message that is its turn.
type taken struct {
	ID, Account          uuid.UUID
	URL                  string
	Sealed, SealedBefore []byte
	Attempts             int
	Failing              bool
	Change
}

// next tells one message; false: there is none to tell.
func (d *Deliverer) next(ctx context.Context) (bool, error) {
	t, err := d.take(ctx)
	if err != nil || t == nil {
		return false, err
	}
	m, err := t.message(t.ID, t.Account)
	if err != nil {
		return false, err
	}
	secrets, err := opened(d.sealer, t.ID, t.Sealed, t.SealedBefore)
	if err != nil {
		return false, err
	}
	got := d.client.post(ctx, t.URL, m, secrets)
	if ctx.Err() != nil {
		return false, nil //nolint:nilerr // the server goes down: another attempt follows
	}
	if got.Fault == "" {
		_, err := tell(ctx, d.db, `SELECT webhook_told($1, $2, $3, $4)`, t.ID, t.Seq, t.Attempts, got.Status)
		return true, err
	}
	return true, d.failed(ctx, t, got)
}

// failed puts a message off, or sets it aside. While nothing gets through, the next ones are tried once each.
func (d *Deliverer) failed(ctx context.Context, t *taken, got answer) error {
	pause, dead := d.options.Pauses[0], t.Failing || t.Attempts > len(d.options.Pauses)
	if !dead {
		pause = d.options.Pauses[t.Attempts-1]
	}
	begins, err := tell(ctx, d.db, `SELECT webhook_failed($1, $2, $3, $4, $5, $6, $7)`, t.ID, t.Seq, t.Attempts, got.Status, got.Fault, pause, dead)
	if err != nil || !begins {
		return err
	}
	return d.log.Store(ctx, activity.Event{
		Account: t.Account, Code: "webhook.failing", Action: activity.Update, Section: access.AccountAccess.String(),
		EntityType: "Webhook", Entities: []uuid.UUID{t.ID}, RowCount: 1,
	})
}

// take takes the webhook whose turn it is; nil: there is none.
func (d *Deliverer) take(ctx context.Context) (*taken, error) {
	names, codes := pairs()
	var found []*taken
	err := d.db.Send(ctx, func(b *pgx.Batch) {
		b.Queue(`SELECT * FROM take_webhook($1, $2)`, names, codes).Query(func(rows pgx.Rows) (err error) {
			found, err = pgx.CollectRows(rows, pgx.RowToAddrOfStructByPos[taken])
			return err
		})
	})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// tell tells the database, as the server itself, what came of a message.
func tell(ctx context.Context, db *database.DB, query string, args ...any) (did bool, err error) {
	err = db.Send(ctx, func(b *pgx.Batch) {
		b.Queue(query, args...).QueryRow(func(row pgx.Row) error { return row.Scan(&did) })
	})
	if err != nil {
		return false, fmt.Errorf("tell what came of a message: %w", err)
	}
	return did, nil
}

package activity

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
)

// SealerOptions say how often the sealer works and where it leaves its checkpoints. What is
// zero gets the default.
type SealerOptions struct {
	// Checkpoints is the file of the signed checkpoints; empty: none are written.
	Checkpoints string
	// Every is the pause between two rounds: half a second.
	Every time.Duration
	// CheckpointEvery is the least time between two checkpoints: a minute.
	CheckpointEvery time.Duration
	Log             *slog.Logger
}

func (o SealerOptions) withDefaults() SealerOptions {
	if o.Every == 0 {
		o.Every = 500 * time.Millisecond
	}
	if o.CheckpointEvery == 0 {
		o.CheckpointEvery = time.Minute
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return o
}

// Sealer gives events their place in the hash chain of their account. Events are durable
// before: while the sealer cannot work they wait in the table unsealed. Each server has one,
// and one of them at a time works.
type Sealer struct {
	db        *database.DB
	keys      Keys
	options   SealerOptions
	ledger    *ledger
	stop      chan struct{}
	ended     chan struct{}
	failing   bool
	prepareAt time.Time
}

// StartSealer starts the sealer. It fails when the file of the checkpoints cannot be written;
// a database that is away is tried again. Close ends it.
func StartSealer(db *database.DB, keys Keys, options SealerOptions) (*Sealer, error) {
	options = options.withDefaults()
	l, err := openLedger(options.Checkpoints, keys)
	if err != nil {
		return nil, err
	}
	s := &Sealer{db: db, keys: keys, options: options, ledger: l, stop: make(chan struct{}), ended: make(chan struct{})}
	go s.run()
	return s, nil
}

// Close seals what waits, writes a last checkpoint and ends the sealer. A round under way is
// not broken off: the database would hold its lock for a while.
func (s *Sealer) Close() error {
	close(s.stop)
	<-s.ended
	s.report(s.seal())
	return s.ledger.close()
}

func (s *Sealer) run() {
	defer close(s.ended)
	tick := time.NewTicker(s.options.Every)
	defer tick.Stop()
	for {
		s.report(errors.Join(s.prepareMonths(), s.seal(), s.ledger.writeIfDue(s.options.CheckpointEvery)))
		select {
		case <-s.stop:
			return
		case <-tick.C:
		}
	}
}

// patience is how long the sealer waits for the database, and works without looking up.
const patience = 5 * time.Second

// report logs the first of a row of failures, and their end: the sealer works twice a second.
func (s *Sealer) report(err error) {
	if err != nil && !s.failing {
		s.options.Log.Error("the activity log is not being sealed: events wait", "error", err)
	}
	if err == nil && s.failing {
		s.options.Log.Info("the activity log is being sealed again")
	}
	s.failing = err != nil
}

// prepareMonths makes the partitions of the coming months, once a day. Without them events go
// into the partition that holds the rest.
func (s *Sealer) prepareMonths() error {
	if time.Now().Before(s.prepareAt) {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	err := s.db.Send(ctx, func(b *pgx.Batch) { b.Queue(`SELECT prepare_months()`) })
	if err != nil {
		s.prepareAt = time.Now().Add(time.Minute)
		return fmt.Errorf("prepare the log's coming months: %w", err)
	}
	s.prepareAt = time.Now().Add(24 * time.Hour)
	return nil
}

// seal seals round by round until nothing waits.
func (s *Sealer) seal() error {
	began := time.Now()
	for time.Since(began) < patience {
		full, err := s.round()
		if err != nil {
			return fmt.Errorf("seal events: %w", err)
		}
		if !full {
			return nil
		}
	}
	return nil
}

// atOnce is how many events one transaction seals.
const atOnce = 1000

// round seals the oldest events that wait. It tells whether there may be more: not when
// another server's sealer is at work.
func (s *Sealer) round() (full bool, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	tx, err := s.db.Begin(ctx)
	if err != nil {
		return false, err
	}
	defer tx.Cancel(ctx)
	mine, err := takeTurn(ctx, tx)
	if err != nil || !mine {
		return false, err
	}
	events, err := waitingEvents(ctx, tx)
	if err != nil || len(events) == 0 {
		return false, err
	}
	if err := s.keys.claim(ctx, tx); err != nil {
		return false, err
	}
	ends, err := chainEnds(ctx, tx, events)
	if err != nil {
		return false, err
	}
	links := s.keys.seal(events, ends)
	if err := tx.CommitWith(ctx, links.queue); err != nil {
		return false, err
	}
	s.ledger.moved(ends)
	return len(events) == atOnce, nil
}

func takeTurn(ctx context.Context, tx *database.Tx) (bool, error) {
	rows, err := tx.QuerySQL(ctx, `SELECT pg_try_advisory_xact_lock(hashtextextended('seal events', 1))`)
	if err != nil {
		return false, err
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[bool])
}

func waitingEvents(ctx context.Context, tx *database.Tx) ([]waitingEvent, error) {
	rows, err := tx.QuerySQL(ctx, `SELECT id, account_id, `+asText+` FROM unsealed_events($1)`, atOnce)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (waitingEvent, error) {
		var e waitingEvent
		texts, err := scanFields(row, &e.id, &e.account)
		if err == nil {
			e.canonical = canonical(texts)
			e.isChange = texts[fieldSection] != "" && isChange(texts[fieldCode], Action(texts[fieldAction]), Outcome(texts[fieldOutcome]), texts[fieldSection])
		}
		return e, err
	})
}

func chainEnds(ctx context.Context, tx *database.Tx, events []waitingEvent) (map[uuid.UUID]chainEnd, error) {
	ends := map[uuid.UUID]chainEnd{}
	var accounts []uuid.UUID
	for _, e := range events {
		if _, known := ends[e.account]; !known {
			ends[e.account] = chainEnd{hash: chainStart(e.account)}
			accounts = append(accounts, e.account)
		}
	}
	rows, err := tx.QuerySQL(ctx, `SELECT account_id, seq, hash FROM chain_ends($1)`, accounts)
	if err != nil {
		return nil, err
	}
	var account uuid.UUID
	var end chainEnd
	_, err = pgx.ForEachRow(rows, []any{&account, &end.seq, &end.hash}, func() error {
		ends[account] = end
		return nil
	})
	return ends, err
}

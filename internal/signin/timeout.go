package signin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Sweeper records the ends of sign-ins that run out of time, and of what else does. They are dead
// before: what it adds is the event, also where nobody comes back.
type Sweeper struct {
	db          *database.DB
	log         *activity.Log
	logger      *slog.Logger
	sweeps      []Sweeping
	stop, ended chan struct{}
	failing     bool
}

// sweepEvery is the pause between two sweeps, and sweepsFor the longest that one takes.
const (
	sweepEvery = 5 * time.Second
	sweepsFor  = 10 * time.Second
)

// Sweeping records the ends of one kind of thing.
type Sweeping func(ctx context.Context, db *database.DB, log *activity.Log) error

// StartSweeper sweeps until Close: sign-ins, and what is named. Each server has one: they do not
// disturb each other.
func StartSweeper(db *database.DB, log *activity.Log, logger *slog.Logger, also ...Sweeping) *Sweeper {
	s := &Sweeper{db: db, log: log, logger: logger, sweeps: append([]Sweeping{Sweep}, also...), stop: make(chan struct{}), ended: make(chan struct{})}
	go s.run()
	return s
}

// Close ends the sweeper.
func (s *Sweeper) Close() {
	close(s.stop)
	<-s.ended
}

func (s *Sweeper) run() {
	defer close(s.ended)
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		ctx, cancel := context.WithTimeout(context.Background(), sweepsFor)
		s.report(s.sweep(ctx))
		cancel()
		select {
		case <-s.stop:
			return
		case <-tick.C:
		}
	}
}

func (s *Sweeper) sweep(ctx context.Context) error {
	failed := make([]error, len(s.sweeps))
	for i, sweep := range s.sweeps {
		failed[i] = sweep(ctx, s.db, s.log)
	}
	return errors.Join(failed...)
}

// report logs the first of a row of failures.
func (s *Sweeper) report(err error) {
	if err != nil && !s.failing {
		s.logger.Error("what has run out of time is not recorded as ended", "error", err)
	}
	s.failing = err != nil
}

// atOnce is how many sign-ins one sweep ends.
const atOnce = 500

// Sweep ends the sign-ins that have run out of time, each with its event, once.
func Sweep(ctx context.Context, db *database.DB, log *activity.Log) error {
	rows, err := db.Query(ctx, `SELECT id, username_id FROM run_out_sign_ins($1)`, atOnce)
	if err != nil {
		return fmt.Errorf("look for sign-ins that have run out: %w", err)
	}
	type runOut struct{ ID, Username uuid.UUID }
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[runOut])
	if err != nil {
		return fmt.Errorf("look for sign-ins that have run out: %w", err)
	}
	failed := make([]error, len(found))
	for i, r := range found { // one that cannot be ended keeps no other alive in the log
		failed[i] = timeOut(ctx, db, log, r.ID, r.Username)
	}
	return errors.Join(failed...)
}

const endRunOut = `UPDATE sign_ins SET ended_at = now(), end_reason = CASE WHEN expires_at <= now() THEN 'TOO_OLD' ELSE 'UNUSED' END
	WHERE id = $1 AND username_id = me() AND ended_at IS NULL AND (expires_at <= now() OR ` + unused + `)
	RETURNING end_reason, extract(epoch FROM now() - seen_at)::int`

// errUsedAgain tells that there was nothing to end: it was ended, or allowed more time, just now.
var errUsedAgain = errors.New("the sign-in has not run out of time")

// timeOut ends one sign-in in the name of its username: whoever it is that went away.
func timeOut(ctx context.Context, db *database.DB, log *activity.Log, id, username uuid.UUID) error {
	v, err := Reload(ctx, db, username, id)
	if errors.Is(err, ErrGone) {
		return nil
	}
	if err != nil {
		return err
	}
	ctx = activity.WithRequest(database.As(access.WithViewer(ctx, v), username), activity.Request{ID: uuid.NewString()})
	err = log.Change(ctx, ownEvent(v, "timeout", id), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		rows, err := tx.Query(ctx, endRunOut, id)
		if err != nil {
			return err
		}
		var idle int
		_, err = pgx.CollectExactlyOneRow(rows, func(row pgx.CollectableRow) (struct{}, error) {
			return struct{}{}, row.Scan(&e.Reason, &idle)
		})
		if errors.Is(err, pgx.ErrNoRows) {
			return errUsedAgain
		}
		e.Changes = map[string]any{"idleSeconds": []any{nil, idle}}
		return err
	})
	if errors.Is(err, errUsedAgain) {
		return nil
	}
	return err
}

// Limits say when a sign-in ends by itself.
type Limits struct {
	// SecondsLeft is the time until then if it is not used, by the clock of the database.
	SecondsLeft int
	// IdleMinutes is how long it may go unused.
	IdleMinutes int
}

const readLimits = `SELECT greatest(0, extract(epoch FROM least(expires_at, seen_at + idle) - now()))::int, extract(epoch FROM idle)::int / 60
	FROM sign_ins, idle_limit(username_id) AS idle WHERE id = $1 AND username_id = me()`

// LimitsOf gives the limits of the viewer's sign-in; nil when it has just ended.
func LimitsOf(ctx context.Context, log *activity.Log, v *access.Viewer) (*Limits, error) {
	rows, err := log.Query(ctx, readLimits, v.SignIn)
	if err != nil {
		return nil, fmt.Errorf("read the limits of a sign-in: %w", err)
	}
	l, err := pgx.CollectExactlyOneRow(rows, pgx.RowToAddrOfStructByPos[Limits])
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil //nolint:nilnil // null in the API
	}
	return l, err
}

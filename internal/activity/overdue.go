package activity

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
)

// Overdue is what has ended by the clock, and is recorded as over by the server itself.
type Overdue struct {
	// Kind is the word for more than one of it, as the log names who records it.
	Kind string
	// Find is a query for at most $1 whose end is not recorded: id, account and username. End records that of the id
	// $1, and gives whether it did.
	Find, End string
	// Event is what the log says of one.
	Event func(Over) Event
}

// Over is one of them. What has no username has an empty one.
type Over struct {
	ID, Account uuid.UUID
	Username    string
}

// overdueAtOnce is how many ends one sweep records.
const overdueAtOnce = 500

// errRecorded tells that there was nothing to record: somebody was faster.
var errRecorded = errors.New("its end is recorded")

// EndOverdue records each end with its event, once. One that cannot be recorded keeps no other from it.
func (l *Log) EndOverdue(ctx context.Context, o Overdue) error {
	found, err := l.overdue(ctx, o)
	if err != nil {
		return fmt.Errorf("look for %s that have run out: %w", o.Kind, err)
	}
	ctx = WithRequest(ctx, Request{ID: uuid.NewString(), System: "system:" + o.Kind})
	failed := make([]error, len(found))
	for i, over := range found {
		err := l.Change(ctx, o.Event(over), func(ctx context.Context, tx *Tx, _ *Event) error {
			ended, err := database.Value[bool](tx.Query(ctx, o.End, over.ID))
			if err == nil && !ended {
				return errRecorded
			}
			return err
		})
		if !errors.Is(err, errRecorded) {
			failed[i] = err
		}
	}
	return errors.Join(failed...)
}

func (l *Log) overdue(ctx context.Context, o Overdue) ([]Over, error) {
	rows, err := l.Query(ctx, o.Find, overdueAtOnce)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[Over])
}

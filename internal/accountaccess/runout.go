package accountaccess

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// runOutAtOnce is how many links one sweep records as over.
const runOutAtOnce = 500

// errRecorded tells that there was nothing to record: somebody was faster.
var errRecorded = errors.New("its end is recorded")

// RunOut records the end of links whose last day is over, each with its event and its notices, once. They let
// nobody in before.
func RunOut(ctx context.Context, db *database.DB, log *activity.Log) error {
	rows, err := db.Query(ctx, `SELECT id, account_id, username FROM run_out_links($1)`, runOutAtOnce)
	if err != nil {
		return fmt.Errorf("look for links that have run out: %w", err)
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[overLink])
	if err != nil {
		return fmt.Errorf("look for links that have run out: %w", err)
	}
	ctx = activity.WithRequest(ctx, activity.Request{ID: uuid.NewString(), System: "system:links"})
	failed := make([]error, len(found))
	for i, l := range found {
		failed[i] = l.record(ctx, log)
	}
	return errors.Join(failed...)
}

type overLink struct {
	ID, Account uuid.UUID
	Username    string
}

func (l overLink) record(ctx context.Context, log *activity.Log) error {
	e := activity.Event{Account: l.Account, Code: "link.ended", Action: activity.Delete, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{l.ID}, RowCount: 1}
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		e.Changes = map[string]any{"username": []any{l.Username, nil}}
		over, err := database.Value[bool](tx.Query(ctx, `SELECT run_link_out($1)`, l.ID))
		if err == nil && !over {
			return errRecorded
		}
		return err
	})
	if errors.Is(err, errRecorded) {
		return nil
	}
	return err
}

package payments

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Ledger reads the ledger of a client. It fails with NOT_FOUND for one that this account does not have.
func Ledger(ctx context.Context, log *activity.Log, account, client uuid.UUID) (*Book, error) {
	b, err := Open(ctx, log, account, client)
	if err != nil {
		return nil, err
	}
	e := event(account, "ledger.opened", activity.Read, "Client")
	concern(&e, client, client)
	return b, log.NoteShown(ctx, e, "ledger.refreshed")
}

// Open is Ledger for a caller that tells the log itself what it read.
func Open(ctx context.Context, log *activity.Log, account, client uuid.UUID) (*Book, error) {
	return open(database.In(ctx, account), log.Reader(), account, client)
}

// first finds the client of an entry like this.
func first(where ...predicate.LedgerEntry) find {
	return func(ctx context.Context, tx *activity.Tx) (uuid.UUID, error) {
		e, err := tx.LedgerEntry.Query().Where(where...).First(ctx)
		if ent.IsNotFound(err) {
			return uuid.Nil, problem.Missing()
		}
		if err != nil {
			return uuid.Nil, fmt.Errorf("look up the ledger: %w", err)
		}
		return e.ClientID, nil
	}
}

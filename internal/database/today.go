package database

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// Querier is who reads with the identity of the context.
type Querier interface {
	Query(ctx context.Context, query string, args ...any) (pgx.Rows, error)
}

// Today is the day that it is in the account's zone, such as 2026-01-31.
func Today(ctx context.Context, q Querier, account uuid.UUID) (string, error) {
	rows, err := q.Query(ctx, `SELECT to_char(day_of_account($1), 'YYYY-MM-DD')`, account)
	if err != nil {
		return "", fmt.Errorf("read the account's day: %w", err)
	}
	day, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[string])
	if err != nil {
		return "", fmt.Errorf("read the account's day: %w", err)
	}
	return day, nil
}

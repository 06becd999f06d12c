package database

import "github.com/jackc/pgx/v5"

// Value reads the one value of the one row that a query gives, as Value[int](tx.Query(...)).
func Value[T any](rows pgx.Rows, err error) (value T, _ error) {
	if err != nil {
		return value, err
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[T])
}

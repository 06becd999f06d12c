package database

import (
	"errors"

	"github.com/jackc/pgx/v5/pgconn"
)

// uniqueViolation is PostgreSQL's SQLSTATE for a row that is there already.
const uniqueViolation = "23505"

// AlreadyThere gives the name of the unique constraint that refused a row, and false for every
// other error.
func AlreadyThere(err error) (constraint string, there bool) {
	var refused *pgconn.PgError
	if errors.As(err, &refused) && refused.Code == uniqueViolation {
		return refused.ConstraintName, true
	}
	return "", false
}

package database

import (
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// The SQLSTATEs of a row that is there already, and of one that names a row that is not there.
const (
	uniqueViolation     = "23505"
	foreignKeyViolation = "23503"
)

// AlreadyThere gives the name of the unique constraint that refused a row, and false for every
// other error.
func AlreadyThere(err error) (constraint string, there bool) { return refusedBy(err, uniqueViolation) }

// NotThere gives the name of the foreign key that refused a row, and false for every other error.
func NotThere(err error) (constraint string, missing bool) {
	return refusedBy(err, foreignKeyViolation)
}

func refusedBy(err error, state string) (constraint string, refused bool) {
	var said *pgconn.PgError
	if errors.As(err, &said) && said.Code == state {
		return said.ConstraintName, true
	}
	return "", false
}

// Refusals of triggers that a person may have caused (decision 16).
const (
	Signed   = "LY001"
	Overpaid = "LY002"
	Invoiced = "LY003"
	Voided   = "LY004"
	// Overspent is a payment that gives more than it has.
	Overspent = "LY005"
	NotOpen   = "LY006"
)

// Refusal gives which of our triggers refused a change; empty for every other error.
func Refusal(err error) string {
	var said *pgconn.PgError
	if errors.As(err, &said) && strings.HasPrefix(said.Code, "LY") {
		return said.Code
	}
	return ""
}

package clients

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/form"
)

// fewestDigits is how many digits of a phone number are looked for: fewer find nearly everybody.
const fewestDigits = 3

// mostFew is how many clients are looked up before the list is read.
const mostFew = 1000

// hasPiece tells whether a text has three letters or digits in a row: the index knows no fewer.
var hasPiece = regexp.MustCompile(`[\p{L}0-9]{3}`).MatchString

// search finds clients by what a person types; nil finds all.
func search(ctx context.Context, log *activity.Log, account uuid.UUID, typed string) (predicate.Patient, error) {
	text, err := searched(typed)
	if err != nil || text == "" {
		return nil, err
	}
	if last, first, ok := strings.Cut(text, ","); ok {
		text = strings.TrimSpace(last) + ", " + strings.TrimSpace(first)
	}
	digits, ok := form.PhoneDigits(text)
	if !ok || len(digits) < fewestDigits {
		digits = ""
	}
	found, err := containing(ctx, log, account, clientnames.Plain(text), digits)
	if n, e := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 32); e == nil {
		found = patient.Or(found, patient.Number(int(n)))
	}
	return found, err
}

// containing are the clients with a text, or with these digits in a phone number. Few are named one
// by one; many are met soon on the way through the list.
func containing(ctx context.Context, log *activity.Log, account uuid.UUID, text, digits string) (predicate.Patient, error) {
	found := clientnames.Has("search_text", text)
	if digits != "" {
		found = patient.Or(found, clientnames.Has("search_phones", digits))
	}
	ids, err := few(ctx, log, account, text, digits, found)
	if err != nil {
		return nil, fmt.Errorf("search clients: %w", err)
	}
	if ids != nil {
		return patient.IDIn(ids...), nil
	}
	return found, nil
}

// few are the clients that are found; nil: more than mostFew.
func few(ctx context.Context, log *activity.Log, account uuid.UUID, text, digits string, found predicate.Patient) ([]uuid.UUID, error) {
	if hasPiece(text) {
		return indexed(ctx, log, account, `SELECT clients_with($1, $2, $3)`, clientnames.Anywhere(text), anywhereIf(digits), mostFew)
	}
	ids, err := log.Reader().Patient.Query().Where(patient.AccountID(account), found).Limit(mostFew + 1).IDs(database.PlannedAnew(database.In(ctx, account)))
	if err != nil || len(ids) > mostFew {
		return nil, err
	}
	return append([]uuid.UUID{}, ids...), nil // nobody, and not too many
}

// anywhereIf is no pattern at all for no digits.
func anywhereIf(digits string) *string {
	if digits == "" {
		return nil
	}
	pattern := clientnames.Anywhere(digits)
	return &pattern
}

// indexed asks one of the doors to the index of pieces; nil: too many.
func indexed(ctx context.Context, log *activity.Log, account uuid.UUID, door string, args ...any) ([]uuid.UUID, error) {
	rows, err := log.Query(database.In(ctx, account), door, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[[]uuid.UUID])
}

// searched is what is typed, checked and with single blanks.
func searched(typed string) (string, error) {
	var c form.Checks
	line := c.Line("search", &typed, form.MaxLine)
	return strings.Join(strings.Fields(line), " "), c.Fault()
}

// where is a condition that ent has no words for.
func where(write func(*sql.Builder, *sql.Selector)) predicate.Patient {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) { write(b, s) }))
	}
}

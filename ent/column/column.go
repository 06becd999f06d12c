// Package column holds the Go types of columns that PostgreSQL knows and ent does not.
package column

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"
)

// Date is a plain calendar date, without a time of day or a zone, as "2006-01-02".
type Date string

// ParseDate accepts exactly the form "2006-01-02" and only days that exist.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil || s < "0001" {
		return "", fmt.Errorf("%q is not a date like 2026-01-31", s)
	}
	return Date(s), nil
}

// DateOf is the day that it is at t, in its zone.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Value stores the date.
func (d Date) Value() (driver.Value, error) { return string(d), nil }

// Scan reads a stored date.
func (d *Date) Scan(src any) error {
	t, ok := src.(time.Time)
	if !ok {
		return fmt.Errorf("a date was expected, not %T", src)
	}
	*d = DateOf(t)
	return nil
}

// MarshalGQL writes the date as a string.
func (d Date) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(d))) }

// UnmarshalGQL reads and checks a date.
func (d *Date) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return errors.New("a date is a string like 2026-01-31")
	}
	parsed, err := ParseDate(s)
	*d = parsed
	return err
}

// UUIDs is a uuid[] column.
type UUIDs []uuid.UUID

// Value stores the ids as an array literal.
func (ids UUIDs) Value() (driver.Value, error) {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = id.String()
	}
	return "{" + strings.Join(parts, ",") + "}", nil
}

// Scan is never called: pgx reads arrays through the methods below. ent asks for it.
func (ids *UUIDs) Scan(src any) error {
	return fmt.Errorf("ids are read from an array, not from %T", src)
}

// SetDimensions implements pgtype.ArraySetter.
func (ids *UUIDs) SetDimensions(dimensions []pgtype.ArrayDimension) error {
	*ids = nil
	if len(dimensions) > 0 {
		*ids = make(UUIDs, dimensions[0].Length)
	}
	return nil
}

// ScanIndex implements pgtype.ArraySetter.
func (ids UUIDs) ScanIndex(i int) any { return &ids[i] }

// ScanIndexType implements pgtype.ArraySetter.
func (UUIDs) ScanIndexType() any { return new(uuid.UUID) }

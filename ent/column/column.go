// Package column holds the Go types of columns that PostgreSQL knows and ent does not.
package column

import (
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Date is a plain calendar date, without a time of day or a zone, as "2006-01-02".
type Date string

// ParseDate accepts exactly the form "2006-01-02" and only days that exist.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("%q is not a date like 2026-01-31", s)
	}
	return Date(s), nil
}

// Value stores the date.
func (d Date) Value() (driver.Value, error) { return string(d), nil }

// Scan reads a stored date.
func (d *Date) Scan(src any) error {
	t, ok := src.(time.Time)
	if !ok {
		return fmt.Errorf("a date was expected, not %T", src)
	}
	*d = Date(t.Format(time.DateOnly))
	return nil
}

// MarshalGQL writes the date as a string.
func (d Date) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(d))) }

// UnmarshalGQL reads and checks a date.
func (d *Date) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("a date is a string like 2026-01-31")
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

// Scan reads a stored array literal.
func (ids *UUIDs) Scan(src any) error {
	var s string
	switch src := src.(type) {
	case string:
		s = src
	case []byte:
		s = string(src)
	default:
		return fmt.Errorf("an array was expected, not %T", src)
	}
	s = strings.Trim(s, "{}")
	if s == "" {
		*ids = nil
		return nil
	}
	parts := strings.Split(s, ",")
	*ids = make(UUIDs, len(parts))
	for i, part := range parts {
		id, err := uuid.Parse(part)
		if err != nil {
			return fmt.Errorf("read array of ids: %w", err)
		}
		(*ids)[i] = id
	}
	return nil
}

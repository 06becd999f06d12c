package clients

import (
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"

	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/clientnames"
	"lanyard/internal/form"
)

// fewestDigits is how many digits of a phone number are looked for: fewer find nearly everybody.
const fewestDigits = 3

// search finds clients by what a person types; nil finds all.
func search(typed string) (predicate.Patient, error) {
	text, err := searched(typed)
	if err != nil || text == "" {
		return nil, err
	}
	if last, first, ok := strings.Cut(text, ","); ok {
		text = strings.TrimSpace(last) + ", " + strings.TrimSpace(first)
	}
	found := []predicate.Patient{clientnames.Has("search_text", clientnames.Plain(text))}
	if n, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 32); err == nil {
		found = append(found, patient.Number(int(n)))
	}
	if digits, ok := form.PhoneDigits(text); ok && len(digits) >= fewestDigits {
		found = append(found, clientnames.Has("search_phones", digits))
	}
	return patient.Or(found...), nil
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

package clients

import (
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"
	"golang.org/x/text/unicode/norm"

	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/predicate"
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
	found := []predicate.Patient{has("search_text", plain(text))}
	if n, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 32); err == nil {
		found = append(found, patient.Number(int(n)))
	}
	if digits, ok := phoneDigits(text); ok && len(digits) >= fewestDigits {
		found = append(found, has("search_phones", digits))
	}
	return patient.Or(found...), nil
}

// searched is what is typed, checked and with single blanks.
func searched(typed string) (string, error) {
	var c checks
	line := c.line("search", &typed, maxLine)
	return strings.Join(strings.Fields(line), " "), c.fault
}

// plain writes a text as the column search_text does: "Éclair" is eclair.
func plain(text string) string {
	return strings.ToLower(strings.Map(withoutAccent, norm.NFD.String(text)))
}

// withoutAccent drops the block of combining accents.
func withoutAccent(r rune) rune {
	if '\u0300' <= r && r <= '\u036f' {
		return -1
	}
	return r
}

func has(column, text string) predicate.Patient {
	return where(func(b *sql.Builder, s *sql.Selector) {
		b.Ident(s.C(column)).WriteString(" LIKE ").Arg("%" + literal.Replace(text) + "%")
	})
}

// where is a condition that ent has no words for.
func where(write func(*sql.Builder, *sql.Selector)) predicate.Patient {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) { write(b, s) }))
	}
}

// literal makes what is a wildcard in LIKE stand for itself: a search for % must not find
// everybody.
var literal = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// phoneDigits gives the digits of what looks like a phone number or a part of one.
func phoneDigits(text string) (string, bool) {
	if strings.ContainsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789+-./() ", r) }) {
		return "", false
	}
	return digitsOf(text), true
}

func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

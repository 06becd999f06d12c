package clients

import (
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"

	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/predicate"
)

// fewestDigits is how many digits of a phone number are looked for: fewer find nearly everybody.
const fewestDigits = 3

// search finds clients by what a person types; nil finds all.
func search(typed string) (predicate.Patient, error) {
	var c checks
	text := strings.Join(strings.Fields(c.line("search", &typed, maxLine)), " ")
	if text == "" || c.fault != nil {
		return nil, c.fault
	}
	found := []predicate.Patient{patient.EmailContainsFold(text), nameHas(text)}
	if n, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 32); err == nil {
		found = append(found, patient.Number(int(n)))
	}
	if digits, ok := phoneDigits(text); ok && len(digits) >= fewestDigits {
		found = append(found, digitsHave(patient.FieldHomePhone, digits), digitsHave(patient.FieldMobilePhone, digits))
	}
	return patient.Or(found...), nil
}

// nameForms are the ways to write a name. A part of a name is found in them as well.
var nameForms = [][3]string{
	{patient.FieldFirstName, "' '", patient.FieldLastName},
	{patient.FieldPreferredName, "' '", patient.FieldLastName},
	{patient.FieldLastName, "', '", patient.FieldFirstName},
}

func nameHas(text string) predicate.Patient {
	if last, first, ok := strings.Cut(text, ","); ok {
		text = strings.TrimSpace(last) + ", " + strings.TrimSpace(first)
	}
	forms := make([]predicate.Patient, len(nameForms))
	for i, form := range nameForms {
		forms[i] = where(func(b *sql.Builder, s *sql.Selector) {
			b.Ident(s.C(form[0])).WriteString(" || " + form[1] + " || ").Ident(s.C(form[2]))
			b.WriteString(" ILIKE ").Arg("%" + literal.Replace(text) + "%")
		})
	}
	return patient.Or(forms...)
}

// digitsHave compares digits alone: a phone number is stored as it was typed.
func digitsHave(column, digits string) predicate.Patient {
	return where(func(b *sql.Builder, s *sql.Selector) {
		b.WriteString("regexp_replace(").Ident(s.C(column)).WriteString(`, '\D', '', 'g') LIKE `).Arg("%" + digits + "%")
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

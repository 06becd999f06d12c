package codessetup

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"lanyard/ent/column"
	"lanyard/internal/problem"
)

const (
	short = 256  // characters in a line
	long  = 2000 // characters in a text of several lines
)

// check looks at the fields of a form and keeps the first fault that it finds.
type check struct{ fault *problem.Error }

func (c *check) that(holds bool, field, format string, args ...any) {
	if !holds && c.fault == nil {
		c.fault = problem.Invalid(field, format, args...)
	}
}

// line is a text in one line that must be there.
func (c *check) line(field, text string) string {
	text = strings.TrimSpace(text)
	c.that(text != "", field, "This field is needed.")
	c.bounded(field, text, short)
	return text
}

// text is a text of several lines that must be there.
func (c *check) text(field, text string) string {
	text = trimmed(text)
	c.that(text != "", field, "This field is needed.")
	c.bounded(field, text, long)
	return text
}

// optional is a text in one line; nil where it is left empty.
func (c *check) optional(field string, text *string) *string {
	return c.maybe(field, text, short)
}

// note is a text of several lines; nil where it is left empty.
func (c *check) note(field string, text *string) *string {
	return c.maybe(field, text, long)
}

func (c *check) maybe(field string, text *string, most int) *string {
	if text == nil || strings.TrimSpace(*text) == "" {
		return nil
	}
	kept := trimmed(*text)
	c.bounded(field, kept, most)
	return &kept
}

// trimmed has no space around it, and one kind of line ends: a CSV file keeps no other.
func trimmed(text string) string {
	return strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
}

// bounded refuses what PostgreSQL cannot store and what no form can show.
func (c *check) bounded(field, text string, most int) {
	c.that(utf8.RuneCountInString(text) <= most, field, "Enter at most %d characters.", most)
	c.that(utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) && (most == short || !strings.ContainsRune("\n\r\t", r))
	}), field, "This text has characters that cannot be shown.")
}

// code is a text of a certain shape, in capitals.
func (c *check) code(field, text string, shape *regexp.Regexp, fault string) string {
	text = strings.ToUpper(strings.TrimSpace(text))
	c.that(shape.MatchString(text), field, "%s", fault)
	return text
}

// optionalCode is a code; nil where it is left empty.
func (c *check) optionalCode(field string, text *string, shape *regexp.Regexp, fault string) *string {
	if text == nil || strings.TrimSpace(*text) == "" {
		return nil
	}
	code := c.code(field, *text, shape, fault)
	return &code
}

// longestKey in bytes: PostgreSQL indexes no more than 2,704, and some characters of Unicode
// grow to eighteen when a name is made plain.
const longestKey = 1500

// plain is for a name that is, made plain, a natural key.
func (c *check) plain(field, name string) {
	c.that(plain(name) != "", field, "Enter a name with letters or digits.")
	c.that(len(plain(name)) <= longestKey, field, "This name is too long.")
}

func (c *check) between(field string, n, least, most int) {
	c.that(n >= least && n <= most, field, "Enter a number from %d to %d.", least, most)
}

// firstDay is long before anything that is billed; PostgreSQL knows no year 0.
const firstDay column.Date = "1900-01-01"

// span is a span of days, both ends optional. Dates in their one form compare like texts.
func (c *check) span(from, to *column.Date) {
	c.that(from == nil || *from >= firstDay, "effectiveFrom", "Enter a day in or after 1900.")
	c.that(to == nil || *to >= firstDay, "effectiveTo", "Enter a day in or after 1900.")
	c.that(from == nil || to == nil || *from <= *to, "effectiveTo", "The last day is before the first.")
}

// Package form reads the fields of an input: each is trimmed, composed and checked the same way in
// every section.
package form

import (
	"net/mail"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lanyard/ent/column"
	"lanyard/internal/problem"
)

// MaxLine is the most characters of a usual line.
const MaxLine = 100

// Checks reads fields and keeps the first fault. Its zero value is ready.
type Checks struct{ fault error }

// Fault is the first fault, with the field that has it: BAD_USER_INPUT. It is nil when all is well.
func (c *Checks) Fault() error { return c.fault }

// Fail notes that a field is not right, with a sentence that says what to do.
func (c *Checks) Fail(field, sentence string, args ...any) {
	if c.fault == nil {
		c.fault = problem.Invalid(field, sentence, args...)
	}
}

// Text is text of several lines, composed (NFC) so that the same letters are the same bytes. It may
// be empty, and nil is empty.
func (c *Checks) Text(field string, value *string, most int) string {
	if value == nil {
		return ""
	}
	text := norm.NFC.String(strings.TrimSpace(*value))
	if utf8.RuneCountInString(text) > most {
		c.Fail(field, "Use at most %d characters.", most)
	}
	if !problem.IsText(text) {
		c.Fail(field, "This contains characters that are not text.")
	}
	return text
}

// Line is text of one line.
func (c *Checks) Line(field string, value *string, most int) string {
	text := c.Text(field, value, most)
	if strings.ContainsAny(text, "\r\n\t") {
		c.Fail(field, "Use one line only.")
	}
	return text
}

// Needed is a text that must not be empty, with the sentence that asks for it.
func (c *Checks) Needed(field, text, sentence string) string {
	if text == "" {
		c.Fail(field, "%s", sentence)
	}
	return text
}

// Like is a line of a form. It may be empty.
func (c *Checks) Like(field string, value *string, form *regexp.Regexp, sentence string) string {
	text := c.Line(field, value, MaxLine)
	if text != "" && !form.MatchString(text) {
		c.Fail(field, "%s", sentence)
	}
	return text
}

var (
	twoLetters = regexp.MustCompile(`^[A-Za-z]{2}$`)
	zipCode    = regexp.MustCompile(`^[0-9]{5}(-?[0-9]{4})?$`)
)

// State is a state of the USA as two capital letters.
func (c *Checks) State(field string, value *string) string {
	return strings.ToUpper(c.Like(field, value, twoLetters, "Use the state's two letters, such as NY."))
}

// Zip is a ZIP code, or ZIP+4.
func (c *Checks) Zip(field string, value *string) string {
	return c.Like(field, value, zipCode, "Use five or nine digits, such as 10001 or 10001-1234.")
}

// Phone keeps the number as it was typed. E.164 allows 15 digits; the shortest local numbers
// have 7.
func (c *Checks) Phone(field string, value *string) string {
	text := c.Line(field, value, MaxLine)
	digits, ok := PhoneDigits(text)
	if text != "" && (!ok || len(digits) < 7 || len(digits) > 15) {
		c.Fail(field, "Enter a phone number of 7 to 15 digits.")
	}
	return text
}

// Email accepts what IsEmail does.
func (c *Checks) Email(field string, value *string) string {
	text := c.Line(field, value, 254)
	if text == "" {
		return ""
	}
	if !IsEmail(text) {
		c.Fail(field, "This is not an e-mail address.")
	}
	return text
}

// IsEmail tells whether a text is an address alone (RFC 5321, at most 254 bytes), without a display name.
func IsEmail(text string) bool {
	a, err := mail.ParseAddress(text)
	return err == nil && a.Address == text && len(text) <= 254
}

// Known refuses what is none of an enum's values; err is what the enum's validator says.
func (c *Checks) Known(field string, err error) {
	if err != nil {
		c.Fail(field, "This is not one of the values.")
	}
}

// Day is a date that exists, from one day to another; past is the sentence for one outside.
func (c *Checks) Day(field string, value, from, to column.Date, past string) column.Date {
	day, err := column.ParseDate(string(value))
	if err != nil {
		c.Fail(field, "This is not a date like 1980-01-31.")
	}
	if day < from || day > to {
		c.Fail(field, "%s", past)
	}
	return day
}

// Today is the latest day that it is anywhere now, which is as much as 14 hours ahead of UTC.
func Today() column.Date {
	return column.DateOf(time.Now().UTC().Add(14 * time.Hour))
}

// PhoneDigits gives the digits of what looks like a phone number or a part of one.
func PhoneDigits(text string) (string, bool) {
	if strings.ContainsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789+-./() ", r) }) {
		return "", false
	}
	return DigitsOf(text), true
}

// DigitsOf leaves everything out but the digits.
func DigitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

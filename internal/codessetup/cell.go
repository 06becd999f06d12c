package codessetup

import (
	"regexp"
	"slices"
	"strconv"

	"lanyard/ent/column"
	"lanyard/internal/money"
)

// cell is a field of a form with the column that keeps it: what is checked, stored, compared and
// copied follows from it.
type cell struct {
	column       string
	own, private bool
	// check puts what was filled in into its one form, and blames the field for what is wrong.
	check func(c *check, field string)
	// value is what the column holds; nil where the field is empty.
	value func() any
	// text is what a CSV file says of it, and read fills in what one says, or tells what is wrong
	// with it.
	text func() string
	read func(text string) (fault string)
}

// own says that the field is the account's own: it is never copied to another.
func own(c cell) cell {
	c.own = true
	return c
}

// private says that the field may name people: the log tells only that it changed.
func private(c cell) cell {
	c.private = true
	return c
}

// needed is a text in one line that must be there.
func needed(column string, p *string) cell {
	return textCell(column, p, func(c *check, field string) { *p = c.line(field, *p) })
}

// body is a text of several lines that must be there.
func body(column string, p *string) cell {
	return textCell(column, p, func(c *check, field string) { *p = c.text(field, *p) })
}

// code is a text of a certain shape, in capitals.
func code(column string, p *string, shape *regexp.Regexp, fault string) cell {
	return textCell(column, p, func(c *check, field string) { *p = c.code(field, *p, shape, fault) })
}

func textCell(column string, p *string, check func(*check, string)) cell {
	return cell{
		column: column, check: check,
		value: func() any { return *p },
		text:  func() string { return *p },
		read:  func(text string) string { *p = text; return "" },
	}
}

// optional is a text in one line that may be left empty.
func optional(column string, p **string) cell {
	return optionalCell(column, p, func(c *check, field string) { *p = c.optional(field, *p) })
}

// note is a text of several lines that may be left empty.
func note(column string, p **string) cell {
	return optionalCell(column, p, func(c *check, field string) { *p = c.note(field, *p) })
}

// optionalCode is a code that may be left empty.
func optionalCode(column string, p **string, shape *regexp.Regexp, fault string) cell {
	return optionalCell(column, p, func(c *check, field string) { *p = c.optionalCode(field, *p, shape, fault) })
}

func optionalCell(column string, p **string, check func(*check, string)) cell {
	return cell{
		column: column, check: check,
		value: func() any { return some(*p) },
		text:  func() string { return value(*p) },
		read:  func(text string) string { *p = given(text); return "" },
	}
}

// number is a number within limits.
func number(column string, p *int, least, most int) cell {
	return cell{
		column: column,
		check:  func(c *check, field string) { c.between(field, *p, least, most) },
		value:  func() any { return *p },
		text:   func() string { return strconv.Itoa(*p) },
		read:   func(text string) string { return readNumber(text, p) },
	}
}

// optionalNumber is a number that may be left empty.
func optionalNumber(column string, p **int, least, most int) cell {
	return cell{
		column: column,
		check: func(c *check, field string) {
			if *p != nil {
				c.between(field, **p, least, most)
			}
		},
		value: func() any { return some(*p) },
		text: func() string {
			if *p == nil {
				return ""
			}
			return strconv.Itoa(**p)
		},
		read: func(text string) string {
			if *p = nil; text == "" {
				return ""
			}
			*p = new(int)
			return readNumber(text, *p)
		},
	}
}

// yes is a tick.
func yes(column string, p *bool) cell {
	return cell{
		column: column,
		check:  func(*check, string) {},
		value:  func() any { return *p },
		text:   func() string { return yesOrNo(*p) },
		read:   func(text string) string { return readYes(text, p) },
	}
}

// day is a date that may be left empty; the form checks the span that it is an end of.
func day(name string, p **column.Date) cell {
	return cell{
		column: name,
		check:  func(*check, string) {},
		value:  func() any { return some(*p) },
		text:   func() string { return string(value(*p)) },
		read:   func(text string) string { return readDay(text, p) },
	}
}

// choice is one of the values of an enum.
func choice[E ~string](column string, p *E, fault string, values ...E) cell {
	return cell{
		column: column,
		check:  func(c *check, field string) { c.that(slices.Contains(values, *p), field, "%s", fault) },
		value:  func() any { return *p },
		text:   func() string { return inWords(*p) },
		read:   func(text string) string { return readChoice(text, p, values) },
	}
}

// amount is one of cents, within limits.
func amount(column string, p *int, least, most int) cell {
	return cell{
		column: column,
		check: func(c *check, field string) {
			c.that(*p >= least && *p <= most, field, "Enter an amount from %s to %s.", money.Plain(int64(least)), money.Plain(int64(most)))
		},
		value: func() any { return *p },
		text:  func() string { return money.Plain(int64(*p)) },
		read:  func(text string) string { return readMoney(text, p) },
	}
}

package codessetup

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"lanyard/ent/column"
)

// How the fields that are no texts stand in a CSV file. What is written is read again; beyond
// that, what spreadsheets make of it when they save it is read too.

func readNumber(text string, p *int) string {
	n, err := strconv.Atoi(text)
	if err != nil {
		return "Enter a whole number."
	}
	*p = n
	return ""
}

func yesOrNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func readYes(text string, p *bool) string {
	switch strings.ToLower(text) {
	case "yes", "true":
		*p = true
	case "no", "false":
		*p = false
	default:
		return "Enter yes or no."
	}
	return ""
}

// readDay takes also the form in which spreadsheets of the United States show days.
func readDay(text string, p **column.Date) string {
	if *p = nil; text == "" {
		return ""
	}
	if t, err := time.Parse("1/2/2006", text); err == nil {
		text = t.Format(time.DateOnly)
	}
	day, err := column.ParseDate(text)
	if err != nil {
		return "Enter a day such as 2026-01-31."
	}
	*p = &day
	return ""
}

// inWords is a value of an enum as people write it: CLIENT_ONLY is "client only".
func inWords[E ~string](value E) string {
	return strings.ToLower(strings.ReplaceAll(string(value), "_", " "))
}

func readChoice[E ~string](text string, p *E, values []E) string {
	all := make([]string, len(values))
	for i, v := range values {
		if all[i] = inWords(v); strings.EqualFold(strings.Join(strings.Fields(text), " "), all[i]) || strings.EqualFold(text, string(v)) {
			*p = v
			return ""
		}
	}
	return "Enter one of these: " + strings.Join(all, ", ") + "."
}

var moneyShape = regexp.MustCompile(`^\$?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?$`)

func readMoney(text string, p *int) string {
	parts := moneyShape.FindStringSubmatch(text)
	if parts == nil {
		return "Enter an amount such as 135.00."
	}
	whole, _ := strconv.Atoi(strings.ReplaceAll(parts[1], ",", "")) // nine digits at most
	cents, _ := strconv.Atoi((parts[2] + "00")[:2])
	*p = whole*100 + cents
	return ""
}

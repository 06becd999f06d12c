package problem

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CheckText refuses what a person cannot have meant to type into a line of text: nothing at
// all, more than most characters, control characters, and marks that turn the direction of
// what is shown after them.
func CheckText(field, text string, most int) error {
	switch {
	case strings.TrimSpace(text) == "":
		return Invalid(field, "Enter something here.")
	case utf8.RuneCountInString(text) > most:
		return Invalid(field, "Enter at most %d characters.", most)
	case !utf8.ValidString(text) || strings.ContainsFunc(text, unseen):
		return Invalid(field, "This holds characters that cannot be seen. Type it anew.")
	}
	return nil
}

// addresses are what a person, or their mail program, takes for an address of a page. "M.Ed." is none.
var addresses = regexp.MustCompile(`(?i)://|www\.|[\pL\pN-]{2}\.\pL{2}|\.\pL{2,}/`)

// CheckName is CheckText for a name that people of other accounts are told, in the app and by mail: it leads nowhere.
func CheckName(field, text string, most int) error {
	if addresses.MatchString(text) {
		return Invalid(field, "Leave out addresses of web pages. Put a space after a dot between two words.")
	}
	return CheckText(field, text, most)
}

// IsText tells whether a text of several lines holds nothing but what can be seen, line breaks and
// tabs.
func IsText(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return unseen(r) && !strings.ContainsRune("\n\r\t", r) })
}

func unseen(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}

package notes

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"lanyard/internal/problem"
)

// fewest are the letters and digits that a text has at least when it says something.
const fewest = 3

var (
	// unfilled is a place that a template leaves to be filled in.
	unfilled = regexp.MustCompile(`_{3,}|\[ ?(?:\.{2,3}|…) ?\]|\{\{[^}]*\}\}`)
	// standIn is a text that stands in for one that is still to come.
	standIn = regexp.MustCompile(`(?i)^(?:to ?do|tbd|tba|test|draft|placeholder|x{3,}|lorem ipsum\b.*)$`)
)

// checkSays refuses to sign what says nothing yet: an empty text, one that stands in for another, a
// template as it was, and one with places left to be filled in.
func checkSays(body string, templates []string) error {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, body)
	said := folded(body)
	switch {
	case len([]rune(letters)) < fewest || standIn.MatchString(strings.Trim(said, " .!?")):
		return problem.Invalid("body", "There is no text here yet. Write the note before you sign it.")
	case slices.ContainsFunc(templates, func(t string) bool { return folded(t) == said }):
		return problem.Invalid("body", "This is the template and nothing more. Write the note before you sign it.")
	case unfilled.MatchString(body):
		return problem.Invalid("body", "There are places left to be filled in, such as ___ or [...]. Fill them in, or take them out, before you sign.")
	}
	return nil
}

// folded is a text without its line breaks and double spaces.
func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

package password

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"lanyard/internal/problem"
)

// Bounds of a new password, in code points. Fifteen is the least for a password that stands
// alone, eight beside a second factor (SP 800-63B-4, 3.1.1.2).
const (
	MinLength           = 15
	MinLengthWithFactor = 8
	MaxLength           = 256
)

// Policy says what is asked of a password.
type Policy struct {
	// SecondFactor tells that the password does not stand alone.
	SecondFactor bool
}

// MinLength is the least number of code points.
func (p Policy) MinLength() int {
	if p.SecondFactor {
		return MinLengthWithFactor
	}
	return MinLength
}

// leastGuesses is how many tries a clever attacker has to need.
func (p Policy) leastGuesses() float64 {
	if p.SecondFactor {
		return leastGuessesWithFactor
	}
	return leastGuesses
}

// shortestWord is the length from which one of the person's own words is looked for.
const shortestWord = 4

// maxBytes is more than MaxLength code points take in any form; longer input is not looked at.
const maxBytes = MaxLength * 16

// service is our own name: a context-specific word, as the standard calls it.
const service = "lanyard"

// Check judges a new password. words are the person's own: username, practice name, provider
// name, e-mail address. The answer is nil or a problem of the input "password" with the reason.
// There are no rules of composition: any code point counts one.
func Check(password string, words ...string) error { return Policy{}.Check(password, words...) }

// Check is the same under a policy.
func (p Policy) Check(password string, words ...string) error {
	reason := p.refusal(password, append([]string{service}, words...))
	if reason == "" {
		return nil
	}
	return problem.Invalid("password", "%s", reason)
}

func (p Policy) refusal(password string, words []string) string {
	if len(password) > maxBytes || stored(password) > MaxLength {
		return "This password is too long: at most 256 characters are accepted."
	}
	if !utf8.ValidString(password) {
		return "This password contains bytes that are not text."
	}
	if typed(password) < p.MinLength() {
		return fmt.Sprintf("This password is too short: use at least %d characters. Several words with spaces between them are fine.", p.MinLength())
	}
	text := normalise(password)
	switch {
	case repeats(text):
		return "This password repeats one short piece. Repeating adds no safety: use at least 15 characters that are not a repeat."
	case counts(text):
		return "This password is mostly a row of neighbouring characters, which is tried early."
	case containsAny(text, words):
		return "This password contains your username, your name, your practice's name, your e-mail address or the name of this service."
	case covered(text, parts(words)):
		return "This password consists mostly of words that belong to you or your practice."
	case covered(text, common()):
		return "This password is on the list of common passwords, or is nearly one of them."
	case guessable(text, parts(words), p.leastGuesses()):
		return "This password is too easy to guess: it is made of common words, names, dates or keyboard rows. Add a few unrelated words."
	}
	return ""
}

// parts are the single words within the person's own, if long enough not to forbid by chance.
func parts(words []string) []string {
	var found []string
	for _, word := range words {
		for _, part := range strings.FieldsFunc(word, func(r rune) bool { return isFiller(r) || r == '@' }) {
			if utf8.RuneCountInString(part) >= shortestWord {
				found = append(found, part)
			}
		}
	}
	return found
}

package password

import (
	"github.com/trustelem/zxcvbn/matching"
	"github.com/trustelem/zxcvbn/scoring"
)

const (
	// leastGuesses is zxcvbn's "very unguessable": safe even when the hashes are stolen. Beside a
	// second factor "safely unguessable" is enough: eight characters without any pattern.
	leastGuesses           = 1e10
	leastGuessesWithFactor = 1e8
	// window bounds the estimator's input: its cost grows steeply with length.
	window = 24
)

// guessable estimates how many tries a clever attacker needs. It looks at one window after the
// other and stops as soon as those seen are enough, which is nearly always the first.
func guessable(text string, own []string, least float64) bool {
	runes := []rune(text)
	guesses := 1.0
	for len(runes) > 0 && guesses < least {
		n := min(window, len(runes))
		guesses *= estimate(string(runes[:n]), own)
		runes = runes[n:]
	}
	return guesses < least
}

// estimate leaves out zxcvbn's bonus for the number of pieces (10,000 for each): with it any
// four of the commonest passwords in a row would count as strong.
func estimate(text string, own []string) float64 {
	matches := matching.Omnimatch(text, own)
	return scoring.MostGuessableMatchSequence(text, matches, true).Guesses
}

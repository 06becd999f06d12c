package password

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normalise makes one password of what different keyboards send for the same characters
// (SP 800-63B-4: NFKC or NFKD before hashing). It must never change: old hashes would not match.
func normalise(password string) string { return norm.NFKC.String(password) }

// typed counts the code points of password, in the form that has fewer: NFKC makes one of a
// letter and its accent, but eighteen of a single Arabic ligature.
func typed(password string) int {
	return min(utf8.RuneCountInString(password), stored(password))
}

// stored counts the code points that are hashed.
func stored(password string) int { return utf8.RuneCountInString(normalise(password)) }

// unmask maps what is commonly written in a letter's place. It makes one letter of i and l,
// as 1 stands for both.
var unmask = strings.NewReplacer("0", "o", "1", "i", "!", "i", "|", "i", "l", "i", "3", "e",
	"4", "a", "@", "a", "5", "s", "$", "s", "7", "t", "+", "t", "8", "b")

// skeleton is text without case, accents, letter look-alikes and everything between the letters
// and digits. It serves comparison only: "L4nyard" and "lan-yard" have the same.
func skeleton(text string) string {
	text = norm.NFKD.String(unmask.Replace(strings.ToLower(text)))
	bare := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
	return norm.NFC.String(bare) // puts Hangul syllables together again
}

// isFiller reports what people put between words and attackers try first.
func isFiller(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("-_.,'", r)
}

package codessetup

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var apostrophes = strings.NewReplacer("'", "", "’", "")

// plain is a name in capitals, its words parted by one space, without anything but letters
// and digits: "St. Mary's" and "ST  MARYS" are the same.
func plain(name string) string {
	words := strings.FieldsFunc(apostrophes.Replace(norm.NFKC.String(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return strings.ToUpper(strings.Join(words, " "))
}

package password

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// enough is how many code points have to be left when everything predictable is taken away.
const enough = 8

// repeats reports that text is a unit of fewer than MinLength code points, again and again (the
// last time perhaps cut short). A long unit typed twice is no worse than typed once.
func repeats(text string) bool {
	runes := []rune(strings.ToLower(text))
	unit := period(runes)
	return unit < MinLength && unit <= len(runes)/2
}

// period is the length of the shortest unit that text repeats, or all of text: the length less
// the longest border (the failure function of Knuth, Morris and Pratt).
func period(text []rune) int {
	border := make([]int, len(text))
	for i := 1; i < len(text); i++ {
		k := border[i-1]
		for k > 0 && text[i] != text[k] {
			k = border[k-1]
		}
		if text[i] == text[k] {
			k++
		}
		border[i] = k
	}
	return len(text) - border[len(text)-1]
}

// counts reports rows such as abcdef, 98765 or 1111, in any script, that leave too little else.
func counts(text string) bool {
	runes := []rune(strings.ToLower(text))
	left := len(runes)
	for i := 2; i < len(runes); i++ {
		step := runes[i] - runes[i-1]
		if step >= -1 && step <= 1 && step == runes[i-1]-runes[i-2] {
			left--
		}
	}
	return left < enough
}

// containsAny reports that one of words stands in text as a whole, however written.
func containsAny(text string, words []string) bool {
	bones := skeleton(text)
	return slices.ContainsFunc(words, func(word string) bool {
		word = skeleton(word)
		return utf8.RuneCountInString(word) >= shortestWord && strings.Contains(bones, word)
	})
}

// covered reports that text is little more than some of the pieces and what joins them.
func covered(text string, pieces []string) bool {
	bones := skeleton(text)
	rest := bones
	for _, piece := range longestFirst(pieces) {
		rest = strings.ReplaceAll(rest, piece, " ")
	}
	if rest == bones {
		return false
	}
	removed := utf8.RuneCountInString(bones) - utf8.RuneCountInString(strings.ReplaceAll(rest, " ", ""))
	left := -removed
	for _, r := range text {
		if !isFiller(r) {
			left++
		}
	}
	return left < enough
}

// longestFirst returns the skeletons of pieces, so that no piece is torn by a shorter one.
func longestFirst(pieces []string) []string {
	bones := make([]string, 0, len(pieces))
	for _, piece := range pieces {
		if b := skeleton(piece); b != "" {
			bones = append(bones, b)
		}
	}
	slices.SortFunc(bones, func(a, b string) int { return len(b) - len(a) })
	return bones
}

//go:embed common.txt
var commonText string

// common is the list of long passwords, phrases and keyboard walks that the estimator's own
// lists lack: those hold what people choose when eight characters are enough.
var common = sync.OnceValue(func() []string {
	var list []string
	for line := range strings.Lines(commonText) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			list = append(list, line)
		}
	}
	return list
})

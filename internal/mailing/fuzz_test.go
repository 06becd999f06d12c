package mailing

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Whatever others say, it is one short line, and what is one already stays.
func FuzzOneLine(f *testing.F) {
	for _, text := range []string{"", "Anna's practice", "a\r\nBcc: x@example.com", "\x85\u2028", "\xff", strings.Repeat("é", 201)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		line := oneLine(text)
		if strings.ContainsFunc(line, unicode.IsControl) || !utf8.ValidString(line) || utf8.RuneCountInString(line) > 200 {
			t.Errorf("%q became %q", text, line)
		}
		if again := oneLine(line); again != line {
			t.Errorf("%q becomes %q", line, again)
		}
		plain := strings.ToValidUTF8(text, "")
		if !strings.ContainsFunc(plain, unicode.IsControl) && !strings.HasPrefix(plain, line) {
			t.Errorf("%q became %q", text, line)
		}
	})
}

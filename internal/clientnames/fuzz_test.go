package clientnames_test

import (
	"strings"
	"testing"

	"lanyard/internal/clientnames"
)

// What somebody looks for stands in a pattern for itself: read back as LIKE reads it, it is the same text, with any before
// and after it.
func FuzzAnywhere(f *testing.F) {
	for _, text := range []string{"Moss", "50%", "a_b", `\`, `\%`, "", "é"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pattern := clientnames.Anywhere(text)
		inner, found := strings.CutPrefix(pattern, "%")
		var read strings.Builder
		escaped := false
		for i, r := range []byte(inner) {
			last := i == len(inner)-1
			switch {
			case escaped:
				escaped = false
				read.WriteByte(r)
			case r == '\\':
				escaped = true
			case r == '_', r == '%' && !last:
				t.Fatalf("%q finds more than itself by %q", text, pattern)
			case !last:
				read.WriteByte(r)
			}
		}
		if !found || escaped || read.String() != text || !strings.HasSuffix(pattern, "%") {
			t.Errorf("%q is looked for as %q, which is %q", text, pattern, read.String())
		}
	})
}

package column_test

import (
	"strings"
	"testing"
	"time"

	"lanyard/ent/column"
)

// What is read as a day is one that the calendar has, and is written the same.
func FuzzDate(f *testing.F) {
	for _, text := range []string{"", "2026-01-31", "2026-02-29", "0000-00-00", "2026-1-3", "12026-01-31", "2026-01-31T00:00:00Z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var d column.Date
		if d.UnmarshalGQL(text) != nil {
			return
		}
		var written strings.Builder
		d.MarshalGQL(&written)
		if _, err := time.Parse(time.DateOnly, text); err != nil || written.String() != `"`+text+`"` {
			t.Errorf("%q is read as %s", text, written.String())
		}
	})
}

package feed

import (
	"strings"
	"testing"

	"github.com/google/uuid"
)

// What is read as a cursor is written the same, and is never before the first event.
func FuzzCursor(f *testing.F) {
	f.Add("")
	f.Add("no cursor")
	f.Add(Cursor{}.String())
	f.Add(strings.Repeat("0", 39) + "\r0000")
	f.Add(at(uuid.New(), 1<<40, []byte("hash of it")).String())
	f.Fuzz(func(t *testing.T, text string) {
		c, err := parse(text)
		if err == nil && (c.String() != text || c.seq < 0) {
			t.Errorf("%q reads as %+v", text, c)
		}
	})
}

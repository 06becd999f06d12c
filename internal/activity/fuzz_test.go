package activity

import (
	"bufio"
	"crypto/ed25519"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// A notice that was read is written and read the same.
func FuzzParseNotice(f *testing.F) {
	f.Add("")
	f.Add(Notice{Account: uuid.New(), Section: "CLIENTS", EntityType: "Client", Entity: uuid.New(), Log: true}.String())
	f.Add(Notice{SignIns: true}.String())
	f.Fuzz(func(t *testing.T, line string) {
		n := ParseNotice(line)
		if strings.HasPrefix(n.Section, "-") || strings.HasPrefix(n.EntityType, "-") {
			return // no name of ours
		}
		if again := ParseNotice(n.String()); again != n {
			t.Errorf("%q: %+v is read as %+v", line, n, again)
		}
	})
}

// Whatever stands in the file of the checkpoints, without the key no end of a chain is taken from it, and each line
// is counted and blamed.
func FuzzCheckpoints(f *testing.F) {
	public, _, err := ed25519.GenerateKey(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add("")
	f.Add("{}\n")
	f.Add(`{"checkpoint":{"ends":[{"account":"00000000-0000-0000-0000-000000000000","seq":1,"hash":"00"}]},"signature":""}` + "\n")
	f.Fuzz(func(t *testing.T, text string) {
		c := &Checkpoints{ends: map[uuid.UUID][]knownEnd{}}
		if err := c.read(bufio.NewReader(strings.NewReader(text)), public); err != nil {
			t.Fatal(err)
		}
		if len(c.ends) > 0 || c.Lines != strings.Count(text, "\n") || len(c.Problems) != c.Lines {
			t.Errorf("%q: %+v", text, c)
		}
	})
}

package activity

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"os"
	"path/filepath"
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

// Keys that are taken are whole and belong together; of others nothing is told but what is wrong with them.
func FuzzReadKeys(f *testing.F) {
	whole := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	f.Add(bytes.Repeat([]byte{1}, logKeySize), whole.Seed(), []byte(whole.Public().(ed25519.PublicKey)))
	f.Add(bytes.Repeat([]byte{1}, logKeySize), whole.Seed(), make([]byte, ed25519.PublicKeySize))
	f.Add([]byte("quartz-umbrella"), []byte("quartz-umbrella"), []byte("quartz-umbrella"))
	f.Fuzz(func(t *testing.T, log, seed, public []byte) {
		dir := t.TempDir()
		for name, text := range map[string][]byte{logKeyFile: log, signingKeyFile: seed, publicKeyFile: public} {
			if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		k, err := readKeys(dir)
		belong := len(log) == logKeySize && len(seed) == ed25519.SeedSize && bytes.Equal(ed25519.NewKeyFromSeed(seed)[ed25519.SeedSize:], public)
		if (err == nil) != belong {
			t.Errorf("%x %x %x: %v", log, seed, public, err)
		}
		if err == nil && (!bytes.Equal(k.log, log) || !ed25519.Verify(public, seed, ed25519.Sign(k.sign, seed))) {
			t.Errorf("%x %x %x are other keys", log, seed, public)
		}
		if err != nil && len(log) > 8 && strings.Contains(err.Error(), string(log)) {
			t.Errorf("a key is told: %v", err)
		}
	})
}

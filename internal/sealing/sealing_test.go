package sealing

import (
	"bytes"
	"testing"

	"github.com/google/uuid"
)

const secret = "what nobody else is to read"

// What is sealed for one owner opens for no other, with no other key, and not when it was changed.
func TestSealer(t *testing.T) {
	owner, other := uuid.New(), uuid.New()
	s := sealerOf(t, 1)
	sealed, err := s.Seal(owner, secret)
	if err != nil || bytes.Contains(sealed, []byte(secret)) {
		t.Fatalf("%q, %v", sealed, err)
	}
	if opened, err := s.Open(owner, sealed); err != nil || opened != secret {
		t.Errorf("%q, %v", opened, err)
	}
	changed := bytes.Clone(sealed)
	changed[len(changed)-1]++
	_, byOther := s.Open(other, sealed)
	_, byKey := sealerOf(t, 2).Open(owner, sealed)
	_, byChange := s.Open(owner, changed)
	_, byNone := Sealer{}.Open(owner, sealed)
	for name, err := range map[string]error{"another owner": byOther, "another key": byKey, "a change": byChange, "no key": byNone} {
		if err == nil {
			t.Errorf("%s: it opens", name)
		}
	}
}

func sealerOf(t *testing.T, b byte) Sealer {
	t.Helper()
	s, err := New(bytes.Repeat([]byte{b}, 32))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

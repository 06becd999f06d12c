package secondfactor

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// The key of the examples of RFC 6238, and what they say of these moments.
const rfcKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

func TestStepOf(t *testing.T) {
	for name, c := range map[string]struct {
		code string
		now  int64
		want int64
	}{
		"RFC 6238, 59":               {"287082", 59, 1},
		"RFC 6238, 1111111109":       {"081804", 1111111109, 37037036},
		"a clock that is one behind": {"287082", 59 + 30, 1},
		"a clock that is one ahead":  {"287082", 59 - 30, 1},
		"two steps later":            {"287082", 59 + 60, 0},
		"another code":               {"287083", 59, 0},
		"no code":                    {"", 59, 0},
	} {
		got, err := stepOf(rfcKey, c.code, time.Unix(c.now, 0))
		if err != nil || got != c.want {
			t.Errorf("%s: step %d, %v; want %d", name, got, err, c.want)
		}
	}
}

func TestRecoveryCodesAreLongAndDiffer(t *testing.T) {
	codes := newRecoveryCodes()
	seen := map[string]bool{}
	for _, code := range codes {
		seen[code] = true
		if len(plain(code)) != codeSize || !bytes.Equal(hashOf(code), hashOf(" "+strings.ToLower(code))) {
			t.Errorf("%q", code)
		}
	}
	if len(seen) != setSize {
		t.Errorf("%d different codes", len(seen))
	}
}

// What is sealed for one username opens for no other, with no other key, and not when it was changed.
func TestSealer(t *testing.T) {
	username, other := uuid.New(), uuid.New()
	s := sealerOf(t, 1)
	sealed, err := s.seal(username, rfcKey)
	if err != nil || bytes.Contains(sealed, []byte(rfcKey)) {
		t.Fatalf("%q, %v", sealed, err)
	}
	if secret, err := s.open(username, sealed); err != nil || secret != rfcKey {
		t.Errorf("%q, %v", secret, err)
	}
	changed := bytes.Clone(sealed)
	changed[len(changed)-1]++
	_, byOther := s.open(other, sealed)
	_, byKey := sealerOf(t, 2).open(username, sealed)
	_, byChange := s.open(username, changed)
	_, byNone := Sealer{}.open(username, sealed)
	for name, err := range map[string]error{"another username": byOther, "another key": byKey, "a change": byChange, "no key": byNone} {
		if err == nil {
			t.Errorf("%s: it opens", name)
		}
	}
}

func sealerOf(t *testing.T, b byte) Sealer {
	t.Helper()
	s, err := NewSealer(bytes.Repeat([]byte{b}, 32))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPicture(t *testing.T) {
	p, err := pictureOf("otpauth://totp/Lanyard:anna?secret=" + rfcKey + "&issuer=Lanyard")
	if err != nil || p.Size < 33 || !strings.HasPrefix(p.Path, "M4 4h1v1h-1z") {
		t.Errorf("%+v, %v", p, err)
	}
}

package secondfactor

import (
	"bytes"
	"strings"
	"testing"
	"time"
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

func TestPicture(t *testing.T) {
	p, err := pictureOf("otpauth://totp/Lanyard:anna?secret=" + rfcKey + "&issuer=Lanyard")
	if err != nil || p.Size < 33 || !strings.HasPrefix(p.Path, "M4 4h1v1h-1z") {
		t.Errorf("%+v, %v", p, err)
	}
}

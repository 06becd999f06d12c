package accountaccess

import (
	"bytes"
	"strings"
	"testing"
)

// A code is found however people write it down, and no other code is.
func FuzzHashCode(f *testing.F) {
	f.Add([]byte("any code of an invitation"), byte(3), byte(1))
	f.Add([]byte("OIB 018"), byte(0), byte(31))
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" // of rand.Text
	f.Fuzz(func(t *testing.T, raw []byte, at, by byte) {
		if len(raw) == 0 {
			return
		}
		code := make([]byte, len(raw))
		for i, b := range raw {
			code[i] = letters[b%32]
		}
		i := int(at) % len(code)
		written := strings.NewReplacer("o", "0", "i", "1", "b", "8").Replace(strings.ToLower(string(code[:i]))) + " - " + string(code[i:])
		if !bytes.Equal(hashCode(written), hashCode(string(code))) {
			t.Errorf("%q is not %q", written, code)
		}
		other := bytes.Clone(code)
		other[i] = letters[(strings.IndexByte(letters, code[i])+1+int(by)%31)%32]
		if bytes.Equal(hashCode(string(other)), hashCode(string(code))) {
			t.Errorf("%q is %q", other, code)
		}
	})
}

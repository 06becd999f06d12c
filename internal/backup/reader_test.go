package backup

import (
	"bytes"
	"compress/gzip"
	"errors"
	"testing"
)

// What is no backup is refused as such, or as a damaged one: never with a part of it that does not fit its checksum.
func FuzzReader(f *testing.F) {
	f.Add([]byte(nil))
	f.Add([]byte("no tar"))
	f.Add(append([]byte(headName), make([]byte, 1024)...))
	f.Fuzz(func(t *testing.T, tar []byte) {
		var packed bytes.Buffer
		zip := gzip.NewWriter(&packed)
		_, _ = zip.Write(tar)
		if err := zip.Close(); err != nil {
			t.Fatal(err)
		}
		in, err := newReader(&packed)
		for err == nil && in.name != "" {
			err = in.next()
		}
		if err != nil && !errors.Is(err, ErrForeign) && !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
	})
}

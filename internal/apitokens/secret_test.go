package apitokens

import (
	"bytes"
	"strings"
	"testing"
)

func TestSecrets(t *testing.T) {
	first, second := newSecret(), newSecret()
	if first == second || len(first) != len(Prefix)+secretLength+sumLength || !strings.HasPrefix(first, Prefix) {
		t.Fatalf("%q, %q", first, second)
	}
	hash, ok := hashOf(first)
	other, also := hashOf(second)
	if !ok || !also || bytes.Equal(hash, other) || len(hash) != 32 {
		t.Fatal("tokens are not told apart")
	}
	for i := len(Prefix); i < len(first); i++ {
		mistyped := []byte(first)
		mistyped[i] = digits[(strings.IndexByte(digits, first[i])+1)%len(digits)]
		if _, ok := hashOf(string(mistyped)); ok {
			t.Errorf("a wrong character at %d is not seen", i)
		}
	}
}

// What other programs make of it: GitHub's tokens have the same form.
func TestChecksumIsCRC32InBase62(t *testing.T) {
	for text, want := range map[string]string{"": "000000", "123456789": "3jZRME"} {
		if got := checksum(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func FuzzHashOf(f *testing.F) {
	f.Add(newSecret())
	f.Add("lanyard_")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		if _, ok := hashOf(text); ok && checksum(text[len(Prefix):len(Prefix)+secretLength]) != text[len(text)-sumLength:] {
			t.Fatal(text)
		}
	})
}

package secret

import (
	"bytes"
	"strings"
	"testing"
)

func TestSecrets(t *testing.T) {
	first, hash := Token.New()
	second, other := Token.New()
	if first == second || len(first) != len(Token)+bodyLength+sumLength || !strings.HasPrefix(first, string(Token)) {
		t.Fatalf("%q, %q", first, second)
	}
	if again, ok := Token.Hash(first); !ok || !bytes.Equal(hash, again) || bytes.Equal(hash, other) || len(hash) != 32 {
		t.Fatal("secrets are not told apart")
	}
	for i := len(Token); i < len(first); i++ {
		mistyped := []byte(first)
		mistyped[i] = digits[(strings.IndexByte(digits, first[i])+1)%len(digits)]
		if _, ok := Token.Hash(string(mistyped)); ok {
			t.Errorf("a wrong character at %d is not seen", i)
		}
	}
}

// What is for one thing is for no other.
func TestKindsAreToldApart(t *testing.T) {
	kinds := []Kind{Token, Refresh, Code, Client}
	for _, made := range kinds {
		text, _ := made.New()
		for _, read := range kinds {
			if _, ok := read.Hash(text); ok != (made == read) {
				t.Errorf("%s reads %s: %v", read, made, ok)
			}
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

func FuzzHash(f *testing.F) {
	text, _ := Token.New()
	f.Add(text)
	f.Add("lanyard_")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		if _, ok := Token.Hash(text); ok && checksum(text[len(Token):len(Token)+bodyLength]) != text[len(text)-sumLength:] {
			t.Fatal(text)
		}
	})
}

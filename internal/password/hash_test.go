package password

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"
)

func TestHashIsSaltedArgon2id(t *testing.T) { // d1-11
	one, two := mustHash(t, "orchid tunnel ladder"), mustHash(t, "orchid tunnel ladder")
	if one == two {
		t.Error("two hashes of one password are the same")
	}
	if !strings.HasPrefix(one, "$argon2id$v=19$m=19456,t=2,p=1$") || strings.Contains(one, "orchid") {
		t.Errorf("unexpected hash %s", one)
	}
}

// Whatever the keyboard sends for a character, the password is the same; another is not.
func TestVerifyRoundTrip(t *testing.T) {
	forms := []norm.Form{norm.NFC, norm.NFD, norm.NFKC, norm.NFKD}
	random := rand.New(rand.NewPCG(5, 6))
	for i := range 12 {
		password := randomText(random)
		encoded := mustHash(t, forms[i%4].String(password))
		for _, form := range forms {
			mustVerify(t, form.String(password), encoded, true)
		}
		mustVerify(t, password+"a", encoded, false)
	}
}

func TestNothingIsTruncated(t *testing.T) { // d1-5
	long := randomLetters(rand.New(rand.NewPCG(7, 8)), 255)
	encoded := mustHash(t, long+"a")
	mustVerify(t, long+"a", encoded, true)
	mustVerify(t, long+"b", encoded, false)
	mustVerify(t, long, encoded, false)
	mustVerify(t, long+"a ", encoded, false)
	mustVerify(t, strings.Repeat("x", 1<<20), mustHash(t, ""), false)
}

func TestVerifySaysWhenToRehash(t *testing.T) {
	older := current
	older.Memory, older.Iterations = 8*1024, 1
	encoded, err := argon2id.CreateHash("orchid tunnel ladder", &older)
	if err != nil {
		t.Fatal(err)
	}
	ok, needsRehash, err := Verify(t.Context(), "orchid tunnel ladder", encoded)
	if !ok || !needsRehash || err != nil {
		t.Errorf("older hash: %v %v %v", ok, needsRehash, err)
	}
	ok, needsRehash, err = Verify(t.Context(), "another", encoded)
	if ok || needsRehash || err != nil {
		t.Errorf("wrong password: %v %v %v", ok, needsRehash, err)
	}
}

func TestVerifyRefusesDamagedHashes(t *testing.T) {
	good := mustHash(t, "orchid tunnel ladder")
	for name, encoded := range map[string]string{
		"empty":           "",
		"cut off":         good[:len(good)-30],
		"another kind":    "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
		"no key":          good[:strings.LastIndex(good, "$")+1],
		"no passes":       strings.Replace(good, "t=2", "t=0", 1),
		"no lanes":        strings.Replace(good, "p=1", "p=0", 1),
		"too much memory": strings.Replace(good, "m=19456", "m=4194304", 1),
		"too many passes": strings.Replace(good, "t=2", "t=4000000", 1),
	} {
		ok, _, err := Verify(t.Context(), "orchid tunnel ladder", encoded)
		if ok || err == nil {
			t.Errorf("%s: %v %v", name, ok, err)
		} else if encoded != "" && strings.Contains(err.Error(), encoded) || strings.Contains(err.Error(), "orchid") {
			t.Errorf("%s: the error shows too much: %v", name, err)
		}
	}
}

// d1-16: an unknown username costs a hash of the same parameters, in the same queue.
func TestVerifyNothingCostsAHash(t *testing.T) {
	params, err := decode(nobody)
	if err != nil || *params != current {
		t.Errorf("not the cost of a new hash: %+v %v", params, err)
	}
	mustVerify(t, "orchid tunnel ladder", nobody, false)
	mustVerify(t, "", nobody, false)
	if err := VerifyNothing(t.Context(), "orchid tunnel ladder"); err != nil {
		t.Error(err)
	}
}

// With every place taken nothing is hashed, and a waiting caller leaves when its time is up.
func TestHashesAreBounded(t *testing.T) {
	encoded := mustHash(t, "orchid tunnel ladder")
	for range cap(hashing) {
		hashing <- struct{}{}
	}
	calls := map[string]func(context.Context) error{
		"Hash":          func(ctx context.Context) error { _, err := Hash(ctx, "x"); return err },
		"Verify":        func(ctx context.Context) error { _, _, err := Verify(ctx, "x", encoded); return err },
		"VerifyNothing": func(ctx context.Context) error { return VerifyNothing(ctx, "x") },
	}
	for name, call := range calls {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		if err := call(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s did not wait for a place: %v", name, err)
		}
		cancel()
	}
	for range cap(hashing) {
		<-hashing
	}
	for name, call := range calls {
		if err := call(t.Context()); err != nil {
			t.Errorf("%s with free places: %v", name, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := call(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s worked for a caller that had left: %v", name, err)
		}
	}
	if len(hashing) != 0 {
		t.Errorf("%d places were not given back", len(hashing))
	}
}

func BenchmarkVerify(b *testing.B) {
	encoded, err := Hash(b.Context(), "orchid tunnel ladder")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("known", func(b *testing.B) {
		for b.Loop() {
			_, _, _ = Verify(b.Context(), "orchid tunnel ladder", encoded)
		}
	})
	b.Run("unknown", func(b *testing.B) {
		for b.Loop() {
			_ = VerifyNothing(b.Context(), "orchid tunnel ladder")
		}
	})
}

func mustHash(t *testing.T, password string) string {
	t.Helper()
	encoded, err := Hash(t.Context(), password)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

func mustVerify(t *testing.T, password, encoded string, want bool) {
	t.Helper()
	ok, needsRehash, err := Verify(t.Context(), password, encoded)
	if ok != want || needsRehash || err != nil {
		t.Errorf("verify: %v %v %v, want %v", ok, needsRehash, err, want)
	}
}

// randomText draws from characters that have several forms.
func randomText(random *rand.Rand) string {
	ranges := [][2]rune{{'a', 'z'}, {0xC0, 0x17F}, {0x1E00, 0x1EFF}, {0xAC00, 0xD7A3}, {0xFB00, 0xFB06}, {0xFF01, 0xFF5E}, {0x300, 0x30F}, {0x1F300, 0x1F5FF}, {0x3041, 0x3096}, {0x2460, 0x2473}}
	var text strings.Builder
	for range 15 + random.IntN(20) {
		r := ranges[random.IntN(len(ranges))]
		text.WriteRune(r[0] + random.Int32N(r[1]-r[0]+1))
	}
	return text.String()
}

// A stored hash is computed within its bounds, or not at all.
func FuzzDecode(f *testing.F) {
	for _, encoded := range []string{"", nobody, "$argon2id$v=19$m=0,t=0,p=0$$", "$argon2id$v=19$m=4294967295,t=1,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5a2V5a2V5"} {
		f.Add(encoded)
	}
	f.Fuzz(func(t *testing.T, encoded string) {
		p, err := decode(encoded)
		if err != nil {
			if strings.Contains(encoded, "$") && strings.Contains(err.Error(), encoded) {
				t.Errorf("the error tells the hash: %v", err)
			}
			return
		}
		if p.Memory > 128<<10 || p.Iterations < 1 || p.Iterations > 16 || p.Parallelism < 1 {
			t.Errorf("%q: %+v", encoded, p)
		}
	})
}

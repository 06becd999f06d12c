// Package password keeps and checks passwords: hashing with Argon2id under a bound on memory,
// and the rules for a new one (NIST SP 800-63B-4, section 3.1.1). No password, whole or in
// part, appears in any error.
package password

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"

	"github.com/alexedwards/argon2id"
	"golang.org/x/crypto/argon2"
)

// current is the cost of new hashes: 19 MiB, two passes, one lane (OWASP's first choice).
// One lane, because simultaneous sign-ins fill the processors already.
var current = argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// hashing bounds how many hashes are made at once, in the whole process: each takes 19 MiB, so
// without it a burst of sign-ins is a burst of memory.
var hashing = newGate(runtime.GOMAXPROCS(0))

// nobody has the cost of a current hash and matches no password: its key is all zeros.
var nobody = encode(make([]byte, current.SaltLength), make([]byte, current.KeyLength))

// errUnusable says that a stored hash was not made by Hash. It never carries the hash.
var errUnusable = errors.New("the stored hash is not a usable Argon2id hash")

// Hash returns the encoded Argon2id hash of password, with its parameters and a fresh salt. It
// does not judge the password: Check does. It waits for its turn; when ctx ends first, that
// error is returned.
func Hash(ctx context.Context, password string) (encoded string, err error) {
	err = hashing.do(ctx, func() error {
		encoded, err = argon2id.CreateHash(normalise(password), &current)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	return encoded, nil
}

// Verify reports whether password is the one that encoded was made of. needsRehash is true when
// it is and encoded has other parameters than a new hash would: store Hash's answer then. An
// error means that encoded is damaged, or that ctx ended before its turn came.
func Verify(ctx context.Context, password, encoded string) (ok, needsRehash bool, err error) {
	params, err := decode(encoded)
	if err != nil {
		return false, false, fmt.Errorf("verify password: %w", err)
	}
	text, fits := password, len(password) <= maxBytes
	if !fits {
		text = "" // nobody's password; it still has to take its time
	}
	err = hashing.do(ctx, func() error {
		ok, err = argon2id.ComparePasswordAndHash(normalise(text), encoded)
		return err
	})
	if err != nil {
		return false, false, fmt.Errorf("verify password: %w", err)
	}
	ok = ok && fits
	return ok, ok && *params != current, nil
}

// VerifyNothing costs what Verify costs and lets nobody in. Call it for an unknown username, so
// that the answer's time does not tell which usernames exist; treat its error as Verify's.
func VerifyNothing(ctx context.Context, password string) error {
	_, _, err := Verify(ctx, password, nobody)
	return err
}

// decode reads the parameters of a stored hash and refuses those that are dangerous to compute:
// no passes or lanes (a panic), a short key (an empty one matches every password), too much memory.
func decode(encoded string) (*argon2id.Params, error) {
	params, salt, key, err := argon2id.DecodeHash(encoded)
	if err != nil {
		return nil, errUnusable
	}
	usable := params.Iterations >= 1 && params.Iterations <= 16 &&
		params.Parallelism >= 1 && params.Memory <= 128*1024 &&
		len(salt) >= 8 && len(key) >= 16
	if !usable {
		return nil, errUnusable
	}
	return params, nil
}

func encode(salt, key []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		current.Memory, current.Iterations, current.Parallelism,
		b64.EncodeToString(salt), b64.EncodeToString(key))
}

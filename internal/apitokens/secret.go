// Package apitokens is what partner apps ask with: tokens that a username makes for some of its accounts,
// sections and levels, for a time, and that never do more than the username may at that moment.
package apitokens

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"math/big"
	"strings"
)

// A token is Prefix, 256 random bits and a checksum of them, each in base62: scanners find it where it should
// not be, and one that is mistyped is known without the database.
const (
	Prefix       = "lanyard_"
	digits       = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	secretBytes  = 32
	secretLength = 43 // 62^43 > 2^256
	sumLength    = 6  // 62^6 > 2^32
)

func newSecret() string {
	raw := make([]byte, secretBytes)
	_, _ = rand.Read(raw) // it never fails
	secret := base62(raw, secretLength)
	return Prefix + secret + checksum(secret)
}

// hashOf is what is kept of a token; false: this is none.
func hashOf(token string) ([]byte, bool) {
	body, found := strings.CutPrefix(token, Prefix)
	if !found || len(body) != secretLength+sumLength || checksum(body[:secretLength]) != body[secretLength:] {
		return nil, false
	}
	sum := sha256.Sum256([]byte(token))
	return sum[:], true
}

func checksum(secret string) string {
	return base62(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(secret))), sumLength)
}

// base62 writes a number with so many digits.
func base62(raw []byte, length int) string {
	n, base, digit := new(big.Int).SetBytes(raw), big.NewInt(int64(len(digits))), new(big.Int)
	text := make([]byte, length)
	for i := length - 1; i >= 0; i-- {
		n.DivMod(n, base, digit)
		text[i] = digits[digit.Int64()]
	}
	return string(text)
}

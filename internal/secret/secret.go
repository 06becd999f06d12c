// Package secret makes the texts by which programs of others show who they are, and what is kept of them.
package secret

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"math/big"
	"strings"
)

// Kind is what a secret is for: what it begins with.
type Kind string

// The kinds.
const (
	Token   Kind = "lanyard_"
	Refresh Kind = "lanyard_refresh_"
	Code    Kind = "lanyard_code_"
	Client  Kind = "lanyard_secret_"
)

// A secret is its kind, 256 random bits and a checksum of them, each in base62: scanners find it where it should
// not be, and one that is mistyped is known without the database.
const (
	digits     = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	rawBytes   = 32
	bodyLength = 43 // 62^43 > 2^256
	sumLength  = 6  // 62^6 > 2^32
)

// New makes a secret. It is shown or sent once, and its hash is kept.
func (k Kind) New() (text string, hash []byte) {
	raw := make([]byte, rawBytes)
	_, _ = rand.Read(raw) // it never fails
	body := base62(raw, bodyLength)
	text = string(k) + body + checksum(body)
	hash, _ = k.Hash(text)
	return text, hash
}

// Hash is what is kept of a secret: its SHA-256; false: this is none of this kind.
func (k Kind) Hash(text string) ([]byte, bool) {
	body, found := strings.CutPrefix(text, string(k))
	if !found || len(body) != bodyLength+sumLength || checksum(body[:bodyLength]) != body[bodyLength:] {
		return nil, false
	}
	sum := sha256.Sum256([]byte(text))
	return sum[:], true
}

func checksum(body string) string {
	return base62(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(body))), sumLength)
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

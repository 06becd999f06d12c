// Package secondfactor is what a username proves itself with beside its password: an authenticator app
// (TOTP, RFC 6238), and recovery codes on paper for when it is lost.
package secondfactor

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/google/uuid"
)

// Sealer seals the keys of authenticator apps with a key that is not in the database.
type Sealer struct {
	id   []byte
	aead cipher.AEAD
}

const idSize = 4

// NewSealer makes a sealer of a key of 32 bytes.
func NewSealer(key []byte) (Sealer, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return Sealer{}, fmt.Errorf("key of second factors: %w", err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	id := sha256.Sum256(key)
	return Sealer{id[:idSize], aead}, err
}

var (
	errNoKey    = errors.New("this server has no key of second factors")
	errOtherKey = errors.New("the second factor was sealed with another key: put the right keys into LANYARD_DATA/keys")
)

// seal gives the id of the sealer's key and the secret, readable with that key and for that username alone.
func (s Sealer) seal(username uuid.UUID, secret string) ([]byte, error) {
	if s.aead == nil {
		return nil, errNoKey
	}
	return append(bytes.Clone(s.id), s.aead.Seal(nil, nil, []byte(secret), username[:])...), nil //nolint:gosec // it makes a nonce of its own
}

func (s Sealer) open(username uuid.UUID, sealed []byte) (string, error) {
	if s.aead == nil {
		return "", errNoKey
	}
	if len(sealed) < idSize || !bytes.Equal(sealed[:idSize], s.id) {
		return "", errOtherKey
	}
	secret, err := s.aead.Open(nil, nil, sealed[idSize:], username[:])
	if err != nil {
		return "", fmt.Errorf("open the key of a second factor: %w", err)
	}
	return string(secret), nil
}

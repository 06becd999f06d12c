// Package sealing seals the secrets that the server has to know again, such as the keys of authenticator apps, with
// a key that is not in the database.
package sealing

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/google/uuid"
)

// Sealer seals each secret for what it belongs to, by AES-256-GCM (NIST SP 800-38D) with random nonces.
type Sealer struct {
	id   []byte
	aead cipher.AEAD
}

const idSize = 4

// New makes a sealer of a key of 32 bytes.
func New(key []byte) (Sealer, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return Sealer{}, fmt.Errorf("key to seal with: %w", err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	id := sha256.Sum256(key)
	return Sealer{id[:idSize], aead}, err
}

var (
	errNoKey    = errors.New("this server has no key to seal with")
	errOtherKey = errors.New("this was sealed with another key: put the right keys into LANYARD_DATA/keys")
)

// Seal gives the id of the sealer's key and the secret, readable with that key and for that owner alone.
func (s Sealer) Seal(owner uuid.UUID, secret string) ([]byte, error) {
	if s.aead == nil {
		return nil, errNoKey
	}
	return append(bytes.Clone(s.id), s.aead.Seal(nil, nil, []byte(secret), owner[:])...), nil //nolint:gosec // it makes a nonce of its own
}

// Open gives the secret that was sealed for the owner.
func (s Sealer) Open(owner uuid.UUID, sealed []byte) (string, error) {
	if s.aead == nil {
		return "", errNoKey
	}
	if len(sealed) < idSize || !bytes.Equal(sealed[:idSize], s.id) {
		return "", errOtherKey
	}
	secret, err := s.aead.Open(nil, nil, sealed[idSize:], owner[:])
	if err != nil {
		return "", fmt.Errorf("open what is sealed: %w", err)
	}
	return string(secret), nil
}

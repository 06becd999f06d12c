package webhooks

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"

	"github.com/google/uuid"
)

// newSecret is a secret of Standard Webhooks: 256 random bits.
func newSecret() string {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw) // it never fails
	return "whsec_" + base64.StdEncoding.EncodeToString(raw)
}

// Sealer seals the secrets of webhooks with a key that is not in the database, each for its webhook alone.
type Sealer struct{ aead cipher.AEAD }

var errNoKey = errors.New("this server has no key of webhooks")

// NewSealer makes a sealer of a key of 32 bytes.
func NewSealer(key []byte) (Sealer, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return Sealer{}, fmt.Errorf("key of webhooks: %w", err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return Sealer{aead}, err
}

func (s Sealer) seal(webhook uuid.UUID, secret string) ([]byte, error) {
	if s.aead == nil {
		return nil, errNoKey
	}
	return s.aead.Seal(nil, nil, []byte(secret), webhook[:]), nil //nolint:gosec // it makes a nonce of its own
}

func (s Sealer) open(webhook uuid.UUID, sealed []byte) (string, error) {
	if s.aead == nil {
		return "", errNoKey
	}
	secret, err := s.aead.Open(nil, nil, sealed, webhook[:])
	if err != nil {
		return "", fmt.Errorf("open the secret of a webhook, which another key may have sealed: %w", err)
	}
	return string(secret), nil
}

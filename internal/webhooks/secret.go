package webhooks

import (
	"crypto/rand"
	"encoding/base64"

	"github.com/google/uuid"

	"lanyard/internal/sealing"
)

// newSecret is a secret of Standard Webhooks: 256 random bits.
func newSecret() string {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw) // it never fails
	return "whsec_" + base64.StdEncoding.EncodeToString(raw)
}

// opened are the secrets of a webhook to sign with: the one before as well, while both hold.
func opened(s sealing.Sealer, webhook uuid.UUID, sealed ...[]byte) ([]string, error) {
	var all []string
	for _, one := range sealed {
		if one == nil {
			continue
		}
		secret, err := s.Open(webhook, one)
		if err != nil {
			return nil, err
		}
		all = append(all, secret)
	}
	return all, nil
}

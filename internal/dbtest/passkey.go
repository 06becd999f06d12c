package dbtest

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"testing"

	"github.com/go-webauthn/webauthn/protocol/webauthncbor"
	"github.com/google/uuid"
)

// Authenticator is a device with one passkey, as WebAuthn describes it.
type Authenticator struct {
	t        testing.TB
	key      *ecdsa.PrivateKey
	id       []byte
	username uuid.UUID
	// Count is how often it has signed: a copy of the device counts on from where it was copied.
	Count uint32
	// Careless asks nobody for a finger or a PIN.
	Careless bool
}

// NewAuthenticator makes a device for a username.
func NewAuthenticator(t testing.TB, username uuid.UUID) *Authenticator {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	id := uuid.New()
	return &Authenticator{t: t, key: key, id: id[:], username: username}
}

// The flags of what a device says: somebody is there, was verified, and a new key is attached.
const (
	present  = 1
	verified = 4
	attached = 64
)

// Make answers the options for a new passkey.
func (a *Authenticator) Make(options string) string {
	a.t.Helper()
	client := a.client("webauthn.create", options)
	size := make([]byte, 2)
	binary.BigEndian.PutUint16(size, uint16(len(a.id)))
	attestation := a.cbor(map[string]any{
		"fmt": "none", "attStmt": map[string]any{}, "authData": bytes.Join([][]byte{a.data(attached), make([]byte, 16), size, a.id, a.public()}, nil),
	})
	return a.answer(map[string]any{"clientDataJSON": text(client), "attestationObject": text(attestation)})
}

// Sign answers the options for a proof.
func (a *Authenticator) Sign(options string) string {
	a.t.Helper()
	client, data := a.client("webauthn.get", options), a.data(0)
	hash := sha256.Sum256(client)
	digest := sha256.Sum256(append(bytes.Clone(data), hash[:]...))
	signature, err := ecdsa.SignASN1(rand.Reader, a.key, digest[:])
	if err != nil {
		a.t.Fatal(err)
	}
	return a.answer(map[string]any{
		"clientDataJSON": text(client), "authenticatorData": text(data), "signature": text(signature), "userHandle": text(a.username[:]),
	})
}

func (a *Authenticator) client(typ, options string) []byte {
	a.t.Helper()
	var asked struct{ Challenge string }
	if err := json.Unmarshal([]byte(options), &asked); err != nil {
		a.t.Fatal(err)
	}
	client, err := json.Marshal(map[string]any{"type": typ, "challenge": asked.Challenge, "origin": Origin})
	if err != nil {
		a.t.Fatal(err)
	}
	return client
}

func (a *Authenticator) data(flags byte) []byte {
	party := sha256.Sum256([]byte("localhost"))
	a.Count++
	if !a.Careless {
		flags |= verified
	}
	return binary.BigEndian.AppendUint32(append(party[:], flags|present), a.Count)
}

// public is the key as COSE has it: ES256 on P-256.
func (a *Authenticator) public() []byte {
	point, err := a.key.PublicKey.Bytes()
	if err != nil {
		a.t.Fatal(err)
	}
	return a.cbor(map[int]any{1: 2, 3: -7, -1: 1, -2: point[1:33], -3: point[33:]})
}

func (a *Authenticator) cbor(v any) []byte {
	a.t.Helper()
	encoded, err := webauthncbor.Marshal(v)
	if err != nil {
		a.t.Fatal(err)
	}
	return encoded
}

func (a *Authenticator) answer(response map[string]any) string {
	a.t.Helper()
	answer, err := json.Marshal(map[string]any{"id": text(a.id), "rawId": text(a.id), "type": "public-key", "response": response, "clientExtensionResults": map[string]any{}})
	if err != nil {
		a.t.Fatal(err)
	}
	return string(answer)
}

func text(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

package secondfactor

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/protocol/webauthncbor"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"
)

// What passes as the code of an app is six digits, of now or one step beside.
func FuzzStepOf(f *testing.F) {
	for _, code := range []string{"287082", "287082 ", "", "000000", "２８７０８２", "2870820"} {
		f.Add(code, int64(59))
	}
	f.Add("081804", int64(1111111109-60)) // two steps ahead
	f.Fuzz(func(t *testing.T, code string, seconds int64) {
		if seconds < 60 || seconds > 1<<40 {
			seconds = 60
		}
		step, err := stepOf(rfcKey, code, time.Unix(seconds, 0))
		if err != nil {
			t.Fatal(err)
		}
		if step != 0 && (len(code) != 6 || strings.Trim(code, "0123456789") != "" || step < seconds/30-1 || step > seconds/30+1) {
			t.Errorf("%q at %d is of step %d", code, seconds, step)
		}
	})
}

// A recovery code is found however people write it down, and no other is.
func FuzzRecoveryCode(f *testing.F) {
	f.Add(uint8(0), " ", byte('A'))
	f.Add(uint8(23), "-\u00a0- ", byte('z'))
	code := newRecoveryCodes()[0]
	f.Fuzz(func(t *testing.T, at uint8, between string, instead byte) {
		i := int(at) % len(code)
		if strings.Trim(between, " -\u00a0") == "" {
			if written := strings.ToLower(code[:i]) + between + code[i:]; !bytes.Equal(hashOf(written), hashOf(code)) {
				t.Errorf("%q is not %q", written, code)
			}
		}
		other := code[:i] + string(rune(instead)) + code[i+1:]
		if same := bytes.Equal(hashOf(other), hashOf(code)); same != (plain(other) == plain(code)) || same && code[i] != '-' && !strings.EqualFold(other, code) {
			t.Errorf("%q is %q", other, code)
		}
	})
}

// fuzzParty is a server, and a username with a passkey whose key nobody has kept.
func fuzzParty(f *testing.F) (*webauthn.WebAuthn, *owner) {
	f.Helper()
	p, err := party(WithOrigin(f.Context(), "https://lanyard.example"))
	if err != nil {
		f.Fatal(err)
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	point, err := key.PublicKey.Bytes()
	if err != nil {
		f.Fatal(err)
	}
	public, err := webauthncbor.Marshal(map[int]any{1: 2, 3: -7, -1: 1, -2: point[1:33], -3: point[33:]})
	if err != nil {
		f.Fatal(err)
	}
	return p, &owner{id: uuid.UUID{7}, passkeys: []webauthn.Credential{{ID: []byte("a passkey"), PublicKey: public}}}
}

// No answer signs for a passkey whose key it has not, and none makes a passkey for another challenge.
func FuzzPasskeyAnswers(f *testing.F) {
	p, o := fuzzParty(f)
	encode := base64.RawURLEncoding.EncodeToString
	const asked, others = "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM", "BAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ"
	session := webauthn.SessionData{Challenge: asked, RelyingPartyID: "lanyard.example", UserVerification: protocol.VerificationRequired, Expires: time.Now().Add(time.Hour)}
	hash := sha256.Sum256([]byte("lanyard.example"))
	present := slices.Concat(hash[:], []byte{0x05, 0, 0, 0, 1})
	client := `{"type":"webauthn.get","challenge":"` + asked + `","origin":"https://lanyard.example"}`
	f.Add(client, present, []byte{0x30, 6, 2, 1, 1, 2, 1, 1}, []byte{})
	f.Add(`{"type":"webauthn.create","challenge":"`+others+`","origin":"https://lanyard.example"}`, present, []byte{}, []byte("\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x40"))
	f.Fuzz(func(t *testing.T, client string, data, signature, attestation []byte) {
		answer, err := json.Marshal(map[string]any{
			"id": encode(o.passkeys[0].ID), "rawId": encode(o.passkeys[0].ID), "type": "public-key",
			"response": map[string]string{
				"clientDataJSON": encode([]byte(client)), "authenticatorData": encode(data), "signature": encode(signature), "userHandle": encode(o.id[:]), "attestationObject": encode(attestation),
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		if parsed, err := protocol.ParseCredentialRequestResponseBytes(answer); err == nil {
			find := func(_, _ []byte) (webauthn.User, error) { return o, nil }
			if _, used, err := p.ValidatePasskeyLogin(find, session, parsed); err == nil {
				t.Errorf("%s proves %v", answer, used)
			}
		}
		if parsed, err := protocol.ParseCredentialCreationResponseBytes(answer); err == nil && parsed.Response.CollectedClientData.Challenge != asked {
			if made, err := p.CreateCredential(o, session, parsed); err == nil {
				t.Errorf("%s makes %v", answer, made)
			}
		}
	})
}

package graph

import (
	"crypto/sha256"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/pquerna/otp/totp"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/secondfactor"
)

// recoveryCode is one of whoever holds a second factor in these tests.
const recoveryCode = "ABCDEFGHIJKLMNOPQRSTUVWX"

// holds gives a username a second factor.
func (g *garden) holds(username uuid.UUID) {
	g.t.Helper()
	g.exec(`INSERT INTO authenticators (username_id, sealed_key, since) VALUES ($1, 'sealed', now()) ON CONFLICT DO NOTHING`, username)
	hash := sha256.Sum256([]byte(recoveryCode))
	g.exec(`INSERT INTO recovery_codes VALUES ($1, $2) ON CONFLICT DO NOTHING`, username, hash[:])
}

// prepareFactor plants what a mutation of second factors is about to change.
func (s *stage) prepareFactor(f *ast.FieldDefinition, v *access.Viewer) {
	s.t.Helper()
	s.call.said["link"], s.call.said["code"] = s.target, func() any { return recoveryCode }
	switch f.Name {
	case "removeAuthenticator", "renewRecoveryCodes":
		s.g.holds(v.Username)
	case "confirmAuthenticator":
		s.call.said["code"] = func() any { return s.offered(v) }
	case "finishSignIn":
		s.call.said["FinishSignInInput.token"], s.call.said["FinishSignInInput.code"] = s.half, s.call.said["code"]
	case "offerPasskey", "addPasskey":
		s.bySigned("AddPasskeyInput", func() (challenge, response string) {
			asked := s.challenge(s.w.Prover.Factors().OfferPasskey(s.w.As(v), v))
			return asked.Challenge, dbtest.NewAuthenticator(s.t, v.Username).Make(asked.Options)
		})
	case "signInByPasskey", "proveAgainByPasskey":
		device, signIn := s.passkey(v), uuid.Nil
		if f.Name == "proveAgainByPasskey" {
			signIn = v.SignIn
		}
		s.bySigned("SignedByPasskeyInput", func() (challenge, response string) {
			asked := s.challenge(s.w.Prover.Factors().AskPasskey(s.w.As(v), signIn))
			return asked.Challenge, device.Sign(asked.Options)
		})
	case "renamePasskey", "removePasskey":
		s.passkey(v)
	case "resetSecondFactor":
		s.call.said["link"] = func() any {
			link := s.target()
			s.g.holds(one[uuid.UUID](s.g, `SELECT username_id FROM links WHERE id = $1`, globalid.Parse(link.(string)).Row))
			return link
		}
	}
}

// bySigned has an input say what a passkey signs, another challenge each time.
func (s *stage) bySigned(input string, sign func() (challenge, response string)) {
	response := ""
	s.call.said[input+".challenge"] = func() (challenge any) { challenge, response = sign(); return challenge }
	s.call.said[input+".response"] = func() any { return response }
}

// once are the mutations whose arguments are good once, whatever becomes of them.
var once = []string{"addPasskey", "signInByPasskey", "proveAgainByPasskey"}

func (s *stage) challenge(c *secondfactor.Challenge, err error) *secondfactor.Challenge {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

// passkey gives the viewer one.
func (s *stage) passkey(v *access.Viewer) *dbtest.Authenticator {
	s.t.Helper()
	device, keeper := dbtest.NewAuthenticator(s.t, v.Username), s.w.Prover.Factors()
	asked := s.challenge(keeper.OfferPasskey(s.w.As(v), v))
	if _, err := keeper.AddPasskey(s.w.As(v), v, asked.Challenge, "phone", device.Make(asked.Options)); err != nil {
		s.t.Fatal(err)
	}
	return device
}

// passkeyOf is the id of the viewer's passkey.
func (s *stage) passkeyOf(v *access.Viewer) string {
	return globalid.New("Passkey", uuid.Nil, one[uuid.UUID](s.g, `SELECT id FROM passkeys WHERE username_id = $1 AND removed_at IS NULL`, v.Username)).String()
}

// offered is a code of a key that is offered to the viewer.
func (s *stage) offered(v *access.Viewer) string {
	s.t.Helper()
	offer, err := s.w.Prover.Factors().Offer(s.w.As(v), v)
	if err != nil {
		s.t.Fatal(err)
	}
	code, err := totp.GenerateCode(offer.Key, time.Now())
	if err != nil {
		s.t.Fatal(err)
	}
	return code
}

// half begins to sign in as somebody who holds a second factor.
func (s *stage) half() any {
	s.t.Helper()
	username := s.g.username(s.a.ID)
	s.g.link(username, s.a.ID, window{}, access.OwnerLevels())
	s.g.holds(username)
	name := one[string](s.g, `SELECT name FROM usernames WHERE id = $1`, username)
	input := map[string]any{"username": name, "password": dbtest.Password}
	r := s.ask(nil, `mutation($i: SignInInput!) { signIn(input: $i) { viewer { id } half { token expiresAt } } }`, map[string]any{"i": input})
	half, ok := r.Data["signIn"].(map[string]any)["half"].(map[string]any)
	if r.failed() || !ok {
		s.t.Fatal(r.raw)
	}
	return half["token"]
}

// askAsDue asks as somebody whom an account does not let in without a second factor.
func (s *stage) askAsDue() {
	s.t.Helper()
	username := s.g.username(s.a.ID)
	s.g.link(username, s.c.ID, window{}, access.OwnerLevels())
	owner := s.w.Reload(s.a.Owner.Username)
	s.passkey(owner)
	if r := s.ask(owner, `{ viewer { secondFactor { passkeys { id name createdAt usedAt } } } }`, nil); r.failed() {
		s.t.Error(r.raw)
	}
	s.g.exec(`UPDATE accounts SET second_factor_required = true WHERE id = $1`, s.c.ID)
	r := s.ask(s.w.Reload(username), `{ viewer { secondFactor { askedBy { providerName practiceName passkey } } } }`, nil)
	if r.failed() {
		s.t.Error(r.raw)
	}
	s.g.exec(`UPDATE accounts SET second_factor_required = false WHERE id = $1`, s.c.ID)
}

// What asks for a fresh proof does nothing for whoever has none; and whoever may not do it anyway is not
// asked to prove anything.
func TestFreshProofs(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full, asked := access.OwnerLevels(), 0
	for _, f := range fieldsOf(s.schema.Mutation) {
		if f.Directives.ForName("fresh") == nil {
			continue
		}
		asked++
		v, _ := s.viewer(full, full)
		v.SignIn = s.rows["SignIn"]
		s.prepare(f, v)
		query, variables := s.call.operation(s.schema.Mutation, f, s.selection(grow(s.schema, s.schema.Types[f.Type.Name()])))
		before := s.g.kept()
		v.ProvenAt -= access.FreshFor.Microseconds()
		r := s.ask(v, query, variables)
		if s.g.kept() != before || r.code() != "FORBIDDEN" || r.Errors[0].Extensions["proveAgain"] != true {
			t.Errorf("%s: %s", f.Name, r.raw)
		}
		if f.Directives.ForName("access") == nil {
			continue
		}
		nobody, _ := s.viewer(access.Levels{}, access.Levels{})
		nobody.ProvenAt = 0
		if r := s.ask(nobody, query, variables); r.code() != "FORBIDDEN" || r.Errors[0].Extensions["proveAgain"] != nil {
			t.Errorf("%s, without the level: %s", f.Name, r.raw)
		}
	}
	if asked < 12 {
		t.Errorf("%d mutations ask for a fresh proof", asked)
	}
}

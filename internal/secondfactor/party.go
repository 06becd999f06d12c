package secondfactor

import (
	"context"
	"net"
	"net/url"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"lanyard/internal/problem"
)

type originKey struct{}

// WithOrigin returns a context of a request to a page's own origin, such as https://lanyard.example.
func WithOrigin(ctx context.Context, origin string) context.Context {
	return context.WithValue(ctx, originKey{}, origin)
}

// OriginFrom is the origin of the context; empty: it has none.
func OriginFrom(ctx context.Context) string {
	origin, _ := ctx.Value(originKey{}).(string)
	return origin
}

// party is the server as passkeys know it: by the name that the browser reached it at. A passkey of
// another name is none of ours: the browser does not offer it.
func party(ctx context.Context) (*webauthn.WebAuthn, error) {
	origin := OriginFrom(ctx)
	at, err := url.Parse(origin)
	if err != nil || at.Hostname() == "" || net.ParseIP(at.Hostname()) != nil {
		return nil, problem.New(problem.Conflict, "Passkeys need a server with a name, and this one was reached by a number.")
	}
	return webauthn.New(&webauthn.Config{
		RPID: at.Hostname(), RPDisplayName: "Lanyard", RPOrigins: []string{origin},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired,
		},
	})
}

// Package oauth lets people let apps in (RFC 6749 with the security of RFC 9700): the authorization code with PKCE
// is the only way. What a person lets an app do is a token of apitokens, whose texts change all the time; the
// wire is zitadel/oidc's.
package oauth

import (
	"time"

	"github.com/google/uuid"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// Client is an app as OAuth sees it. It implements op.Client.
type Client struct {
	ID           uuid.UUID
	URIs         []string
	Confidential bool
}

var _ op.Client = Client{}

// GetID is the client id.
func (c Client) GetID() string { return c.ID.String() }

// RedirectURIs are where it may be sent back to; isRegistered compares them.
func (c Client) RedirectURIs() []string { return c.URIs }

// AuthMethod says how it shows who it is.
func (c Client) AuthMethod() oidc.AuthMethod {
	if c.Confidential {
		return oidc.AuthMethodBasic
	}
	return oidc.AuthMethodNone
}

// ResponseTypes and GrantTypes are the one flow that there is.
func (c Client) ResponseTypes() []oidc.ResponseType {
	return []oidc.ResponseType{oidc.ResponseTypeCode}
}

// GrantTypes are how tokens are come for.
func (c Client) GrantTypes() []oidc.GrantType {
	return []oidc.GrantType{oidc.GrantTypeCode, oidc.GrantTypeRefreshToken}
}

// What follows is OpenID Connect's, which there is none of here.

// ApplicationType implements op.Client.
func (c Client) ApplicationType() op.ApplicationType { return op.ApplicationTypeWeb }

// PostLogoutRedirectURIs implements op.Client.
func (c Client) PostLogoutRedirectURIs() []string { return nil }

// LoginURL implements op.Client.
func (c Client) LoginURL(string) string { return "" }

// AccessTokenType implements op.Client.
func (c Client) AccessTokenType() op.AccessTokenType { return op.AccessTokenTypeBearer }

// IDTokenLifetime implements op.Client.
func (c Client) IDTokenLifetime() time.Duration { return 0 }

// DevMode implements op.Client.
func (c Client) DevMode() bool { return false }

// RestrictAdditionalIdTokenScopes implements op.Client.
//
//nolint:revive // the library names it
func (c Client) RestrictAdditionalIdTokenScopes() func([]string) []string { return none }

// RestrictAdditionalAccessTokenScopes implements op.Client.
func (c Client) RestrictAdditionalAccessTokenScopes() func([]string) []string { return none }

// IsScopeAllowed implements op.Client.
func (c Client) IsScopeAllowed(string) bool { return false }

// IDTokenUserinfoClaimsAssertion implements op.Client.
func (c Client) IDTokenUserinfoClaimsAssertion() bool { return false }

// ClockSkew implements op.Client.
func (c Client) ClockSkew() time.Duration { return 0 }

func none([]string) []string { return nil }

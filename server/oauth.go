package main

import (
	"encoding/json"
	"net/http"

	"github.com/zitadel/oidc/v3/pkg/oidc"

	"lanyard/internal/oauth"
)

// mostForm is the longest body that an app sends to these endpoints, in bytes.
const mostForm = 16 << 10

// oauthEndpoints answers apps that come for tokens, hand them back or ask about them. No cookie is looked at.
func oauthEndpoints(p parts) http.Handler {
	answer := oauth.Endpoints{DB: p.db, Log: p.events}.Handler()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, mostForm)
		if fault := faultOfForm(r); fault != "" {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusBadRequest)
			_ = json.NewEncoder(w).Encode(oidc.ErrInvalidRequest().WithDescription("%s", fault))
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		answer.ServeHTTP(challenged{w}, r)
	})
}

// faultOfForm says what the library lets pass; empty: nothing. What is in an address is kept by logs and proxies
// (RFC 6749, 2.3.1 and 3.2).
func faultOfForm(r *http.Request) string {
	if r.Method != http.MethodPost || r.URL.RawQuery != "" {
		return "send the parameters by POST, in the body"
	}
	if err := r.ParseForm(); err != nil {
		return "the body cannot be read as a form"
	}
	for _, values := range r.PostForm {
		if len(values) > 1 {
			return "a parameter is there twice"
		}
	}
	return ""
}

// challenged says how an app shows who it is, where it has not (RFC 6749, 5.2).
type challenged struct{ http.ResponseWriter }

// WriteHeader implements http.ResponseWriter.
func (c challenged) WriteHeader(status int) {
	if status == http.StatusUnauthorized {
		c.Header().Set("WWW-Authenticate", `Basic realm="lanyard"`)
	}
	c.ResponseWriter.WriteHeader(status)
}

// metadata tells apps where to find what (RFC 8414).
type metadata struct {
	oidc.DiscoveryConfiguration
	// TellsIssuer is RFC 9207's: an app that speaks to several servers is not mixed up.
	TellsIssuer bool `json:"authorization_response_iss_parameter_supported"`
}

func oauthMetadata(c config) http.HandlerFunc {
	withSecret := []oidc.AuthMethod{oidc.AuthMethodBasic, oidc.AuthMethodPost}
	withOrWithout := []oidc.AuthMethod{oidc.AuthMethodBasic, oidc.AuthMethodPost, oidc.AuthMethodNone}
	return func(w http.ResponseWriter, r *http.Request) {
		at := origin(c, r)
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store") // it names the origin that was asked
		_ = json.NewEncoder(w).Encode(metadata{oidc.DiscoveryConfiguration{
			Issuer: at, AuthorizationEndpoint: at + oauth.AuthorizePath, TokenEndpoint: at + oauth.TokenPath,
			RevocationEndpoint: at + oauth.RevokePath, IntrospectionEndpoint: at + oauth.IntrospectPath,
			ScopesSupported: oauth.Scopes(), ResponseTypesSupported: []string{string(oidc.ResponseTypeCode)}, ResponseModesSupported: []string{"query"},
			GrantTypesSupported:               []oidc.GrantType{oidc.GrantTypeCode, oidc.GrantTypeRefreshToken},
			CodeChallengeMethodsSupported:     []oidc.CodeChallengeMethod{oidc.CodeChallengeMethodS256},
			TokenEndpointAuthMethodsSupported: withOrWithout, RevocationEndpointAuthMethodsSupported: withOrWithout, IntrospectionEndpointAuthMethodsSupported: withSecret,
		}, true})
	}
}

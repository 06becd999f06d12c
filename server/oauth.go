package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"

	"github.com/zitadel/oidc/v3/pkg/oidc"

	"lanyard/internal/activity"
	"lanyard/internal/oauth"
)

// mostForm is the longest body that an app sends to these endpoints, in bytes.
const mostForm = 16 << 10

// oauthEndpoints answers apps that come for tokens, hand them back or ask about them. No cookie is looked at.
func oauthEndpoints(p parts) http.Handler {
	answer := oauth.Endpoints{DB: p.db, Log: p.events}.Handler()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, mostForm)
		if fault := faultOfForm(r); fault != nil {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusBadRequest)
			_ = json.NewEncoder(w).Encode(fault)
			return
		}
		answer.ServeHTTP(challenged{w}, r)
	})
}

// faultOfForm says what the library lets pass, or would answer with the very words that it was sent; nil: nothing.
// What is in an address is kept by logs and proxies (RFC 6749, 2.3.1 and 3.2).
func faultOfForm(r *http.Request) *oidc.Error {
	if r.Method != http.MethodPost || r.URL.RawQuery != "" {
		return oidc.ErrInvalidRequest().WithDescription("send the parameters by POST, in the body")
	}
	if err := r.ParseForm(); err != nil {
		return oidc.ErrInvalidRequest().WithDescription("the body cannot be read as a form")
	}
	for _, values := range r.PostForm {
		if len(values) > 1 {
			return oidc.ErrInvalidRequest().WithDescription("a parameter is there twice")
		}
	}
	if kind := r.PostForm.Get("client_assertion_type"); kind != "" && kind != oidc.ClientAssertionTypeJWTAssertion {
		return oidc.ErrInvalidRequest().WithDescription("there is no such client_assertion_type")
	}
	switch oidc.GrantType(r.PostForm.Get("grant_type")) {
	case "", oidc.GrantTypeCode, oidc.GrantTypeRefreshToken:
		return nil
	default:
		return oidc.ErrUnsupportedGrantType().WithDescription("ask with authorization_code or refresh_token")
	}
}

// libraryLog is where libraries log by themselves. Of a fault that an app made they tell the app's own words, which may be
// a secret or a person's: our line of the request has its path and status, and that is all. A fault of ours stays,
// and gets the id of its request.
type libraryLog struct{ slog.Handler }

// Handle implements slog.Handler.
func (l libraryLog) Handle(ctx context.Context, told slog.Record) error {
	kept, theirs := slog.NewRecord(told.Time, told.Level, told.Message, told.PC), false
	told.Attrs(func(a slog.Attr) bool {
		if fault, ok := a.Value.Any().(*oidc.Error); ok {
			theirs = fault.ErrorType != oidc.ServerError
			a = slog.Any("error", fault.Parent)
		}
		kept.AddAttrs(a)
		return true
	})
	if theirs {
		return nil
	}
	if request, ok := activity.RequestFrom(ctx); ok {
		kept.AddAttrs(slog.String("requestId", request.ID))
	}
	return l.Handler.Handle(ctx, kept)
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

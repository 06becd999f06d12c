package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Pages of a named origin may call the API and read its answers; no page of another may, however much alike it looks.
func TestNamedOrigins(t *testing.T) {
	h := newHandler(config{Origins: []string{"https://app.example"}}, parts{app: &app{}, log: slog.New(slog.DiscardHandler)})
	ask := func(method, origin string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, "/graphql", strings.NewReader("{"))
		r.Header.Set("Origin", origin)
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		if method == http.MethodOptions {
			r.Header.Set("Access-Control-Request-Method", http.MethodPost)
			r.Header.Set("Access-Control-Request-Headers", "content-type")
		}
		return serveTo(h, r)
	}
	for origin, named := range map[string]bool{
		"https://app.example":          true,
		"http://app.example":           false,
		"https://app.example:8443":     false,
		"https://app.example.evil.net": false,
		"https://x.app.example":        false,
		"null":                         false,
	} {
		allowed := map[bool]string{true: origin}[named]
		for _, method := range []string{http.MethodOptions, http.MethodPost} {
			a := ask(method, origin)
			if got := a.Header().Get("Access-Control-Allow-Origin"); got != allowed || !strings.Contains(strings.Join(a.Header().Values("Vary"), ","), "Origin") {
				t.Errorf("%s of %s: allowed %q, %v", method, origin, got, a.Header())
			}
			if method == http.MethodPost && (a.Code == http.StatusForbidden) == named {
				t.Errorf("%s: %d", origin, a.Code)
			}
		}
	}
}

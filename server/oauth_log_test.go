package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"lanyard/internal/oauth"
)

// listened has the endpoints of apps logged, the library too. Its tests are not parallel: what libraries log is one
// for the whole program.
func (w *oauthWorld) listened(level slog.Level) *bytes.Buffer {
	var log bytes.Buffer
	kept := slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: level})
	w.handler = inside(oauthEndpoints(parts{db: w.DB, events: w.Log}), nil, slog.New(kept))
	before := slog.Default()
	slog.SetDefault(slog.New(libraryLog{kept}))
	w.t.Cleanup(func() { slog.SetDefault(before) })
	return &log
}

// What an app sends by mistake, such as a person's number or a secret in the wrong field, is in no log and no answer.
func TestWhatAppsSendIsNotLogged(t *testing.T) {
	w := newOAuthWorld(t)
	log := w.listened(slog.LevelDebug)
	const planted = "ssn-123-45-67zq\nforged"
	look := func(what string, got tokens) {
		t.Helper()
		for _, in := range []string{got.body, log.String()} {
			if got.Status < 400 || strings.Contains(in, "67zq") || strings.Contains(in, "forged") {
				t.Errorf("%s: %d %s\n%s", what, got.Status, got.body, log)
			}
		}
		log.Reset()
	}
	fields := []string{
		"grant_type", "code", "redirect_uri", "code_verifier", "refresh_token", "scope", "client_id", "client_secret", "client_assertion",
		"client_assertion_type", "assertion", "token", "token_type_hint", "username", "password", "resource", "unheard_of",
	}
	for _, path := range []string{oauth.TokenPath, oauth.RevokePath, oauth.IntrospectPath} {
		for _, grant := range []string{"", "authorization_code", "refresh_token", "client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer"} {
			for _, field := range fields {
				form := url.Values{"grant_type": {grant}, "client_id": {w.native.ClientID()}, "client_secret": {"x"}}
				form.Set(field, planted)
				look(path+" "+grant+" "+field, w.post(path, form))
			}
		}
		look("a name of a field", w.post(path, url.Values{planted: {"x"}, "client_id": {"x"}}))
		look("the address", w.post(path+"?client_secret="+url.QueryEscape(planted), url.Values{}))
		look("a body that is no form", w.post(path, nil, func(r *http.Request) {
			r.Body = http.NoBody
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded; "+planted)
		}))
		for _, pair := range []string{"67zq%zz:x", "x:forged%zz67zq", w.app.ClientID() + ":%67", planted + ":" + planted, "67zq"} {
			header := "Basic " + base64.StdEncoding.EncodeToString([]byte(pair))
			got := w.post(path, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {"x"}}, func(r *http.Request) { r.Header.Set("Authorization", header) })
			if strings.Contains(log.String(), "%zz") || strings.Contains(log.String(), "%67") {
				t.Errorf("a part of %q: %s", pair, log)
			}
			look("Basic "+pair, got)
		}
	}
}

// A refused request is no trouble of the server's; a fault of ours is one, and is found by the id of its request.
func TestFaultsOfOursAreLoggedWithTheirRequest(t *testing.T) {
	w := newOAuthWorld(t)
	log := w.listened(slog.LevelInfo)
	if got := w.refresh("unknown"); got.Error != "invalid_grant" || log.Len() > 0 {
		t.Errorf("%d %s: %s", got.Status, got.body, log)
	}
	w.Owner(`REVOKE EXECUTE ON FUNCTION app_client(uuid) FROM PUBLIC, lanyard_app`)
	got := w.refresh("unknown")
	var line struct{ Level, Error, RequestID string }
	err := json.Unmarshal(log.Bytes(), &line)
	if err != nil || line.Level != "ERROR" || !strings.Contains(line.Error, "app_client") || line.RequestID == "" || line.RequestID != got.header.Get("X-Request-Id") {
		t.Errorf("%v of %s: %s", err, got.header, log)
	}
}

package main

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"lanyard/internal/oauth"
)

// What goes wrong here is no app's to read, and no reason for it to give up: it asks again.
func TestFaultsOfOursAreNotToldToApps(t *testing.T) {
	t.Parallel()
	for door, ask := range map[string]func(w *oauthWorld, got tokens) tokens{
		"app_client(uuid)":  func(w *oauthWorld, got tokens) tokens { return w.refresh(got.Refresh) },
		"app_secret(bytea)": func(w *oauthWorld, got tokens) tokens { return w.refresh(got.Refresh) },
		"renew_app_token(bytea, bytea, interval, bytea, interval)": func(w *oauthWorld, got tokens) tokens { return w.refresh(got.Refresh) },
		"token_levels()": func(w *oauthWorld, got tokens) tokens {
			return w.post(oauth.IntrospectPath, url.Values{"token": {got.Access}}, w.basic)
		},
		"end_app_token(text)": func(w *oauthWorld, got tokens) tokens {
			return w.post(oauth.RevokePath, url.Values{"token": {got.Access}}, w.basic)
		},
	} {
		t.Run(door, func(t *testing.T) {
			t.Parallel()
			w := newOAuthWorld(t)
			got := w.begin()
			w.Owner(`REVOKE EXECUTE ON FUNCTION ` + door + ` FROM PUBLIC, lanyard_app`)
			a := ask(w, got)
			if a.Status != http.StatusInternalServerError || a.Error != "server_error" || strings.Contains(a.body, "SQLSTATE") || strings.Contains(a.body, "permission") {
				t.Errorf("%d %s", a.Status, a.body)
			}
		})
	}
}

// That what was used twice has ended is said once it is so.
func TestAThiefIsNotToldOfAnEndThatFailed(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	first := w.begin()
	second := w.refresh(first.Refresh)
	w.Owner(`REVOKE EXECUTE ON FUNCTION end_app_token(text) FROM PUBLIC, lanyard_app`)
	if again := w.refresh(first.Refresh); again.Error != "server_error" || again.Access != "" {
		t.Errorf("%d %s", again.Status, again.body)
	}
	w.Owner(`GRANT EXECUTE ON FUNCTION end_app_token(text) TO lanyard_app`)
	if again := w.refresh(first.Refresh); again.Error != "invalid_grant" || w.opens(second.Access) {
		t.Errorf("%d %s", again.Status, again.body)
	}
}

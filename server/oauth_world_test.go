package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/apps"
	"lanyard/internal/globalid"
	"lanyard/internal/oauth"
)

const (
	sentBack    = "https://billing.example/done"
	atLanyard   = "http://lanyard.test"
	itsVerifier = "a-verifier-that-only-the-app-knows-0123456789-abcdef"
)

// oauthWorld is a partner whose app comes by OAuth, and the same that cannot keep a secret.
type oauthWorld struct {
	*partner
	app, native *apps.App
	clientKey   string
}

func newOAuthWorld(t *testing.T) *oauthWorld {
	t.Helper()
	w := &oauthWorld{partner: newPartner(t)}
	w.app, w.clientKey = w.register("Billing by OAuth", true, sentBack)
	w.native, _ = w.register("On a phone", false, "com.example.billing:/done", "http://127.0.0.1/done")
	return w
}

func (w *oauthWorld) register(name string, confidential bool, uris ...string) (*apps.App, string) {
	w.t.Helper()
	made, key, err := apps.Register(w.As(w.anna.Owner), w.Log, w.anna.ID, apps.Registration{
		App: apps.Input{Name: name, Purpose: "claims", RedirectURIs: uris}, Confidential: confidential,
		Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.Full}, {Section: access.Calendar, Level: access.View}},
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return made, key
}

func challengeOf(verifier string) string {
	sum := sha256.Sum256([]byte(verifier))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

// authorizationQuery is the query of an app that sends the browser, with what is changed of it: an empty value leaves one out.
func authorizationQuery(app *apps.App, uri string, change ...string) url.Values {
	q := url.Values{
		"client_id": {app.ClientID()}, "redirect_uri": {uri}, "response_type": {"code"}, "state": {"s&1"},
		"code_challenge": {challengeOf(itsVerifier)}, "code_challenge_method": {"S256"}, "scope": {"clients:view calendar:full"},
	}
	for i := 0; i < len(change); i += 2 {
		if q.Set(change[i], change[i+1]); change[i+1] == "" {
			q.Del(change[i])
		}
	}
	return q
}

// consent lets an app in as the master, and gives the code.
func (w *oauthWorld) consent(app *apps.App, uri string) string {
	w.t.Helper()
	to, err := oauth.Authorize(w.As(w.master), w.Log, atLanyard, oauth.Answer{Query: authorizationQuery(app, uri).Encode(), ExpiresInDays: 30, Accounts: []*apitokens.Wanted{
		{Account: globalid.OfAccount(w.anna.ID), Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}}},
	}})
	if err != nil {
		w.t.Fatal(err)
	}
	sent, err := url.Parse(to)
	if err != nil || !strings.HasPrefix(to, uri+"?") || sent.Query().Get("state") != "s&1" || sent.Query().Get("iss") != atLanyard {
		w.t.Fatalf("%s: %v", to, err)
	}
	return sent.Query().Get("code")
}

// tokens is what the token endpoint answers.
type tokens struct {
	Status  int
	Access  string `json:"access_token"`
	Refresh string `json:"refresh_token"`
	Seconds int    `json:"expires_in"`
	Scope   string `json:"scope"`
	Type    string `json:"token_type"`
	Error   string `json:"error"`
	body    string
	header  http.Header
}

func (w *oauthWorld) post(path string, form url.Values, change ...func(*http.Request)) tokens {
	w.t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for _, do := range change {
		do(r)
	}
	recorder := httptest.NewRecorder()
	w.handler.ServeHTTP(recorder, r)
	got := tokens{Status: recorder.Code, body: recorder.Body.String(), header: recorder.Header()}
	_ = json.Unmarshal(recorder.Body.Bytes(), &got)
	return got
}

// basic shows who the confidential app is.
func (w *oauthWorld) basic(r *http.Request) { r.SetBasicAuth(w.app.ClientID(), w.clientKey) }

func (w *oauthWorld) exchange(code string, change ...string) tokens {
	w.t.Helper()
	form := url.Values{"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {sentBack}, "code_verifier": {itsVerifier}}
	for i := 0; i < len(change); i += 2 {
		form.Set(change[i], change[i+1])
	}
	return w.post(oauth.TokenPath, form, w.basic)
}

func (w *oauthWorld) refresh(token string) tokens {
	w.t.Helper()
	return w.post(oauth.TokenPath, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {token}}, w.basic)
}

// begin lets the confidential app in, and has it come for its first tokens.
func (w *oauthWorld) begin() tokens {
	w.t.Helper()
	got := w.exchange(w.consent(w.app, sentBack))
	if got.Status != http.StatusOK || got.Access == "" || got.Refresh == "" {
		w.t.Fatalf("%d %s", got.Status, got.body)
	}
	return got
}

// opens tells whether an access token lets anybody in.
func (w *oauthWorld) opens(token string) bool {
	w.t.Helper()
	a := w.ask(token, clientsByToken)
	switch {
	case a.Code == http.StatusUnauthorized:
		return false
	case strings.Contains(a.Body.String(), `"totalCount"`):
		return true
	}
	w.t.Fatalf("%d %s", a.Code, a.Body)
	return false
}

// told counts the events of a code in anna's log, and gives the last reason.
func (w *oauthWorld) told(code string) (count int, reason string) {
	w.t.Helper()
	for _, e := range w.Events(w.anna.ID) {
		if e.Code == code {
			count, reason = count+1, e.Reason
			if e.ActorName != "billing.bea" || e.TokenName == "" && code != "token.created" || e.Token == uuid.Nil && code != "token.created" {
				w.t.Errorf("%s names %q and the app %q", code, e.ActorName, e.TokenName)
			}
		}
	}
	return count, reason
}

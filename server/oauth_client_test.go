package main

import (
	"context"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/oauth2"

	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/apps"
	"lanyard/internal/globalid"
	"lanyard/internal/oauth"
)

// A client that others have written comes for its tokens, asks with them, and renews them by itself, whichever way
// it shows who it is.
func TestAnotherLibraryIsAClient(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	at := httptest.NewServer(w.handler)
	t.Cleanup(at.Close)
	for name, c := range map[string]struct {
		app   *apps.App
		key   string
		back  string
		style oauth2.AuthStyle
	}{
		"by Basic":      {w.app, w.clientKey, sentBack, oauth2.AuthStyleInHeader},
		"in the body":   {w.app, w.clientKey, sentBack, oauth2.AuthStyleInParams},
		"without a key": {w.native, "", "http://127.0.0.1:40000/done", oauth2.AuthStyleInParams},
	} {
		client := oauth2.Config{
			ClientID: c.app.ClientID(), ClientSecret: c.key, RedirectURL: c.back, Scopes: []string{"clients:view"},
			Endpoint: oauth2.Endpoint{AuthURL: at.URL + oauth.AuthorizePath, TokenURL: at.URL + oauth.TokenPath, AuthStyle: c.style},
		}
		verifier := oauth2.GenerateVerifier()
		code := w.agree(client.AuthCodeURL("state", oauth2.S256ChallengeOption(verifier)))
		token, err := client.Exchange(t.Context(), code, oauth2.VerifierOption(verifier))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		first := token.AccessToken
		token.Expiry = time.Now().Add(-time.Minute) // it renews what has ended
		renewed, err := client.TokenSource(context.WithoutCancel(t.Context()), token).Token()
		if err != nil || renewed.AccessToken == first || !w.opens(renewed.AccessToken) {
			t.Errorf("%s: %+v %v", name, renewed, err)
		}
	}
}

// agree says yes to what an app asks for at an address, and gives the code that the browser brings back.
func (w *oauthWorld) agree(address string) string {
	w.t.Helper()
	asked, err := url.Parse(address)
	if err != nil || asked.Path != oauth.AuthorizePath {
		w.t.Fatal(address, err)
	}
	to, err := oauth.Authorize(w.As(w.master), w.Log, atLanyard, oauth.Answer{Query: asked.RawQuery, ExpiresInDays: 1, Accounts: []*apitokens.Wanted{
		{Account: globalid.OfAccount(w.anna.ID), Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}}},
	}})
	if err != nil {
		w.t.Fatal(err)
	}
	_, query, _ := strings.Cut(to, "?")
	answer, _ := url.ParseQuery(query)
	return answer.Get("code")
}

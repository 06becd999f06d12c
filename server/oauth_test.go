package main

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"lanyard/graph/trusted"
	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/apps"
	"lanyard/internal/globalid"
	"lanyard/internal/oauth"
	"lanyard/internal/secret"
)

func TestAnAppComesForWhatItWasLetDo(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	first := w.begin()
	if first.Type != "Bearer" || first.Seconds < 890 || first.Seconds > 900 || first.Scope != "clients:view" || first.header.Get("Cache-Control") != "no-store" {
		t.Errorf("%+v", first)
	}
	if !w.opens(first.Access) || w.opens(first.Refresh) {
		t.Error("the access token does not open what it should, or the refresh token does")
	}
	if a := w.ask(first.Access, `query($a: ID!) { account(id: $a) { appointments(from: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z") { id } } }`); !strings.Contains(a.Body.String(), "FORBIDDEN") {
		t.Errorf("what the person left out: %s", a.Body)
	}
	second := w.refresh(first.Refresh)
	if second.Status != http.StatusOK || second.Access == first.Access || second.Refresh == first.Refresh || !w.opens(second.Access) || !w.opens(first.Access) {
		t.Fatalf("%d %s", second.Status, second.body)
	}
	if n, _ := w.told("token.begun"); n != 1 {
		t.Errorf("that the app began stands %d times in the log", n)
	}
	listed, err := apitokens.List(w.As(w.master), w.Log)
	if err != nil || len(listed) != 2 || listed[0].Kind != apitokens.App || listed[0].Name != "Billing by OAuth" {
		t.Errorf("%+v %v", listed, err)
	}
}

// What an app is let do is the lowest of what it was given, what the account lets it do and what the person may,
// at each request.
func TestTheLowestLevelHolds(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	got := w.begin()
	if _, err := apps.LetIn(w.As(w.anna.Owner), w.Log, w.anna.ID, w.app.ClientID(), w.app.Version, []*access.SectionLevel{{Section: access.Calendar, Level: access.View}}); err != nil {
		t.Fatal(err)
	}
	if a := w.ask(got.Access, clientsByToken); strings.Contains(a.Body.String(), "totalCount") {
		t.Errorf("after the account lets it do less: %s", a.Body)
	}
	if _, err := apps.LetIn(w.As(w.anna.Owner), w.Log, w.anna.ID, w.app.ClientID(), w.app.Version, []*access.SectionLevel{{Section: access.Clients, Level: access.View}}); err != nil {
		t.Fatal(err)
	}
	if !w.opens(got.Access) {
		t.Error("after the account lets it do that again, it may not")
	}
	w.Owner(`UPDATE privileges SET level = 0 WHERE username_id = $1 AND section = 'CLIENTS'`, w.master.Username)
	if a := w.ask(got.Access, clientsByToken); strings.Contains(a.Body.String(), "totalCount") {
		t.Errorf("after the person lost the level: %s", a.Body)
	}
}

func TestWhatEndsAnApp(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*oauthWorld) error{
		"the person revokes it": func(w *oauthWorld) error {
			_, err := apitokens.Revoke(w.As(w.master), w.Log, nil)
			return err
		},
		"the account shuts it out": func(w *oauthWorld) error {
			_, people, err := apps.ShutOut(w.As(w.anna.Owner), w.Log, w.anna.ID, w.app.ID)
			if people != 1 {
				w.t.Errorf("%d people had let it in", people)
			}
			return err
		},
		"the account deletes it": func(w *oauthWorld) error {
			people, err := apps.Delete(w.As(w.anna.Owner), w.Log, w.anna.ID, w.app.ID)
			if people != 1 {
				w.t.Errorf("%d people had let it in", people)
			}
			return err
		},
		"the account shuts its token out": func(w *oauthWorld) error {
			_, err := apitokens.RevokeHere(w.As(w.anna.Owner), w.Log, w.anna.ID, nil)
			return err
		},
		"the app hands its refresh token back": func(w *oauthWorld) error { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newOAuthWorld(t)
			got := w.begin()
			if name == "the app hands its refresh token back" {
				if a := w.post(oauth.RevokePath, url.Values{"token": {got.Refresh}}, w.basic); a.Status != http.StatusOK {
					t.Errorf("%d %s", a.Status, a.body)
				}
			}
			if err := end(w); err != nil {
				t.Fatal(err)
			}
			if w.opens(got.Access) {
				t.Error("the access token goes on")
			}
			if a := w.refresh(got.Refresh); a.Error != "invalid_grant" && a.Error != "invalid_client" {
				t.Errorf("the refresh token goes on: %d %s", a.Status, a.body)
			}
			if name != "the account shuts it out" {
				return
			}
			// Let in again, it has to ask people again.
			if _, err := apps.LetIn(w.As(w.anna.Owner), w.Log, w.anna.ID, w.app.ClientID(), w.app.Version, []*access.SectionLevel{{Section: access.Clients, Level: access.View}}); err != nil {
				t.Fatal(err)
			}
			if w.opens(got.Access) {
				t.Error("it goes on without asking when it is let in again")
			}
		})
	}
}

// What is used twice was stolen: whoever has it, all of it ends.
func TestWhatIsUsedTwiceEndsAll(t *testing.T) {
	t.Parallel()
	t.Run("a code", func(t *testing.T) {
		t.Parallel()
		w := newOAuthWorld(t)
		code := w.consent(w.app, sentBack)
		first := w.exchange(code)
		if again := w.exchange(code); again.Error != "invalid_grant" || again.Status != http.StatusBadRequest {
			t.Errorf("%d %s", again.Status, again.body)
		}
		if w.opens(first.Access) || w.refresh(first.Refresh).Error != "invalid_grant" {
			t.Error("what the code gave goes on")
		}
		if n, reason := w.told("token.misused"); n != 1 || reason != "a code was used twice" {
			t.Errorf("%d, %q", n, reason)
		}
	})
	t.Run("a refresh token", func(t *testing.T) {
		t.Parallel()
		w := newOAuthWorld(t)
		first := w.begin()
		second := w.refresh(first.Refresh)
		if again := w.refresh(first.Refresh); again.Error != "invalid_grant" {
			t.Errorf("%d %s", again.Status, again.body)
		}
		if w.opens(first.Access) || w.opens(second.Access) || w.refresh(second.Refresh).Error != "invalid_grant" {
			t.Error("the family goes on")
		}
		if n, reason := w.told("token.misused"); n != 1 || reason != "a refresh token was used twice" {
			t.Errorf("%d, %q", n, reason)
		}
	})
	t.Run("a refresh token, many times at once", func(t *testing.T) {
		t.Parallel()
		w := newOAuthWorld(t)
		first := w.begin()
		var all sync.WaitGroup
		got := make([]tokens, 8)
		for i := range got {
			all.Go(func() { got[i] = w.refresh(first.Refresh) })
		}
		all.Wait()
		won := 0
		for _, g := range got {
			if g.Status == http.StatusOK {
				won++
				if w.opens(g.Access) {
					t.Error("the family goes on")
				}
			}
		}
		if won != 1 {
			t.Errorf("%d of %d got tokens", won, len(got))
		}
	})
}

// A code is good for the app, the address and the verifier that it was asked for with, and once wrong for nothing.
func TestAStolenCodeIsOfNoUse(t *testing.T) {
	t.Parallel()
	for name, steal := range map[string]func(w *oauthWorld, code string) tokens{
		"without a verifier":    func(w *oauthWorld, code string) tokens { return w.exchange(code, "code_verifier", "") },
		"with another verifier": func(w *oauthWorld, code string) tokens { return w.exchange(code, "code_verifier", itsVerifier+"x") },
		"with the challenge": func(w *oauthWorld, code string) tokens {
			return w.exchange(code, "code_verifier", challengeOf(itsVerifier))
		},
		"with another address": func(w *oauthWorld, code string) tokens { return w.exchange(code, "redirect_uri", sentBack+"/") },
		"by an app without a key": func(w *oauthWorld, code string) tokens {
			form := url.Values{"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {sentBack}, "code_verifier": {itsVerifier}, "client_id": {w.native.ClientID()}}
			return w.post(oauth.TokenPath, form)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newOAuthWorld(t)
			code := w.consent(w.app, sentBack)
			if got := steal(w, code); got.Status != http.StatusBadRequest || got.Error != "invalid_grant" || got.Access != "" {
				t.Errorf("%d %s", got.Status, got.body)
			}
			if got := w.exchange(code); got.Error != "invalid_grant" {
				t.Errorf("the code holds after that: %s", got.body)
			}
			if n, reason := w.told("token.misused"); n != 1 || reason == "" {
				t.Errorf("%d, %q", n, reason)
			}
		})
	}
	t.Run("too late", func(t *testing.T) {
		t.Parallel()
		w := newOAuthWorld(t)
		code := w.consent(w.app, sentBack)
		w.Owner(`UPDATE app_secrets SET expires_at = now() - interval '1 second'`)
		if got := w.exchange(code); got.Error != "invalid_grant" {
			t.Errorf("%d %s", got.Status, got.body)
		}
	})
	t.Run("an access token that has ended", func(t *testing.T) {
		t.Parallel()
		w := newOAuthWorld(t)
		got := w.begin()
		w.Owner(`UPDATE app_secrets SET expires_at = now() - interval '1 second' WHERE kind = 'ACCESS'`)
		if w.opens(got.Access) || w.refresh(got.Refresh).Status != http.StatusOK {
			t.Error("an access token outlives its end, or the refresh token does not")
		}
	})
}

func TestAnAppShowsWhoItIs(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	other, otherKey := w.register("Another", true, sentBack)
	wrongKey, _ := secret.Client.New()
	form := func(id, key string) url.Values {
		f := url.Values{"grant_type": {"refresh_token"}, "refresh_token": {"x"}, "client_id": {id}}
		if key != "" {
			f.Set("client_secret", key)
		}
		return f
	}
	for name, f := range map[string]url.Values{
		"without its key": form(w.app.ClientID(), ""), "with a wrong key": form(w.app.ClientID(), wrongKey), "with another's key": form(w.app.ClientID(), otherKey),
		"unknown": form(uuid.NewString(), wrongKey), "no id": form("", ""), "no uuid": form("lanyard", "x"), "a key where there is none": form(w.native.ClientID(), wrongKey),
		"an assertion": {"grant_type": {"refresh_token"}, "refresh_token": {"x"}, "client_id": {w.app.ClientID()}, "client_assertion": {"a.b.c"}, "client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"}},
	} {
		got := w.post(oauth.TokenPath, f)
		if got.Status == http.StatusOK || got.Access != "" || name != "no id" && (got.Error != "invalid_client" || got.Status != http.StatusUnauthorized || got.header.Get("WWW-Authenticate") == "") {
			t.Errorf("%s: %d %s %v", name, got.Status, got.body, got.header)
		}
	}
	if got := w.post(oauth.TokenPath, form(other.ClientID(), otherKey)); got.Error != "invalid_grant" {
		t.Errorf("with its key: %s", got.body)
	}
	if _, renewed, err := apps.RenewSecret(w.As(w.anna.Owner), w.Log, w.anna.ID, other.ID); err != nil || w.post(oauth.TokenPath, form(other.ClientID(), renewed)).Error != "invalid_grant" ||
		w.post(oauth.TokenPath, form(other.ClientID(), otherKey)).Error != "invalid_client" {
		t.Errorf("the key before goes on, or the new one does not hold: %v", err)
	}
	// A public app that keeps no key comes for its code with the verifier alone.
	code := w.consent(w.native, "http://127.0.0.1:49152/done")
	got := w.post(oauth.TokenPath, url.Values{"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {"http://127.0.0.1:49152/done"}, "code_verifier": {itsVerifier}, "client_id": {w.native.ClientID()}})
	if got.Status != http.StatusOK || !w.opens(got.Access) {
		t.Errorf("%d %s", got.Status, got.body)
	}
}

func TestWhatTheTokenEndpointRefuses(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	code := w.consent(w.app, sentBack)
	whole := url.Values{"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {sentBack}, "code_verifier": {itsVerifier}}
	twice := url.Values{"grant_type": {"authorization_code"}, "code": {code, code}, "redirect_uri": {sentBack}, "code_verifier": {itsVerifier}}
	for name, got := range map[string]tokens{
		"by GET":             w.post(oauth.TokenPath, whole, w.basic, func(r *http.Request) { r.Method = http.MethodGet }),
		"in the address":     w.post(oauth.TokenPath+"?"+whole.Encode(), url.Values{}, w.basic),
		"a parameter twice":  w.post(oauth.TokenPath, twice, w.basic),
		"a long body":        w.post(oauth.TokenPath, url.Values{"grant_type": {strings.Repeat("x", mostForm)}}, w.basic),
		"no grant type":      w.post(oauth.TokenPath, url.Values{}, w.basic),
		"for the app itself": w.post(oauth.TokenPath, url.Values{"grant_type": {"client_credentials"}}, w.basic),
		"by a password":      w.post(oauth.TokenPath, url.Values{"grant_type": {"password"}, "username": {"anna-owner"}, "password": {"x"}}, w.basic),
		"for a device":       w.post(oauth.TokenPath, url.Values{"grant_type": {"urn:ietf:params:oauth:grant-type:device_code"}, "device_code": {"x"}}, w.basic),
		"by exchange":        w.post(oauth.TokenPath, url.Values{"grant_type": {"urn:ietf:params:oauth:grant-type:token-exchange"}, "subject_token": {"x"}, "subject_token_type": {"urn:ietf:params:oauth:token-type:access_token"}}, w.basic),
		"by a JWT":           w.post(oauth.TokenPath, url.Values{"grant_type": {"urn:ietf:params:oauth:grant-type:jwt-bearer"}, "assertion": {"a.b.c"}}, w.basic),
	} {
		if got.Status != http.StatusBadRequest || got.Error == "" || strings.Contains(got.body, "access_token\"") {
			t.Errorf("%s: %d %s", name, got.Status, got.body)
		}
	}
	if got := w.exchange(code); got.Status != http.StatusOK {
		t.Errorf("after all that the code is gone: %d %s", got.Status, got.body)
	}
	foreign := w.post(oauth.TokenPath, whole, w.basic, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
	if foreign.Status != http.StatusForbidden {
		t.Errorf("from a page of another site: %d", foreign.Status)
	}
}

func TestIntrospection(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	got := w.begin()
	_, otherKey := w.register("Another", true, sentBack)
	ask := func(token string, who func(*http.Request)) string {
		return w.post(oauth.IntrospectPath, url.Values{"token": {token}}, who).body
	}
	if a := ask(got.Access, w.basic); !strings.Contains(a, `"active":true`) || !strings.Contains(a, `"username":"billing.bea"`) || !strings.Contains(a, `"scope":"clients:view"`) || !strings.Contains(a, `"exp":`) {
		t.Errorf("its own: %s", a)
	}
	handMade := w.secret
	other := func(r *http.Request) {
		listed, err := apps.List(w.As(w.anna.Owner), w.Log, w.anna.ID)
		if err != nil {
			t.Fatal(err)
		}
		r.SetBasicAuth(listed[0].ClientID(), otherKey) // "Another" is first by name
	}
	for name, a := range map[string]string{"another's": ask(got.Access, other), "made by hand": ask(handMade, w.basic), "unknown": ask("x", w.basic)} {
		if strings.TrimSpace(a) != `{"active":false}` {
			t.Errorf("%s: %s", name, a)
		}
	}
	if a := w.post(oauth.IntrospectPath, url.Values{"token": {got.Access}, "client_id": {w.native.ClientID()}}); a.Status == http.StatusOK {
		t.Errorf("without a key: %s", a.body)
	}
	if _, err := apitokens.Revoke(w.As(w.master), w.Log, nil); err != nil {
		t.Fatal(err)
	}
	if a := ask(got.Access, w.basic); strings.TrimSpace(a) != `{"active":false}` {
		t.Errorf("after it was revoked: %s", a)
	}
}

// An app cannot hand back what another was given.
func TestRevocationIsOfOnesOwn(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	got := w.begin()
	other, otherKey := w.register("Another", true, sentBack)
	for _, token := range []string{got.Access, got.Refresh, "x"} {
		a := w.post(oauth.RevokePath, url.Values{"token": {token}}, func(r *http.Request) { r.SetBasicAuth(other.ClientID(), otherKey) })
		if a.Status != http.StatusOK || !w.opens(got.Access) {
			t.Fatalf("%d %s", a.Status, a.body)
		}
	}
	if a := w.post(oauth.RevokePath, url.Values{"token": {got.Access}}, w.basic); a.Status != http.StatusOK || w.opens(got.Access) {
		t.Errorf("its own access token: %d %s", a.Status, a.body)
	}
	if n, _ := w.told("token.revoked"); n != 1 {
		t.Errorf("that it was handed back stands %d times in the log", n)
	}
	if _, err := apitokens.Revoke(w.As(w.master), w.Log, nil); err != nil {
		t.Fatal(err)
	}
	w.begin()
	if _, err := apitokens.Revoke(w.As(w.master), w.Log, nil); err != nil {
		t.Fatal(err)
	}
	var kinds []any
	for _, e := range w.Events(w.anna.ID) {
		if e.Code == "token.revoked" {
			kinds = append(kinds, e.Changes["kind"])
		}
	}
	if got := fmt.Sprint(kinds); got != "[[<nil> APP] <nil> [<nil> APP]]" {
		t.Errorf("of which kind the three were: %s", got)
	}
}

// Whoever ends all that they let in is told how many that were, and a code that nobody has come with opens nothing.
func TestWhatNobodyCameForEndsToo(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	w.begin()
	code := w.consent(w.app, sentBack)
	if n, err := apitokens.Revoke(w.As(w.master), w.Log, nil); n != 2 || err != nil { // the other was made by hand
		t.Errorf("%d ended: %v", n, err)
	}
	if got := w.exchange(code); got.Error != "invalid_grant" {
		t.Errorf("%d %s", got.Status, got.body)
	}
}

// The log names of a changed app what is different.
func TestWhatIsToldOfAChangedApp(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	in := w.app.Input
	in.Purpose = "claims and reminders"
	if _, err := apps.Change(w.As(w.anna.Owner), w.Log, w.anna.ID, w.app.ID, w.app.Version, in); err != nil {
		t.Fatal(err)
	}
	events := w.Events(w.anna.ID)
	if last := events[len(events)-1]; last.Code != "app.changed" || len(last.Changes) != 2 || fmt.Sprint(last.Changes["purpose"]) != "[claims claims and reminders]" {
		t.Errorf("%s %v", last.Code, last.Changes)
	}
}

func TestMetadataOfOAuth(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	r := w.post("/.well-known/oauth-authorization-server", url.Values{}, func(r *http.Request) { r.Method, r.Host = http.MethodGet, "lanyard.test" })
	for _, want := range []string{
		`"issuer":"http://lanyard.test"`, `"authorization_endpoint":"http://lanyard.test/oauth/authorize"`, `"token_endpoint":"http://lanyard.test/oauth/token"`,
		`"code_challenge_methods_supported":["S256"]`, `"authorization_response_iss_parameter_supported":true`, `"response_types_supported":["code"]`, `"clients:full"`,
	} {
		if !strings.Contains(r.body, want) {
			t.Errorf("%s is not in %s", want, r.body)
		}
	}
	if strings.Contains(r.body, "account_access") || strings.Contains(r.body, "psychotherapy") || strings.Contains(r.body, "plain") {
		t.Error(r.body)
	}
}

// A person whose password has to change, or who was deleted, has let nobody in.
func TestWhoeverLetItInMustStillMayEnter(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	got := w.begin()
	w.Owner(`UPDATE credentials SET change_required = 'somebody else may know it' WHERE id = $1`, w.master.Username)
	if a := w.refresh(got.Refresh); a.Error != "invalid_grant" {
		t.Errorf("%d %s", a.Status, a.body)
	}
	if a := w.ask(got.Access, clientsByToken); strings.Contains(a.Body.String(), "totalCount") {
		t.Errorf("%s", a.Body)
	}
	w.Owner(`UPDATE credentials SET change_required = NULL WHERE id = $1`, w.master.Username)
	if a := w.refresh(got.Refresh); a.Status != http.StatusOK {
		t.Errorf("once that is done: %d %s", a.Status, a.body)
	}
}

func TestMoreThanAnAppAskedForIsRefused(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	account := globalid.OfAccount(w.anna.ID)
	elsewhere := w.Account("elsewhere")
	w.Join(w.master, elsewhere, access.Levels{access.Clients: access.Full})
	master := w.Reload(w.master.Username)
	for name, wanted := range map[string]*apitokens.Wanted{
		"a section that it did not ask for":      {Account: account, Levels: []*access.SectionLevel{{Section: access.ActivityLog, Level: access.View}}},
		"a level above what the account lets it": {Account: account, Levels: []*access.SectionLevel{{Section: access.Calendar, Level: access.Full}}},
		"an account that has not let it in":      {Account: globalid.OfAccount(elsewhere.ID), Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}}},
		"an account that is not there":           {Account: globalid.OfAccount(uuid.New()), Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}}},
		"nothing":                                {Account: account},
	} {
		_, err := oauth.Authorize(w.As(master), w.Log, atLanyard, oauth.Answer{Query: authorizationQuery(w.app, sentBack).Encode(), ExpiresInDays: 30, Accounts: []*apitokens.Wanted{wanted}})
		if err == nil {
			t.Error(name)
		}
	}
}

// An app that has registered its documents asks by these and by nothing else, and one that has not in texts.
func TestAnAppAsksByItsDocuments(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	got := w.begin()
	other, _ := w.register("Another", true, sentBack)
	register := func(app *apps.App, texts ...string) {
		t.Helper()
		documents := make([]apps.Document, len(texts))
		for i, text := range texts {
			documents[i] = apps.Document{ID: trusted.ID(text), Text: text}
		}
		if _, err := apps.SetDocuments(w.As(w.anna.Owner), w.Log, w.anna.ID, app.ID, documents); err != nil {
			t.Fatal(err)
		}
	}
	byID := func(id string) string { return w.askByHash(got.Access, id).Body.String() }
	if a := byID(trusted.ID(clientsByToken)); !strings.Contains(a, "UNKNOWN_DOCUMENT") {
		t.Errorf("before any is registered: %s", a)
	}
	foreign := `{ viewer { username } }`
	register(other, foreign)
	register(w.app, clientsByToken)
	if a := byID(trusted.ID(clientsByToken)); !strings.Contains(a, `"totalCount":0`) {
		t.Errorf("by its id: %s", a)
	}
	for name, a := range map[string]string{
		"as a text": w.ask(got.Access, clientsByToken).Body.String(), "introspection": w.ask(got.Access, `{ __schema { queryType { name } } }`).Body.String(),
		"another's": byID(trusted.ID(foreign)), "unknown": byID(strings.Repeat("0", 64)), "none": byID(""),
	} {
		if !strings.Contains(a, "BAD_USER_INPUT") || strings.Contains(a, "totalCount") || strings.Contains(a, "queryType") || strings.Contains(a, "billing.bea") {
			t.Errorf("%s: %s", name, a)
		}
	}
	if a := w.ask(w.secret, clientsByToken).Body.String(); !strings.Contains(a, `"totalCount":0`) {
		t.Errorf("a token that was made by hand: %s", a)
	}
	register(w.app)
	if !w.opens(got.Access) {
		t.Error("without documents it does not ask in texts again")
	}
}

// What an app costs the database: its requests what those of any token do, and coming for tokens little.
func TestWhatAnAppCostsTheDatabase(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	got := w.begin()
	// Statements are prepared once for each connection, and two connections can ask in one breath: what is usual counts.
	cost := func(do func()) int { return w.tap.during(do).roundTrips }
	usual := func(do func() int) int {
		all := []int{do(), do(), do(), do(), do(), do(), do()}
		slices.Sort(all)
		return all[len(all)/2]
	}
	exchanged := usual(func() int {
		code := w.consent(w.app, sentBack)
		return cost(func() { got = w.exchange(code) })
	})
	renewed := usual(func() int { return cost(func() { got = w.refresh(got.Refresh) }) })
	if exchanged > 7 || renewed > 4 {
		t.Errorf("a code costs %d round trips, a refresh token %d", exchanged, renewed)
	}
	ofApp := usual(func() int { return cost(func() { w.ask(got.Access, clientsByToken) }) })
	ofHand := usual(func() int { return cost(func() { w.ask(w.secret, clientsByToken) }) })
	if ofApp != ofHand {
		t.Errorf("a request costs %d round trips by an app, %d by a token that was made by hand", ofApp, ofHand)
	}
	t.Logf("round trips: %d for a code, %d for a refresh token, %d for a request", exchanged, renewed, ofApp)
}

// An app that renews its token all the time fills no table with what it has used.
func TestWhatWasUsedLongAgoIsForgotten(t *testing.T) {
	t.Parallel()
	w := newOAuthWorld(t)
	got := w.begin()
	w.Owner(`INSERT INTO app_secrets (hash, token_id, kind, expires_at, used_at)
		SELECT sha256(n::text::bytea), token_id, 'REFRESH', now() + n * interval '1 minute', now() FROM (SELECT DISTINCT token_id FROM app_secrets) t, generate_series(1, 3500) n`)
	next := w.refresh(got.Refresh)
	w.Owner(`DO $$ BEGIN ASSERT (SELECT count(*) FROM app_secrets) BETWEEN 3000 AND 3010; END $$`)
	if again := w.refresh(got.Refresh); again.Error != "invalid_grant" || w.opens(next.Access) {
		t.Errorf("what was used just now is forgotten: %d %s", again.Status, again.body)
	}
}

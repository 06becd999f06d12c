package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/live"
	"lanyard/internal/signin"
)

// partner is an app with a token, and the practice that it is for.
type partner struct {
	*dbtest.World
	t       *testing.T
	handler http.Handler
	tap     *wireTap
	uses    *apitokens.Uses
	anna    *dbtest.Account
	// master may view the clients of anna's account and keep its calendar, and made the token.
	master *access.Viewer
	made   *apitokens.Token
	secret string
}

func newPartner(t *testing.T) *partner {
	t.Helper()
	w := dbtest.New(t)
	p := &partner{World: w, t: t, anna: w.Account("anna")}
	p.master = w.Username(p.anna, "billing.bea", access.Levels{access.Clients: access.View, access.Calendar: access.Full, access.ActivityLog: access.View})
	p.made, p.secret = p.token(p.master, access.Levels{access.Clients: access.View, access.Calendar: access.View})
	at, tap := tapped(t, w.URL)
	db, err := database.Open(t.Context(), at, 4)
	if err != nil {
		t.Fatal(err)
	}
	log := activity.New(db)
	p.tap, p.uses = tap, apitokens.StartUses(db, slog.New(slog.DiscardHandler))
	hub := live.Start(w.DB, live.Options{Log: slog.New(slog.DiscardHandler)})
	t.Cleanup(func() { hub.Close(); log.Close(); db.Close() })
	p.handler = newHandler(config{}, parts{db: db, events: log, live: hub, prover: signin.Prover{DB: db, Log: log}, app: &app{}, documents: new(registered), uses: p.uses, log: slog.New(slog.DiscardHandler)})
	return p
}

// token makes a token for anna's account.
func (p *partner) token(v *access.Viewer, levels access.Levels) (*apitokens.Token, string) {
	p.t.Helper()
	wanted := &apitokens.Wanted{Account: globalid.OfAccount(p.anna.ID)}
	for _, s := range access.Sections() {
		if levels[s] > access.None {
			wanted.Levels = append(wanted.Levels, &access.SectionLevel{Section: s, Level: levels[s]})
		}
	}
	made, secret, err := apitokens.Create(p.As(v), p.Log, apitokens.Input{Name: "Billing sync", Purpose: "test", ExpiresInDays: 90, Accounts: []*apitokens.Wanted{wanted}})
	if err != nil {
		p.t.Fatal(err)
	}
	return made, secret
}

// ask sends a query by a token.
func (p *partner) ask(secret, query string, change ...func(*http.Request)) *httptest.ResponseRecorder {
	p.t.Helper()
	return p.send(secret, map[string]any{"query": query, "variables": p.variables()}, change...)
}

// askByHash sends the id of a document by a token.
func (p *partner) askByHash(secret, id string) *httptest.ResponseRecorder {
	p.t.Helper()
	return p.send(secret, byHash(id, p.variables()))
}

func (p *partner) variables() map[string]any {
	return map[string]any{"a": globalid.OfAccount(p.anna.ID).String()}
}

func (p *partner) send(secret string, operation map[string]any, change ...func(*http.Request)) *httptest.ResponseRecorder {
	p.t.Helper()
	body, err := json.Marshal(operation)
	if err != nil {
		p.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, apiPath, bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	if secret != "" {
		r.Header.Set("Authorization", "Bearer "+secret)
	}
	for _, do := range change {
		do(r)
	}
	recorder := httptest.NewRecorder()
	p.handler.ServeHTTP(recorder, r)
	return recorder
}

const clientsByToken = `query($a: ID!) { account(id: $a) { clients { totalCount } } }`

func TestATokenAsksForWhatItWasGiven(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	for query, want := range map[string]string{
		clientsByToken: `"totalCount":0`,
		`{ viewer { username accounts { providerName myAccess { section level } } } }`:                           `{"section":"CALENDAR","level":"VIEW"}`,
		`query($a: ID!) { account(id: $a) { activity { totalCount } } }`:                                         `"FORBIDDEN"`,
		`mutation($a: ID!) { addClient(account: $a, input: {firstName: "A", lastName: "B"}) { client { id } } }`: `"FORBIDDEN"`,
		`{ viewer { signIns { id } } }`:           `This is not for a token: sign in to do it.`,
		`mutation { revokeApiToken { revoked } }`: `This is not for a token: sign in to do it.`,
		`mutation { signOut { signedOut } }`:      `This is not for a token: sign in to do it.`,
		`mutation { signIn(input: {username: "anna-owner", password: "` + dbtest.Password + `"}) { half { token } } }`: `no password belongs here`,
		`{ __schema { queryType { name } } }`: `"name":"Query"`,
	} {
		a := p.ask(p.secret, query)
		if !strings.Contains(a.Body.String(), want) || len(a.Result().Cookies()) > 0 || a.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v %s", query, a.Code, a.Header(), a.Body)
		}
	}
	// A lowered level holds on the next request, and so does a right that is forbidden.
	p.Owner(`UPDATE privileges SET level = 0 WHERE username_id = $1 AND section = 'CLIENTS'`, p.master.Username)
	if a := p.ask(p.secret, clientsByToken); !strings.Contains(a.Body.String(), "FORBIDDEN") {
		t.Errorf("after the username lost the level: %s", a.Body)
	}
	if err := apitokens.Forbid(p.As(p.anna.Owner), p.Log, p.anna.ID, true); err != nil {
		t.Fatal(err)
	}
	if a := p.ask(p.secret, clientsByToken); !strings.Contains(a.Body.String(), "NOT_FOUND") {
		t.Errorf("where tokens are forbidden: %s", a.Body)
	}
}

func TestEventsNameTheApp(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	p.ask(p.secret, clientsByToken)
	p.ask(p.secret, `{ viewer { signIns { id } } }`)
	found := 0
	for _, e := range p.Events(p.anna.ID) {
		byToken := e.Code == "client.listed" || e.Code == "access.denied"
		if (e.Token == p.made.ID) != byToken || (e.TokenName == "Billing sync") != byToken {
			t.Errorf("%s by %q (%s)", e.Code, e.TokenName, e.Token)
		}
		if byToken && e.ActorName == "billing.bea" && e.SignIn == uuid.Nil {
			found++
		}
	}
	if found != 2 {
		t.Errorf("%d events of the app", found)
	}
	p.uses.Close()
	mine, err := apitokens.List(p.As(p.master), p.Log)
	if err != nil || len(mine) != 1 || mine[0].Uses != 2 || mine[0].UsedAt == nil || *mine[0].UsedFrom != "192.0.2.1" {
		t.Errorf("%+v, %v", mine, err)
	}
}

// Whatever is wrong with a token, the answer is one; and but for what cannot be a token at all, so is what the
// database is asked.
func TestOneAnswerForTokensThatLetNobodyIn(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	_, revoked := p.token(p.master, access.Levels{access.Clients: access.View})
	if _, err := apitokens.Revoke(p.As(p.master), p.Log, nil); err != nil {
		t.Fatal(err)
	}
	ended, endedSecret := p.token(p.master, access.Levels{access.Clients: access.View})
	p.Owner(`UPDATE api_tokens SET created_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE id = $1`, ended.ID)
	gone, goneSecret := p.token(p.Username(p.anna, "gone", access.Levels{access.Clients: access.View}), access.Levels{access.Clients: access.View})
	p.Owner(`UPDATE usernames SET deleted_at = now() WHERE id = (SELECT username_id FROM api_tokens WHERE id = $1)`, gone.ID)
	lost, lostSecret := p.token(p.master, access.Levels{access.Clients: access.View})
	p.Owner(`UPDATE api_tokens SET token_hash = '\x00' WHERE id = $1`, lost.ID)
	var first, asked string
	for name, secret := range map[string]string{
		"none": "", "no token": "lanyard_x", "mistyped": p.secret[:len(p.secret)-1] + "!", "revoked": revoked, "ended": endedSecret, "of a username that is gone": goneSecret, "unknown": lostSecret,
	} {
		var a *httptest.ResponseRecorder
		traffic := p.tap.during(func() { a = p.ask(secret, clientsByToken) })
		header := a.Header().Clone()
		header.Del("X-Request-Id")
		answer := fmt.Sprint(a.Code, header, a.Body.String())
		if first == "" {
			first = answer
		}
		if a.Code != http.StatusUnauthorized || answer != first || header.Get("WWW-Authenticate") == "" {
			t.Errorf("%s: %s", name, answer)
		}
		if slices.Contains([]string{"none", "no token", "mistyped"}, name) {
			if len(traffic.statements) > 0 {
				t.Errorf("%s: the database is asked\n%s", name, traffic.text())
			}
			continue
		}
		if asked == "" {
			asked = fmt.Sprint(len(traffic.statements))
		}
		if got := fmt.Sprint(len(traffic.statements)); got != asked {
			t.Errorf("%s: %s statements, and %s for another", name, got, asked)
		}
	}
}

func TestATokenIsTakenInOnePlace(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	granted, err := p.Prover.Begin(p.As(nil), p.anna.Owner.Username)
	if err != nil {
		t.Fatal(err)
	}
	cookie := func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookieName(false), Value: granted.Token}) }
	at := func(path string) func(*http.Request) { return func(r *http.Request) { r.URL.Path = path } }
	for name, test := range map[string]struct {
		status int
		secret string
		change []func(*http.Request)
	}{
		"with a cookie":               {http.StatusBadRequest, p.secret, []func(*http.Request){cookie}},
		"a cookie alone":              {http.StatusBadRequest, "", []func(*http.Request){cookie}},
		"at the app's address":        {http.StatusBadRequest, p.secret, []func(*http.Request){at("/graphql")}},
		"there with a cookie":         {http.StatusBadRequest, p.secret, []func(*http.Request){at("/graphql"), cookie}},
		"at a playground":             {http.StatusBadRequest, p.secret, []func(*http.Request){at("/playground/" + globalid.OfAccount(p.anna.ID).String()), cookie}},
		"from a page of another site": {http.StatusForbidden, p.secret, []func(*http.Request){func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }}},
		"by GET":                      {http.StatusMethodNotAllowed, p.secret, []func(*http.Request){func(r *http.Request) { r.Method = http.MethodGet }}},
		"below it":                    {http.StatusNotFound, p.secret, []func(*http.Request){at("/api/x")}},
	} {
		if a := p.ask(test.secret, clientsByToken, test.change...); a.Code != test.status || a.Header().Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: %d %s", name, a.Code, a.Body)
		}
	}
}

func TestATokenMayAskForSoMuch(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	a := p.ask(p.secret, clientsByToken)
	if a.Header().Get("RateLimit") != `"requests";r=299;t=60, "cost";r=99997;t=60` || !strings.Contains(a.Body.String(), `"extensions":{"rateLimit":{"costLeft":99997,"requestsLeft":299,"resetSeconds":60}}`) {
		t.Errorf("%s %s", a.Header(), a.Body)
	}
	dear := `query($a: ID!) { account(id: $a) { clients(first: 200) { nodes { id number firstName lastName status city state zip email version } } } }`
	var refused *httptest.ResponseRecorder
	for range 200 {
		if a := p.ask(p.secret, dear); strings.Contains(a.Body.String(), "RATE_LIMITED") {
			refused = a
			break
		}
	}
	if refused == nil || refused.Code != http.StatusTooManyRequests || refused.Header().Get("Retry-After") == "" || !strings.Contains(refused.Body.String(), `"retryAfter":`) {
		t.Fatalf("too dear: %+v", refused)
	}
	for range apitokens.RequestsAMinute {
		refused = p.ask(p.secret, `{ __typename }`)
		if refused.Code == http.StatusTooManyRequests {
			break
		}
	}
	if refused.Code != http.StatusTooManyRequests || refused.Header().Get("Retry-After") == "" || !strings.Contains(refused.Body.String(), "RATE_LIMITED") {
		t.Errorf("too many: %d %s", refused.Code, refused.Body)
	}
	if _, other := p.token(p.master, access.Levels{access.Clients: access.View}); p.ask(other, clientsByToken).Code != http.StatusOK {
		t.Error("another token waits too")
	}
}

package oauth_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/apps"
	"lanyard/internal/dbtest"
	"lanyard/internal/oauth"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

const at = "https://lanyard.example"

// practice is an account that lets two apps in, and a master who holds less there than they ask for.
type practice struct {
	*dbtest.World
	t           *testing.T
	a           *dbtest.Account
	master      *access.Viewer
	web, native *apps.App
}

func newPractice(t *testing.T) *practice {
	t.Helper()
	w := dbtest.New(t)
	p := &practice{World: w, t: t, a: w.Account("a")}
	p.master = w.Username(p.a, "master", access.Levels{access.Clients: access.View, access.Calendar: access.Full, access.Notes: access.Full})
	p.web = p.register("Web", true, "https://app.example/done", "https://app.example/other?tenant=7", "com.example.web:/done", "http://127.0.0.1:8080/web")
	p.native = p.register("Native", false, "http://127.0.0.1/done", "http://[::1]:8080/six", "com.example.app:/done", "https://app.example/done")
	return p
}

func (p *practice) register(name string, confidential bool, uris ...string) *apps.App {
	p.t.Helper()
	made, _, err := apps.Register(p.As(p.a.Owner), p.Log, p.a.ID, apps.Registration{
		App: apps.Input{Name: name, Purpose: "test", RedirectURIs: uris}, Confidential: confidential,
		Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.Full}, {Section: access.Calendar, Level: access.View}},
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return made
}

// query is what an app sends the browser with, changed: an empty value leaves one out.
func query(app *apps.App, back string, change ...string) url.Values {
	q := url.Values{
		"client_id": {app.ClientID()}, "redirect_uri": {back}, "response_type": {"code"}, "state": {"xyz"},
		"code_challenge": {strings.Repeat("c", 43)}, "code_challenge_method": {"S256"},
	}
	for i := 0; i < len(change); i += 2 {
		if q.Set(change[i], change[i+1]); change[i+1] == "" {
			q.Del(change[i])
		}
	}
	return q
}

func (p *practice) read(query string) *oauth.Request {
	p.t.Helper()
	return dbtest.Must[*oauth.Request](p.t)(oauth.Read(p.As(p.master), p.Log, at, query))
}

// Where an app is sent back to is compared to the letter (RFC 9700, 2.1), but for the port on the person's own device
// (RFC 8252, 7.3). What does not match is told to nobody.
func TestRedirectURIs(t *testing.T) {
	t.Parallel()
	p := newPractice(t)
	for back, want := range map[string]bool{
		"https://app.example/done": true, "https://app.example/other?tenant=7": true,
		"https://app.example/done/": false, "https://app.example/Done": false, "https://app.example/done?x=1": false, "https://app.example/done#x": false,
		"https://app.example:443/done": false, "https://app.example./done": false, "https://APP.example/done": false, "http://app.example/done": false,
		"https://app.example@evil.example/done": false, "https://evil.example/done": false, "https://app.example.evil.example/done": false,
		"https://app.example/other?tenant=8": false, "https://app.example/other": false, "https://app.example/done/../evil": false, "https://app.example/%64one": false,
		"//app.example/done": false, "/done": false, "": false, "javascript:alert(1)": false, "data:text/html,x": false,
		"http://127.0.0.1/done": false, "com.example.app:/done": false, "https://app.example/done\n": false,
		"com.example.web:/done": true, "http://127.0.0.1:8080/web": true, "http://127.0.0.1:8081/web": false,
	} {
		if r := p.read(query(p.web, back).Encode()); (r.App != nil) != want || (r.DeclineTo() != nil) != want || want != (r.Fault == nil) {
			t.Errorf("%q: %v", back, r.App)
		}
	}
	for back, want := range map[string]bool{
		"http://127.0.0.1/done": true, "http://127.0.0.1:49152/done": true, "com.example.app:/done": true, "https://app.example/done": true,
		"http://127.0.0.1:49152/other": false, "http://127.0.0.1:49152/done?x=1": false, "http://127.0.0.1.evil.example/done": false, "http://evil.example/done": false,
		"com.example.app:/other": false, "com.example.evil:/done": false, "https://app.example:8443/done": false,
		"http://[::1]:49152/six": true, "http://[::1]/done": false, "http://127.0.0.1/six": false,
		"http://localhost/done": false, "http://localhost:49152/done": false, "https://localhost/done": false, "https://127.0.0.1/done": false, "http://127.0.0.2/done": false,
		"http://me@127.0.0.1/done": false, "http://127.0.0.1:49152@evil.example/done": false, "http://127.0.0.1:49152/%64one": false, "http://127.0.0.1:49152/done#x": false,
		"http://127.0.0.1:/done": false, "http://127.0.0.1:123456/done": false, "http://127.0.0.1:49152/done\n": false, "HTTP://127.0.0.1/done": false,
	} {
		if r := p.read(query(p.native, back).Encode()); (r.App != nil) != want {
			t.Errorf("%q: %v", back, r.App)
		}
	}
}

func TestWhatARequestMustHave(t *testing.T) {
	t.Parallel()
	p := newPractice(t)
	const back = "https://app.example/done"
	for name, test := range map[string]struct {
		query url.Values
		code  string
	}{
		"no PKCE":               {query(p.web, back, "code_challenge", "", "code_challenge_method", ""), "invalid_request"},
		"PKCE in plain":         {query(p.web, back, "code_challenge_method", "plain"), "invalid_request"},
		"no method":             {query(p.web, back, "code_challenge_method", ""), "invalid_request"},
		"a short challenge":     {query(p.web, back, "code_challenge", "c"), "invalid_request"},
		"the implicit flow":     {query(p.web, back, "response_type", "token"), "invalid_request"},
		"a hybrid flow":         {query(p.web, back, "response_type", "code token"), "invalid_request"},
		"no response type":      {query(p.web, back, "response_type", ""), "invalid_request"},
		"in the fragment":       {query(p.web, back, "response_mode", "fragment"), "invalid_request"},
		"a request object":      {query(p.web, back, "request", "e30."), "request_not_supported"},
		"one by reference":      {query(p.web, back, "request_uri", "https://app.example/r"), "request_not_supported"},
		"an unknown scope":      {query(p.web, back, "scope", "openid"), "invalid_scope"},
		"what no token can do":  {query(p.web, back, "scope", "account_access:view"), "invalid_scope"},
		"more than a token can": {query(p.web, back, "scope", "activity_log:full"), "invalid_scope"},
		"a scope in capitals":   {query(p.web, back, "scope", "CLIENTS:view"), "invalid_scope"},
		"a level of none":       {query(p.web, back, "scope", "clients:none"), "invalid_scope"},
	} {
		r := p.read(test.query.Encode())
		if r.App == nil || r.Fault == nil || *r.Fault == "" || len(r.Accounts) > 0 {
			t.Errorf("%s: %+v", name, r)
			continue
		}
		to, err := url.Parse(*r.DeclineTo())
		if err != nil || to.Query().Get("error") != test.code || to.Query().Get("state") != "xyz" || to.Query().Get("iss") != at || to.Query().Has("code") {
			t.Errorf("%s: %s", name, to)
		}
	}
	twice := query(p.web, back).Encode()
	for name, test := range map[string]struct {
		query string
		known bool
	}{
		"the state twice":        {twice + "&state=abc", true},
		"the scope twice":        {twice + "&scope=clients:view&scope=clients:full", true},
		"the client twice":       {twice + "&client_id=" + p.native.ClientID(), false},
		"the address twice":      {twice + "&redirect_uri=https://evil.example", false},
		"an unknown client":      {query(p.web, back, "client_id", uuid.NewString()).Encode(), false},
		"no client":              {query(p.web, back, "client_id", "").Encode(), false},
		"what is no query":       {"%zz", false},
		"more than a page sends": {twice + "&x=" + strings.Repeat("x", 5000), false},
	} {
		if r := p.read(test.query); r.Fault == nil || (r.App != nil) != test.known || (r.DeclineTo() != nil) != test.known {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// What can be given is the lowest of what is asked for, what the account lets the app do and what the person holds.
func TestWhatCanBeGiven(t *testing.T) {
	t.Parallel()
	p := newPractice(t)
	const back = "https://app.example/done"
	for scope, want := range map[string]access.Levels{
		"":                           {access.Clients: access.View, access.Calendar: access.View},
		"clients:full calendar:full": {access.Clients: access.View, access.Calendar: access.View},
		"calendar:view":              {access.Calendar: access.View},
	} {
		r := p.read(query(p.web, back, "scope", scope).Encode())
		if r.Fault != nil || len(r.Accounts) != 1 || r.Accounts[0].Levels != want || r.Accounts[0].Account != p.a.ID {
			t.Errorf("%q: %+v", scope, r.Accounts)
		}
	}
	if r := p.read(query(p.web, back, "scope", "notes:view").Encode()); r.Fault != nil || len(r.Accounts) != 0 {
		t.Errorf("what the account does not let it do: %+v", r.Accounts)
	}
	// The account that registered it is not the one that lets it in, and the other way round.
	b := p.Account("b")
	p.master = p.Join(p.master, b, access.Levels{access.Clients: access.Full})
	if r := p.read(query(p.web, back).Encode()); len(r.Accounts) != 1 {
		t.Errorf("before b lets it in: %+v", r.Accounts)
	}
	if _, err := apps.LetIn(p.As(b.Owner), p.Log, b.ID, p.web.ClientID(), p.web.Version, []*access.SectionLevel{{Section: access.Clients, Level: access.Full}}); err != nil {
		t.Fatal(err)
	}
	r := p.read(query(p.web, back).Encode())
	if len(r.Accounts) != 2 || r.Accounts[1].Levels != (access.Levels{access.Clients: access.Full}) {
		t.Errorf("once b lets it in: %+v", r.Accounts)
	}
	p.Owner(`UPDATE accounts SET tokens_forbidden = true WHERE id = $1`, b.ID)
	if r := p.read(query(p.web, back).Encode()); len(r.Accounts) != 1 {
		t.Errorf("where no tokens are let in: %+v", r.Accounts)
	}
}

func TestWhatIsSentBack(t *testing.T) {
	t.Parallel()
	p := newPractice(t)
	to, err := url.Parse(*p.read(query(p.web, "https://app.example/other?tenant=7", "state", "a b&c=d").Encode()).DeclineTo())
	if err != nil {
		t.Fatal(err)
	}
	if q := to.Query(); to.Host != "app.example" || to.Path != "/other" || q.Get("tenant") != "7" || q.Get("error") != "access_denied" || q.Get("state") != "a b&c=d" || q.Get("iss") != at {
		t.Error(to)
	}
	if got := p.read(query(p.native, "com.example.app:/done", "state", "").Encode()); got.App.SendsTo != "the app com.example.app on this device" || strings.Contains(*got.DeclineTo(), "state=") ||
		!strings.HasPrefix(*got.DeclineTo(), "com.example.app:/done?error=access_denied") {
		t.Errorf("%q, %s", got.App.SendsTo, *got.DeclineTo())
	}
}

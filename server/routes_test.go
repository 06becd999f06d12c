package main

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"lanyard/internal/dbtest"
)

// limitedRoutes are those whose requests cost the database something, with how each is asked.
var limitedRoutes = []string{
	"POST /graphql", "POST /playground/x", "GET /playground/x", "GET /playground/x/schema.graphql", "POST /api", "GET /api/schema.graphql",
	"POST /export/x/activity.csv", "POST /api/export/x/activity.csv", "GET /calendar/x.ics", "POST /oauth/token", "POST /oauth/revoke", "POST /oauth/introspect",
}

func askRoute(h http.Handler, route, body string, headers ...string) *httptest.ResponseRecorder {
	method, path, _ := strings.Cut(route, " ")
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	if strings.HasPrefix(path, "/oauth/") {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return serveTo(h, r)
}

// Whatever is asked in whatever way, nothing keeps the answer; only the files of the app say otherwise.
func TestNoAnswerIsKept(t *testing.T) {
	t.Parallel()
	f := newFortress(t)
	routes := append([]string{
		"GET /healthz", "GET /readyz", "GET /.well-known/oauth-authorization-server", "GET //graphql", "GET /api/../graphql", "GET /playground/" + f.id() + "/schema.graphql",
		"POST /playground/" + f.id(), "GET /playground", "GET /export/", "GET /nothing", "GET /", "DELETE /", "GET /calendar/x", "GET /oauth/token", "POST /oauth/token?a=b",
	}, limitedRoutes...)
	seen := map[int]int{}
	for _, route := range routes {
		_, path, _ := strings.Cut(route, " ")
		for _, headers := range [][]string{
			nil,
			{"Cookie", cookieName(false) + "=" + f.token},
			{"Authorization", "Bearer x"},
			{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"},
			{"Content-Type", "text/plain"},
			{"Accept", "image/png"},
		} {
			for _, each := range []string{route, "OPTIONS " + path, "PUT " + path} {
				a := askRoute(f.handler, each, "{", headers...)
				seen[a.Code]++
				if got := a.Header().Get("Cache-Control"); got != "no-store" {
					t.Errorf("%s %v is answered %d with Cache-Control: %s", each, headers, a.Code, got)
				}
			}
		}
	}
	for _, status := range []int{200, 307, 400, 401, 403, 404, 405, 406, 415, 503} {
		if seen[status] == 0 {
			t.Errorf("nothing was answered %d: %v", status, seen)
		}
	}
}

// Every way to the database counts the requests of an address.
func TestEveryRouteIsLimited(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	h := newHandler(config{RateLimit: 1}, parts{db: w.DB, events: w.Log, prover: w.Prover, app: &app{}, log: slog.New(slog.DiscardHandler)})
	for i, route := range limitedRoutes {
		from := net.JoinHostPort(net.IPv4(203, 0, 113, byte(i)).String(), "1")
		ask := func() int {
			method, path, _ := strings.Cut(route, " ")
			r := httptest.NewRequest(method, path, strings.NewReader("{"))
			r.RemoteAddr = from
			return serveTo(h, r).Code
		}
		if first, second := ask(), ask(); first == http.StatusTooManyRequests || second != http.StatusTooManyRequests {
			t.Errorf("%s: %d, then %d", route, first, second)
		}
	}
}

// However often it is asked whether the server is ready, the database is asked once a second.
func TestReadinessAsksLittle(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	h, _, tap := tappedServer(t, w.URL, new(registered))
	began := time.Now()
	asked := tap.during(func() {
		for range 300 {
			if a := get(h, http.MethodGet, "/readyz"); a.Code != http.StatusOK {
				t.Fatal(a.Code)
			}
		}
	})
	seconds := int(time.Since(began)/readyFor) + 1
	if n := len(asked.statements); n == 0 || n > 2*seconds {
		t.Errorf("%d statements in %d seconds", n, seconds)
	}
}

// What an app sends to the endpoints of OAuth is read up to its bound, and no further.
func TestFormsOfAppsAreBounded(t *testing.T) {
	h := newHandler(config{}, parts{app: &app{}, log: slog.New(slog.DiscardHandler)})
	for _, path := range []string{"/oauth/token", "/oauth/revoke", "/oauth/introspect"} {
		a := askRoute(h, "POST "+path, "a="+strings.Repeat("x", mostForm))
		if a.Code != http.StatusBadRequest || !strings.Contains(a.Body.String(), "cannot be read as a form") {
			t.Errorf("%s: %d %s", path, a.Code, a.Body)
		}
		counted := &countedReader{left: 16 << 20}
		r := httptest.NewRequest(http.MethodPost, path, counted)
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		serveTo(h, r)
		if read := 16<<20 - counted.left; read > 32<<10 {
			t.Errorf("%s: %d bytes are read", path, read)
		}
	}
}

// countedReader gives so many bytes of a form.
type countedReader struct{ left int }

func (c *countedReader) Read(b []byte) (int, error) {
	if c.left <= 0 {
		return 0, io.EOF
	}
	for i := range b {
		b[i] = 'x'
	}
	c.left -= len(b)
	return len(b), nil
}

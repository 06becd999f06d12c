package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

// Only the named proxies are answered and believed, and of what they pass on only what they have
// said themselves.
func TestProxies(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.1.0.0/16"), netip.MustParsePrefix("fd00::/8")}
	var seen string
	h := fromProxies(proxies, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { seen = address(r) }))
	for name, test := range map[string]struct {
		peer, proto string
		forwarded   []string
		status      int
		want        string
	}{
		"by the proxy":            {"10.1.0.7:4711", "https", []string{"203.0.113.9"}, 200, "203.0.113.9"},
		"by two of them":          {"10.1.0.7:4711", "https", []string{"203.0.113.9, 10.1.2.3"}, 200, "203.0.113.9"},
		"in two headers":          {"10.1.0.7:4711", "https", []string{"198.51.100.1", "203.0.113.9"}, 200, "203.0.113.9"},
		"with what a client said": {"10.1.0.7:4711", "https", []string{"127.0.0.1, 198.51.100.1, 203.0.113.9"}, 200, "203.0.113.9"},
		"of the proxy's own net":  {"10.1.0.7:4711", "https", []string{"10.1.5.5"}, 200, "10.1.5.5"},
		"IPv6":                    {"[fd00::1]:4711", "https", []string{"2001:db8::9"}, 200, "2001:db8::9"},
		"IPv4 in IPv6":            {"[::ffff:10.1.0.7]:4711", "https", []string{"::ffff:203.0.113.9"}, 200, "203.0.113.9"},
		"with a port":             {"10.1.0.7:4711", "https", []string{"203.0.113.9:51, 10.1.2.3:4711"}, 200, "203.0.113.9"},
		"IPv6 with a port":        {"10.1.0.7:4711", "https", []string{"[2001:db8::9]:51"}, 200, "2001:db8::9"},
		"no address":              {"10.1.0.7:4711", "https", []string{"unknown, secret"}, 200, "10.1.0.7"},
		"with a word in between":  {"10.1.0.7:4711", "https", []string{"203.0.113.9, nonsense, 10.1.2.3"}, 200, "10.1.2.3"},
		"nothing":                 {"10.1.0.7:4711", "https", nil, 200, "10.1.0.7"},
		"a stranger":              {"203.0.113.9:4711", "https", []string{"10.1.0.7"}, 403, ""},
		"from this machine":       {"127.0.0.1:4711", "https", []string{"10.1.0.7"}, 403, ""},
		"plain HTTP":              {"10.1.0.7:4711", "http", []string{"203.0.113.9"}, 301, ""},
		"nobody says":             {"10.1.0.7:4711", "", []string{"203.0.113.9"}, 301, ""},
	} {
		t.Run(name, func(t *testing.T) {
			seen = ""
			r := httptest.NewRequest(http.MethodGet, "/sign-in?a=b", nil)
			r.RemoteAddr, r.Host = test.peer, "practice.example"
			r.Header.Set("X-Forwarded-Proto", test.proto)
			r.Header["X-Forwarded-For"] = test.forwarded
			a := serveTo(h, r)
			if a.Code != test.status || seen != test.want {
				t.Errorf("%d, from %q", a.Code, seen)
			}
			if to := a.Header().Get("Location"); test.status == 301 && to != "https://practice.example/sign-in?a=b" {
				t.Errorf("sent to %s", to)
			}
		})
	}
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader("{}"))
	r.RemoteAddr = "10.1.0.7:1"
	if a := serveTo(h, r); a.Code != http.StatusForbidden {
		t.Errorf("a password that came by plain HTTP: %d", a.Code)
	}
}

// Without proxies to trust nobody's word is taken.
func TestNobodyIsBelieved(t *testing.T) {
	var seen string
	h := inside(fromProxies(nil, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { seen = address(r) })), nil, slog.New(slog.DiscardHandler))
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Header.Set("X-Forwarded-For", "203.0.113.9")
	r.Header.Set("X-Request-Id", "mine")
	a := serveTo(h, r)
	if seen != "192.0.2.1" {
		t.Errorf("from %s", seen)
	}
	if id := a.Header().Get("X-Request-Id"); id == "mine" || len(id) != 36 {
		t.Errorf("the request is %q", id)
	}
}

// One address has its share of requests, and of IPv6 one network; what is told is for programs too.
func TestRateLimit(t *testing.T) {
	h := newHandler(config{RateLimit: 3}, parts{app: &app{}, log: slog.New(slog.DiscardHandler)})
	ask := func(from string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader("{"))
		r.RemoteAddr = from
		r.Header.Set("Content-Type", "application/json")
		return serveTo(h, r)
	}
	for i := range 6 {
		a := ask("203.0.113.9:1")
		limited := i >= 3
		if (a.Code == http.StatusTooManyRequests) != limited {
			t.Fatalf("request %d: %d %s", i+1, a.Code, a.Body)
		}
		if limited && (a.Header().Get("Retry-After") == "" || !strings.Contains(a.Body.String(), `"code":"RATE_LIMITED"`) || !strings.Contains(a.Body.String(), `"retryAfter"`)) {
			t.Errorf("%v %s", a.Header(), a.Body)
		}
	}
	if a := ask("203.0.113.10:1"); a.Code != http.StatusBadRequest {
		t.Errorf("another address: %d", a.Code)
	}
	for i, from := range []string{"[2001:db8:0:1::1]:1", "[2001:db8:0:1::2]:1", "[2001:db8:0:1::3]:1", "[2001:db8:0:1:ffff::4]:1"} {
		if a := ask(from); (a.Code == http.StatusTooManyRequests) != (i >= 3) {
			t.Errorf("%s: %d", from, a.Code)
		}
	}
	if a := get(h, http.MethodGet, "/healthz"); a.Code != http.StatusOK {
		t.Errorf("/healthz: %d", a.Code)
	}
}

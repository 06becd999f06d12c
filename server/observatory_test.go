package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// observed is what HTTP Observatory looks at: the page, a cookie, and what plain HTTP is told.
type observed struct {
	page, plain http.Header
	status      int
	cookie      *http.Cookie
	body        string
}

func (o observed) csp(directive string) string {
	for d := range strings.SplitSeq(o.page.Get("Content-Security-Policy"), ";") {
		if name, values, _ := strings.Cut(strings.TrimSpace(d), " "); name == directive {
			return values
		}
	}
	return ""
}

var maxAge = regexp.MustCompile(`max-age=(\d+)`)

// observatory are the rules by which HTTP Observatory (the package @mdn/mdn-http-observatory 1.4.8)
// scores a site, each with the points it gives or takes. A site begins with 100; 100 is an A+.
// Points for more are counted by it from 90 on.
var observatory = []struct {
	rule   string
	points func(o observed) int
}{
	{"content-security-policy", func(o observed) int {
		policy := o.page.Get("Content-Security-Policy")
		switch {
		case policy == "" || o.csp("script-src")+o.csp("default-src") == "":
			return -25
		case strings.Contains(policy, "unsafe-inline") || strings.Contains(policy, "http:") || strings.Contains(o.csp("script-src"), "*") || strings.Contains(o.csp("script-src"), "data:"):
			return -20
		case strings.Contains(policy, "unsafe-eval"):
			return -10
		case o.csp("default-src") == "'none'":
			return 10
		}
		return 5
	}},
	{"cookies", func(o observed) int {
		switch {
		case !o.cookie.Secure:
			return -40
		case !o.cookie.HttpOnly:
			return -30
		case o.cookie.SameSite != http.SameSiteStrictMode || !strings.HasPrefix(o.cookie.Name, "__Host-"):
			return 0
		}
		return 5
	}},
	{"cross-origin-resource-sharing", func(o observed) int {
		if o.page.Get("Access-Control-Allow-Origin") != "" {
			return -50
		}
		return 0
	}},
	{"redirection", func(o observed) int {
		if o.status != http.StatusMovedPermanently || !strings.HasPrefix(o.plain.Get("Location"), "https://practice.example/") {
			return -20
		}
		return 0
	}},
	{"referrer-policy", func(o observed) int {
		if o.page.Get("Referrer-Policy") == "no-referrer" {
			return 5
		}
		return -5
	}},
	{"strict-transport-security", func(o observed) int {
		found := maxAge.FindStringSubmatch(o.page.Get("Strict-Transport-Security"))
		if found == nil {
			return -20
		}
		if seconds, _ := strconv.Atoi(found[1]); seconds < 15_768_000 {
			return -10
		}
		return 0
	}},
	{"subresource-integrity", func(o observed) int {
		if strings.Contains(o.body, "://") {
			return -5
		}
		return 0
	}},
	{"x-content-type-options", func(o observed) int {
		if o.page.Get("X-Content-Type-Options") != "nosniff" {
			return -5
		}
		return 0
	}},
	{"x-frame-options", func(o observed) int {
		if o.csp("frame-ancestors") == "'none'" {
			return 5
		}
		return -20
	}},
	{"cross-origin-resource-policy", func(o observed) int {
		if o.page.Get("Cross-Origin-Resource-Policy") == "same-origin" {
			return 10
		}
		return 0
	}},
}

// A+ is 100 points. The server has them behind a proxy and with a certificate of its own alike.
func TestObservatory(t *testing.T) {
	a, err := newApp(built)
	if err != nil {
		t.Fatal(err)
	}
	proxy := config{Proxies: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}}
	own := config{TLSCert: "cert.pem", TLSKey: "key.pem"}
	for name, test := range map[string]struct {
		c     config
		plain func(http.Handler) http.Handler
	}{
		"proxy":       {proxy, func(h http.Handler) http.Handler { return h }},
		"certificate": {own, func(http.Handler) http.Handler { return toTLS("443") }},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHandler(test.c, parts{app: a, log: slog.New(slog.DiscardHandler)})
			page := get(h, http.MethodGet, "/", "X-Forwarded-Proto", "https")
			r := httptest.NewRequest(http.MethodGet, "http://practice.example/sign-in", nil)
			plain := serveTo(test.plain(h), r)
			kept := httptest.NewRecorder()
			browser{kept, test.c.secure()}.Keep("token", unknownTime)
			o := observed{page.Header(), plain.Header(), plain.Code, kept.Result().Cookies()[0], page.Body.String()}
			if page.Code != http.StatusOK {
				t.Fatal(page.Code)
			}
			if c := o.cookie; c.Name != "__Host-lanyard" || !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" {
				t.Errorf("the cookie: %s", c)
			}
			score := 100
			for _, r := range observatory {
				points := r.points(o)
				t.Logf("%+4d %s", points, r.rule)
				if points < 0 {
					t.Errorf("%s takes %d points", r.rule, -points)
				}
				score += points
			}
			if o.page.Get("Cross-Origin-Opener-Policy") != "same-origin" || o.page.Get("Server") != "" {
				t.Errorf("%v", o.page)
			}
			if score < 130 {
				t.Errorf("%d points", score)
			}
		})
	}
}

// What a browser has kept of a person is gone with the sign-in.
func TestSignOutClearsTheBrowser(t *testing.T) {
	f := newFortress(t)
	a := serveTo(f.handler, f.request("/graphql", hostile{query: "mutation{signOut{signedOut}}"}))
	if got := a.Header().Get("Clear-Site-Data"); got != `"cache", "cookies", "storage"` {
		t.Errorf("Clear-Site-Data: %s", got)
	}
	cookies := a.Result().Cookies()
	if len(cookies) != 1 || cookies[0].MaxAge >= 0 || cookies[0].Value != "" {
		t.Errorf("%v %s", cookies, a.Body)
	}
}

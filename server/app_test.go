package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

// built is an app as Vite builds it, with a file of the build itself that nobody may read.
var built = fstest.MapFS{
	"index.html":                     {Data: []byte("<!doctype html>plain")},
	"index.html.br":                  {Data: []byte("page in br")},
	"index.html.gz":                  {Data: []byte("page in gzip")},
	"theme.js":                       {Data: []byte("theme")},
	"icon.svg":                       {Data: []byte("<svg/>")},
	".vite/manifest.json":            {Data: []byte("secret of the build")},
	"assets/.vite/manifest.json":     {Data: []byte("secret of the build")},
	"assets/.secret.js":              {Data: []byte("secret of the build")},
	"assets/main-abc_1-2.js":         {Data: []byte("script")},
	"assets/main-abc_1-2.js.br":      {Data: []byte("script in br")},
	"assets/main-abc_1-2.js.gz":      {Data: []byte("script in gzip")},
	"assets/only-gzip-4711.css":      {Data: []byte("style")},
	"assets/only-gzip-4711.css.gz":   {Data: []byte("style in gzip")},
	"assets/inter-latin-1f2e.woff2":  {Data: []byte("font")},
	"assets/deeper/nested-a1b2c3.js": {Data: []byte("nested")},
}

func routes(t *testing.T, files fstest.MapFS) http.Handler {
	t.Helper()
	a, err := newApp(files)
	if err != nil {
		t.Fatal(err)
	}
	return newHandler(config{}, parts{app: a, log: slog.New(slog.DiscardHandler)})
}

// get asks as a browser that goes to an address does, unless the headers say otherwise.
func get(h http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://lanyard/", nil)
	r.URL.Opaque, r.RequestURI = "", target
	parsed, err := r.URL.Parse(target)
	if err != nil {
		panic(err)
	}
	r.URL = parsed
	r.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, r)
	return recorder
}

func TestAppFiles(t *testing.T) {
	h := routes(t, built)
	for target, want := range map[string]struct{ body, contentType, caching string }{
		"/":                                {"<!doctype html>plain", "text/html; charset=utf-8", askEach},
		"/sign-in":                         {"<!doctype html>plain", "text/html; charset=utf-8", askEach},
		"/p/AAAA_bb-1/access/privileges":   {"<!doctype html>plain", "text/html; charset=utf-8", askEach},
		"/p/AAAA_bb-1/log?username=a.b":    {"<!doctype html>plain", "text/html; charset=utf-8", askEach},
		"/theme.js":                        {"theme", "text/javascript; charset=utf-8", shortly},
		"/icon.svg":                        {"<svg/>", "image/svg+xml", shortly},
		"/assets/main-abc_1-2.js":          {"script", "text/javascript; charset=utf-8", forEver},
		"/assets/inter-latin-1f2e.woff2":   {"font", "font/woff2", forEver},
		"/assets/deeper/nested-a1b2c3.js":  {"nested", "text/javascript; charset=utf-8", forEver},
		"/assets/only-gzip-4711.css?v=new": {"style", "text/css; charset=utf-8", forEver},
	} {
		a := get(h, http.MethodGet, target)
		if a.Code != http.StatusOK || a.Body.String() != want.body || a.Header().Get("Content-Type") != want.contentType ||
			a.Header().Get("Cache-Control") != want.caching || a.Header().Get("ETag") == "" {
			t.Errorf("%s: %d %q %v", target, a.Code, a.Body, a.Header())
		}
		head := get(h, http.MethodHead, target)
		if head.Code != http.StatusOK || head.Body.Len() > 0 || head.Header().Get("Content-Length") != a.Header().Get("Content-Length") {
			t.Errorf("HEAD %s: %d %q %v", target, head.Code, head.Body, head.Header())
		}
		again := get(h, http.MethodGet, target, "If-None-Match", a.Header().Get("ETag"))
		if again.Code != http.StatusNotModified || again.Body.Len() > 0 || again.Header().Get("Cache-Control") != want.caching {
			t.Errorf("%s again: %d %q", target, again.Code, again.Body)
		}
	}
}

// Only pages have the pages' policy: an icon that is opened by itself runs nothing.
func TestAppPolicies(t *testing.T) {
	h := routes(t, built)
	strict := "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	for target, want := range map[string]string{
		"/": pagePolicy, "/sign-in": pagePolicy, "/icon.svg": strict, "/assets/main-abc_1-2.js": strict, "/healthz": strict, "/assets/nothing.js": strict,
	} {
		a := get(h, http.MethodGet, target)
		if got := a.Header().Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: %s", target, got)
		}
		if a.Header().Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(a.Header().Get("Permissions-Policy"), "camera=()") {
			t.Errorf("%s: %v", target, a.Header())
		}
	}
	for _, forbidden := range []string{"unsafe", "http:", "https:", "*"} {
		if strings.Contains(pagePolicy, forbidden) {
			t.Errorf("the policy of pages has %s", forbidden)
		}
	}
}

func TestAppEncodings(t *testing.T) {
	h := routes(t, built)
	for accept, want := range map[string]string{
		"":                            "script",
		"identity":                    "script",
		"gzip":                        "script in gzip",
		"br":                          "script in br",
		"gzip, deflate, br, zstd":     "script in br",
		"gzip, deflate":               "script in gzip",
		"br;q=0":                      "script",
		"br;q=0, gzip":                "script in gzip",
		"br;q=0.0, gzip;q=0.000":      "script",
		"gzip;q=0, *":                 "script in br",
		"*;q=0":                       "script",
		"*":                           "script in br",
		"*;q=0.5, br;q=0":             "script in gzip",
		"br;q=0.5, gzip;q=0.8":        "script in gzip",
		"br;q=0.5, identity":          "script",
		"identity;q=0, gzip;q=0.1":    "script in gzip",
		"identity;q=0, br;q=0":        "script",
		"BR;Q=1":                      "script in br",
		"br;q=nonsense, gzip":         "script in gzip",
		"br;q=NaN, gzip;q=-1, gzip;x": "script",
		"zstd":                        "script",
	} {
		a := get(h, http.MethodGet, "/assets/main-abc_1-2.js", "Accept-Encoding", accept)
		_, coding, _ := strings.Cut(want, " in ")
		if a.Body.String() != want || a.Header().Get("Content-Encoding") != coding || a.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("%q: %q %v", accept, a.Body, a.Header())
		}
	}
	if a := get(h, http.MethodGet, "/assets/only-gzip-4711.css", "Accept-Encoding", "br, gzip;q=0.1"); a.Body.String() != "style in gzip" {
		t.Errorf("without br: %q", a.Body)
	}
	if a := get(h, http.MethodGet, "/", "Accept-Encoding", "gzip, br"); a.Body.String() != "page in br" || a.Header().Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("page: %q %v", a.Body, a.Header())
	}
	tags := map[string]bool{}
	for _, accept := range []string{"", "gzip", "br"} {
		tags[get(h, http.MethodGet, "/", "Accept-Encoding", accept).Header().Get("ETag")] = true
	}
	if len(tags) != 3 {
		t.Errorf("encodings share an ETag: %v", tags)
	}
}

// Nothing but the files of the build is to be had, each under one URL.
func TestAppAttacks(t *testing.T) {
	h := routes(t, built)
	for _, target := range []string{
		"/assets/.vite/manifest.json", "/assets/%2evite/manifest.json", "/assets/.secret.js", "/assets/", "/assets/deeper/", "/assets/deeper",
		"/assets/main-abc_1-2.js.br", "/assets/main-abc_1-2.js.gz", "/assets/main-abc_1-2.js/", "/assets/main-abc_1-2.js%00", "/assets/main-abc_1-2.js%2f",
		"/assets/..%2findex.html", "/assets/%2e%2e/index.html", "/assets/..%5cindex.html", "/assets/%2e%2e%2f%2e%2e%2fembed.go", "/assets/..%252findex.html",
		"/assets/deeper%2fnested-a1b2c3.js", "/assets/MAIN-ABC_1-2.JS", "/assets/unknown-a1b2c3.js", "/assets/index.html",
		"/graphql/", "/graphql/x", "/playground", "/playground/", "/playground/a/b",
	} {
		a := get(h, http.MethodGet, target)
		cleaned := a.Code >= 300 && a.Code < 400 && !strings.HasPrefix(a.Header().Get("Location"), "//")
		if a.Code != http.StatusNotFound && !cleaned {
			t.Errorf("%s: %d %q", target, a.Code, a.Body)
		}
		if strings.Contains(a.Body.String(), "script") || strings.Contains(a.Body.String(), "doctype") {
			t.Errorf("%s: %q", target, a.Body)
		}
		if caching := a.Header().Get("Cache-Control"); a.Code == http.StatusNotFound && caching != "no-store" {
			t.Errorf("%s: what is missing may be kept: %q", target, caching)
		}
	}
	for _, target := range []string{"/.vite/manifest.json", "/../.vite/manifest.json", "//evil.example/", "/index.html", "/index.html.br", "/theme.js%2f..%2f.vite/manifest.json"} {
		if a := get(h, http.MethodGet, target); strings.Contains(a.Body.String(), "secret of the build") || strings.HasPrefix(a.Header().Get("Location"), "//") {
			t.Errorf("%s: %d %q %v", target, a.Code, a.Body, a.Header())
		}
	}
	for _, target := range []string{"/missing.js", "/missing.png", "/.vite/manifest.json"} {
		if a := get(h, http.MethodGet, target, "Accept", "*/*"); a.Code != http.StatusNotFound {
			t.Errorf("%s as a script: %d", target, a.Code)
		}
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions, http.MethodTrace} {
		if a := get(h, method, "/sign-in"); a.Code != http.StatusMethodNotAllowed || a.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d", method, a.Code)
		}
	}
}

func TestAppNotBuilt(t *testing.T) {
	h := routes(t, fstest.MapFS{".gitignore": {Data: []byte("*")}})
	for _, target := range []string{"/", "/sign-in", "/p/x"} {
		a := get(h, http.MethodGet, target)
		if a.Code != http.StatusServiceUnavailable || !strings.Contains(a.Body.String(), "npm run build") ||
			a.Header().Get("Content-Security-Policy") != pagePolicy || a.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %q %v", target, a.Code, a.Body, a.Header())
		}
	}
	if a := get(h, http.MethodGet, "/assets/main.js"); a.Code != http.StatusNotFound {
		t.Errorf("an asset: %d", a.Code)
	}
}

package main

import (
	_ "embed"
	"io"
	"io/fs"
	"net/http"
	"strings"
)

// pagePolicy is what the app's pages may load: their own files and nothing else, without
// eval, inline scripts or strings that become HTML. The hash is that of the one <style> that
// React Aria adds on iOS while a dialog is open.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='; " +
	"img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; " +
	"frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

//go:embed not_built.html
var notBuilt string

// app serves the single-page app. Only what was found in it at the start has a URL, and only in
// one spelling: there is no path to be gone round, and no listing.
type app struct {
	files  fs.FS
	assets map[string]*asset
	page   *asset
}

func newApp(files fs.FS) (*app, error) {
	assets, err := findAssets(files)
	if err != nil {
		return nil, err
	}
	page := assets["/index.html"]
	delete(assets, "/index.html")
	return &app{files, assets, page}, nil
}

// ServeHTTP implements http.Handler.
func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		statusOnly(w, http.StatusMethodNotAllowed)
		return
	}
	if found := a.assets[r.URL.EscapedPath()]; found != nil {
		a.send(w, r, found)
		return
	}
	if !isPage(r) {
		statusOnly(w, http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Security-Policy", pagePolicy)
	if a.page == nil {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = io.WriteString(w, notBuilt)
		return
	}
	a.send(w, r, a.page)
}

func (a *app) send(w http.ResponseWriter, r *http.Request, found *asset) {
	chosen := found.choose(r.Header.Values("Accept-Encoding"))
	file, err := a.files.Open(chosen.path)
	if err != nil {
		statusOnly(w, http.StatusInternalServerError)
		return
	}
	defer func() { _ = file.Close() }()
	found.describe(w.Header(), chosen)
	http.ServeContent(w, r, "", unknownTime, file.(io.ReadSeeker))
}

// isPage tells whether a browser goes to this address: the app shows what is there, and that
// nothing is there. Scripts and images that are missing must not be answered with a page.
func isPage(r *http.Request) bool {
	if strings.HasPrefix(r.URL.Path, "/assets/") {
		return false
	}
	return r.URL.Path == "/" || strings.Contains(strings.Join(r.Header.Values("Accept"), ","), "text/html")
}

// statusOnly answers without content. What is missing now may be there after the next start.
func statusOnly(w http.ResponseWriter, status int) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, http.StatusText(status), status)
}

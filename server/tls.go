package main

import (
	"crypto/tls"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

// keyPair is a certificate with its key, read again when either file has changed: a renewal needs
// no new start. What cannot be read leaves the last one in use.
type keyPair struct {
	cert, key string
	log       *slog.Logger

	mu      sync.Mutex
	asked   time.Time
	changed time.Time
	current *tls.Certificate
}

// trust is how long files are believed before they are looked at again.
const trust = 10 * time.Second

func newKeyPair(cert, key string, log *slog.Logger) (*keyPair, error) {
	p := &keyPair{cert: cert, key: key, log: log}
	return p, p.load()
}

func (p *keyPair) load() error {
	changed := newest(p.cert, p.key)
	pair, err := tls.LoadX509KeyPair(p.cert, p.key)
	if err == nil {
		p.current, p.changed = &pair, changed
	}
	return err
}

// certificate is tls.Config.GetCertificate.
func (p *keyPair) certificate(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := time.Now(); now.Sub(p.asked) > trust {
		p.asked = now
		if newest(p.cert, p.key).After(p.changed) {
			if err := p.load(); err != nil {
				p.log.Warn("the new certificate cannot be read; the last one stays in use", "error", err)
			}
		}
	}
	return p.current, nil
}

func newest(paths ...string) (latest time.Time) {
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.ModTime().After(latest) {
			latest = info.ModTime()
		}
	}
	return latest
}

// tlsConfig is that of TLS 1.2 and later, with the suites that Go holds to be good.
func (p *keyPair) tlsConfig() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: p.certificate, NextProtos: []string{"h2", "http/1.1"}}
}

// toTLS sends browsers that came by plain HTTP to the address that speaks TLS. What else comes
// that way is refused: it has been read on its way here.
func toTLS(port string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := (&url.URL{Host: r.Host}).Hostname()
		redirect(w, r, strings.TrimSuffix(net.JoinHostPort(host, port), ":443"))
	})
}

func redirect(w http.ResponseWriter, r *http.Request, host string) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		statusOnly(w, http.StatusForbidden)
		return
	}
	path := r.URL.RequestURI()
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") { // put behind the host, it would name another
		statusOnly(w, http.StatusBadRequest)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, "https://"+host+path, http.StatusMovedPermanently) //nolint:gosec // to the host that was asked for itself, and kept by no cache
}

package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/caarlos0/env/v11"

	"lanyard/internal/database"
	"lanyard/internal/loopback"
	"lanyard/internal/mailing"
)

// config is everything that can be set, from the environment. The README has a row for each.
type config struct {
	Addr        string   `env:"LANYARD_ADDR" envDefault:"127.0.0.1:8080"`
	DatabaseURL string   `env:"DATABASE_URL"`
	OwnerURL    string   `env:"DATABASE_OWNER_URL"`
	Data        string   `env:"LANYARD_DATA" envDefault:"./data"`
	Postgres    string   `env:"LANYARD_POSTGRES"`
	Connections int32    `env:"LANYARD_CONNECTIONS" envDefault:"24"`
	Origins     []string `env:"LANYARD_ORIGINS"`
	// TLSCert and TLSKey are files in PEM; Redirect answers plain HTTP beside them.
	TLSCert  string `env:"LANYARD_TLS_CERT"`
	TLSKey   string `env:"LANYARD_TLS_KEY"`
	Redirect string `env:"LANYARD_REDIRECT_ADDR"`
	// Proxies are those that speak TLS before the server.
	Proxies []netip.Prefix `env:"LANYARD_TRUSTED_PROXIES"`
	// MetricsAddr answers Prometheus, by plain HTTP, whoever asks.
	MetricsAddr string `env:"LANYARD_METRICS_ADDR"`
	// RateLimit is how many requests a minute one address may make; 0: any.
	RateLimit int `env:"LANYARD_RATE_LIMIT" envDefault:"1200"`
	// SMTP is where notices are handed in for mailing; empty: they are shown, and not mailed.
	SMTP string `env:"LANYARD_SMTP_URL"`
	// WebhooksNear lets webhooks go to this very machine too, by plain HTTP: for development.
	WebhooksNear bool `env:"LANYARD_WEBHOOKS_LOOPBACK"`
}

// secure tells whether browsers speak TLS, with this server or with a proxy before it.
func (c config) secure() bool { return c.TLSCert != "" || len(c.Proxies) > 0 }

// loadConfig reads and checks the configuration. It names the variable that is wrong; a
// password in a URL is never printed.
func loadConfig() (config, error) {
	var c config
	if err := env.Parse(&c); err != nil {
		return c, err
	}
	return c, errors.Join(c.checkAddr(), c.checkTLS(), c.checkMetrics(), c.checkDatabase(), c.checkLimits(), c.checkOrigins(), c.checkSMTP())
}

func (c config) checkAddr() error {
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return errors.New("LANYARD_ADDR must be like 127.0.0.1:8080")
	}
	if !loopback.Is(host) && !c.secure() {
		return errors.New("LANYARD_ADDR is reachable from elsewhere: give it a certificate (LANYARD_TLS_CERT), or name the proxy that speaks TLS before it (LANYARD_TRUSTED_PROXIES)")
	}
	return nil
}

func (c config) checkTLS() error {
	if (c.TLSCert == "") != (c.TLSKey == "") {
		return errors.New("LANYARD_TLS_CERT and LANYARD_TLS_KEY belong together")
	}
	if c.TLSCert != "" && len(c.Proxies) > 0 {
		return errors.New("LANYARD_TLS_CERT and LANYARD_TRUSTED_PROXIES: one of them speaks TLS, say which")
	}
	if c.Redirect == "" {
		return nil
	}
	if _, _, err := net.SplitHostPort(c.Redirect); err != nil || c.TLSCert == "" {
		return errors.New("LANYARD_REDIRECT_ADDR must be like :80, and needs LANYARD_TLS_CERT")
	}
	return nil
}

func (c config) checkMetrics() error {
	if _, _, err := net.SplitHostPort(c.MetricsAddr); c.MetricsAddr != "" && err != nil {
		return errors.New("LANYARD_METRICS_ADDR must be like 127.0.0.1:9090")
	}
	return nil
}

func (c config) checkSMTP() error {
	if c.SMTP == "" {
		return nil
	}
	if _, err := mailing.ParseURL(c.SMTP); err != nil {
		return fmt.Errorf("LANYARD_SMTP_URL %w", err)
	}
	return nil
}

func (c config) checkDatabase() error {
	if c.DatabaseURL == "" && c.OwnerURL != "" {
		return errors.New("DATABASE_OWNER_URL is set without DATABASE_URL")
	}
	for name, url := range map[string]string{"DATABASE_URL": c.DatabaseURL, "DATABASE_OWNER_URL": c.OwnerURL} {
		if url == "" {
			continue
		}
		if err := database.CheckURL(url); err != nil {
			return fmt.Errorf("%s %w", name, err)
		}
	}
	if c.Data == "" {
		return errors.New("LANYARD_DATA must name a folder")
	}
	return nil
}

func (c config) checkLimits() error {
	if c.Connections < 4 || c.Connections > 1000 {
		return errors.New("LANYARD_CONNECTIONS must be 4 to 1000")
	}
	if c.RateLimit < 0 {
		return errors.New("LANYARD_RATE_LIMIT must be 0 or more")
	}
	return nil
}

// isOrigin tells whether text is one origin to the letter, as browsers name it; a * would stand for more than one
// where CORS is decided.
func isOrigin(u *url.URL, text string) bool {
	return (u.Scheme == "https" || u.Scheme == "http") && u.Scheme+"://"+u.Host == text && !strings.Contains(text, "*") &&
		http.NewCrossOriginProtection().AddTrustedOrigin(text) == nil
}

func (c config) checkOrigins() error {
	for _, origin := range c.Origins {
		u, err := url.Parse(origin)
		if err != nil || !isOrigin(u, origin) {
			return fmt.Errorf("LANYARD_ORIGINS: %q is not an origin like https://app.example.com", origin)
		}
		if u.Scheme == "http" && !loopback.Is(u.Hostname()) {
			return fmt.Errorf("LANYARD_ORIGINS: the pages of %q can be changed on their way: only https is let in from another machine", origin)
		}
	}
	return nil
}

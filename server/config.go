package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"

	"github.com/caarlos0/env/v11"
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
	TLSProxy    bool     `env:"LANYARD_TLS_PROXY"`
}

// loadConfig reads and checks the configuration. It names the variable that is wrong; a
// password in a URL is never printed.
func loadConfig() (config, error) {
	var c config
	if err := env.Parse(&c); err != nil {
		return c, err
	}
	return c, errors.Join(c.checkAddr(), c.checkDatabase(), c.checkOrigins())
}

func (c config) checkAddr() error {
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return errors.New("LANYARD_ADDR must be like 127.0.0.1:8080")
	}
	ip, err := netip.ParseAddr(host)
	loopback := host == "localhost" || err == nil && ip.IsLoopback()
	if !loopback && !c.TLSProxy {
		return errors.New("LANYARD_ADDR is reachable from elsewhere: put a proxy that speaks TLS before it and set LANYARD_TLS_PROXY=true")
	}
	return nil
}

func (c config) checkDatabase() error {
	if c.DatabaseURL == "" && c.OwnerURL != "" {
		return errors.New("DATABASE_OWNER_URL is set without DATABASE_URL")
	}
	if c.Connections < 4 || c.Connections > 1000 {
		return errors.New("LANYARD_CONNECTIONS must be 4 to 1000")
	}
	if c.Data == "" {
		return errors.New("LANYARD_DATA must name a folder")
	}
	return nil
}

func (c config) checkOrigins() error {
	for _, origin := range c.Origins {
		u, err := url.Parse(origin)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.Path != "" {
			return fmt.Errorf("LANYARD_ORIGINS: %q is not an origin like https://app.example.com", origin)
		}
	}
	return nil
}

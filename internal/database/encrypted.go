package database

import (
	"crypto/tls"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/internal/loopback"
)

var errPlain = errors.New("leads to another machine, so it must be encrypted, to a server that proves its name: add sslmode=verify-full, and sslrootcert=FILE where its certificate is of an authority of your own")

// CheckURL refuses the URL of a database on another machine unless all that is said with it is encrypted and the server
// proves its name (ASVS 5.0, 12.3.1 and 12.3.2): PostgreSQL's own default goes on in plain text when it is asked to.
func CheckURL(url string) error {
	config, err := pgconn.ParseConfig(url)
	if err != nil {
		return fmt.Errorf("cannot be read: %w", err)
	}
	if open(config.Host, config.TLSConfig) {
		return errPlain
	}
	for _, f := range config.Fallbacks {
		if open(f.Host, f.TLSConfig) {
			return errPlain
		}
	}
	return nil
}

// open tells whether somebody between could read what is said.
func open(host string, c *tls.Config) bool {
	here := filepath.IsAbs(host) || loopback.Is(host) // a path is a socket
	return !here && (c == nil || c.InsecureSkipVerify)
}

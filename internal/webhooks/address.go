package webhooks

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"code.dny.dev/ssrf"

	"lanyard/internal/problem"
)

// patience is how long a receiver may take for its whole answer.
const patience = 10 * time.Second

// Client reaches receivers, and nobody else: no private network, no loopback, and no address that another one
// sends it on to.
type Client struct {
	http    *http.Client
	guard   *ssrf.Guardian
	near    bool
	resolve func(ctx context.Context, host string) ([]netip.Addr, error)
}

// NewClient makes a client. near is for development and tests: it also reaches loopback, by plain HTTP and
// at any port.
func NewClient(near bool) *Client {
	c := &Client{near: near, guard: ssrf.New(ssrf.WithPorts(443))}
	if near {
		c.guard = ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(netip.MustParsePrefix("127.0.0.0/8")), ssrf.WithAllowedV6Prefixes(netip.MustParsePrefix("::1/128")))
	}
	c.resolve = func(ctx context.Context, host string) ([]netip.Addr, error) {
		return net.DefaultResolver.LookupNetIP(ctx, "ip", host)
	}
	// The address is looked at when the connection is made: a name may lead elsewhere by then.
	dialer := &net.Dialer{Timeout: 5 * time.Second, Control: c.guard.Safe}
	c.http = &http.Client{
		Timeout:       patience,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: 5 * time.Second, ResponseHeaderTimeout: patience,
			MaxResponseHeaderBytes: 16 << 10, MaxIdleConns: 20, IdleConnTimeout: 30 * time.Second, DisableCompression: true,
		},
	}
	return c
}

const longestURL = 500

// check refuses an address that is none of a receiver's, with what is wrong with it.
func (c *Client) check(ctx context.Context, text string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(text))
	switch {
	case err != nil || u.Hostname() == "" || len(text) > longestURL:
		return "", problem.Invalid("url", "Enter an address like https://hooks.example.com/lanyard.")
	case u.Scheme != "https" && (!c.near || u.Scheme != "http"):
		return "", problem.Invalid("url", "The address must begin with https://.")
	case u.User != nil || u.Fragment != "":
		return "", problem.Invalid("url", "Leave out passwords and what comes after #.")
	case u.Port() != "" && u.Port() != "443" && !c.near:
		return "", problem.Invalid("url", "The address must be at port 443.")
	}
	return u.String(), c.checkHost(ctx, u.Hostname())
}

func (c *Client) checkHost(ctx context.Context, host string) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	addresses, err := c.resolve(ctx, host)
	if err != nil || len(addresses) == 0 {
		return problem.Invalid("url", "No address is known of %s.", host)
	}
	for _, a := range addresses {
		if c.guard.SafeAddr(a.Unmap()) != nil {
			return problem.Invalid("url", "%s is on a private network or this very machine: nothing is sent there.", host)
		}
	}
	return nil
}

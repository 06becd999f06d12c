package webhooks

import (
	"context"
	"net/netip"
	"time"
)

// Hurry has a client wait for no more than this.
func (c *Client) Hurry(patience time.Duration) { c.http.Timeout = patience }

// Believe has a client believe that each name is at an address, when it is asked at first.
func (c *Client) Believe(address string) {
	c.resolve = func(context.Context, string) ([]netip.Addr, error) {
		return []netip.Addr{netip.MustParseAddr(address)}, nil
	}
}

// Fault is what a client says of an address when it sends something there.
func (c *Client) Fault(ctx context.Context, url string) string {
	return c.post(ctx, url, message{id: "evt", at: time.Now(), body: []byte("{}")}, []string{newSecret()}).Fault
}

// Codes are the codes of all kinds.
func Codes() []string {
	_, codes := pairs()
	return codes
}

package webhooks

import (
	"context"
	"net/netip"
	"net/url"
	"testing"

	"lanyard/internal/problem"
)

// An address that is told of changes is https at its own port, and says no password; what is none is refused in words
// for people.
func FuzzAddress(f *testing.F) {
	for _, text := range []string{"https://hooks.example.com/a", "http://x", "https://u:p@x/", "https://x:8443/", "https://x/#y", " https://x ", "https://[::1]/", "file:///x", "//x", "https://:"} {
		f.Add(text)
	}
	c := NewClient(false)
	c.resolve = func(context.Context, string) ([]netip.Addr, error) {
		return []netip.Addr{netip.MustParseAddr("93.184.215.14")}, nil
	}
	f.Fuzz(func(t *testing.T, text string) {
		kept, err := c.check(t.Context(), text)
		if err != nil {
			if problem.As(err) == nil {
				t.Errorf("%q: not a problem a person may see: %v", text, err)
			}
			return
		}
		u, err := url.Parse(kept)
		if err != nil || u.Scheme != "https" || u.User != nil || u.Port() != "" && u.Port() != "443" || u.Hostname() == "" {
			t.Errorf("%q is kept as %q", text, kept)
		}
	})
}

package main

import (
	"net/http"
	"net/netip"
	"net/url"
	"testing"
)

// A proxy's word gives an address, whatever stands in it, and never one of the proxies' own while
// another is there.
func FuzzForwarded(f *testing.F) {
	for _, header := range []string{"", "203.0.113.9", "203.0.113.9, 10.1.2.3", "::1%eth0", "unknown", ",,", "::ffff:10.1.0.1", "10.1.0.1, 203.0.113.9 "} {
		f.Add(header)
	}
	proxies, peer := netip.MustParsePrefix("10.1.0.0/16"), netip.MustParseAddr("10.1.0.7")
	f.Fuzz(func(t *testing.T, header string) {
		client := forwarded([]string{header}, peer, proxies.Contains)
		if !client.IsValid() || client.Zone() != "" || client.Is4In6() {
			t.Errorf("%q: %v", header, client)
		}
		if told := forwarded([]string{"198.51.100.1", header}, peer, proxies.Contains); !proxies.Contains(client) && told != client {
			t.Errorf("%q: what stands further left makes %v of %v", header, told, client)
		}
	})
}

// The weight of an encoding is one from 0 to 1, whatever is asked for.
func FuzzCodings(f *testing.F) {
	for _, accept := range []string{"", "br", "gzip;q=0.5, *;q=0", "br;q=NaN", "br;q=1e999", ";q=", "*;q=-1", "identity;q=0"} {
		f.Add(accept)
	}
	f.Fuzz(func(t *testing.T, accept string) {
		w := codings([]string{accept})
		for _, q := range []float64{w.of("br"), w.of("gzip"), w.plain()} {
			if !(q >= 0 && q <= 1) {
				t.Errorf("%q: %v", accept, q)
			}
		}
	})
}

// Whatever is asked for, it is sent on to the host that was asked, or nowhere.
func FuzzRedirect(f *testing.F) {
	for _, target := range []string{"/", "/sign-in?a=b", "x:@evil.example/", "//evil.example", "http://practice.example/a", "/\\evil.example", "*", "?a", "/%2f%2fevil.example"} {
		f.Add(target)
	}
	f.Fuzz(func(t *testing.T, target string) {
		r := requestTo(t, target)
		a := serveTo(toTLS("8443"), r)
		if a.Code == http.StatusBadRequest {
			return
		}
		to, err := url.Parse(a.Header().Get("Location"))
		if err != nil || to.Scheme != "https" || to.User != nil || to.Hostname() != (&url.URL{Host: r.Host}).Hostname() || to.Port() != "8443" {
			t.Errorf("%q: sent to %v, %v", target, to, err)
		}
	})
}

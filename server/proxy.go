package main

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// fromProxies answers the named proxies alone, and believes them from where a request came and that it
// came by TLS. Nobody goes round them, and nobody else's X-Forwarded-For is read. Whether the
// server is alive may be asked by anybody.
func fromProxies(proxies []netip.Prefix, next http.Handler) http.Handler {
	if len(proxies) == 0 {
		return next
	}
	named := func(ip netip.Addr) bool {
		return slices.ContainsFunc(proxies, func(p netip.Prefix) bool { return p.Contains(ip) })
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		peer, err := netip.ParseAddrPort(r.RemoteAddr)
		switch {
		case r.URL.Path == "/healthz" || r.URL.Path == "/readyz":
			next.ServeHTTP(w, r)
		case err != nil || !named(peer.Addr().Unmap()):
			statusOnly(w, http.StatusForbidden)
		case r.Header.Get("X-Forwarded-Proto") != "https":
			redirect(w, r, r.Host)
		default:
			client := forwarded(r.Header.Values("X-Forwarded-For"), peer.Addr().Unmap(), named)
			r.RemoteAddr = net.JoinHostPort(client.String(), "0")
			next.ServeHTTP(w, r)
		}
	})
}

// forwarded is the last address before the named proxies: each adds whom it heard from, and what
// stands further left is the client's own word. Where a word is no address, the one who said it
// is the client.
func forwarded(headers []string, peer netip.Addr, named func(netip.Addr) bool) netip.Addr {
	client := peer
	words := strings.Split(strings.Join(headers, ","), ",")
	for _, word := range slices.Backward(words) {
		ip, ok := addressOf(strings.TrimSpace(word))
		if !ok {
			return client
		}
		if client = ip.Unmap().WithZone(""); !named(client) {
			return client
		}
	}
	return client
}

// addressOf reads an address, with or without the port that some proxies add.
func addressOf(word string) (netip.Addr, bool) {
	if at, err := netip.ParseAddrPort(word); err == nil {
		return at.Addr(), true
	}
	ip, err := netip.ParseAddr(word)
	return ip, err == nil
}

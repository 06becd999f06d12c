// Package loopback tells this very machine from others.
package loopback

import "net/netip"

// Is tells whether what is sent to host, a name or an address without a port, stays on this machine.
func Is(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

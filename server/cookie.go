package main

import (
	"net/http"
	"time"
)

// browser keeps the token of a sign-in in a cookie that scripts cannot read and other sites
// cannot send.
type browser struct {
	w      http.ResponseWriter
	secure bool
}

// cookieName has the prefix that binds the cookie to this host over TLS; on a plain-HTTP
// loopback address browsers refuse it.
func cookieName(secure bool) string {
	if secure {
		return "__Host-lanyard"
	}
	return "lanyard"
}

// Keep implements graph.Cookies.
func (b browser) Keep(token string, until time.Time) {
	http.SetCookie(b.w, b.cookie(token, int(time.Until(until).Seconds())))
}

// Forget implements graph.Cookies.
func (b browser) Forget() {
	b.w.Header().Set("Clear-Site-Data", `"cache", "cookies", "storage"`)
	http.SetCookie(b.w, b.cookie("", -1))
}

func (b browser) cookie(value string, maxAge int) *http.Cookie {
	return &http.Cookie{ //nolint:gosec // Secure but for plain HTTP on loopback
		Name: cookieName(b.secure), Value: value, Path: "/", MaxAge: maxAge,
		Secure: b.secure, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	}
}

package apps

import (
	"net/url"
	"strings"
	"testing"
)

// An address that an app may be sent back to is ASCII, leads where people are told it leads, and runs nothing.
func FuzzRedirectURI(f *testing.F) {
	for _, text := range []string{
		"https://app.example.com/done", "http://127.0.0.1:8080/", "http://[::1]/", "com.example.app:/done", "javascript:alert(1)", "https://a@b/", "https://x/#y",
		"//host", "https://", "https://%D0%B0.example", "http://localhost/", "a.b:c", "data:text/html,x",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if faultOf(text) != "" {
			return
		}
		u, err := url.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		ofApp := strings.Contains(u.Scheme, ".") && u.Host == ""
		if u.Scheme != "https" && !isLoopback(u.Hostname()) && !ofApp {
			t.Errorf("%q: %s", text, u.Scheme)
		}
		if where := Host(text); where == "" || strings.ContainsFunc(text+where, func(c rune) bool { return c < ' ' || c > '~' }) || strings.Contains(text, "#") {
			t.Errorf("%q leads to %q", text, where)
		}
	})
}

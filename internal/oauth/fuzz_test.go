package oauth

import (
	"net/url"
	"testing"

	"lanyard/internal/access"
)

// Whatever an app sends the browser with: it is sent back to where it is registered alone, and asks for no more than a
// token can have.
func FuzzRequest(f *testing.F) {
	public := Client{URIs: []string{"https://app.example.com/done", "http://127.0.0.1/done", "com.example.app:/done"}}
	for _, query := range []string{
		"", "redirect_uri=https%3A%2F%2Fapp.example.com%2Fdone", "redirect_uri=http://127.0.0.1:8080/done&response_type=code&code_challenge_method=S256&code_challenge=" +
			"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz&scope=clients:view", "redirect_uri=http://127.0.0.1.evil/done", "redirect_uri=http://127.0.0.1:80@evil/done", "a=1&a=2", "%", "request=x",
	} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		asked := parsed(query)
		back := asked.Get("redirect_uri")
		if !isRegistered(public, back) {
			return
		}
		u, err := url.Parse(back)
		if err != nil || u.Host != "app.example.com" && u.Hostname() != "127.0.0.1" && u.Scheme != "com.example.app" || u.User != nil {
			t.Fatalf("%q is sent back to %q", query, back)
		}
		levels, refusal := check(public, asked)
		for _, s := range access.Sections() {
			if refusal == nil && levels[s] > access.MostByToken(s) {
				t.Errorf("%q asks for %s to %s", query, levels[s].Title(), s.Title())
			}
		}
	})
}

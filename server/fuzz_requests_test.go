package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/graph"
	"lanyard/internal/globalid"
)

// A token is what stands behind the word Bearer, whole, and of no other header there is one.
func FuzzBearer(f *testing.F) {
	for _, header := range []string{"", "Bearer abc", "bearer  abc ", "Bearer", "BearerX abc", "Basic YTpi", " Bearer abc", "Bearer a b"} {
		f.Add(header)
	}
	f.Fuzz(func(t *testing.T, header string) {
		token := bearer(&http.Request{Header: http.Header{"Authorization": {header}}})
		isBearer := len(header) > 7 && strings.EqualFold(header[:7], "bearer ")
		if token != "" && !isBearer || isBearer && token != strings.TrimSpace(header[7:]) {
			t.Errorf("%q gives %q", header, token)
		}
	})
}

// Whatever names a view, it is asked for, and is one link of one account or none at all.
func FuzzViewAs(f *testing.F) {
	link := globalid.New("Link", uuid.UUID{1}, uuid.UUID{2}).String()
	for _, said := range []string{"", link, link + "A", globalid.New("Username", uuid.UUID{1}, uuid.UUID{2}).String(), globalid.New("Link", uuid.Nil, uuid.UUID{2}).String()} {
		f.Add(said, false)
		f.Add(said, true)
	}
	f.Fuzz(func(t *testing.T, said string, twice bool) {
		r := &http.Request{Header: http.Header{graph.ViewAs: {said}}}
		if twice {
			r.Header.Add(graph.ViewAs, said)
		}
		look, asked := viewAs(r)
		if !asked {
			t.Errorf("%q is not asked for", said)
		}
		if look.Link != uuid.Nil && (twice || globalid.New("Link", look.Account, look.Link).String() != said) {
			t.Errorf("%q, twice %v, looks at %v", said, twice, look)
		}
	})
}

// What a browser says of itself becomes plain and short, and stays so.
func FuzzUserAgent(f *testing.F) {
	for _, said := range []string{"", "Mozilla/5.0 (X11)", "curl\n{}", "\x1b[2J", "é", strings.Repeat("x", 201)} {
		f.Add(said)
	}
	f.Fuzz(func(t *testing.T, said string) {
		of := func(said string) string { return userAgent(&http.Request{Header: http.Header{"User-Agent": {said}}}) }
		agent := of(said)
		if len(agent) > 200 || strings.ContainsFunc(agent, func(c rune) bool { return c < ' ' || c > '~' }) || of(agent) != agent {
			t.Errorf("%q is kept as %q", said, agent)
		}
		if agent == "" && strings.ContainsFunc(said, func(c rune) bool { return c >= ' ' && c <= '~' }) {
			t.Errorf("nothing is kept of %q", said)
		}
	})
}

// A form that is let through says each thing once and asks for what there is; of one that is not, nothing is repeated.
func FuzzForm(f *testing.F) {
	for _, body := range []string{"", "grant_type=authorization_code&code=x", "grant_type=password", "a=1&a=2", "a=1&%61=2", "a;b", "%zz", "client_assertion_type=x", "grant_type=refresh_token&grant_type="} {
		f.Add(body, "")
		f.Add("", body)
	}
	f.Fuzz(func(t *testing.T, body, query string) {
		r := httptest.NewRequest(http.MethodPost, "/oauth/token", strings.NewReader(body))
		r.URL.RawQuery = query
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		fault := faultOfForm(r)
		form, err := url.ParseQuery(body)
		twice := false
		for _, values := range form {
			twice = twice || len(values) > 1
		}
		grant := form.Get("grant_type")
		if known := grant == "" || grant == "authorization_code" || grant == "refresh_token"; fault == nil && (query != "" || err != nil || twice || !known) {
			t.Errorf("%q?%q is let through", body, query)
		}
		if planted := form.Get("grant_type") + form.Get("client_assertion_type"); fault != nil && len(planted) > 30 && strings.Contains(fault.Error(), planted) {
			t.Errorf("%q is repeated: %v", body, fault)
		}
	})
}

package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"lanyard/graph/trusted"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
)

// What is no document of the app costs the database nothing, whoever sends it.
func TestUntrustedQueriesAskNothing(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	granted, err := w.Prover.Begin(w.As(nil), w.Account("anna").Owner.Username)
	if err != nil {
		t.Fatal(err)
	}
	at, tap := tapped(t, w.URL)
	db, err := database.Open(t.Context(), at, 4)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	log := activity.New(db)
	defer log.Close()
	documents := new(registered)
	h := newHandler(config{}, parts{db: db, events: log, app: &app{}, documents: documents, log: slog.New(slog.DiscardHandler)})
	raw := map[string]any{"query": "{ viewer { username } }"}
	known := documents.body("{ viewer { username } }", nil)
	unknown := byHash(trusted.ID("{ viewer { id } }"), nil)
	both := documents.body("{ viewer { username } }", nil)
	both["query"] = "{ presets { name } }"
	for name, test := range map[string]struct {
		path, token, reason string
		body                map[string]any
		asks                bool
	}{
		"known":               {"/graphql", granted.Token, "", known, true},
		"raw":                 {"/graphql", granted.Token, "RAW_QUERY", raw, false},
		"raw, signed out":     {"/graphql", "", "RAW_QUERY", raw, false},
		"raw beside a hash":   {"/graphql", granted.Token, "RAW_QUERY", both, false},
		"unknown":             {"/graphql", granted.Token, "UNKNOWN_DOCUMENT", unknown, false},
		"unknown, a stranger": {"/graphql", "", "UNKNOWN_DOCUMENT", unknown, false},
		"playground, nobody":  {"/playground/x", "", "", raw, false},
	} {
		t.Run(name, func(t *testing.T) {
			var a *httptest.ResponseRecorder
			asked := tap.during(func() { a = sendJSON(h, test.path, test.token, test.body) })
			if (len(asked.statements) > 0) != test.asks {
				t.Errorf("the database is asked\n%s", asked.text())
			}
			if test.reason != "" && (!strings.Contains(a.Body.String(), `"reason":"`+test.reason+`"`) || !strings.Contains(a.Body.String(), `"BAD_USER_INPUT"`)) {
				t.Errorf("%d %s", a.Code, a.Body)
			}
		})
	}
}

func sendJSON(h http.Handler, path, token string, content map[string]any) *httptest.ResponseRecorder {
	body, err := json.Marshal(content)
	if err != nil {
		panic(err) // texts always encode
	}
	r := httptest.NewRequest(http.MethodPost, path, bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	if token != "" {
		r.AddCookie(&http.Cookie{Name: cookieName(false), Value: token})
	}
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, r)
	return recorder
}

// A page of another site cannot make a browser run anything in the playground.
func TestPlaygroundOfAnotherSite(t *testing.T) {
	h := newHandler(config{}, parts{app: &app{}, log: slog.New(slog.DiscardHandler)})
	r := httptest.NewRequest(http.MethodPost, "/playground/x", strings.NewReader(`{"query":"{ viewer { id } }"}`))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, r)
	if recorder.Code != http.StatusForbidden || !strings.Contains(recorder.Body.String(), "another site") {
		t.Errorf("%d %s", recorder.Code, recorder.Body)
	}
	for _, site := range []string{"cross-site", "same-site", "none"} {
		if a := get(h, http.MethodGet, "/playground/x?query={viewer{id}}", "Sec-Fetch-Site", site); a.Code != http.StatusForbidden || !strings.Contains(a.Body.String(), "another site") {
			t.Errorf("GET, %s: %d %s", site, a.Code, a.Body)
		}
	}
}

// A GET at the playground is a query that is noted like any, and at the app's own address nothing.
func TestQueriesByGET(t *testing.T) {
	f := newFortress(t)
	at := func(path, query string) *httptest.ResponseRecorder {
		r := f.request(path+"?query="+url.QueryEscape(query), hostile{method: http.MethodGet, headers: []string{"Accept", "application/json", "Sec-Fetch-Site", "same-origin"}, body: " "})
		return serveTo(f.handler, r)
	}
	runs := func() (n int) {
		for _, e := range f.world.Events(f.account.ID) {
			if e.Code == "playground.run" {
				n++
			}
		}
		return n
	}
	if a := at("/playground/"+f.id(), "{viewer{username}}"); a.Code != http.StatusOK || !strings.Contains(a.Body.String(), "anna-owner") || runs() != 1 {
		t.Errorf("%d %s, %d noted", a.Code, a.Body, runs())
	}
	if a := at("/playground/"+f.id(), "mutation{signOut{signedOut}}"); a.Code != http.StatusMethodNotAllowed || a.Header().Get("Allow") != http.MethodPost {
		t.Errorf("mutation: %d %s", a.Code, a.Body)
	}
	if a := at("/graphql", "{viewer{username}}"); a.Code != http.StatusMethodNotAllowed {
		t.Errorf("the app's address: %d %s", a.Code, a.Body)
	}
	if a := at("/playground/"+f.id(), "{viewer{username}}"); !strings.Contains(a.Body.String(), "anna-owner") {
		t.Errorf("the sign-in was ended: %s", a.Body)
	}
}

package wire_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever is sent, there is one answer in JSON: what was read, or why not, and never a panic.
func FuzzBody(f *testing.F) {
	for _, body := range []string{
		`{"query":"{hello}"}`, `{"query":"query A($n:JSON){hello(n:$n)}","variables":{"n":1e999}}`, `{"query":"{hello}","query":"{hello}"}`,
		`{"\u0071uery":"{hello}"}`, `[]`, `{}`, `{"query":null,"extensions":{"named":"hello"}}`, ``, `{"query":"{hello}"}{}`, "\xff", `{"query":"\ud800"}`,
		`{"query":"subscription{ticks}"}`, `{"query":"{`, `{"variables":[[[[`, "\uFEFF{}",
	} {
		f.Add(body)
	}
	handler := newHandler()
	f.Fuzz(func(t *testing.T, body string) {
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request(http.MethodPost, body))
		answered(t, recorder)
		if recorder.Code == http.StatusOK && !json.Valid([]byte(body)) {
			t.Errorf("%q is no JSON, and is answered", body)
		}
	})
}

// What a URL says is what a body would.
func FuzzURL(f *testing.F) {
	for _, query := range []string{"query=%7Bhello%7D", "query=%7Bhello%7D&variables=%7B%7D", "query=a;b", "query=%zz", "query=%ff", "a=b", "", "query=&query=", "query=mutation%7Bchange%7D"} {
		f.Add(query)
	}
	handler := newHandler()
	handler.Gets = true
	f.Fuzz(func(t *testing.T, query string) {
		r := httptest.NewRequest(http.MethodGet, "/graphql", nil)
		r.URL.RawQuery = query
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, r)
		answered(t, recorder)
		if given, err := url.ParseQuery(query); recorder.Code == http.StatusOK && (err != nil || len(given["query"]) > 1) {
			t.Errorf("%q can be read in two ways, and is answered", query)
		}
	})
}

func FuzzAccept(f *testing.F) {
	for _, accept := range []string{"", "*/*", graph + ";q=0.5, " + plain, "text/html;q=nan", "a/b;q=1e999", ";;;", "text/event-stream", "\x00"} {
		f.Add(accept)
	}
	handler := newHandler()
	f.Fuzz(func(t *testing.T, accept string) {
		r := request(http.MethodPost, `{"query":"{hello}"}`)
		r.Header["Accept"] = []string{accept}
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, r)
		answered(t, recorder)
		if recorder.Code != http.StatusOK && recorder.Code != http.StatusNotAcceptable {
			t.Errorf("%q: %d", accept, recorder.Code)
		}
	})
}

func answered(t *testing.T, recorder *httptest.ResponseRecorder) {
	t.Helper()
	text := recorder.Body.String()
	if !json.Valid([]byte(text)) || !utf8.ValidString(text) || !strings.HasSuffix(recorder.Header().Get("Content-Type"), "; charset=utf-8") {
		t.Errorf("%d %s %q", recorder.Code, recorder.Header().Get("Content-Type"), text)
	}
	if strings.Contains(text, `"INTERNAL"`) || recorder.Code >= http.StatusInternalServerError {
		t.Errorf("a fault of ours: %d %s", recorder.Code, text)
	}
}

package wire_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// By GET a query is answered as by POST, and nothing else is.
func TestGets(t *testing.T) {
	q := url.QueryEscape
	tests := map[string]struct {
		query  string
		status int
		want   string
	}{
		"query":               {"query=" + q("{hello}"), 200, `"variables"`},
		"all keys":            {"query=" + q("query A{hello}") + "&operationName=A&variables=" + q(`{}`) + "&extensions=" + q(`{"a":[1]}`), 200, `"variables"`},
		"a large number":      {"query=" + q("query($n:JSON){hello(n:$n)}") + "&variables=" + q(`{"n":12345678901234567}`), 200, `12345678901234567`},
		"named":               {"extensions=" + q(`{"named":"hello"}`), 200, `"variables"`},
		"not admitted":        {"query=" + q("{unwanted"), 200, "Not this one."},
		"mutation":            {"query=" + q("mutation{change}"), 405, "queries only"},
		"chosen mutation":     {"query=" + q("query A{hello} mutation B{change}") + "&operationName=B", 405, "queries only"},
		"subscription":        {"query=" + q("subscription{ticks}"), 405, "queries only"},
		"nothing":             {"", 400, "must be a query"},
		"only variables":      {"variables=" + q("{}"), 400, "must be a query"},
		"query twice":         {"query=" + q("{hello}") + "&query=" + q("{hello}"), 400, "query only once"},
		"unknown key":         {"query=" + q("{hello}") + "&secretkey=1", 400, "only"},
		"key in capitals":     {"Query=" + q("{hello}"), 400, "only"},
		"semicolons":          {"query=" + q("{hello}") + ";secret=1", 400, "could not be read"},
		"bad escape":          {"query=%zz", 400, "could not be read"},
		"not UTF-8":           {"query=%7Bhello%7D%20%23%FF", 400, "UTF-8"},
		"variables a list":    {"query=" + q("{hello}") + "&variables=" + q("[]"), 400, "variables must be an object"},
		"variables no JSON":   {"query=" + q("{hello}") + "&variables=" + q("{secret}"), 400, "variables must be an object"},
		"variables and more":  {"query=" + q("{hello}") + "&variables=" + q("{}{}"), 400, "variables must be an object"},
		"extensions no JSON":  {"query=" + q("{hello}") + "&extensions=", 400, "extensions must be an object"},
		"query that is JSON":  {"query=" + q(`"{hello}"`), 200, "errors"},
		"a text that is null": {"query=null", 200, "errors"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			handler := newHandler()
			handler.Gets = true
			recorder, body := serve(handler, httptest.NewRequest(http.MethodGet, "/graphql?"+test.query, nil))
			if recorder.Code != test.status || !strings.Contains(recorder.Body.String(), test.want) {
				t.Errorf("got %d %s, want %d %s", recorder.Code, recorder.Body, test.status, test.want)
			}
			if _, executed := body["data"]; executed == (body["errors"] != nil) {
				t.Errorf("errors and data in %s", recorder.Body)
			}
			if strings.Contains(recorder.Body.String(), "secret") {
				t.Errorf("echoes the request: %s", recorder.Body)
			}
			if (recorder.Header().Get("Allow") == http.MethodPost) != (test.status == 405) || recorder.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("headers %v", recorder.Header())
			}
		})
	}
	handler := newHandler()
	handler.Gets = true
	for _, method := range []string{http.MethodHead, http.MethodPut, http.MethodOptions} {
		if recorder, _ := serve(handler, request(method, "")); recorder.Code != http.StatusMethodNotAllowed || recorder.Header().Get("Allow") != "GET, POST" {
			t.Errorf("%s: %d %v", method, recorder.Code, recorder.Header())
		}
	}
}

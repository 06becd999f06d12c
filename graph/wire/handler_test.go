package wire_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/limits"
	"lanyard/graph/present"
	"lanyard/graph/wire"
	"lanyard/internal/problem"
)

// toy answers every operation with its variables, so that a test sees what was read.
type toy struct{ schema *ast.Schema }

func (s toy) Schema() *ast.Schema { return s.schema }

func (s toy) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

func (s toy) Exec(ctx context.Context) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	if operation.Operation.Operation == ast.Subscription {
		return ticks(operation.Operation.Name)
	}
	if operation.OperationName == "Panic" {
		panic("a secret")
	}
	data, err := json.Marshal(map[string]any{"variables": operation.Variables})
	if err != nil {
		panic(err)
	}
	return graphql.OneShot(&graphql.Response{Data: data})
}

func newHandler() wire.Handler {
	exec := executor.New(toy{gqlparser.MustLoadSchema(&ast.Source{Input: `
		scalar JSON
		type Query { hello(n: JSON, id: ID): String }
		type Mutation { change: String }
		type Subscription { ticks: Int }`})})
	limits.Apply(exec, limits.Default, limits.Options{})
	present.Presenter{
		RequestID: func(context.Context) string { return "r1" },
		Log:       slog.New(slog.DiscardHandler),
	}.Apply(exec)
	return wire.Handler{Exec: exec, MaxBody: 1000, Admit: admit}
}

// admit takes queries as they are, but for one.
func admit(r *http.Request, params *graphql.RawParams) (context.Context, error) {
	if params.Query == "{unwanted" {
		return nil, problem.New(problem.Forbidden, "Not this one.").With("reason", "UNWANTED")
	}
	if params.Query == "" && params.Extensions["named"] == "hello" {
		params.Query = "{hello}"
	}
	return r.Context(), nil
}

const (
	plain = "application/json"
	graph = "application/graphql-response+json"
)

func request(method, body string, headers ...string) *http.Request {
	r := httptest.NewRequest(method, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", plain)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func serve(handler http.Handler, r *http.Request) (*httptest.ResponseRecorder, map[string]any) {
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, r)
	var body map[string]any
	if err := json.Unmarshal(recorder.Body.Bytes(), &body); err != nil {
		panic(err)
	}
	return recorder, body
}

func TestBodies(t *testing.T) {
	tests := map[string]struct {
		body   string
		status int
		want   string
	}{
		"query":                      {`{"query":"{hello}"}`, 200, `"variables"`},
		"all keys":                   {` {"query":"query A{hello}","operationName":"A","variables":{},"extensions":{"a":[1]}} ` + "\n", 200, `"variables"`},
		"nulls":                      {`{"query":"{hello}","operationName":null,"variables":null,"extensions":null}`, 200, `"variables"`},
		"large number":               {`{"query":"query($n:JSON){hello(n:$n)}","variables":{"n":12345678901234567}}`, 200, `12345678901234567`},
		"empty":                      {``, 400, "one JSON object"},
		"broken":                     {`{"query":"{hello}"`, 400, "one JSON object"},
		"trailing":                   {`{"query":"{hello}"}{}`, 400, "one JSON object"},
		"no object":                  {`"{hello}"`, 400, "one JSON object"},
		"batch":                      {`[{"query":"{hello}"}]`, 400, "one operation a request"},
		"no query":                   {`{"variables":{}}`, 400, "must be a query"},
		"not admitted, not parsed":   {`{"query":"{unwanted"}`, 200, "Not this one."},
		"named":                      {`{"extensions":{"named":"hello"}}`, 200, `"variables"`},
		"named otherwise":            {`{"extensions":{"named":"bye"}}`, 200, "no operation"},
		"query null":                 {`{"query":null}`, 400, "must be a query"},
		"query is a number":          {`{"query":0}`, 400, "query must be a string"},
		"query is a list":            {`{"query":["a"]}`, 400, "query must be a string"},
		"operation name is a list":   {`{"query":"{hello}","operationName":["a"]}`, 400, "operationName must be a string"},
		"variables are a string":     {`{"query":"{hello}","variables":"{}"}`, 400, "variables must be an object"},
		"variables are a list":       {`{"query":"{hello}","variables":[]}`, 400, "variables must be an object"},
		"extensions are false":       {`{"query":"{hello}","extensions":false}`, 400, "extensions must be an object"},
		"unknown key":                {`{"query":"{hello}","secretkey":1}`, 400, "only"},
		"key in capitals":            {`{"query":"{hello}","Query":"{hello}"}`, 400, "only"},
		"key twice":                  {`{"query":"{hello}","query":"{hello}"}`, 400, "query only once"},
		"key twice, once escaped":    {`{"query":"{hello}","\u0071uery":"{hello}"}`, 400, "query only once"},
		"not UTF-8":                  {"{\"query\":\"{hello} #\xff\"}", 400, "UTF-8"},
		"too large":                  {`{"query":"{hello} #` + strings.Repeat("x", 1000) + `"}`, 413, "at most 1000 bytes"},
		"subscription":               {`{"query":"subscription{ticks}"}`, 200, "text/event-stream"},
		"panic outside a resolver":   {`{"query":"query Panic{hello}","operationName":"Panic"}`, 500, `"requestId":"r1"`},
		"empty query":                {`{"query":""}`, 200, "no operation"},
		"two operations and no name": {`{"query":"query A{hello} query B{hello}"}`, 200, "operation"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			recorder, body := serve(newHandler(), request("POST", test.body))
			if recorder.Code != test.status || !strings.Contains(recorder.Body.String(), test.want) {
				t.Errorf("got %d %s, want %d %s", recorder.Code, recorder.Body, test.status, test.want)
			}
			_, executed := body["data"]
			if failed := body["errors"] != nil; failed == executed {
				t.Errorf("errors and data in %s", recorder.Body)
			}
			for _, secret := range []string{"secret", "xxx"} {
				if strings.Contains(recorder.Body.String(), secret) {
					t.Errorf("echoes the request: %s", recorder.Body)
				}
			}
		})
	}
}

// TestAudits holds what the audits of graphql-http ask and a default server misses, by their ids.
func TestAudits(t *testing.T) {
	parse, unknown := `{"query":"{"}`, `{"query":"{ unknown }"}`
	variable := `{"query":"query A($id: ID!){hello(id: $id)}","variables":{"id":null}}`
	tests := map[string]struct {
		accept, body string
		status       int
	}{
		"423L": {graph, `{"notquery":"{hello}"}`, 400},
		"3E3A": {plain, `{"qeury":"{hello}"}`, 400},
		"572B": {plain, parse, 200},
		"FDE2": {plain, unknown, 200},
		"7B9B": {plain, variable, 200},
		"556A": {graph, parse, 400},
		"74FF": {graph, unknown, 400},
		"86EE": {graph, variable, 400},
	}
	for id, test := range tests {
		t.Run(id, func(t *testing.T) {
			recorder, body := serve(newHandler(), request("POST", test.body, "Accept", test.accept))
			if recorder.Code != test.status {
				t.Errorf("status %d, want %d", recorder.Code, test.status)
			}
			if _, ok := body["data"]; ok || body["errors"] == nil {
				t.Errorf("D586, 5E5B: %s", recorder.Body)
			}
			if got := recorder.Header().Get("Content-Type"); got != test.accept+"; charset=utf-8" {
				t.Errorf("Content-Type %s", got)
			}
		})
	}
}

func TestNegotiation(t *testing.T) {
	for accept, want := range map[string]string{
		"":                             plain,
		"*/*":                          plain,
		"application/*":                plain,
		plain:                          plain,
		graph:                          graph,
		plain + "," + graph:            graph,
		graph + ";q=0.5," + plain:      plain,
		graph + "," + plain + ";q=0.9": graph,
		graph + ";q=0, */*":            plain,
		"text/html, */*;q=0.1":         plain,
		graph + ", application/graphql+json, " + plain + ", text/event-stream, multipart/mixed": graph,
		"text/html":                       "",
		"text/event-stream":               "",
		plain + ";q=0, " + graph + ";q=0": "",
	} {
		recorder, _ := serve(newHandler(), request("POST", `{"query":"{hello}"}`, "Accept", accept))
		got, status := recorder.Header().Get("Content-Type"), http.StatusOK
		if want == "" {
			want, status = plain, http.StatusNotAcceptable
		}
		if got != want+"; charset=utf-8" || recorder.Code != status {
			t.Errorf("%q: %d %s", accept, recorder.Code, got)
		}
	}
}

func TestMethodsAndHeaders(t *testing.T) {
	body := `{"query":"mutation{change}"}`
	tests := map[string]struct {
		request *http.Request
		status  int
	}{
		"POST":            {request("POST", body), 200},
		"GET":             {httptest.NewRequest("GET", "/graphql?query={hello}", nil), 405},
		"GET of a stream": {request("GET", "", "Accept", "text/event-stream"), 405},
		"HEAD":            {request("HEAD", ""), 405},
		"PUT":             {request("PUT", body), 405},
		"TRACE":           {request("TRACE", body), 405},
		"OPTIONS":         {request("OPTIONS", ""), 405},
		"no type":         {request("POST", body, "Content-Type", ""), 415},
		"form":            {request("POST", "query=mutation{change}", "Content-Type", "application/x-www-form-urlencoded"), 415},
		"multipart":       {request("POST", body, "Content-Type", "multipart/form-data; boundary=x"), 415},
		"text":            {request("POST", body, "Content-Type", "text/plain"), 415},
		"UTF-8":           {request("POST", body, "Content-Type", "application/json; charset=UTF-8"), 200},
		"UTF-16":          {request("POST", body, "Content-Type", "application/json; charset=utf-16"), 415},
		"gzip":            {request("POST", body, "Content-Encoding", "gzip"), 415},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			recorder, _ := serve(newHandler(), test.request)
			header := recorder.Header()
			if recorder.Code != test.status {
				t.Errorf("status %d, want %d", recorder.Code, test.status)
			}
			if (header.Get("Allow") == "POST") != (test.status == 405) {
				t.Errorf("Allow %q", header.Get("Allow"))
			}
			if header.Get("X-Content-Type-Options") != "nosniff" || header.Get("Cache-Control") != "no-store" {
				t.Errorf("headers %v", header)
			}
		})
	}
}

// A handler that was not told what to admit admits nothing.
func TestAdmitsNothing(t *testing.T) {
	handler := newHandler()
	handler.Admit = nil
	recorder, body := serve(handler, request("POST", `{"query":"{hello}"}`))
	if _, executed := body["data"]; executed || !strings.Contains(recorder.Body.String(), `"INTERNAL"`) {
		t.Errorf("%d %s", recorder.Code, recorder.Body)
	}
}

func TestLateAnswerIsInternal(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	recorder, _ := serve(newHandler(), request("POST", `{"query":"{hello}"}`).WithContext(ctx))
	if recorder.Code != http.StatusServiceUnavailable || !strings.Contains(recorder.Body.String(), `"INTERNAL"`) {
		t.Errorf("%d %s", recorder.Code, recorder.Body)
	}
}

package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/gen"
	"lanyard/graph/limits"
	"lanyard/graph/wire"
	"lanyard/internal/access"
	"lanyard/internal/dbtest"
	"lanyard/internal/live"
	"lanyard/internal/sealing"
	"lanyard/internal/webhooks"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// api is the API over a test world, as the server serves it but for the sign-in: a request
// says who asks.
type api struct {
	t       *testing.T
	w       *dbtest.World
	hooks   webhooks.Keeper
	handler http.Handler
	exec    *executor.Executor
	schema  *ast.Schema
}

func newAPI(t *testing.T, w *dbtest.World, d gen.DirectiveRoot) *api {
	t.Helper()
	r := &Resolver{DB: w.DB, Log: w.Log, Prover: w.Prover, Live: live.Start(w.DB, live.Options{Log: slog.New(slog.DiscardHandler)})}
	t.Cleanup(r.Live.Close)
	sealer, err := sealing.New(make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	r.Webhooks = webhooks.Keeper{DB: w.DB, Log: w.Log, Client: webhooks.NewClient(true), Sealer: sealer}
	log := slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelError}))
	most := limits.Default
	most.Fields, most.Tokens, most.Cost = 10*most.Fields, 10*most.Tokens, 10*most.Cost // the matrix selects all that there is, in one operation
	exec, _ := newExecutor(r, Options{Logger: log}, d, most, limits.Options{Authenticating: authenticating})
	return &api{t, w, r.Webhooks, wire.Handler{Exec: exec, Admit: anything}, exec, r.schema}
}

// anything admits raw queries, as the playground does of those whom it lets in.
func anything(r *http.Request, _ *graphql.RawParams) (context.Context, error) {
	return r.Context(), nil
}

// noCookies is a browser that keeps nothing.
type noCookies struct{}

func (noCookies) Keep(string, time.Time) {}
func (noCookies) Forget()                {}

// fault is an error of an answer.
type fault struct {
	Message    string
	Path       []any
	Extensions map[string]any
}

func (f fault) code() string {
	code, _ := f.Extensions["code"].(string)
	return code
}

// reply is an answer of the API.
type reply struct {
	Data   map[string]any
	Errors []fault
	raw    string
}

// codes are the codes of the errors by their paths, such as account.clients.
func (r reply) codes() map[string]string {
	codes := map[string]string{}
	for _, e := range r.Errors {
		codes[pathOf(e.Path)] = e.code()
	}
	return codes
}

// code is the code of the first error; empty: there is none.
func (r reply) code() string {
	if len(r.Errors) == 0 {
		return ""
	}
	return r.Errors[0].code()
}

// failed tells whether anything went wrong: a row that is asked for by its id is not in the other
// accounts that an answer reaches.
func (r reply) failed() bool {
	for path, code := range r.codes() {
		if code != "NOT_FOUND" || !strings.Contains(path, ".") {
			return true
		}
	}
	return false
}

func pathOf(elements []any) string {
	words := make([]string, len(elements))
	for i, e := range elements {
		words[i] = fmt.Sprint(e)
	}
	return strings.Join(words, ".")
}

// ask sends an operation as the viewer; nil: nobody is signed in.
func (a *api) ask(v *access.Viewer, query string, variables map[string]any) reply {
	a.t.Helper()
	r, err := a.send(v, query, variables)
	if err != nil {
		a.t.Fatalf("%s: %v", query, err)
	}
	return r
}

// follow gives the first answer to a subscription; what happens is done once it has begun.
func (a *api) follow(v *access.Viewer, query string, happens func()) reply {
	a.t.Helper()
	ctx, cancel := context.WithTimeout(graphql.StartOperationTrace(a.w.As(v)), 10*time.Second)
	defer cancel()
	operation, errs := a.exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query})
	if errs != nil {
		a.t.Fatalf("%s: %v", query, errs)
	}
	responses, ctx := a.exec.DispatchOperation(ctx, operation)
	happens()
	response := responses(ctx)
	if response == nil {
		a.t.Fatalf("%s: no answer", query)
	}
	raw, err := json.Marshal(response)
	if err != nil {
		a.t.Fatal(err)
	}
	r := reply{raw: string(raw)}
	if err := json.Unmarshal(raw, &r); err != nil {
		a.t.Fatal(err)
	}
	return r
}

// send is ask for goroutines: they must not end the test themselves.
func (a *api) send(v *access.Viewer, query string, variables map[string]any) (reply, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return reply{}, err
	}
	ctx := WithCookies(a.w.As(v), noCookies{})
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/json")
	recorder := httptest.NewRecorder()
	a.handler.ServeHTTP(recorder, request)
	r := reply{raw: recorder.Body.String()}
	return r, json.Unmarshal(recorder.Body.Bytes(), &r)
}

// allowAll is the first wall taken down: every directive lets everything through.
func allowAll() gen.DirectiveRoot {
	open := directives().Public
	return gen.DirectiveRoot{
		Public: open, SignedIn: open, Fresh: open,
		Access: func(ctx context.Context, _ any, next graphql.Resolver, _ access.Section, _ access.Level, _ string) (any, error) {
			return next(ctx)
		},
		Member: func(ctx context.Context, _ any, next graphql.Resolver, _ string) (any, error) { return next(ctx) },
	}
}

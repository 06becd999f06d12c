// Package graph is the API. It knows GraphQL and nothing of the rules: resolvers read one
// expression or call one function of a section, and the guard asks access.Decide before each
// field.
package graph

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/executor"

	"lanyard/graph/gen"
	"lanyard/graph/limits"
	"lanyard/graph/present"
	"lanyard/graph/wire"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/signin"
)

// Resolver answers the fields of the API.
type Resolver struct {
	DB     *database.DB
	Log    *activity.Log
	Prover signin.Prover
}

// Cookies carries the token of a sign-in between a browser and the API. Partner apps will
// carry theirs differently: no resolver knows how.
type Cookies interface {
	Keep(token string, until time.Time)
	Forget()
}

type cookiesKey struct{}

// WithCookies returns a context in which signing in and out reaches the browser.
func WithCookies(ctx context.Context, c Cookies) context.Context {
	return context.WithValue(ctx, cookiesKey{}, c)
}

func cookies(ctx context.Context) Cookies {
	c, _ := ctx.Value(cookiesKey{}).(Cookies)
	return c
}

// Options are what differs between servers.
type Options struct {
	Logger *slog.Logger
	// Introspect tells whether a request may read the schema.
	Introspect func(context.Context) bool
}

// authenticating are the mutations that try a password: one of them a request.
var authenticating = []string{"signIn", "signUp", "findAccount", "changePassword"}

// Handler serves the API. The context of a request must carry a viewer, a request and
// cookies.
func Handler(r *Resolver, o Options) http.Handler {
	return wire.Handler{Exec: newExecutor(r, o, directives())}
}

func newExecutor(r *Resolver, o Options, d gen.DirectiveRoot) *executor.Executor {
	schema := gen.NewExecutableSchema(gen.Config{Resolvers: r, Directives: d})
	exec := executor.New(schema)
	limits.Apply(exec, limits.Default, limits.Options{Authenticating: authenticating, MayIntrospect: o.Introspect})
	presenter := present.Presenter{RequestID: requestID, Log: o.Logger}
	presenter.Apply(exec)
	exec.AroundFields(backstop(schema.Schema()))
	exec.AroundResponses(recorder{r.Log, presenter}.around)
	return exec
}

func requestID(ctx context.Context) string {
	r, _ := activity.RequestFrom(ctx)
	return r.ID
}


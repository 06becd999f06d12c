// Package graph is the API. It knows GraphQL and nothing of the rules: resolvers read one
// expression or call one function of a section, and the guard asks access.Decide before each
// field.
package graph

import (
	"context"
	"log/slog"
	"maps"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/limits"
	"lanyard/graph/present"
	"lanyard/graph/trusted"
	"lanyard/graph/wire"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/database"
	"lanyard/internal/live"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
	"lanyard/internal/webhooks"
)

// Resolver answers the fields of the API.
type Resolver struct {
	DB     *database.DB
	Log    *activity.Log
	Prover signin.Prover
	// Live tells of changes.
	Live *live.Hub
	// Webhooks tell other programs of them.
	Webhooks webhooks.Keeper
	schema   *ast.Schema
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
	// Viewer finds out who asks; nil: the context says it already. It is called once what asks
	// for too much has been refused: such a request costs the database nothing. byPerson tells
	// whether that is a use of the sign-in.
	Viewer func(ctx context.Context, byPerson bool) (*access.Viewer, error)
	// Documents are those that the app may send; nil: none.
	Documents trusted.Source
	// Streams says how changes are sent; nil: not at all.
	Streams *wire.Streams
}

// authenticating are the mutations that try a password: one of them a request.
var authenticating = []string{"signIn", "signUp", "findAccount", "changePassword", "finishSignIn", "proveAgain", "confirmAuthenticator", "signInByPasskey", "proveAgainByPasskey"}

// mostBody is for a CSV file to import, each character of which may be escaped.
const mostBody = 2 * codessetup.MostBytes

// Handler serves the API to the app: its documents and no others. The context of a request must
// carry a request and cookies.
func Handler(r *Resolver, o Options) http.Handler {
	exec, _ := newExecutor(r, o, directives(), limits.Default, limits.Options{Authenticating: authenticating})
	exec.AroundResponses(traced)
	admit := func(request *http.Request, params *graphql.RawParams) (context.Context, error) {
		return request.Context(), trusted.Fill(o.Documents, params)
	}
	return wire.Handler{Exec: exec, Admit: admit, MaxBody: mostBody, Streams: o.Streams}
}

func newExecutor(r *Resolver, o Options, d gen.DirectiveRoot, most limits.Limits, l limits.Options) (*executor.Executor, present.Presenter) {
	return newExecutorOf(r, r, o, d, most, l)
}

// newExecutorOf has fields answered by root, which stands before r.
func newExecutorOf(root gen.ResolverRoot, r *Resolver, o Options, d gen.DirectiveRoot, most limits.Limits, l limits.Options) (*executor.Executor, present.Presenter) {
	schema := gen.NewExecutableSchema(gen.Config{Schema: served(), Resolvers: root, Directives: d})
	r.schema = schema.Schema()
	exec := executor.New(schema)
	limits.Apply(exec, most, l)
	presenter := present.Presenter{RequestID: requestID, Log: o.Logger}
	presenter.Apply(exec)
	exec.SetErrorPresenter(func(ctx context.Context, err error) *gqlerror.Error {
		return presenter.Error(ctx, inInput(ctx, missing(err)))
	})
	exec.AroundFields(backstop(r.schema))
	recorder := recorder{r.Log, presenter}
	exec.AroundOperations(identify(o, presenter))
	exec.AroundOperations(recorder.onlyLook)
	exec.AroundResponses(recorder.around)
	return exec, presenter
}

// served is the schema without @defer: what came after the answer would have no event.
func served() *ast.Schema {
	s := *gen.NewExecutableSchema(gen.Config{}).Schema()
	s.Directives = maps.Clone(s.Directives)
	delete(s.Directives, "defer")
	return &s
}

func requestID(ctx context.Context) string {
	r, _ := activity.RequestFrom(ctx)
	return r.ID
}

// inInput names the input at fault from the top: the sections know the fields of their input,
// and not that the API has it in an argument.
func inInput(ctx context.Context, err error) error {
	p, fc := problem.As(err), graphql.GetFieldContext(ctx)
	if p == nil || len(p.Path) == 0 || fc == nil || fc.Field.Field == nil || fc.Field.Definition == nil {
		return err
	}
	arguments := fc.Field.Definition.Arguments
	if arguments.ForName(p.Path[0]) != nil || arguments.ForName("input") == nil {
		return err
	}
	named := *p
	named.Path = append([]string{"input"}, p.Path...)
	return &named
}

// missing turns a row that is not there, or that the walls hide, into the one answer for both.
func missing(err error) error {
	if ent.IsNotFound(err) {
		return problem.Missing()
	}
	return err
}

package graph

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/limits"
	"lanyard/graph/trusted"
	"lanyard/graph/wire"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/globalid"
)

// playground takes queries as they are typed, from those who run the account in the path, and
// reads the schema out to them. They run with the viewer's own privileges and no others.
type playground struct {
	viewer   func(ctx context.Context, byPerson bool) (*access.Viewer, error)
	recorder recorder
}

// withPasswords are the mutations that a playground refuses: what is typed there is kept as
// history, and none of them is part of looking round.
var withPasswords = append([]string{"addUsername"}, authenticating...)

// Playground serves the playground of the account whose id is {account} in the route.
func Playground(r *Resolver, o Options) http.Handler {
	_, handler := newPlayground(r, o)
	return handler
}

func newPlayground(r *Resolver, o Options) (playground, wire.Handler) {
	viewer := o.Viewer
	o.Viewer = nil // admit has found out who asks
	exec, presenter := newExecutor(r, o, directives(), limits.Default, limits.Options{
		Authenticating: authenticating, Refused: withPasswords,
		MayIntrospect: func(context.Context) bool { return true }, // admit has decided
	})
	p := playground{viewer, recorder{r.Log, presenter}}
	exec.AroundOperations(p.record)
	return p, wire.Handler{Exec: exec, Admit: p.admit, Gets: true}
}

// run is the event of a run of the playground.
func run(r *http.Request, params *graphql.RawParams) activity.Event {
	return activity.Event{
		Account: globalid.Parse(r.PathValue("account")).AccountID(), Code: "playground.run", Action: activity.Execute,
		Changes: map[string]any{"document": []string{"", trusted.ID(params.Query)}},
	}
}

type runKey struct{}

// admit asks before anything is parsed whether the viewer runs the account.
func (p playground) admit(r *http.Request, params *graphql.RawParams) (context.Context, error) {
	viewer, err := p.viewer(r.Context(), r.Header.Get(Background) == "")
	if err != nil {
		return nil, err
	}
	e := run(r, params)
	ctx := context.WithValue(access.WithViewer(r.Context(), viewer), runKey{}, e)
	asking, collected := activity.WithCollector(ctx)
	refusal := guard(asking, e.Account, access.AccountAccess, access.Full)
	if err := p.recorder.store(asking, collected.Take()); err != nil {
		return nil, err // a refusal without its event is no answer
	}
	return ctx, refusal
}

// record stores what will run before it runs: who goes away meanwhile is in the log too. The
// text and the variables are not in it: they may hold names of clients.
func (p playground) record(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx).Operation
	if err := p.store(ctx, titled(string(operation.Operation), operation.Name)); err != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{p.recorder.present.Error(ctx, err)}})
	}
	return next(ctx)
}

func (p playground) store(ctx context.Context, operation string) error {
	e, _ := ctx.Value(runKey{}).(activity.Event)
	e.Section = access.AccountAccess.String()
	e.Changes["operation"] = []string{"", operation}
	return p.recorder.log.Store(ctx, e)
}

const longestName = 60

func titled(kind, name string) string {
	if name == "" {
		return kind
	}
	return kind + " " + name[:min(len(name), longestName)]
}

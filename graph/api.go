package graph

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/limits"
	"lanyard/graph/wire"
)

// Purse is what whoever asks may still spend. Spend takes what an operation may cost, or refuses it; Left is
// told with each answer. Again takes for each further answer of a stream what the first one cost with its request,
// and waits where that is not left.
type Purse interface {
	Spend(cost int) error
	Left() any
	Again(ctx context.Context)
}

type purseKey struct{}

// WithPurse returns a context whose operations are paid for.
func WithPurse(ctx context.Context, p Purse) context.Context {
	return context.WithValue(ctx, purseKey{}, p)
}

// API serves partner apps: queries as texts, and the schema, for whoever a token has let in. The context of a
// request must carry a request, the viewer and a purse.
func API(r *Resolver, o Options) http.Handler {
	o.Viewer = nil // the token has said who asks
	exec, _ := newExecutor(r, o, directives(), limits.Default, limits.Options{
		Authenticating: authenticating, Refused: withPasswords,
		MayIntrospect: func(context.Context) bool { return true }, Spend: spend,
	})
	exec.AroundResponses(tellLeft)
	exec.AroundResponses(paced)
	return wire.Handler{Exec: exec, Admit: registered(r.Log), MaxBody: mostBody, Streams: o.Streams}
}

// paced lets a stream tell no more than its token may ask for.
func paced(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if graphql.HasOperationContext(ctx) && graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription {
		ctx.Value(purseKey{}).(Purse).Again(ctx)
	}
	return next(ctx)
}

func spend(ctx context.Context, cost int) error {
	return ctx.Value(purseKey{}).(Purse).Spend(cost)
}

func tellLeft(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response != nil {
		if response.Extensions == nil {
			response.Extensions = map[string]any{}
		}
		response.Extensions["rateLimit"] = ctx.Value(purseKey{}).(Purse).Left()
	}
	return response
}

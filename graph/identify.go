package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/present"
	"lanyard/internal/access"
)

// Background is the header by which the app says that no person has caused a request: it must
// not keep alive a sign-in that nobody uses.
const Background = "X-Lanyard-Background"

// byPerson tells whether an operation is a use of the sign-in. A stream begins anew by itself.
func byPerson(operation *graphql.OperationContext) bool {
	return operation.Headers.Get(Background) == "" && operation.Operation.Operation != ast.Subscription
}

// identify finds out who asks, anew for each operation. Where that cannot be found out there
// is no answer.
func identify(o Options, presenter present.Presenter) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		if o.Viewer == nil {
			return next(ctx)
		}
		viewer, err := o.Viewer(ctx, byPerson(graphql.GetOperationContext(ctx)))
		if err != nil {
			return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{presenter.Error(ctx, err)}})
		}
		return next(access.WithViewer(ctx, viewer))
	}
}

package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/present"
	"lanyard/internal/access"
)

// identify finds out who asks, anew for each operation. Where that cannot be found out there
// is no answer.
func identify(o Options, presenter present.Presenter) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		if o.Viewer == nil {
			return next(ctx)
		}
		viewer, err := o.Viewer(ctx)
		if err != nil {
			return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{presenter.Error(ctx, err)}})
		}
		return next(access.WithViewer(ctx, viewer))
	}
}

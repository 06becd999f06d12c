package graph

import (
	"context"
	"time"

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

// mayIntrospect lets those read the schema who run an account.
func (o Options) mayIntrospect(ctx context.Context) bool {
	viewer, now := access.ViewerFrom(ctx), time.Now().UnixMicro()
	if o.Viewer != nil {
		var err error
		if viewer, err = o.Viewer(ctx); err != nil {
			return false
		}
	}
	if viewer == nil {
		return false
	}
	for _, l := range viewer.Links {
		if access.Decide(viewer, l.Account, access.AccountAccess, access.Full, now) {
			return true
		}
	}
	return false
}

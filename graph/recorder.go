package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/present"
	"lanyard/internal/access"
	"lanyard/internal/activity"
)

// recorder stores what an operation read and what it was refused before the answer leaves.
// When that cannot be stored there is no answer.
type recorder struct {
	log     *activity.Log
	present present.Presenter
}

func (r recorder) around(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	ctx, collected := activity.WithCollector(ctx)
	response := next(ctx)
	if err := r.store(ctx, collected.Take()); err != nil {
		return &graphql.Response{Errors: gqlerror.List{r.present.Error(ctx, err)}}
	}
	return response
}

func (r recorder) store(ctx context.Context, events []activity.Event) error {
	for i := range events {
		if err := r.locate(ctx, &events[i]); err != nil {
			return err
		}
	}
	return r.log.Store(ctx, events...)
}

// locate sends a stranger's refusal to the log of the account that was tried; at an id that no
// account has, to the installation's, which must not fill with invented accounts.
func (r recorder) locate(ctx context.Context, e *activity.Event) error {
	if e.Outcome != activity.Denied || access.Member(access.ViewerFrom(ctx), e.Account, time.Now().UnixMicro()) {
		return nil
	}
	return r.log.Locate(ctx, e)
}

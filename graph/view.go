package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// ViewAs is the header by which the app looks at an account as one of its usernames: it names the link.
const ViewAs = "X-Lanyard-View-As"

// onlyLook lets whoever looks as another username read, and nothing else. What it refuses is in the log of the
// account that is looked at.
func (r recorder) onlyLook(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	v := access.ViewerFrom(ctx)
	if !v.Looking() {
		return next(ctx)
	}
	refusal := refuseLook(v, graphql.GetOperationContext(ctx).Operation)
	if refusal == nil {
		return next(ctx)
	}
	tried := activity.Event{
		Account: v.Look.Account, Code: "access.denied", Action: activity.Execute, Outcome: activity.Denied,
		Reason: attempted(graphql.GetOperationContext(ctx).Operation), RowCount: 1,
	}
	if err := r.store(ctx, []activity.Event{tried}); err != nil {
		refusal = err // a refusal without its event is no answer
	}
	return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{r.present.Error(ctx, refusal)}})
}

// refuseLook is the one place where a view is refused: one that cannot be like an unknown account, and every
// change. A stream is refused because none is needed.
func refuseLook(v *access.Viewer, operation *ast.OperationDefinition) error {
	if v.Look.Seen == nil {
		return problem.Missing().With("viewOver", true)
	}
	if operation.Operation != ast.Query {
		return problem.New(problem.Forbidden, "You see this account as %s does, and change nothing. Leave the view first.", v.Look.Name).With("view", true)
	}
	return nil
}

// attempted names what an operation begins with.
func attempted(operation *ast.OperationDefinition) string {
	const what = "view of "
	for _, selection := range operation.SelectionSet {
		if field, ok := selection.(*ast.Field); ok {
			return what + field.Name
		}
	}
	return what + operation.Name
}

package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// traced makes a span of each answer to a document of the app, by the document's name. What somebody
// writes in the playground may hold anything, and is none.
func traced(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if !trace.SpanFromContext(ctx).IsRecording() {
		return next(ctx)
	}
	operation := graphql.GetOperationContext(ctx).Operation
	ctx, span := otel.Tracer("lanyard/graph").Start(ctx, string(operation.Operation)+" "+operation.Name)
	defer span.End()
	response := next(ctx)
	if response != nil {
		span.SetAttributes(attribute.Int("lanyard.errors", len(response.Errors)))
	}
	return response
}

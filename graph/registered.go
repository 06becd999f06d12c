package graph

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/limits"
	"lanyard/graph/trusted"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apps"
	"lanyard/internal/problem"
)

var (
	errNotByText = problem.New(problem.BadUserInput, "This app has registered its documents, and asks by these alone: send the SHA-256 of one as extensions.persistedQuery.").
			With("reason", "RAW_QUERY")
	errNotRegistered = problem.New(problem.BadUserInput, "The app that asks has registered no document with this SHA-256.").
				With("reason", "UNKNOWN_DOCUMENT")
)

// registered lets partner apps ask: one that has registered documents by these alone, all others in texts.
func registered(log *activity.Log) func(*http.Request, *graphql.RawParams) (context.Context, error) {
	return func(request *http.Request, params *graphql.RawParams) (context.Context, error) {
		ctx := request.Context()
		id, named := trusted.Named(params)
		byDocuments := access.ViewerFrom(ctx).Token.ByDocuments
		switch {
		case byDocuments && (params.Query != "" || !named):
			return nil, errNotByText
		case !byDocuments && params.Query == "" && named:
			return nil, errNotRegistered
		case !byDocuments:
			return ctx, nil
		}
		text, ok, err := apps.DocumentText(ctx, log, id)
		if err == nil && !ok {
			err = errNotRegistered
		}
		params.Query = text
		return ctx, err
	}
}

// documentsOf checks what an app registers: what can never run is told at once.
func documentsOf(schema *ast.Schema, texts []string) ([]apps.Document, error) {
	if err := apps.CheckDocuments(texts); err != nil {
		return nil, err
	}
	all := make([]apps.Document, len(texts))
	for i, text := range texts {
		if err := limits.Check(schema, text, limits.Default); err != nil {
			return nil, problem.Invalid("documents", "Document %d cannot run: %s", i+1, err)
		}
		all[i] = apps.Document{ID: trusted.ID(text), Text: text}
	}
	return all, nil
}

package limits

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"

	"lanyard/internal/problem"
)

// guard is the extension that refuses: before parsing by length, before execution by what the
// operation asks for.
type guard struct {
	limits    Limits
	options   Options
	documents *cache
	// reading has an entry for each operation that reads the schema now.
	reading chan struct{}
}

var (
	_ graphql.OperationParameterMutator = guard{}
	_ graphql.OperationContextMutator   = guard{}
	_ graphql.ResponseInterceptor       = guard{}
)

// ExtensionName is the name in the server's list of extensions.
func (guard) ExtensionName() string { return "Limits" }

// Validate accepts every schema.
func (guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses a query that is too long to parse. The parser has the same
// limit, but says so in words of its own.
func (g guard) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if len(params.Query) <= g.limits.Tokens { // a token takes a byte at least
		return nil
	}
	if _, known := g.documents.Get(ctx, params.Query); known {
		return nil
	}
	if longer(params.Query, g.limits.Tokens) {
		return refusal(tooMuch("it is longer than %d words and signs.", g.limits.Tokens))
	}
	return nil
}

func longer(query string, limit int) bool {
	tokens := lexer.New(&ast.Source{Input: query})
	for range limit + 1 {
		token, err := tokens.ReadToken()
		if err != nil || token.Kind == lexer.EOF {
			return false
		}
	}
	return true
}

// MutateOperationContext refuses a valid operation that asks for too much, and decides whether
// this request may introspect.
func (g guard) MutateOperationContext(ctx context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	m := &meter{
		limits:         g.limits,
		authenticating: g.options.Authenticating,
		refused:        g.options.Refused,
		operation:      operation.Operation.Operation,
		variables:      operation.Variables,
	}
	if p := m.measure(operation.Operation); p != nil {
		return refusal(p)
	}
	operation.DisableIntrospection = !m.introspects || !g.mayIntrospect(ctx)
	if m.introspects && operation.DisableIntrospection {
		return refusal(errIntrospection())
	}
	if g.options.Spend == nil {
		return nil
	}
	return refusal(problem.As(g.options.Spend(ctx, m.cost)))
}

// InterceptResponse lets those who read the schema wait for each other. Without an answer in time there is none.
func (g guard) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if !graphql.HasOperationContext(ctx) || graphql.GetOperationContext(ctx).DisableIntrospection {
		return next(ctx)
	}
	select {
	case g.reading <- struct{}{}:
	case <-ctx.Done():
		return nil
	}
	defer func() { <-g.reading }()
	return next(ctx)
}

// mayIntrospect asks last: to know who asks may take a look into the database.
func (g guard) mayIntrospect(ctx context.Context) bool {
	return g.options.MayIntrospect != nil && g.options.MayIntrospect(ctx)
}

func refusal(p *problem.Error) *gqlerror.Error {
	if p == nil {
		return nil
	}
	return &gqlerror.Error{Err: p, Message: p.Message}
}

func errIntrospection() *problem.Error {
	return problem.New(problem.Forbidden, "You may not read the schema of this API.")
}

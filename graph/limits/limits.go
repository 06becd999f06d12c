// Package limits refuses GraphQL operations that ask for too much, before any resolver runs and
// therefore before any SQL. Every check walks under a budget, so that the refusal is cheap too.
package limits

import (
	"context"

	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"lanyard/internal/problem"
)

// Limits bounds one operation. A fragment counts each time it is spread.
type Limits struct {
	// Tokens is the length of a query in words, signs and comments.
	Tokens int
	// ValidationErrors is how many errors of one query are reported; the rest is dropped.
	ValidationErrors int
	// Depth is how deep fields may nest. Fifteen is what the standard introspection query needs.
	Depth int
	// Fields is how many fields may be selected in all, fragments unfolded.
	Fields int
	// Aliases is how many fields may be renamed.
	Aliases int
	// RootFields is how many fields may stand at the root.
	RootFields int
	// Directives is how many directives may be applied.
	Directives int
	// Cost is about how many values the answer may hold: each field counts once for every row
	// that it can stand on, as much as it weighs: @weighs(as: Int!) in the schema, or one.
	Cost int
	// PageSize is the largest `first` or `last`.
	PageSize int
	// LargePages names the fields that may give more, such as "Query.export", and how much.
	LargePages map[string]int
	// DefaultPage is the page size assumed for a connection that names none.
	DefaultPage int
	// ListSize is the length assumed for a list that is no connection.
	ListSize int
	// Introspections is how many operations may read the schema at once: the whole of it takes 35 MB to answer.
	Introspections int
	// CacheBytes bounds the query texts whose parsed documents are kept. A document takes up to
	// 100 times the memory of its text (78 measured).
	CacheBytes int
}

// Default fits the pages of the application and the standard introspection query.
var Default = Limits{
	Tokens:           2000,
	ValidationErrors: 20,
	Depth:            15,
	Fields:           1000,
	Aliases:          30,
	RootFields:       10,
	Directives:       50,
	Cost:             10_000,
	PageSize:         200,
	LargePages:       map[string]int{"Query.exportActivity": 1000},
	DefaultPage:      50,
	ListSize:         5,
	Introspections:   2,
	CacheBytes:       256 << 10,
}

// Options is what the limits must know of the API.
type Options struct {
	// Authenticating names the mutations that test a secret. One operation may hold one of them
	// once, or aliases would make one request many attempts.
	Authenticating []string
	// Refused names the mutations that are not answered here at all.
	Refused []string
	// MayIntrospect decides for each request whether its caller may read the schema. Nil: nobody.
	MayIntrospect func(ctx context.Context) bool
	// Spend takes the cost of an operation that is allowed, or refuses it. Nil: nobody counts.
	Spend func(ctx context.Context, cost int) error
}

// Apply puts the limits on exec. It sets the query cache, the parser's limit and the validation
// rules, so nothing else may set those; call it before other extensions are used.
func Apply(exec *executor.Executor, limits Limits, options Options) {
	documents := newCache(limits.CacheBytes)
	exec.SetQueryCache(documents)
	exec.SetParserTokenLimit(limits.Tokens)
	// Our rules hold the variants without suggestions; with false the executor would put two of
	// the suggesting ones back.
	exec.SetDisableSuggestion(true)
	exec.SetDefaultRulesFn(func() *rules.Rules { return validationRules(limits) })
	exec.Use(guard{limits: limits, options: options, documents: documents, reading: make(chan struct{}, limits.Introspections)})
}

// Check tells what is wrong with a query that is to run later: what no variables can mend.
func Check(schema *ast.Schema, query string, limits Limits) error {
	if longer(query, limits.Tokens) {
		return tooMuch("it is longer than %d words and signs.", limits.Tokens)
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, limits.Tokens)
	if err != nil {
		return err
	}
	if len(document.Operations) == 0 {
		return problem.New(problem.BadUserInput, "There is no operation in it.")
	}
	if errs := validator.ValidateWithRules(schema, document, validationRules(limits)); len(errs) > 0 {
		return errs[0]
	}
	for _, operation := range document.Operations {
		m := &meter{limits: limits, operation: operation.Operation, variables: smallest(operation)}
		if p := m.measure(operation); p != nil {
			return p
		}
	}
	return nil
}

// smallest are variables with which an operation costs as little as it can: a page of one row.
func smallest(operation *ast.OperationDefinition) map[string]any {
	variables := map[string]any{}
	for _, v := range operation.VariableDefinitions {
		if v.Type.Name() == "Int" {
			variables[v.Variable] = 1
		}
	}
	return variables
}

func tooMuch(format string, args ...any) *problem.Error {
	return problem.New(problem.BadUserInput, "This query asks for too much: "+format, args...)
}

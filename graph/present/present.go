// Package present decides what a client sees of an error: a problem as it is, what is wrong with
// the query itself, and for everything else one sentence and the id to find it by in the log.
package present

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/internal/problem"
)

// Presenter turns the errors of one server into what its clients may see.
type Presenter struct {
	// RequestID names the request in answer and log.
	RequestID func(ctx context.Context) string
	// Log receives every error that is not shown.
	Log *slog.Logger
}

// Apply makes p the error presenter and recover function of exec.
func (p Presenter) Apply(exec *executor.Executor) {
	exec.SetErrorPresenter(p.Error)
	exec.SetRecoverFunc(p.Recover)
}

// Error is what the client sees of err. No text reaches it but that of a problem and that of the
// GraphQL library about the query; anything else may come from a driver and is logged instead.
func (p Presenter) Error(ctx context.Context, err error) *gqlerror.Error {
	path, locations, input := position(ctx, err)
	shown := p.choose(ctx, err, input)
	shown.Path, shown.Locations = path, locations
	if _, said := shown.Extensions["input"]; !said && len(input) > 0 {
		shown.Extensions["input"] = input
	}
	return shown
}

func (p Presenter) choose(ctx context.Context, err error, input []string) *gqlerror.Error {
	if found := problem.As(err); found != nil {
		return Problem(found)
	}
	if text, ok := aboutQuery(err); ok {
		return Problem(problem.New(problem.BadUserInput, "%s", text))
	}
	if len(input) > 0 {
		p.log(ctx, slog.LevelWarn, "argument refused", fmt.Errorf("%T at %v", err, input)) // its text holds the value
		return Problem(problem.New(problem.BadUserInput, "%s", unreadable))
	}
	level := slog.LevelError
	if errors.Is(err, context.Canceled) && !errors.Is(context.Cause(ctx), context.DeadlineExceeded) {
		level = slog.LevelInfo // the client left: nothing failed here
	}
	p.log(ctx, level, "request failed", err)
	return Problem(problem.New(problem.Internal,
		"Something went wrong on our side. Please try again; if it happens again, tell us the request id.").
		With("requestId", p.RequestID(ctx)))
}

// Problem is a problem as a GraphQL error: its code in extensions.code, the path of the input at
// fault in extensions.input, its details beside them.
func Problem(p *problem.Error) *gqlerror.Error {
	extensions := make(map[string]any, len(p.Details)+2)
	for key, value := range p.Details {
		extensions[key] = value
	}
	extensions["code"] = p.Code
	if len(p.Path) > 0 {
		extensions["input"] = p.Path
	}
	return &gqlerror.Error{Message: p.Message, Extensions: extensions}
}

// position splits the path that the library gives an error: the field in the answer, and behind
// it the argument that could not be read. A variable's path starts with the word "variable".
func position(ctx context.Context, err error) (ast.Path, []gqlerror.Location, []string) {
	var found *gqlerror.Error
	if !errors.As(err, &found) {
		return graphql.GetPath(ctx), nil, nil
	}
	if len(found.Path) > 1 && found.Path[0] == ast.PathName("variable") && !inField(ctx) {
		return nil, found.Locations, names(found.Path[1:])
	}
	if !inField(ctx) {
		return found.Path, found.Locations, nil
	}
	field := graphql.GetFieldContext(ctx)
	at := field.Path()
	if len(found.Path) <= len(at) || !isArgument(field, found.Path[len(at)]) {
		return found.Path, found.Locations, nil
	}
	return at, found.Locations, names(found.Path[len(at):])
}

func isArgument(field *graphql.FieldContext, element ast.PathElement) bool {
	name, ok := element.(ast.PathName)
	return ok && field.Field.Field != nil && field.Field.Definition != nil &&
		field.Field.Definition.Arguments.ForName(string(name)) != nil
}

func inField(ctx context.Context) bool { return graphql.GetFieldContext(ctx) != nil }

func names(path ast.Path) []string {
	names := make([]string, len(path))
	for i, element := range path {
		names[i] = fmt.Sprint(element)
	}
	return names
}

func (p Presenter) log(ctx context.Context, level slog.Level, message string, err error) {
	attributes := []slog.Attr{
		slog.String("requestId", p.RequestID(ctx)),
		slog.String("path", graphql.GetPath(ctx).String()),
		slog.String("error", err.Error()),
	}
	var panicked *panicError
	if errors.As(err, &panicked) {
		attributes = append(attributes, slog.String("stack", string(panicked.stack)))
	}
	p.Log.LogAttrs(ctx, level, message, attributes...)
}

// panicError is a panic on its way to the log. It does not unwrap: a problem that was thrown is a
// bug, not an answer.
type panicError struct {
	value any
	stack []byte
}

// Error says what Go itself found, such as an index out of range. Any other value may hold what a client sent, and
// where it was thrown is in the stack.
func (e *panicError) Error() string {
	if found, ok := e.value.(runtime.Error); ok {
		return "panic: " + found.Error()
	}
	return fmt.Sprintf("panic: a value of %T", e.value)
}

// Recover turns a panic into an error, which Error then logs and hides.
func (Presenter) Recover(_ context.Context, value any) error {
	return &panicError{value: value, stack: debug.Stack()}
}

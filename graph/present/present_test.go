package present_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/present"
	"lanyard/internal/problem"
)

func newPresenter() (present.Presenter, *bytes.Buffer) {
	var log bytes.Buffer
	return present.Presenter{
		RequestID: func(context.Context) string { return "r1" },
		Log:       slog.New(slog.NewTextHandler(&log, nil)),
	}, &log
}

// coded is an error of the library about the query.
func coded(message string, path ...ast.PathElement) error {
	err := &gqlerror.Error{Message: message, Path: path, Locations: []gqlerror.Location{{Line: 2, Column: 3}}}
	errcode.Set(err, errcode.ValidationFailed)
	return err
}

func TestError(t *testing.T) {
	driver := &pgconn.PgError{Severity: "ERROR", Code: "23505", Message: "duplicate key", Detail: "Key (email)=(a@b.c)"}
	hidden := `{"message":"Something went wrong on our side. Please try again; if it happens again, tell us the request id.",` +
		`"path":["account"],"extensions":{"code":"INTERNAL","requestId":"r1"}}`
	tests := map[string]struct {
		err    error
		want   string
		logged string // empty: nothing is logged
	}{
		"problem": {
			problem.New(problem.Conflict, "Someone else was faster.").With("theirs", 2),
			`{"message":"Someone else was faster.","path":["account"],"extensions":{"code":"CONFLICT","theirs":2}}`, "",
		},
		"wrapped problem with an input": {
			fmt.Errorf("sign up: %w", problem.Invalid("email", "This is no address.")),
			`{"message":"This is no address.","path":["account"],"extensions":{"code":"BAD_USER_INPUT","input":["email"]}}`, "",
		},
		"a detail cannot hide the code": {
			problem.New(problem.Forbidden, "No.").With("code", "OK"),
			`{"message":"No.","path":["account"],"extensions":{"code":"FORBIDDEN"}}`, "",
		},
		"driver":         {fmt.Errorf("load: %w", driver), hidden, "duplicate key"},
		"wrapped driver": {gqlerror.WrapPath(ast.Path{ast.PathName("account")}, driver), hidden, "duplicate key"},
		"deadline":       {fmt.Errorf("load: %w", context.DeadlineExceeded), hidden, "level=ERROR"},
		"client left":    {fmt.Errorf("load: %w", context.Canceled), hidden, "level=INFO"},
		"resolver text":  {gqlerror.Errorf("select * from usernames"), hidden, "select"},
		"argument that cannot be read": {
			gqlerror.WrapPath(ast.Path{ast.PathName("account"), ast.PathName("id"), ast.PathIndex(0)}, errors.New("strconv: secret")),
			`{"message":"This value cannot be read.","path":["account"],"extensions":{"code":"BAD_USER_INPUT","input":["id","0"]}}`, "argument refused",
		},
		"problem in an argument": {
			gqlerror.WrapPath(ast.Path{ast.PathName("account"), ast.PathName("id")}, problem.New(problem.BadUserInput, "No date.")),
			`{"message":"No date.","path":["account"],"extensions":{"code":"BAD_USER_INPUT","input":["id"]}}`, "",
		},
		"path that is no argument": {
			gqlerror.WrapPath(ast.Path{ast.PathName("account"), ast.PathName("name")}, driver),
			strings.Replace(hidden, `["account"]`, `["account","name"]`, 1), "duplicate key",
		},
	}
	field := &graphql.FieldContext{Field: graphql.CollectedField{Field: &ast.Field{
		Alias: "account", Name: "account",
		Definition: &ast.FieldDefinition{Arguments: ast.ArgumentDefinitionList{{Name: "id"}}},
	}}}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			ctx := graphql.WithFieldContext(t.Context(), field)
			presenter, log := newPresenter()
			check(t, presenter.Error(ctx, graphql.ErrorOnPath(ctx, test.err)), test.want)
			if test.logged == "" && log.Len() > 0 {
				t.Errorf("logged %s", log)
			}
			if test.logged != "" && (!strings.Contains(log.String(), test.logged) || !strings.Contains(log.String(), "requestId=r1")) {
				t.Errorf("logged %q, want %s", log, test.logged)
			}
			if strings.Contains(log.String(), "a@b.c") || strings.Contains(log.String(), "strconv") {
				t.Errorf("logged a value: %s", log)
			}
		})
	}
}

func TestErrorsAboutTheQuery(t *testing.T) {
	where := `"locations":[{"line":2,"column":3}],"extensions":{"code":"BAD_USER_INPUT"`
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"validation": {coded("Unknown."), `{"message":"Unknown.",` + where + `}}`},
		"variable":   {coded("must be defined", ast.PathName("variable"), ast.PathName("a"), ast.PathIndex(1)), `{"message":"must be defined",` + where + `,"input":["a","1"]}}`},
		"a value":    {coded(`Value "zq-secret" does not exist in "Section" enum.`), `{"message":"This value does not exist in \"Section\" enum.",` + where + `}}`},
		"long":       {coded(strings.Repeat("ä", 400)), `{"message":"` + strings.Repeat("ä", 300) + `…",` + where + `}}`},
	} {
		t.Run(name, func(t *testing.T) {
			presenter, _ := newPresenter()
			check(t, presenter.Error(t.Context(), test.err), test.want)
		})
	}
}

func check(t *testing.T, shown *gqlerror.Error, want string) {
	t.Helper()
	got, err := json.Marshal(shown)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestPanicIsHiddenAndLogged(t *testing.T) {
	presenter, log := newPresenter()
	shown := presenter.Error(t.Context(), presenter.Recover(t.Context(), problem.New(problem.NotFound, "thrown")))
	if shown.Extensions["code"] != problem.Internal || strings.Contains(shown.Message, "thrown") {
		t.Errorf("shown %v", shown)
	}
	if text := log.String(); strings.Contains(text, "thrown") || !strings.Contains(text, "panic: a value of *problem.Error") || !strings.Contains(text, "stack=") {
		t.Errorf("logged %s", log)
	}
	func() {
		defer func() { _ = presenter.Error(t.Context(), presenter.Recover(t.Context(), recover())) }()
		_ = []int{}[len(log.String()):][0]
	}()
	if !strings.Contains(log.String(), "out of range") {
		t.Errorf("what Go found is not logged: %s", log)
	}
}

package present

import (
	"errors"
	"fmt"
	"regexp"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// unreadable stands for every text that would repeat a value.
const unreadable = "This value cannot be read."

// maxText bounds the text about a query, in characters: it repeats names of the query.
const maxText = 300

// aboutQuery is the text of a parse, validation or variable error, which the library marks with a
// code. It comes from the query and the schema, never from a resolver; the values that the
// library repeats in it are left out.
func aboutQuery(err error) (string, bool) {
	var found *gqlerror.Error
	if !errors.As(err, &found) {
		return "", false
	}
	code := found.Extensions["code"]
	if code != errcode.ParseFailed && code != errcode.ValidationFailed {
		return "", false
	}
	text := withoutValues(found)
	if utf8.RuneCountInString(text) <= maxText {
		return text, true
	}
	return fmt.Sprintf("%.*s…", maxText, text), true
}

// aboutVariables are the texts about variables that hold nothing of them.
var aboutVariables = map[string]bool{
	"must be defined": true, "cannot be null": true, "unknown field": true, "enums must be ints or strings": true,
}

// values are the places in the library's texts where it repeats what was sent.
var values = []struct {
	pattern *regexp.Regexp
	instead string
}{
	{regexp.MustCompile(`(?s)(: |, found ).*`), "."},
	{regexp.MustCompile(`(?s)^(Unexpected (?:String|BlockString|Int|Float|Comment)) .*`), "$1."},
	{regexp.MustCompile(`(?s)^Value ".*" does not exist in`), "This value does not exist in"},
}

func withoutValues(err *gqlerror.Error) string {
	if len(err.Path) > 0 && err.Path[0] == ast.PathName("variable") {
		if aboutVariables[err.Message] {
			return err.Message
		}
		return unreadable
	}
	text := err.Message
	for _, v := range values {
		text = v.pattern.ReplaceAllString(text, v.instead)
	}
	return text
}

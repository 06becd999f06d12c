package present

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// What is wrong with a query is said without the values that stand in it, whatever they are.
func FuzzValuesInQueries(f *testing.F) {
	const planted = "zq7xv" // in no schema and in no text of the library
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `enum Kind { ONE TWO } input In { name: String! age: Int }
		type Query { a(id: ID, age: Int, kind: Kind, on: Boolean, in: In, many: [Int!]): String }`})
	places := []string{
		`{ a(age: %) }`, `{ a(kind: %) }`, `{ a(in: {name: %, age: %}) }`, `{ a(in: %) }`, `{ a(many: [1, %]) }`, `{ a(on: %) }`, `{ a(id: % }`, `% { a }`,
		`{ a % }`, `query Q($v: Int = %) { a(age: $v) }`, `{ a @include(if: %) }`, `{ a(nobody: %) }`, `{ a(id: ""%"" ""%"") }`, `query Q(% { a }`, `{ a(kind: zq7xv) }`,
	}
	for place := range places {
		f.Add(uint8(place), "")
		f.Add(uint8(place), `: x, found \n"" does not exist in`)
	}
	f.Fuzz(func(t *testing.T, place uint8, text string) {
		value, err := json.Marshal(planted + text + planted)
		if err != nil {
			t.Fatal(err)
		}
		query := strings.ReplaceAll(places[int(place)%len(places)], "%", string(value))
		doc, err := parser.ParseQuery(&ast.Source{Input: query})
		wrong, code := gqlerror.List{}, errcode.ParseFailed
		if err != nil {
			wrong = append(wrong, gqlerror.WrapIfUnwrapped(err))
		} else {
			wrong, code = validator.ValidateWithRules(schema, doc, rules.NewDefaultRules()), errcode.ValidationFailed
		}
		for _, one := range wrong {
			errcode.Set(one, code)
			if shown, ok := aboutQuery(one); !ok || strings.Contains(shown, planted) {
				t.Errorf("%s: %s", query, shown)
			}
		}
	})
}

// A path is split and never lost: the field in the answer, and behind it the argument.
func FuzzPosition(f *testing.F) {
	for _, path := range []string{"", "variable", "variable input name", "id", "id deep 0", "nobody", "variable id"} {
		f.Add(path, true)
		f.Add(path, false)
	}
	field := &graphql.FieldContext{Field: graphql.CollectedField{Field: &ast.Field{
		Alias: "account", Name: "account", Definition: &ast.FieldDefinition{Arguments: ast.ArgumentDefinitionList{{Name: "id"}}},
	}}}
	f.Fuzz(func(t *testing.T, text string, inField bool) {
		ctx, words := t.Context(), strings.Fields(text)
		if inField {
			ctx, words = graphql.WithFieldContext(ctx, field), append([]string{"account"}, words...)
		}
		path := ast.Path{}
		for _, word := range words {
			path = append(path, ast.PathName(word))
		}
		at, _, input := position(ctx, &gqlerror.Error{Path: path})
		ofVariable := !inField && len(words) > 1 && words[0] == "variable"
		ofArgument := inField && len(words) > 1 && words[1] == "id"
		if ofVariable {
			words = words[1:]
		}
		if !slices.Equal(slices.Concat(names(at), input), words) || (len(input) > 0) != (ofVariable || ofArgument) {
			t.Errorf("%v, in a field %v: %v and %v", path, inField, at, input)
		}
	})
}

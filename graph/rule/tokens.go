package rule

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
)

// Tokens gives for every type its fields that a partner app's token may ask for: what a section gives at a
// level that tokens reach, what an account gives, and what such a field gave. All others are a person's own.
func Tokens(schema *ast.Schema) map[string]map[string]bool {
	open := map[string]map[string]bool{}
	given := map[string]bool{} // the types of which an account gives something
	for grows := true; grows; {
		grows = false
		for name, def := range schema.Types {
			for _, field := range def.Fields {
				if open[name][field.Name] || !byToken(def, field, given[name]) {
					continue
				}
				if open[name] == nil {
					open[name] = map[string]bool{}
				}
				open[name][field.Name], grows = true, true
				if given[name] || ofAccount(def, field) {
					given[field.Type.Name()] = true
				}
			}
		}
	}
	return open
}

// byToken tells whether a token may ask for a field; given, whether an account gave what it stands on.
func byToken(def *ast.Definition, field *ast.FieldDefinition, given bool) bool {
	if def.BuiltIn || strings.HasPrefix(field.Name, "__") {
		return true
	}
	if d := field.Directives.ForName("tokens"); d != nil {
		return argument(d, "may", "false") == "true"
	}
	if field.Directives.ForName("fresh") != nil {
		return false
	}
	if ofAccount(def, field) {
		return withinReach(Of(def, field))
	}
	return given && Of(def, field).ForName("signedIn") != nil
}

// ofAccount tells whether a section or an account gives a field. To change something, being let into the
// account is not enough.
func ofAccount(def *ast.Definition, field *ast.FieldDefinition) bool {
	rules := Of(def, field)
	return rules.ForName("access") != nil || rules.ForName("member") != nil && def.Name != "Mutation"
}

// withinReach tells whether tokens can have the levels that rules ask for.
func withinReach(rules ast.DirectiveList) bool {
	for _, d := range rules {
		if d.Name != "access" {
			continue
		}
		asks, err := read(d)
		if err != nil || asks.Level > access.MostByToken(asks.Section) {
			return false
		}
	}
	return true
}

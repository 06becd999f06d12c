package rule

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
)

// Tokens gives for every type its fields that a partner app's token may ask for: what a section gives at a
// level that tokens reach, what an account gives, and what such a field gave. All others are a person's own.
func Tokens(schema *ast.Schema) map[string]map[string]bool {
	return lesser{"tokens", access.MostByToken}.open(schema)
}

// Views gives the same for whoever looks at an account as one of its usernames.
func Views(schema *ast.Schema) map[string]map[string]bool {
	return lesser{"views", access.MostInView}.open(schema)
}

// lesser asks with less than a person does: the directive says what does not follow from the most of each section
// that there is.
type lesser struct {
	directive string
	most      func(access.Section) access.Level
}

func (l lesser) open(schema *ast.Schema) map[string]map[string]bool {
	open := map[string]map[string]bool{}
	given := map[string]bool{} // the types of which an account gives something
	for grows := true; grows; {
		grows = false
		for name, def := range schema.Types {
			for _, field := range def.Fields {
				if open[name][field.Name] || !l.may(def, field, given[name]) {
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

// may tells whether a field may be asked for; given, whether an account gave what it stands on.
func (l lesser) may(def *ast.Definition, field *ast.FieldDefinition, given bool) bool {
	if def.BuiltIn || strings.HasPrefix(field.Name, "__") {
		return true
	}
	for _, said := range []ast.DirectiveList{field.Directives, def.Directives} {
		if d := said.ForName(l.directive); d != nil {
			return argument(d, "may", "false") == "true"
		}
	}
	if field.Directives.ForName("fresh") != nil {
		return false
	}
	if ofAccount(def, field) {
		return l.reaches(Of(def, field))
	}
	return given && Of(def, field).ForName("signedIn") != nil
}

// ofAccount tells whether a section or an account gives a field. To change something, being let into the
// account is not enough.
func ofAccount(def *ast.Definition, field *ast.FieldDefinition) bool {
	rules := Of(def, field)
	return rules.ForName("access") != nil || rules.ForName("member") != nil && def.Name != "Mutation"
}

// reaches tells whether the levels that rules ask for can be had.
func (l lesser) reaches(rules ast.DirectiveList) bool {
	for _, d := range rules {
		if d.Name != "access" {
			continue
		}
		asks, err := read(d)
		if err != nil || asks.Level > l.most(asks.Section) {
			return false
		}
	}
	return true
}

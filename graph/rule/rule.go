// Package rule reads from the schema who may ask for which field.
package rule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
)

// Is tells whether a directive says who may ask for a field.
func Is(d *ast.Directive) bool {
	return slices.Contains([]string{"access", "member", "signedIn", "public"}, d.Name)
}

// On gives the rules among directives.
func On(directives ast.DirectiveList) ast.DirectiveList {
	var rules ast.DirectiveList
	for _, d := range directives {
		if Is(d) {
			rules = append(rules, d)
		}
	}
	return rules
}

// Of gives the rules of a field: its own, else its type's.
func Of(def *ast.Definition, field *ast.FieldDefinition) ast.DirectiveList {
	if own := On(field.Directives); len(own) > 0 {
		return own
	}
	return On(def.Directives)
}

// Covered gives for every type its fields that have a rule. All others are refused.
func Covered(schema *ast.Schema) map[string]map[string]bool {
	covered := map[string]map[string]bool{}
	for name, def := range schema.Types {
		covered[name] = map[string]bool{}
		for _, field := range def.Fields {
			if def.BuiltIn || strings.HasPrefix(field.Name, "__") || len(Of(def, field)) > 0 {
				covered[name][field.Name] = true
			}
		}
	}
	return covered
}

// Access is what a type's @access asks for.
type Access struct {
	Section access.Section
	Level   access.Level
}

// Type gives what a type's @access asks for, and false when it has none, or there is no such type.
func Type(def *ast.Definition) (Access, bool) {
	if def == nil {
		return Access{}, false
	}
	d := def.Directives.ForName("access")
	if d == nil {
		return Access{}, false
	}
	a, err := read(d)
	return a, err == nil
}

func read(d *ast.Directive) (Access, error) {
	section, err := access.ParseSection(argument(d, "section", ""))
	if err != nil {
		return Access{}, err
	}
	level, err := access.ParseLevel(argument(d, "level", "VIEW"))
	return Access{section, level}, err
}

func argument(d *ast.Directive, name, otherwise string) string {
	if a := d.Arguments.ForName(name); a != nil {
		return a.Value.Raw
	}
	return otherwise
}

// Lines lists every field of the schema with its rule, a line each, sorted: so that a change
// of a privilege is seen in review.
func Lines(schema *ast.Schema) []string {
	var lines []string
	tokens, views := Tokens(schema), Views(schema)
	for _, def := range schema.Types {
		if def.BuiltIn || def.Kind != ast.Object {
			continue
		}
		for _, field := range def.Fields {
			if !strings.HasPrefix(field.Name, "__") {
				lines = append(lines, def.Name+"."+field.Name+" "+describe(Of(def, field))+fresh(field)+hidden(views, def, field)+closed(tokens, def, field))
			}
		}
	}
	slices.SortFunc(lines, cmp.Compare)
	return lines
}

func fresh(field *ast.FieldDefinition) string {
	if field.Directives.ForName("fresh") == nil {
		return ""
	}
	return " if fresh"
}

// hidden says that no view shows a field. It shows no change of anything.
func hidden(views map[string]map[string]bool, def *ast.Definition, field *ast.FieldDefinition) string {
	if def.Name == "Mutation" || views[def.Name][field.Name] {
		return ""
	}
	return ", no view"
}

func closed(tokens map[string]map[string]bool, def *ast.Definition, field *ast.FieldDefinition) string {
	if tokens[def.Name][field.Name] {
		return ""
	}
	return ", no token"
}

func describe(rules ast.DirectiveList) string {
	words := make([]string, len(rules))
	for i, d := range rules {
		words[i] = d.Name
		if d.Name == "access" {
			words[i] = argument(d, "section", "?") + " " + argument(d, "level", "VIEW")
		}
		if account := argument(d, "account", "account"); account != "account" {
			words[i] += fmt.Sprintf(" in %s", account)
		}
	}
	return strings.Join(words, " and ")
}

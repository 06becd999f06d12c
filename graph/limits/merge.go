package limits

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// mergeRule is "Field Selection Merging" (GraphQL specification, section 5.3.2). The library's
// rule compares every pair of fields and keeps every conflict: 13 KB of query took gigabytes.
// Being the same field is an equivalence, so here each field is compared with the first of its
// group only, and the walk ends after `visits` selections.
func mergeRule(visits int) core.Rule {
	name := rules.OverlappingFieldsCanBeMergedRule.Name
	return core.Rule{Name: name, RuleFunc: func(observers *core.Events, addError core.AddErrFunc) {
		m := &merger{
			visits:    visits,
			arguments: map[*ast.Field]string{},
			reported:  map[*ast.Field]bool{},
			addError:  addError,
		}
		observers.OnOperation(func(walker *core.Walker, operation *ast.OperationDefinition) {
			m.types = walker.Schema.Types
			m.sameFields([]ast.SelectionSet{operation.SelectionSet})
			m.sameShapes([]ast.SelectionSet{operation.SelectionSet})
			if m.visits < 0 {
				p := tooMuch("its fragments unfold to more than %d fields.", visits)
				addError(func(err *gqlerror.Error) { err.Err, err.Message = p, p.Message })
			}
		})
	}}
}

// merger checks one document. The fields of one answer that share a response key form a group.
type merger struct {
	visits    int
	types     map[string]*ast.Definition
	arguments map[*ast.Field]string
	reported  map[*ast.Field]bool
	addError  core.AddErrFunc
}

// sameFields checks that fields which can meet on one object are one field with one set of
// arguments. Fields of two different object types never meet.
func (m *merger) sameFields(sets []ast.SelectionSet) {
	for _, group := range m.groups(sets) {
		for _, fields := range byObject(group) {
			first := fields[0]
			for _, field := range fields[1:] {
				if field.Name != first.Name {
					m.conflict(field, fmt.Sprintf("%q and %q are different fields", first.Name, field.Name))
				} else if m.argumentsOf(field) != m.argumentsOf(first) {
					m.conflict(field, "they have differing arguments")
				}
			}
			m.sameFields(children(fields))
		}
	}
}

// sameShapes checks that fields which share a place in the answer give values of one shape, also
// when they stand on different objects.
func (m *merger) sameShapes(sets []ast.SelectionSet) {
	for _, group := range m.groups(sets) {
		first := group[0].Definition.Type
		for _, field := range group[1:] {
			if !m.sameShape(first, field.Definition.Type) {
				m.conflict(field, fmt.Sprintf(
					"they return conflicting types %q and %q", first, field.Definition.Type))
			}
		}
		m.sameShapes(children(group))
	}
}

func (m *merger) sameShape(a, b *ast.Type) bool {
	if a.NonNull != b.NonNull || (a.Elem == nil) != (b.Elem == nil) {
		return false
	}
	if a.Elem != nil {
		return m.sameShape(a.Elem, b.Elem)
	}
	if m.types[a.NamedType].IsLeafType() || m.types[b.NamedType].IsLeafType() {
		return a.NamedType == b.NamedType
	}
	return true
}

// conflict reports field once, however many ways lead to it.
func (m *merger) conflict(field *ast.Field, reason string) {
	if m.reported[field] {
		return
	}
	m.reported[field] = true
	m.addError(core.Message(
		`Fields "%s" conflict because %s. Use different aliases on the fields to fetch both if this was intentional.`,
		field.Alias, reason), core.At(field.Position))
}

// groups collects the fields of sets by response key, in the order of the query. A fragment
// counts once in one place, as in execution. Fields that the schema does not know are left out:
// another rule reports them.
func (m *merger) groups(sets []ast.SelectionSet) [][]*ast.Field {
	var groups [][]*ast.Field
	index := map[string]int{}
	spread := map[*ast.FragmentDefinition]bool{}
	var collect func(ast.SelectionSet)
	collect = func(set ast.SelectionSet) {
		for _, selection := range set {
			if m.visits--; m.visits < 0 {
				return
			}
			switch s := selection.(type) {
			case *ast.Field:
				if s.Definition == nil || s.ObjectDefinition == nil {
					continue
				}
				at, ok := index[s.Alias]
				if !ok {
					at = len(groups)
					index[s.Alias] = at
					groups = append(groups, nil)
				}
				groups[at] = append(groups[at], s)
			case *ast.InlineFragment:
				collect(s.SelectionSet)
			case *ast.FragmentSpread:
				if s.Definition != nil && !spread[s.Definition] {
					spread[s.Definition] = true
					collect(s.Definition.SelectionSet)
				}
			}
		}
	}
	for _, set := range sets {
		collect(set)
	}
	return groups
}

// byObject splits fields into those that can meet: one part for each object type, and the fields
// of interfaces in every part.
func byObject(fields []*ast.Field) [][]*ast.Field {
	var objects []string
	for _, field := range fields {
		parent := field.ObjectDefinition
		if parent.Kind == ast.Object && !slices.Contains(objects, parent.Name) {
			objects = append(objects, parent.Name)
		}
	}
	if len(objects) < 2 {
		return [][]*ast.Field{fields}
	}
	parts := make([][]*ast.Field, len(objects))
	for i, object := range objects {
		for _, field := range fields {
			if field.ObjectDefinition.Kind != ast.Object || field.ObjectDefinition.Name == object {
				parts[i] = append(parts[i], field)
			}
		}
	}
	return parts
}

func children(fields []*ast.Field) []ast.SelectionSet {
	var sets []ast.SelectionSet
	for _, field := range fields {
		if len(field.SelectionSet) > 0 {
			sets = append(sets, field.SelectionSet)
		}
	}
	return sets
}

// argumentsOf is the field's arguments as text in which the order of names does not matter. It is
// kept, because one field may be compared in many places.
func (m *merger) argumentsOf(field *ast.Field) string {
	if text, ok := m.arguments[field]; ok {
		return text
	}
	pairs := make([]string, len(field.Arguments))
	for i, argument := range field.Arguments {
		pairs[i] = argument.Name + ":" + canonical(argument.Value)
	}
	slices.Sort(pairs)
	m.arguments[field] = strings.Join(pairs, ",")
	return m.arguments[field]
}

func canonical(value *ast.Value) string {
	if value.Kind != ast.ObjectValue && value.Kind != ast.ListValue {
		return value.String()
	}
	parts := make([]string, len(value.Children))
	for i, child := range value.Children {
		parts[i] = child.Name + ":" + canonical(child.Value)
	}
	if value.Kind == ast.ListValue {
		return "[" + strings.Join(parts, ",") + "]"
	}
	slices.Sort(parts)
	return "{" + strings.Join(parts, ",") + "}"
}

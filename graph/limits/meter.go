package limits

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/problem"
)

// meter adds up one valid operation, fragments unfolded, and stops at the first limit that is
// passed: the walk is never longer than twice Limits.Fields.
type meter struct {
	limits         Limits
	authenticating []string
	refused        []string
	operation      ast.Operation
	variables      map[string]any

	// introspects tells, after measuring, that the operation reads the schema.
	introspects bool

	visits, fields, aliases, roots, directives, attempts, cost int
}

// place is where a selection stands in the answer.
type place struct {
	depth int
	rows  int // how often the object it stands on can occur
	page  int // the page size, if that object is a connection, else 0
	// listed tells that it is below a list of a type of the schema, such as its fields.
	listed bool
}

func (m *meter) measure(operation *ast.OperationDefinition) *problem.Error {
	if p := m.direct(operation.Directives); p != nil {
		return p
	}
	return m.selections(operation.SelectionSet, place{depth: 1, rows: 1})
}

func (m *meter) selections(set ast.SelectionSet, at place) *problem.Error {
	for _, selection := range set {
		if p := m.selection(selection, at); p != nil {
			return p
		}
	}
	return nil
}

func (m *meter) selection(selection ast.Selection, at place) *problem.Error {
	// Fragments count too: an operation can be all spreads and no field.
	if m.visits++; m.visits > 2*m.limits.Fields {
		return tooMuch("it selects more than %d fields and fragments.", 2*m.limits.Fields)
	}
	switch s := selection.(type) {
	case *ast.Field:
		return m.field(s, at)
	case *ast.InlineFragment:
		if p := m.direct(s.Directives); p != nil {
			return p
		}
		return m.selections(s.SelectionSet, at)
	case *ast.FragmentSpread:
		if p := m.direct(s.Directives); p != nil {
			return p
		}
		if p := m.direct(s.Definition.Directives); p != nil {
			return p
		}
		return m.selections(s.Definition.SelectionSet, at)
	}
	return nil
}

func (m *meter) field(field *ast.Field, at place) *problem.Error {
	if p := m.count(field, at); p != nil {
		return p
	}
	if p := m.direct(field.Directives); p != nil {
		return p
	}
	if p := introspection(field, at); p != nil {
		return p
	}
	if at.depth == 1 {
		if p := m.root(field); p != nil {
			return p
		}
	}
	below, p := m.below(field, at)
	if p != nil {
		return p
	}
	return m.selections(field.SelectionSet, below)
}

func (m *meter) count(field *ast.Field, at place) *problem.Error {
	m.fields++
	m.cost += at.rows * weight(field.Definition)
	if field.Alias != field.Name {
		m.aliases++
	}
	switch {
	case m.fields > m.limits.Fields:
		return tooMuch("it selects more than %d fields.", m.limits.Fields)
	case at.depth > m.limits.Depth:
		return tooMuch("it is nested deeper than %d levels.", m.limits.Depth)
	case m.aliases > m.limits.Aliases:
		return tooMuch("it uses more than %d aliases.", m.limits.Aliases)
	case m.cost > m.limits.Cost:
		return tooMuch("its answer could hold more than %d values. Ask for smaller pages or fewer fields.", m.limits.Cost)
	}
	return nil
}

// introspection holds questions about the schema to what the standard query needs. How long the schema's lists are is
// not known here, and they nest in each other by the thousand: without other names each value can stand in the
// answer once, and without lists in lists the whole schema is the most that there is.
func introspection(field *ast.Field, at place) *problem.Error {
	switch {
	case field.Alias != field.Name && (asksSchema(field) || strings.HasPrefix(field.ObjectDefinition.Name, "__")):
		return tooMuch("what is about the schema may not be renamed.")
	case at.listed && listOfType(field):
		return tooMuch("%s of a type are not read below a list of another.", field.Name)
	}
	return nil
}

func asksSchema(field *ast.Field) bool { return field.Name == "__schema" || field.Name == "__type" }

func listOfType(field *ast.Field) bool {
	return field.ObjectDefinition.Name == "__Type" && field.Definition.Type.Elem != nil
}

// weight is what a field counts as, by the schema.
func weight(field *ast.FieldDefinition) int {
	d := field.Directives.ForName("weighs")
	if d == nil {
		return 1
	}
	n, err := strconv.Atoi(d.Arguments.ForName("as").Value.Raw)
	if err != nil {
		panic("@weighs: " + err.Error()) // the schema is checked when it is loaded
	}
	return n
}

func (m *meter) direct(directives ast.DirectiveList) *problem.Error {
	m.directives += len(directives)
	if m.directives > m.limits.Directives {
		return tooMuch("it uses more than %d directives.", m.limits.Directives)
	}
	return nil
}

func (m *meter) root(field *ast.Field) *problem.Error {
	if m.roots++; m.roots > m.limits.RootFields {
		return tooMuch("it has more than %d fields at its root.", m.limits.RootFields)
	}
	if m.operation == ast.Subscription && m.roots > 1 { // the library lets aliases of one field pass, and panics
		return tooMuch("a subscription follows one field.")
	}
	if asksSchema(field) {
		m.introspects = true
	}
	if m.operation == ast.Mutation && slices.Contains(m.refused, field.Name) {
		return problem.New(problem.BadUserInput, "%s is not for this place: no password belongs here. Use the page of the app for it.", field.Name)
	}
	if m.operation == ast.Mutation && slices.Contains(m.authenticating, field.Name) {
		m.attempts++
	}
	if m.attempts > 1 {
		return tooMuch("it may ask for %s only once, and for no other sign-in step.", field.Name)
	}
	return nil
}

// below is the place of what the field selects. The page size of a connection multiplies the
// lists that stand directly on it (edges, nodes), not its pageInfo or totalCount.
func (m *meter) below(field *ast.Field, at place) (place, *problem.Error) {
	next := place{depth: at.depth + 1, rows: at.rows, listed: at.listed || listOfType(field)}
	size, p := m.pageSize(field)
	if p != nil {
		return next, p
	}
	if field.Definition.Type.Elem == nil {
		next.page = size
		return next, nil
	}
	// This cannot overflow: at.rows was counted already, so it is at most Cost.
	next.rows *= cmp.Or(size, at.page, m.limits.ListSize)
	return next, nil
}

// pageSize is the number of rows that a field with `first` or `last` can give; 0 for any other.
func (m *meter) pageSize(field *ast.Field) (int, *problem.Error) {
	size, paged := 0, false
	most := cmp.Or(m.limits.LargePages[field.ObjectDefinition.Name+"."+field.Name], m.limits.PageSize)
	for _, name := range []string{"first", "last"} {
		if field.Definition.Arguments.ForName(name) == nil {
			continue
		}
		paged = true
		value := field.ArgumentMap(m.variables)[name]
		if value == nil {
			continue
		}
		n, err := graphql.UnmarshalInt(value)
		if err != nil || n < 0 {
			return 0, problem.Invalid(name, "%s must be a whole number from 0 to %d.", name, most)
		}
		if n > most {
			return 0, problem.Invalid(name, "%s may be at most %d.", name, most)
		}
		size = max(size, n)
	}
	if paged && size == 0 {
		return m.limits.DefaultPage, nil
	}
	return size, nil
}

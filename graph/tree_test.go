package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
	"lanyard/internal/feed"
	"lanyard/internal/globalid"
)

// branch is a field of a selection, with what is selected of its result.
type branch struct {
	def      *ast.Definition
	field    *ast.FieldDefinition
	children []*branch
}

func (b *branch) name() string { return b.def.Name + "." + b.field.Name }

// byID tells whether the field gives one row of the object that it stands on.
func (b *branch) byID() bool {
	return b.def.Name == "Account" && b.field.Arguments.ForName("id") != nil
}

// again tells whether the field gives rows that a list beside it gives with all their fields.
func (b *branch) again() bool {
	return b.byID() || strings.HasSuffix(b.def.Name, "Edge") && b.field.Name == "node"
}

// grow selects every field of a type, and of what they give, as deep as it goes; a type that
// is around itself is left out.
func grow(s *ast.Schema, def *ast.Definition, around ...string) []*branch {
	around = append(slices.Clone(around), def.Name)
	var branches []*branch
	for _, f := range fieldsOf(def) {
		b := &branch{def: def, field: f}
		result := s.Types[f.Type.Name()]
		if result.IsCompositeType() {
			if slices.Contains(around, result.Name) {
				continue
			}
			b.children = grow(s, result, around...)
		}
		if b.again() && result.Fields.ForName("id") != nil {
			b.children = slices.DeleteFunc(b.children, func(c *branch) bool { return c.field.Name != "id" })
		}
		branches = append(branches, b)
	}
	return branches
}

// shallow keeps what the branches give themselves, and what that gives that is no object again.
func shallow(branches []*branch) []*branch {
	var kept []*branch
	for _, b := range branches {
		leaves := slices.DeleteFunc(slices.Clone(b.children), func(c *branch) bool { return len(c.children) > 0 })
		if len(leaves) == 0 && len(b.children) > 0 {
			leaves = shallow(b.children)
		}
		kept = append(kept, &branch{b.def, b.field, leaves})
	}
	return kept
}

// selection writes the branches as GraphQL.
func (s *stage) selection(branches []*branch) string {
	s.t.Helper()
	var out strings.Builder
	for _, b := range branches {
		out.WriteString(" " + b.field.Name + s.arguments(b.field))
		if len(b.children) > 0 {
			out.WriteString(" {" + s.selection(b.children) + " }")
		}
	}
	return out.String()
}

// arguments fills in what a field below the root must have.
func (s *stage) arguments(f *ast.FieldDefinition) string {
	s.t.Helper()
	var said []string
	for _, a := range f.Arguments {
		switch {
		case a.Name == "first":
			said = append(said, "first: 2")
		case a.Name == "after" && a.Type.NonNull:
			said = append(said, fmt.Sprintf("after: %q", feed.Cursor{Account: s.a.ID}))
		case a.Name == "id":
			said = append(said, "id: "+strconv.Quote(s.idOf(f.Type.Name()).String()))
		case a.Name == "client" && a.Type.NonNull:
			said = append(said, fmt.Sprintf("client: %q", s.call.said["debtor"]()))
		case a.Type.Name() == "ReportDays":
			said = append(said, a.Name+`: { from: "1980-01-01", until: "1980-12-31" }`) // the day of what is planted is among them
		case a.Type.Name() == "Date" && a.Type.NonNull:
			said = append(said, a.Name+`: "2020-01-31"`)
		case a.Type.Name() == "Time":
			said = append(said, moment(a))
		case a.Type.Name() == "String" && a.Type.NonNull:
			said = append(said, fmt.Sprintf("%s: %q", a.Name, s.call.said[a.Name]()))
		case a.Type.NonNull && a.DefaultValue == nil:
			said = append(said, a.Name+": "+s.schema.Types[a.Type.Name()].EnumValues[0].Name)
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "(" + strings.Join(said, ", ") + ")"
}

// bare asks for a field of the root, or of the viewer, as it is.
func (s *stage) bare(def string, f *ast.FieldDefinition, v *access.Viewer) (query string, variables map[string]any) {
	s.t.Helper()
	if def != "Viewer" {
		s.prepare(f, v)
		return s.call.operation(s.schema.Types[def], f, " __typename")
	}
	selected := " { __typename }"
	if s.schema.Types[f.Type.Name()].IsLeafType() {
		selected = ""
	}
	return "{ viewer { " + f.Name + s.arguments(f) + selected + " } }", nil
}

// moment fills in an end of a range of time: what is planted lies between both.
func moment(a *ast.ArgumentDefinition) string {
	days := map[string]int{"from": -1, "until": 30}[a.Name]
	return fmt.Sprintf("%s: %q", a.Name, time.Now().AddDate(0, 0, days).Format(time.RFC3339))
}

// inspection holds an answer against the rulebook, field by field.
type inspection struct {
	t      *testing.T
	schema *ast.Schema
	book   rulebook
	who    who
	codes  map[string]string
	// home is the account of all rows that are asked for by their ids.
	home uuid.UUID
	// answered counts the values by field.
	answered map[string]int
}

// object checks the fields of an object that belongs to the account.
func (i *inspection) object(branches []*branch, account uuid.UUID, object map[string]any, path string) {
	if len(branches) > 0 && branches[0].def.Name == "Account" {
		account = globalid.Parse(object["id"].(string)).Account
	}
	here := func(string) uuid.UUID { return account }
	for _, b := range branches {
		i.field(b, i.who.refused(i.book[b.name()], here), account, object[b.field.Name], path+"."+b.field.Name)
	}
}

func (i *inspection) field(b *branch, refused []string, account uuid.UUID, value any, path string) {
	i.t.Helper()
	ofOne := b.byID() || b.name() == "Account.ledger" || b.name() == "Account.activityFeed"
	if len(refused) == 0 && ofOne && account != i.home {
		refused = []string{"NOT_FOUND"}
	}
	got := i.codes[path]
	delete(i.codes, path)
	switch {
	case len(refused) > 0 && value != nil:
		i.t.Errorf("%s: %s should be refused, and %v is the answer", path, b.name(), value)
	case len(refused) > 0 && !slices.Contains(refused, got):
		i.t.Errorf("%s: %s is refused with %q, want %v", path, b.name(), got, refused)
	case len(refused) == 0 && got != "":
		i.t.Errorf("%s: %s is refused with %s, and should be answered", path, b.name(), got)
	case len(refused) == 0 && value != nil:
		i.answered[b.name()]++
		i.below(b, account, value, path)
	}
}

func (i *inspection) below(b *branch, account uuid.UUID, value any, path string) {
	switch v := value.(type) {
	case []any:
		for n, element := range v {
			i.below(b, account, element, path+"."+strconv.Itoa(n))
		}
	case map[string]any:
		if len(b.children) > 0 {
			i.object(b.children, account, v, path)
		}
	}
}

// rest are the errors that no refusal explains.
func (i *inspection) rest() {
	i.t.Helper()
	for path, code := range i.codes {
		i.t.Errorf("%s: %s, which nothing refused explains", path, code)
	}
}

// harvest gathers the telling values of an answer that nothing was refused of: those that who
// may see, and those that who may not.
type harvest struct {
	schema          *ast.Schema
	book            rulebook
	who             who
	seen, forbidden map[string]bool
}

func (h *harvest) object(branches []*branch, account uuid.UUID, object map[string]any, hidden bool) {
	if len(branches) > 0 && branches[0].def.Name == "Account" {
		account = globalid.Parse(object["id"].(string)).Account
	}
	here := func(string) uuid.UUID { return account }
	for _, b := range branches {
		h.value(b, account, object[b.field.Name], hidden || len(h.who.refused(h.book[b.name()], here)) > 0)
	}
}

func (h *harvest) value(b *branch, account uuid.UUID, value any, hidden bool) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			h.value(b, account, element, hidden)
		}
	case map[string]any:
		if len(b.children) > 0 {
			h.object(b.children, account, v, hidden)
			return
		}
		h.keep(fmt.Sprint(v), hidden)
	case float64:
		h.keep(strconv.Itoa(int(v)), hidden)
	case string:
		if h.schema.Types[b.field.Type.Name()].Kind == ast.Scalar {
			h.keep(v, hidden)
		}
	}
}

// keep keeps what can be nothing else by chance.
func (h *harvest) keep(value string, hidden bool) {
	telling := len(value) >= 6 && (strings.Contains(value, marker) || strings.ContainsAny(value, "0123456789"))
	if telling && hidden {
		h.forbidden[value] = true
	} else if telling {
		h.seen[value] = true
	}
}

// leaked are forbidden values that stand in a text.
func (h *harvest) leaked(text string) []string {
	var found []string
	for value := range h.forbidden {
		if strings.Contains(text, value) && strings.Contains(h.without(text, value), value) {
			found = append(found, value)
		}
	}
	return found
}

// without is the text without the values that may be seen and that the value is a part of: of a
// client that is the name.
func (h *harvest) without(text, value string) string {
	for whole := range h.seen {
		if strings.Contains(whole, value) {
			text = strings.ReplaceAll(text, whole, "")
		}
	}
	return text
}

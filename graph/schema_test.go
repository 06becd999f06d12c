package graph

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/gen"
	"lanyard/graph/rule"
)

var update = flag.Bool("update", false, "write testdata/access.golden anew")

func schema() *ast.Schema { return gen.NewExecutableSchema(gen.Config{}).Schema() }

// ours are the types that we have written, by name.
func ours(s *ast.Schema) []*ast.Definition {
	var defs []*ast.Definition
	for _, def := range s.Types {
		if !def.BuiltIn && !strings.HasPrefix(def.Name, "__") {
			defs = append(defs, def)
		}
	}
	slices.SortFunc(defs, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return defs
}

func fieldsOf(def *ast.Definition) []*ast.FieldDefinition {
	return slices.DeleteFunc(slices.Clone([]*ast.FieldDefinition(def.Fields)), func(f *ast.FieldDefinition) bool { return strings.HasPrefix(f.Name, "__") })
}

// A change of who may ask for a field is a change of this file: it is seen in review.
func TestAccessGolden(t *testing.T) {
	got := strings.Join(rule.Lines(schema()), "\n") + "\n"
	if *update {
		if err := os.WriteFile(goldenFile, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	before, after := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for _, line := range after {
		if !slices.Contains(before, line) {
			t.Errorf("new:  %s", line)
		}
	}
	for _, line := range before {
		if !slices.Contains(after, line) {
			t.Errorf("gone: %s", line)
		}
	}
	t.Errorf("who may ask for what has changed: if it was meant, go test ./graph -run TestAccessGolden -update")
}

func TestEveryFieldHasARule(t *testing.T) {
	s := schema()
	covered := rule.Covered(s)
	for _, def := range ours(s) {
		if def.Kind != ast.Object {
			continue
		}
		for _, f := range fieldsOf(def) {
			rules := rule.Of(def, f)
			if len(rules) == 0 || !covered[def.Name][f.Name] {
				t.Errorf("%s.%s: no rule says who may ask for it", def.Name, f.Name)
			}
			for _, d := range rules {
				checkRule(t, def, f, d)
			}
		}
	}
}

// checkRule: a root field stands on no object, so its account is an argument; every other
// field belongs to the account of its object.
func checkRule(t *testing.T, def *ast.Definition, f *ast.FieldDefinition, d *ast.Directive) {
	t.Helper()
	if d.Name != "access" && d.Name != "member" {
		return
	}
	account := "account"
	if a := d.Arguments.ForName("account"); a != nil {
		account = a.Value.Raw
	}
	root := def.Name == "Query" || def.Name == "Mutation" || def.Name == "Subscription"
	if root && (f.Arguments.ForName(account) == nil || f.Arguments.ForName(account).Type.String() != "ID!") {
		t.Errorf("%s.%s: the rule speaks of the account in the argument %s: ID!, which is not there", def.Name, f.Name, account)
	}
	if !root && d.Arguments.ForName("account") != nil {
		t.Errorf("%s.%s: the rule names an argument, but the account is that of the object", def.Name, f.Name)
	}
}

func TestEverythingIsDescribed(t *testing.T) {
	s := schema()
	missing := func(description, name string) {
		if strings.TrimSpace(description) == "" {
			t.Errorf("%s has no description", name)
		}
	}
	for _, def := range ours(s) {
		missing(def.Description, def.Name)
		for _, f := range fieldsOf(def) {
			missing(f.Description, def.Name+"."+f.Name)
			for _, a := range f.Arguments {
				missing(a.Description, def.Name+"."+f.Name+"("+a.Name+":)")
			}
		}
		for _, v := range def.EnumValues {
			missing(v.Description, def.Name+"."+v.Name)
		}
	}
	for _, d := range s.Directives {
		if d.Position != nil && !d.Position.Src.BuiltIn {
			missing(d.Description, "@"+d.Name)
		}
	}
}

// A refusal blanks the field alone. An id cannot be null, but nobody gets to it without the
// rule of its type.
func TestGuardedFieldsAreNullable(t *testing.T) {
	s := schema()
	for _, def := range ours(s) {
		for _, f := range fieldsOf(def) {
			guarded := rule.Of(def, f).ForName("access") != nil
			if def.Kind == ast.Object && guarded && f.Type.NonNull && f.Name != "id" {
				t.Errorf("%s.%s is guarded and cannot be null", def.Name, f.Name)
			}
		}
	}
	for _, def := range ours(s) {
		for _, f := range fieldsOf(def) {
			result := s.Types[f.Type.Name()]
			_, guarded := rule.Type(result)
			if f.Type.NonNull && f.Type.Elem == nil && guarded {
				t.Errorf("%s.%s cannot be null, and a refused %s.id would blank what is around it", def.Name, f.Name, result.Name)
			}
		}
	}
}

// The types behind an interface or a union are reached without the rule of any field: only
// Node may be one, and each of its types has a reader that asks the type's rule.
func TestNoWayRoundThroughInterfaces(t *testing.T) {
	s := schema()
	for _, def := range ours(s) {
		if def.Kind == ast.Union || def.Kind == ast.Interface && def.Name != "Node" {
			t.Errorf("%s: write its cases into TestMatrix first, then allow it here", def.Name)
		}
	}
	for _, def := range s.PossibleTypes["Node"] {
		if _, ok := nodes[def.Name]; !ok && def.Name != "SignIn" {
			t.Errorf("%s is a Node, and node(id:) does not read it", def.Name)
		}
	}
	for name := range nodes {
		if !slices.Contains(s.Types[name].Interfaces, "Node") {
			t.Errorf("node(id:) reads %s, which is no Node", name)
		}
	}
}

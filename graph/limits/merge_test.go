package limits

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

func toySchema(t *testing.T) *ast.Schema {
	t.Helper()
	text, err := os.ReadFile("testdata/toy.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	return gqlparser.MustLoadSchema(&ast.Source{Input: string(text)})
}

// TestMergeRuleAgreesWithTheLibrary compares the verdicts on random queries, which are made of few
// names, so that about half of them conflict.
func TestMergeRuleAgreesWithTheLibrary(t *testing.T) {
	schema := toySchema(t)
	random := rand.New(rand.NewPCG(1, 2))
	valid, invalid := 0, 0
	for range 10_000 {
		query := randomQuery(random)
		want := errorsOf(t, schema, query, rules.OverlappingFieldsCanBeMergedRule)
		got := errorsOf(t, schema, query, mergeRule(100_000))
		if (want == "") != (got == "") {
			t.Fatalf("%s\nlibrary: %s\nours: %s", query, want, got)
		}
		if want == "" {
			valid++
		} else {
			invalid++
		}
	}
	if min(valid, invalid) < 2500 {
		t.Fatalf("%d valid and %d invalid queries prove little", valid, invalid)
	}
}

func errorsOf(t *testing.T, schema *ast.Schema, query string, rule core.Rule) string {
	t.Helper()
	document, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	if errs := validator.ValidateWithRules(schema, document, rules.NewRules(rule)); len(errs) > 0 {
		return errs.Error()
	}
	return ""
}

// randomQuery has fields of objects, interfaces and unions, aliases, arguments, inline fragments
// and three fragments that spread the later ones.
func randomQuery(random *rand.Rand) string {
	var b strings.Builder
	b.WriteString("query($v:ID!){")
	for range 1 + random.IntN(2) {
		b.WriteString([]string{"node(id:$v)", "n:node(id:1)", "node(id:1)", "node(id:$v)"}[random.IntN(4)])
		selection(&b, random, "Node", 3, 0)
	}
	b.WriteString("find{__typename")
	for range random.IntN(3) {
		fragmentOn(&b, random, 2, 0)
	}
	b.WriteString("}}")
	for i := range 3 {
		if !strings.Contains(b.String(), fmt.Sprintf("...f%d", i)) {
			continue // the library's rule also looks at fragments that no operation reaches
		}
		fmt.Fprintf(&b, " fragment f%d on %s", i, fragmentTypes[i])
		selection(&b, random, fragmentTypes[i], 2, i+1)
	}
	return b.String()
}

var fragmentTypes = []string{"Account", "Client", "Node"}

var leaves = map[string][]string{
	"Node":    {"id", "x:id", "__typename"},
	"Account": {"id", "id", "id", "name", "x:id", "w:name", "w:code"},
	"Client":  {"id", "id", "z:name", "x:id", "z:name", "notes(first:1)", "notes(first:2)", "w:nick"},
}

func selection(b *strings.Builder, random *rand.Rand, on string, depth, fragment int) {
	b.WriteString("{__typename")
	for range 1 + random.IntN(3) {
		switch choice := random.IntN(6); {
		case choice < 3 || depth == 0:
			b.WriteString(" " + leaves[on][random.IntN(len(leaves[on]))])
		case choice == 3:
			b.WriteString([]string{" self", " y:self"}[random.IntN(2)])
			selection(b, random, on, depth-1, fragment)
		case choice == 4 && on == "Client":
			b.WriteString([]string{" account", " y:account"}[random.IntN(2)])
			selection(b, random, "Account", depth-1, fragment)
		case on == "Node":
			fragmentOn(b, random, depth-1, fragment)
		default:
			b.WriteString(" ...")
			selection(b, random, on, depth-1, fragment)
		}
	}
	b.WriteString("}")
}

func fragmentOn(b *strings.Builder, random *rand.Rand, depth, fragment int) {
	at := random.IntN(3)
	if at >= fragment && random.IntN(2) == 0 {
		fmt.Fprintf(b, " ...f%d", at)
		return
	}
	b.WriteString(" ...on " + fragmentTypes[at])
	selection(b, random, fragmentTypes[at], depth, fragment)
}

func TestMergeRuleStopsAtItsBudget(t *testing.T) {
	schema := toySchema(t)
	query := "{account(id:1){...f}} fragment f on Account{a:self{...f} b:self{...f}}"
	if got := errorsOf(t, schema, query, mergeRule(500)); !strings.Contains(got, "more than 500 fields") {
		t.Errorf("got %q", got)
	}
}

// TestMeterVisitsAreBounded counts the walk itself, on what would unfold to 2^60 fields.
func TestMeterVisitsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("{viewer{...f0}}")
	for i := range 60 {
		fmt.Fprintf(&b, " fragment f%d on Username{...f%d ...f%d}", i, i+1, i+1)
	}
	b.WriteString(" fragment f60 on Username{id}")
	document := gqlparser.MustLoadQueryWithRules(toySchema(t), b.String(), nil)
	m := &meter{limits: Default, operation: ast.Query}
	if m.measure(document.Operations[0]) == nil {
		t.Fatal("not refused")
	}
	if m.visits > 2*Default.Fields+1 {
		t.Errorf("%d visits", m.visits)
	}
}

func TestCacheIsBoundedByBytes(t *testing.T) {
	c := newCache(100)
	for i := range 1000 {
		c.Add(t.Context(), fmt.Sprintf("%020d", i), &ast.QueryDocument{})
		c.Get(t.Context(), fmt.Sprintf("%020d", 0)) // the first stays in use
	}
	c.Add(t.Context(), strings.Repeat("x", 101), &ast.QueryDocument{})
	if len(c.entries) != 0 || c.recent.Len() != 0 || c.room != 100 {
		t.Errorf("an entry larger than the cache leaves %d entries and %d bytes of room", len(c.entries), c.room)
	}
	for i := range 6 {
		c.Add(t.Context(), fmt.Sprintf("%020d", i), &ast.QueryDocument{})
		c.Get(t.Context(), fmt.Sprintf("%020d", 0))
	}
	if _, ok := c.Get(t.Context(), fmt.Sprintf("%020d", 0)); !ok || len(c.entries) != 5 {
		t.Errorf("the entry in use is kept: %v, entries: %d", ok, len(c.entries))
	}
}

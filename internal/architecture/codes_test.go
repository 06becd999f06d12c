package architecture_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lanyard/internal/activity"
)

// dotted is what the code of an event looks like, but for those of one word.
var dotted = regexp.MustCompile(`^[a-z]+(\.[a-z]+)+$`)

// sources are where events are made: the sections and the API.
func sources(t *testing.T) []string {
	t.Helper()
	var found []string
	for _, pattern := range []string{"internal/*/*.go", "graph/*.go"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, files...)
	}
	// The log holds the list itself and names files like codes; the demonstration, people.
	return slices.DeleteFunc(found, func(f string) bool {
		return strings.HasSuffix(f, "_test.go") || strings.Contains(f, "/demo/") || strings.Contains(f, "/activity/")
	})
}

// texts are the texts in the code of the files that make events.
func texts(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, path := range sources(t) {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"lanyard/internal/activity"` }) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil {
					found[text] = path
				}
			}
			return true
		})
	}
	return found
}

// Every code that an event is made with is in activity.Codes, and nothing else is: the search of
// the log and the app know them from there.
func TestCodesOfEvents(t *testing.T) {
	listed := map[string]string{}
	for _, c := range activity.Codes() {
		if listed[c.Name] != "" || c.Words == "" || c.Words != strings.ToLower(c.Words) {
			t.Errorf("%s: say each once, in small letters", c.Name)
		}
		listed[c.Name] = c.Words
	}
	used := texts(t)
	for text, path := range used {
		if dotted.MatchString(text) && listed[text] == "" {
			t.Errorf("%s: %q is not in activity.Codes", path, text)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(listed)) {
		if used[name] == "" {
			t.Errorf("%s is in activity.Codes, and no event is made with it", name)
		}
	}
}

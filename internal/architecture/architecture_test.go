// Package architecture holds the shape of the project by tests: which package may import
// which, and the places that a section touches.
package architecture_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "lanyard/"

// imports is the table of docs/architecture.md: each package, and what of ours it may import
// besides what those may. A package that is not here may be imported by nobody and fails.
var imports = map[string][]string{
	"internal/problem":            {},
	"internal/globalid":           {},
	"internal/password":           {"internal/problem"},
	"internal/access":             {"internal/problem"},
	"internal/page":               {"internal/problem"},
	"internal/form":               {"internal/problem", "ent/column"},
	"internal/revision":           {"internal/activity"},
	"internal/spreadsheet":        {},
	"internal/money":              {},
	"internal/demo/data":          {},
	"ent":                         {},
	"ent/column":                  {},
	"ent/wall":                    {"internal/access"},
	"ent/schema":                  {"ent/column", "ent/wall", "internal/access"},
	"internal/database/builtin":   {},
	"internal/loopback":           {},
	"internal/database":           {"ent", "internal/access", "internal/loopback"},
	"internal/activity":           {"internal/database", "ent/gen", "internal/access", "internal/problem"},
	"internal/download":           {"internal/activity"},
	"internal/backup":             {"internal/database"},
	"internal/sealing":            {},
	"internal/secondfactor":       {"internal/activity", "internal/sealing"},
	"internal/signin":             {"internal/secondfactor", "internal/password"},
	"internal/practicesetup":      {"internal/activity", "internal/form", "internal/revision"},
	"internal/codessetup":         {"internal/activity", "internal/page", "internal/form", "internal/spreadsheet", "internal/money"},
	"internal/clientnames":        {"internal/activity", "internal/form"},
	"internal/clients":            {"internal/clientnames", "internal/page", "internal/form", "internal/revision"},
	"internal/calendar":           {"internal/clientnames", "internal/globalid", "internal/form", "internal/revision"},
	"internal/clientsessions":     {"internal/calendar", "internal/page"},
	"internal/insurance":          {"internal/clientnames", "internal/globalid", "internal/page", "internal/form", "internal/revision"},
	"internal/notes":              {"internal/activity", "internal/page", "internal/globalid", "internal/form", "internal/revision", "internal/clientnames"},
	"internal/psychotherapynotes": {"internal/activity", "internal/page", "internal/form", "internal/revision", "internal/clientnames"},
	"internal/invoices":           {"internal/clientnames", "internal/page", "internal/form", "internal/revision", "internal/money"},
	"internal/payments":           {"internal/clientnames", "internal/globalid", "internal/page", "internal/form", "internal/money"},
	"internal/reports":            {"internal/calendar", "internal/clients", "internal/clientsessions", "internal/insurance", "internal/invoices", "internal/notes", "internal/payments", "internal/spreadsheet", "internal/money", "internal/download"},
	"internal/activitylog":        {"internal/download", "internal/form", "internal/page", "internal/globalid", "internal/spreadsheet"},
	"internal/copycodes":          {"internal/activity", "internal/codessetup"},
	"internal/signup":             {"internal/signin", "internal/codessetup", "internal/practicesetup"},
	"internal/accountaccess":      {"internal/signin", "internal/signup", "internal/apitokens"},
	"internal/accessreview":       {"internal/activitylog", "internal/form"},
	"internal/secret":             {},
	"internal/apitokens":          {"internal/signin", "internal/globalid", "internal/secret"},
	"internal/apps":               {"internal/activity", "internal/globalid", "internal/secret"},
	"internal/oauth":              {"internal/apps", "internal/apitokens"},
	"internal/emergency":          {"internal/activity", "internal/form"},
	"internal/mailing":            {"internal/accountaccess"},
	"internal/presence":           {"internal/database"},
	"internal/live":               {"internal/signin", "internal/globalid"},
	"internal/feed":               {"internal/live", "internal/apitokens", "internal/page"},
	"internal/webhooks":           {"internal/live", "internal/sealing"},
	"internal/demo":               {"internal/demo/data", "internal/accountaccess", "internal/activitylog", "internal/clientsessions", "internal/clients", "internal/copycodes", "internal/insurance", "internal/invoices", "internal/notes", "internal/payments", "internal/psychotherapynotes"},
	"graph/rule":                  {"internal/access"},
	"graph/model":                 {"ent/gen", "internal/page", "internal/globalid", "internal/invoices", "internal/payments"},
	"graph/limits":                {"internal/problem", "internal/page"},
	"graph/present":               {"internal/problem"},
	"graph/trusted":               {"internal/problem"},
	"graph/wire":                  {"graph/present"},
	"graph":                       {"graph/gen", "graph/limits", "graph/model", "graph/present", "graph/rule", "graph/trusted", "graph/wire", "internal/accessreview", "internal/accountaccess", "internal/activitylog", "internal/apitokens", "internal/calendar", "internal/clients", "internal/clientsessions", "internal/copycodes", "internal/emergency", "internal/feed", "internal/insurance", "internal/invoices", "internal/live", "internal/notes", "internal/oauth", "internal/payments", "internal/practicesetup", "internal/presence", "internal/psychotherapynotes", "internal/reports", "internal/webhooks"},
	"frontend":                    {},
	"server":                      {"frontend", "graph", "internal/mailing", "internal/demo", "internal/backup", "internal/database/builtin"},
}

// elsewhere are packages that only tests and tools import.
var elsewhere = []string{"internal/generate", "internal/dbtest", "internal/architecture", "bench"}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("list the packages: %v", err)
	}
	var all []goPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestImports(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		if generated(name) || slices.Contains(elsewhere, name) {
			continue
		}
		if _, listed := imports[name]; !listed {
			t.Errorf("%s is not in the table of imports: say what it stands on", name)
			continue
		}
		may := reach(name)
		for _, i := range p.Imports {
			i, ours := strings.CutPrefix(i, module)
			if ours && !generated(i) && !may[i] {
				t.Errorf("%s may not import %s", name, i)
			}
		}
	}
}

func generated(name string) bool {
	return strings.Contains(name+"/", "/gen/")
}

// reach is what a package may import: what its row names, and what the rows of those name.
func reach(name string) map[string]bool {
	all := map[string]bool{}
	var add func(string)
	add = func(n string) {
		for _, i := range imports[n] {
			if !all[i] {
				all[i] = true
				add(i)
			}
		}
	}
	add(name)
	// The generated entities name types of these.
	if all["ent/gen"] {
		for _, i := range []string{"ent/column", "internal/globalid", "internal/access"} {
			all[i] = true
		}
	}
	return all
}

func TestPureAccessImportsNothingOfOurs(t *testing.T) {
	for _, p := range packages(t) {
		if p.ImportPath != module+"internal/access" {
			continue
		}
		for _, i := range p.Imports {
			if strings.HasPrefix(i, module) && i != module+"internal/problem" {
				t.Errorf("the decision imports %s", i)
			}
		}
	}
}

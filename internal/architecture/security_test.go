package architecture_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	namedTest = regexp.MustCompile("`(?:(\\w+)\\.)?((?:Test|Fuzz)[A-Z]\\w*)`")
	namedFile = regexp.MustCompile("`([\\w.-]+\\.(?:txtar|e2e\\.ts|test\\.ts|go)|clients/[\\w.]+)`")
	goTest    = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)[A-Z]\w*)\(`)
	goPkg     = regexp.MustCompile(`(?m)^package (\w+?)(?:_test)?$`)
)

// What docs/security.md says is tested, is, and in the package that it says: a name without one is of the package
// that its row named last.
func TestSecurityIsTested(t *testing.T) {
	text, err := os.ReadFile("../../docs/security.md")
	if err != nil {
		t.Fatal(err)
	}
	tests, files := map[string]bool{}, map[string]bool{}
	for _, folder := range []string{"clients", "e2e", "ent", "frontend/src", "graph", "internal", "server"} {
		err := filepath.WalkDir("../../"+folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			files[d.Name()], files[strings.TrimPrefix(path, "../../")] = true, true
			if !strings.HasSuffix(path, "_test.go") {
				return nil
			}
			source, err := os.ReadFile(path)
			for _, found := range goTest.FindAllSubmatch(source, -1) {
				pkg := goPkg.FindSubmatch(source)
				tests[string(found[1])], tests[string(pkg[1])+"."+string(found[1])] = true, true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for row := range strings.Lines(string(text)) {
		pkg := ""
		for _, found := range namedTest.FindAllStringSubmatch(row, -1) {
			if found[1] != "" {
				pkg = found[1] + "."
			}
			if !tests[pkg+found[2]] {
				t.Errorf("there is no test %s%s", pkg, found[2])
			}
		}
	}
	for _, found := range namedFile.FindAllStringSubmatch(string(text), -1) {
		if !files[found[1]] {
			t.Errorf("there is no file %s", found[1])
		}
	}
}

package architecture_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/access"
)

const root = "../.."

// TestRecipe holds the recipe of the README: a section that is in the API has its one place
// in each folder, under one name. The walls, the guard and the lists follow from these.
func TestRecipe(t *testing.T) {
	for _, s := range built(t) {
		file := strings.ToLower(s.String())
		pkg := strings.ReplaceAll(file, "_", "")
		for place, found := range map[string]bool{
			"graph/schema/" + file + ".graphqls":                            exists("graph/schema/" + file + ".graphqls"),
			"graph/" + file + ".resolvers.go":                               exists("graph/" + file + ".resolvers.go"),
			"internal/" + pkg:                                               exists("internal/" + pkg),
			"a table with the section's wall in ent/schema":                 walled(t, s) || s == tableless,
			"its lines in graph/testdata/access.golden":                     mentions(t, "graph/testdata/access.golden", s.String()+" "),
			"its package in the table of architecture_test.go":              imports["internal/"+pkg] != nil,
			"frontend/src/features/" + pkg:                                  exists("frontend/src/features/"+pkg) || slices.Contains(unseen, s),
			"its line in the menu (frontend/src/features/shell/screens.ts)": mentions(t, "frontend/src/features/shell/screens.ts", "section: \""+s.String()+"\"") || slices.Contains(unseen, s),
			"its policies in ent/gen/walls.sql or by hand":                  mentions(t, "ent/gen/walls.sql", s.String()) || mentions(t, "ent/walls_by_hand.sql", s.String()) || s == tableless,
		} {
			if !found {
				t.Errorf("%s is in the API and has not: %s", s, place)
			}
		}
	}
}

// tableless has no rows of its own: it sums those of the others, under their walls.
const tableless = access.Reports

// unseen are the sections whose screens are still to come.
var unseen = []access.Section{}

// built are the sections that the API's schema speaks of.
func built(t *testing.T) []access.Section {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "graph/schema/*.graphqls"))
	if err != nil {
		t.Fatal(err)
	}
	var found []access.Section
	for _, s := range access.Sections() {
		used := slices.ContainsFunc(files, func(f string) bool { return contains(t, f, "section: "+s.String()) })
		if used {
			found = append(found, s)
		}
	}
	if len(found) < 4 {
		t.Fatalf("only %v found in the schema: the test looks wrongly", found)
	}
	return found
}

func walled(t *testing.T, s access.Section) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "ent/schema/*.go"))
	if err != nil {
		t.Fatal(err)
	}
	word := strings.ReplaceAll(strings.ToLower(s.String()), "_", "")
	return slices.ContainsFunc(files, func(f string) bool {
		text := strings.ToLower(read(t, f))
		return strings.Contains(text, "wall.section(access."+word+")") || strings.Contains(text, "wall.log(access."+word+")")
	}) || contains(t, filepath.Join(root, "ent/walls_by_hand.sql"), "granted('"+s.String()+"'")
}

func mentions(t *testing.T, path, word string) bool {
	t.Helper()
	return contains(t, filepath.Join(root, path), word)
}

func contains(t *testing.T, path, word string) bool {
	t.Helper()
	return strings.Contains(read(t, path), word)
}

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func exists(path string) bool {
	_, err := os.Stat(filepath.Join(root, path))
	return err == nil
}

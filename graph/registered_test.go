package graph

import (
	"slices"
	"strings"
	"testing"

	"lanyard/graph/gen"
	"lanyard/graph/trusted"
)

// What can never run is registered by nobody, and no more is read than may be registered.
func TestDocumentsThatAnAppRegisters(t *testing.T) {
	t.Parallel()
	schema := gen.NewExecutableSchema(gen.Config{}).Schema()
	const good, client = `query Me { viewer { username } }`, `{ nodes { id number firstName lastName preferredName birthDate sex street city state zip } }`
	for name, test := range map[string]struct {
		texts []string
		want  string
	}{
		"one that runs":       {[]string{good}, ""},
		"none":                {nil, ""},
		"an unknown field":    {[]string{good, `{ nothing }`}, "Document 2 cannot run"},
		"nothing":             {[]string{""}, "Document 1 cannot run"},
		"one that goes round": {[]string{`{ viewer { ...a } } fragment a on Viewer { ...a }`}, "Document 1 cannot run"},
		"one that is deep":    {[]string{good, `{` + strings.Repeat(` viewer { accounts {`, 9) + ` id` + strings.Repeat(` } }`, 9) + ` }`}, "Document 2 cannot run"},
		"one that is dear":    {[]string{`{ viewer { accounts { clients(first: 200) ` + client + ` } } }`}, "Document 1 cannot run"},
		"one of a small page": {[]string{`query($n: Int = 200) { viewer { accounts { clients(first: $n) ` + client + ` } } }`}, ""},
		"too many":            {slices.Repeat([]string{"}"}, 501), "at most 500"},
		"too long":            {[]string{"}" + strings.Repeat(" ", 512<<10)}, "at most 500"},
	} {
		all, err := documentsOf(schema, test.texts)
		if test.want == "" && (err != nil || len(all) != len(test.texts) || len(all) > 0 && all[0].ID != trusted.ID(test.texts[0])) || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

package trusted_test

import (
	"encoding/json"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"lanyard/graph/trusted"
)

// Only the text of a known document ever runs, whatever the extensions hold.
func FuzzFill(f *testing.F) {
	const text = "{viewer{id}}"
	documents, err := trusted.Parse([]byte(`{"` + trusted.ID(text) + `":"` + text + `"}`))
	if err != nil {
		f.Fatal(err)
	}
	for _, extensions := range []string{
		`{"persistedQuery":{"version":1,"sha256Hash":"` + trusted.ID(text) + `"}}`, `{"persistedQuery":{"version":1,"sha256Hash":""}}`, `{"persistedQuery":[]}`, `{"persistedQuery":{"version":"1","sha256Hash":{}}}`, `{}`, `null`,
	} {
		f.Add("", extensions)
		f.Add(text, extensions)
	}
	f.Fuzz(func(t *testing.T, query, extensions string) {
		var given map[string]any
		_ = json.Unmarshal([]byte(extensions), &given)
		params := &graphql.RawParams{Query: query, Extensions: given}
		if err := trusted.Fill(documents, params); err == nil && (params.Query != text || query != "") {
			t.Errorf("%q with %s runs %q", query, extensions, params.Query)
		}
	})
}

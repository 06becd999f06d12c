package trusted_test

import (
	"encoding/json"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"lanyard/graph/trusted"
	"lanyard/internal/problem"
)

const text = "query Viewer { viewer { id } }"

func manifest(t *testing.T, id string) []byte {
	t.Helper()
	raw, err := json.Marshal(map[string]string{trusted.ID("{ presets { name } }"): "{ presets { name } }", id: text})
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestParse(t *testing.T) {
	if trusted.ID("") != "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" {
		t.Error("an id is not the SHA-256 of the text")
	}
	if _, err := trusted.Parse([]byte(`{}`)); err != nil {
		t.Error(err)
	}
	docs, err := trusted.Parse(manifest(t, trusted.ID(text)))
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := docs.Text(trusted.ID(text)); !ok || got != text {
		t.Errorf("%q %v", got, ok)
	}
	for name, bad := range map[string][]byte{
		"another hash":  manifest(t, trusted.ID(text+" ")),
		"half the hash": manifest(t, trusted.ID(text)[:16]),
		"in capitals":   manifest(t, "ABC"),
		"a list":        []byte(`["{viewer{id}}"]`),
		"no text":       []byte(`{"a":1}`),
		"nothing":       nil,
	} {
		if _, err := trusted.Parse(bad); err == nil {
			t.Errorf("%s: the manifest is accepted", name)
		}
	}
}

func TestFill(t *testing.T) {
	docs, err := trusted.Parse(manifest(t, trusted.ID(text)))
	if err != nil {
		t.Fatal(err)
	}
	named := func(version, hash any) map[string]any {
		return map[string]any{"persistedQuery": map[string]any{"version": version, "sha256Hash": hash}}
	}
	id := trusted.ID(text)
	for name, test := range map[string]struct {
		params graphql.RawParams
		reason string
	}{
		"known":             {graphql.RawParams{Extensions: named(json.Number("1"), id)}, ""},
		"unknown":           {graphql.RawParams{Extensions: named(json.Number("1"), trusted.ID("{a}"))}, "UNKNOWN_DOCUMENT"},
		"raw":               {graphql.RawParams{Query: text}, "RAW_QUERY"},
		"raw with its hash": {graphql.RawParams{Query: text, Extensions: named(json.Number("1"), id)}, "RAW_QUERY"},
		"another version":   {graphql.RawParams{Extensions: named(json.Number("2"), id)}, "RAW_QUERY"},
		"no version":        {graphql.RawParams{Extensions: named(nil, id)}, "RAW_QUERY"},
		"hash is a number":  {graphql.RawParams{Extensions: named(json.Number("1"), json.Number("1"))}, "RAW_QUERY"},
		"no hash":           {graphql.RawParams{Extensions: named(json.Number("1"), "")}, "RAW_QUERY"},
		"nothing":           {graphql.RawParams{}, "RAW_QUERY"},
	} {
		params := test.params
		err := trusted.Fill(docs, &params)
		reason := ""
		if p := problem.As(err); p != nil && p.Code == problem.BadUserInput {
			reason, _ = p.Details["reason"].(string)
		}
		if reason != test.reason || (err == nil) != (params.Query == text && test.reason == "") {
			t.Errorf("%s: %v, query %q", name, err, params.Query)
		}
	}
	known := graphql.RawParams{Extensions: named(json.Number("1"), id)}
	if problem.As(trusted.Fill(nil, &known)) == nil {
		t.Error("without documents one is found")
	}
}

// Package trusted holds the documents that the app sends by their hash. What is not among them
// is refused before it is parsed: whoever steals a browser's way in can ask what the app asks,
// and nothing else.
package trusted

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"lanyard/internal/problem"
)

// Documents are texts by their ids.
type Documents struct{ texts map[string]string }

// Parse reads a manifest: a JSON object of ids and texts. It fails when an id is not the hash of
// its text: the manifest was not made by the build.
func Parse(manifest []byte) (Documents, error) {
	var texts map[string]string
	if err := json.Unmarshal(manifest, &texts); err != nil {
		return Documents{}, fmt.Errorf("read the trusted documents: %w", err)
	}
	for id, text := range texts {
		if id != ID(text) {
			return Documents{}, fmt.Errorf("the trusted document %.64q is not the one with this hash: build the app anew", id)
		}
	}
	return Documents{texts}, nil
}

// ID is the id of a document: the SHA-256 of its text.
func ID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Text finds the text of a document.
func (d Documents) Text(id string) (string, bool) {
	text, ok := d.texts[id]
	return text, ok
}

// Source finds the text of a document by its id.
type Source interface {
	Text(id string) (text string, ok bool)
}

// The refusals, each with a reason by which a client can tell them apart.
var (
	errRaw = problem.New(problem.BadUserInput, "Only the app's own documents are accepted here; raw queries are for the playground.").
		With("reason", "RAW_QUERY")
	errUnknown = problem.New(problem.BadUserInput, "The app was updated. Reload this page and try again.").
			With("reason", "UNKNOWN_DOCUMENT")
)

// Named is the id of the document that params name, as Apollo's clients name one; false: they name none.
func Named(params *graphql.RawParams) (id string, ok bool) {
	named, _ := params.Extensions["persistedQuery"].(map[string]any)
	id, _ = named["sha256Hash"].(string)
	return id, fmt.Sprint(named["version"]) == "1" && id != ""
}

// Fill puts the text of the document that params name into them, and refuses all else.
func Fill(from Source, params *graphql.RawParams) error {
	id, named := Named(params)
	if params.Query != "" || !named {
		return errRaw
	}
	if from != nil {
		if text, ok := from.Text(id); ok {
			params.Query = text
			return nil
		}
	}
	return errUnknown
}

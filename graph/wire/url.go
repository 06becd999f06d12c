package wire

import (
	"encoding/json"
	"net/url"
	"slices"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// readURL takes the parameters from the query part of a URL: texts as they are, maps as JSON.
func readURL(query string) (*graphql.RawParams, *badBody) {
	given, err := url.ParseQuery(query)
	if err != nil {
		return nil, bad("The URL's query could not be read.")
	}
	fields := map[string]json.RawMessage{}
	for key, values := range given {
		if !slices.Contains(operationKeys, key) || len(values) != 1 {
			return nil, badKey(key, operationKeys)
		}
		if !utf8.ValidString(values[0]) {
			return nil, bad("The URL must be in UTF-8.")
		}
		fields[key] = json.RawMessage(values[0])
		if key == "query" || key == "operationName" {
			fields[key] = text(values[0])
		} else if !json.Valid(fields[key]) {
			return nil, bad("%s must be an object.", key)
		}
	}
	return params(fields)
}

func text(value string) json.RawMessage {
	encoded, err := json.Marshal(value)
	if err != nil {
		panic(err) // texts always encode
	}
	return encoded
}

package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// badBody says what is wrong with a request before it is GraphQL. Its message holds nothing of
// the body.
type badBody struct {
	status  int
	message string
}

func (b *badBody) Error() string { return b.message }

func bad(format string, args ...any) *badBody {
	return &badBody{http.StatusBadRequest, fmt.Sprintf(format, args...)}
}

// read takes the parameters from the body of r, or from its URL.
func read(r *http.Request) (*graphql.RawParams, *badBody) {
	if r.Method == http.MethodGet {
		return readURL(r.URL.RawQuery)
	}
	if !isJSON(r.Header) {
		return nil, &badBody{http.StatusUnsupportedMediaType, "The body must be application/json in UTF-8."}
	}
	body, err := io.ReadAll(r.Body)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, &badBody{
			http.StatusRequestEntityTooLarge,
			fmt.Sprintf("The body may be at most %d bytes.", tooLarge.Limit),
		}
	case err != nil:
		return nil, bad("The body could not be read.")
	case !utf8.Valid(body):
		return nil, bad("The body must be application/json in UTF-8.")
	}
	return decode(body)
}

func isJSON(header http.Header) bool {
	mediaType, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	charset, named := params["charset"]
	return err == nil && mediaType == jsonType &&
		(!named || strings.EqualFold(charset, "utf-8")) &&
		header.Get("Content-Encoding") == ""
}

// decode reads one object with exact keys. The standard decoder would take any spelling of a key,
// the last of two, and anything behind the object: a filter in front of us could then read
// another request than we do.
func decode(body []byte) (*graphql.RawParams, *badBody) {
	if !json.Valid(body) {
		return nil, bad("The body must be one JSON object and nothing else.")
	}
	if body = bytes.TrimSpace(body); body[0] == '[' {
		return nil, bad("Send one operation a request: a list of operations is not accepted.")
	}
	fields, err := object(body, operationKeys)
	if err != nil {
		return nil, err
	}
	return params(fields)
}

func params(fields map[string]json.RawMessage) (*graphql.RawParams, *badBody) {
	if isNull(fields["query"]) && isNull(fields["extensions"]) {
		return nil, bad("There must be a query, or one that is named in extensions.persistedQuery.")
	}
	p := &graphql.RawParams{}
	for key, target := range map[string]any{
		"query":         &p.Query,
		"operationName": &p.OperationName,
		"variables":     &p.Variables,
		"extensions":    &p.Extensions,
	} {
		if err := value(key, fields[key], target); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// operationKeys are what an operation is sent with.
var operationKeys = []string{"query", "variables", "operationName", "extensions"}

func badKey(key string, known []string) *badBody {
	if slices.Contains(known, key) {
		return bad("There may be %s only once.", key)
	}
	return bad("There may be %s only.", strings.Join(known[:len(known)-1], ", ")+" and "+known[len(known)-1])
}

// Object splits a JSON object into its fields, as strictly as the body of an operation is read: known keys, as they
// are written, once each, and nothing behind them. Null fields are left out.
func Object(body []byte, known ...string) (map[string]json.RawMessage, error) {
	if !utf8.Valid(body) || !json.Valid(body) {
		return nil, bad("The body must be one JSON object and nothing else.")
	}
	fields, err := object(body, known)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(fields, func(_ string, raw json.RawMessage) bool { return isNull(raw) })
	return fields, nil
}

// object splits a JSON object into its fields and refuses unknown and repeated keys.
func object(body []byte, known []string) (map[string]json.RawMessage, *badBody) {
	decoder := json.NewDecoder(bytes.NewReader(body))
	if token, _ := decoder.Token(); token != json.Delim('{') {
		return nil, bad("The body must be one JSON object and nothing else.")
	}
	fields := map[string]json.RawMessage{}
	for decoder.More() {
		token, _ := decoder.Token()
		key, _ := token.(string)
		if _, twice := fields[key]; !slices.Contains(known, key) || twice {
			return nil, badKey(key, known)
		}
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return nil, bad("The body must be one JSON object and nothing else.")
		}
		fields[key] = raw
	}
	return fields, nil
}

// value decodes one field; absent and null leave target as it is.
func value(key string, raw json.RawMessage, target any) *badBody {
	if isNull(raw) {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber() // a large id or amount must not become a float
	if err := decoder.Decode(target); err == nil {
		return nil
	}
	if _, text := target.(*string); text {
		return bad("%s must be a string.", key)
	}
	return bad("%s must be an object.", key)
}

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }

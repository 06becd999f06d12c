package wire

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
)

// write sends an answer. Data is JSON already and copied as it is: marshalling it again would
// cost a second pass over every list. An answer without data has no data entry, because nothing
// was executed.
func write(w http.ResponseWriter, status int, mediaType string, response *graphql.Response) {
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	if seconds := retryAfter(response); seconds > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(seconds))
	}
	w.WriteHeader(status)
	// A client that has left cannot be told anything more.
	_, _ = w.Write(encode(response))
}

// retryAfter is for how many seconds the client is asked to wait, by whichever error asks for most.
func retryAfter(response *graphql.Response) (most int) {
	for _, e := range response.Errors {
		if seconds, ok := e.Extensions["retryAfter"].(int); ok {
			most = max(most, seconds)
		}
	}
	return most
}

// encode is an answer on one line.
func encode(response *graphql.Response) []byte {
	var body bytes.Buffer
	body.Grow(len(response.Data) + 64)
	body.WriteByte('{')
	if len(response.Errors) > 0 {
		entry(&body, "errors", response.Errors)
	}
	if len(response.Data) > 0 {
		name(&body, "data")
		body.Write(response.Data)
	}
	if len(response.Extensions) > 0 {
		entry(&body, "extensions", response.Extensions)
	}
	body.WriteString("}\n")
	return body.Bytes()
}

func entry(body *bytes.Buffer, key string, content any) {
	encoded, err := json.Marshal(content)
	if err != nil {
		panic(err) // details and extensions are ours; the recover function logs and hides it
	}
	name(body, key)
	body.Write(encoded)
}

func name(body *bytes.Buffer, key string) {
	if body.Len() > 1 {
		body.WriteByte(',')
	}
	body.WriteString(`"` + key + `":`)
}

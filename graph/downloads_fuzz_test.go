package graph

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"lanyard/internal/problem"
)

// The order of a file is read, or refused with what a person may see; what is too long, and what two readers could take
// for two orders, never is.
func FuzzOrder(f *testing.F) {
	for _, body := range []string{
		"", "{}", `{"filter":{"search":"x"}}`, `{"export":"x"}`, `{"other":1}`, "{}{}", "null", "[", `{"filter":null}`,
		`{"filter":{"search":"x"},"filter":{}}`, `{"FILTER":{}}`, `{"filter":{},"\u0066ilter":{}}`, " ", `{"export":1}`, `{"filter":{}}x`, "\xff", `[{}]`,
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "/", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		read, err := readOrder(r)
		if err != nil && problem.As(err) == nil {
			t.Errorf("%q: not a problem a person may see: %v", body, err)
		}
		if err != nil || strings.TrimSpace(body) == "" {
			return
		}
		var loosely map[string]json.RawMessage
		if json.Unmarshal([]byte(body), &loosely) != nil || len(body) > longestOrder {
			t.Fatalf("%q is read", body)
		}
		if _, given := loosely["filter"]; !given && read.filter != nil {
			t.Errorf("%q: a filter is read", body)
		}
		for key := range loosely {
			if key != "filter" && key != "export" {
				t.Errorf("%q: %q is let pass", body, key)
			}
		}
		decoder, keys := json.NewDecoder(strings.NewReader(body)), 0
		for _, _ = decoder.Token(); decoder.More(); keys++ {
			_, _ = decoder.Token()
			_ = decoder.Decode(new(json.RawMessage))
		}
		if keys != len(loosely) {
			t.Errorf("%q: a key is there twice", body)
		}
	})
}

package graph

import (
	"net/http"
	"strings"
	"testing"

	"lanyard/internal/problem"
)

// The order of a file is read, or refused with what a person may see; what is too long is never read.
func FuzzOrder(f *testing.F) {
	for _, body := range []string{"", "{}", `{"filter":{"search":"x"}}`, `{"export":"x"}`, `{"other":1}`, "{}{}", "null", "[", `{"filter":null}`} {
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
		if err == nil && len(read.Export) > longestOrder {
			t.Errorf("%d bytes are read", len(read.Export))
		}
	})
}

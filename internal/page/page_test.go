package page

import (
	"slices"
	"testing"

	"lanyard/internal/problem"
)

func FuzzDecode(f *testing.F) {
	f.Add(encode([]string{"Adams", "Ann"}))
	f.Add("%%%")
	f.Fuzz(func(t *testing.T, cursor string) {
		keys, err := decode(cursor, 2)
		if err != nil && problem.As(err) == nil {
			t.Fatalf("%q: not a problem a person may see: %v", cursor, err)
		}
		if err == nil && keys != nil && !slices.Equal(keys, must(decode(encode(keys), 2))) {
			t.Fatalf("%q does not survive", cursor)
		}
	})
}

func must(keys []string, err error) []string {
	if err != nil {
		panic(err)
	}
	return keys
}

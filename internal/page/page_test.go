package page

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"entgo.io/ent/dialect/sql"

	"lanyard/internal/problem"
)

// A page that is the whole list is counted already; any other is counted when that is asked.
func TestAWholeListIsNotCountedAgain(t *testing.T) {
	for _, c := range []struct {
		rows, first, counted, total int
		after                       string
	}{{0, 2, 0, 0, ""}, {2, 2, 0, 2, ""}, {3, 2, 1, 7, ""}, {1, 2, 1, 7, encode([]string{"5"})}} {
		counted := 0
		p, err := Cut(t.Context(), Args{First: c.first, After: c.after}, Source[int]{
			Key: Key{Columns: []string{"n"}}, Keys: func(n int) []string { return []string{fmt.Sprint(n)} },
			Find:  func(context.Context, func(*sql.Selector), int) ([]int, error) { return make([]int, c.rows), nil },
			Count: func(context.Context) (int, error) { counted++; return 7, nil },
		})
		if err != nil {
			t.Fatal(err)
		}
		if total, err := p.TotalCount(t.Context()); err != nil || total != c.total || counted != c.counted {
			t.Errorf("%+v: %d after %d counts, %v", c, total, counted, err)
		}
	}
}

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

package codessetup_test

import (
	"slices"
	"testing"

	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
)

func TestFavouritesLead(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	ctx := w.As(a.Owner)
	for _, code := range []string{"F10.20", "F32.1", "F33.1", "F41.1", "F43.10"} {
		in := codessetup.Diagnosis(code)
		in.Favourite = code == "F33.1" || code == "F43.10"
		if _, err := codessetup.DiagnosisCodes.Add(ctx, w.Log, a.ID, in); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"F33.1", "F43.10", "F10.20", "F32.1", "F41.1"}
	for first := 1; first <= len(want); first++ {
		var found []string
		args := page.Args{First: first}
		for {
			p, err := codessetup.DiagnosisCodes.List(ctx, w.Log, a.ID, codessetup.Query{Args: args})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range p.Nodes {
				found = append(found, d.Code)
			}
			if !p.PageInfo().HasNextPage {
				break
			}
			args.After = *p.PageInfo().EndCursor
		}
		if !slices.Equal(found, want) {
			t.Errorf("in pages of %d: %v", first, found)
		}
	}
}

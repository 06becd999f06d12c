package activity

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// An event that says nothing in columns that came later has the bytes of before there were any, also out of
// an older export; one that does has others, which neither taking it away nor saying another leaves the same.
func TestColumnsThatCameLater(t *testing.T) {
	with := func(told [5]string) string {
		texts := slices.Repeat([]string{"x"}, fieldToken)
		texts = append(texts, told[:]...)
		return string(canonical(texts))
	}
	none, id := uuid.Nil.String(), uuid.NewString()
	if plain := "\x01" + strings.Repeat("\x01x", fieldToken); with([5]string{none, "", none, none, ""}) != plain || with([5]string{}) != plain {
		t.Errorf("without: %q", with([5]string{none, "", none, none, ""}))
	}
	seen := map[string]bool{}
	for _, told := range [][5]string{
		{none, "", none, none, ""},
		{id, "app", none, none, ""},
		{id, "other", none, none, ""},
		{uuid.NewString(), "app", none, none, ""},
		{none, "app", none, none, ""},
		{none, "", id, none, ""},
		{none, "", uuid.NewString(), none, ""},
		{id, "app", id, none, ""},
		{id, "app", uuid.NewString(), none, ""},
		{none, "", none, id, "app"},
		{none, "", none, id, "other"},
		{none, "", none, none, "app"},
		{none, "", id, id, "app"},
	} {
		form := with(told)
		if seen[form] {
			t.Errorf("%q has the form of another", told)
		}
		seen[form] = true
	}
}

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
	with := func(token, name, emergency string) string {
		texts := slices.Repeat([]string{"x"}, len(fields))
		texts[fieldToken], texts[fieldTokenName], texts[fieldEmergency] = token, name, emergency
		return string(canonical(texts))
	}
	none, older, id := uuid.Nil.String(), "", uuid.NewString()
	if plain := "\x01" + strings.Repeat("\x01x", fieldToken); with(none, "", none) != plain || with(older, older, older) != plain {
		t.Errorf("without: %q", with(none, "", none))
	}
	seen := map[string]bool{}
	for _, told := range [][3]string{
		{none, "", none},
		{id, "app", none},
		{id, "other", none},
		{uuid.NewString(), "app", none},
		{none, "app", none},
		{none, "", id},
		{none, "", uuid.NewString()},
		{id, "app", id},
		{id, "app", uuid.NewString()},
	} {
		form := with(told[0], told[1], told[2])
		if seen[form] {
			t.Errorf("%q has the form of another", told)
		}
		seen[form] = true
	}
}

package column_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgtype"

	"lanyard/ent/column"
)

// What is read as a day is one that the calendar has, and is written the same.
func FuzzDate(f *testing.F) {
	for _, text := range []string{"", "2026-01-31", "2026-02-29", "0000-00-00", "2026-1-3", "12026-01-31", "2026-01-31T00:00:00Z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var d column.Date
		if d.UnmarshalGQL(text) != nil {
			return
		}
		var written strings.Builder
		d.MarshalGQL(&written)
		if _, err := time.Parse(time.DateOnly, text); err != nil || written.String() != `"`+text+`"` {
			t.Errorf("%q is read as %s", text, written.String())
		}
	})
}

// What PostgreSQL gives as ids is stored as the same ids.
func FuzzUUIDs(f *testing.F) {
	for _, text := range []string{"{}", "{01a21caa-9854-75df-8ab3-34cd1a0edc5e}", "{01a21caa-9854-75df-8ab3-34cd1a0edc5e,01a21caa-976b-75b6-b3db-81c38b620099}", "{NULL}", "[2:2]={01a21caa-9854-75df-8ab3-34cd1a0edc5e}"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read := func(text string) (ids column.UUIDs, err error) {
			return ids, pgtype.NewMap().Scan(pgtype.UUIDArrayOID, pgtype.TextFormatCode, []byte(text), &ids)
		}
		if strings.Contains(strings.TrimPrefix(text, "{"), "{") {
			return // of more dimensions than our columns have
		}
		ids, err := read(text)
		if err != nil {
			return
		}
		written, err := ids.Value()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := read(written.(string)); err != nil || !slices.Equal(again, ids) {
			t.Errorf("%q is read as %v, and then as %v, %v", text, ids, again, err)
		}
	})
}

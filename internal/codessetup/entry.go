package codessetup

import (
	"slices"
	"strings"

	"github.com/google/uuid"
)

// Field is a field of an entry and what it holds.
type Field struct {
	Column string
	// Value is of the column's Go type; nil where the field is empty.
	Value any
	// Text is the value as a CSV file says it.
	Text string
	// Own fields are the account's own: they are never copied to another.
	Own bool
	// Private fields may name people: the log says only that they changed.
	Private bool
}

// Name is the field's name in the API: its column's, in camel case.
func (f Field) Name() string {
	first, rest, _ := strings.Cut(f.Column, "_")
	for word := range strings.SplitSeq(rest, "_") {
		if word != "" {
			first += strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return first
}

// Row is what the table of a master file holds of an entry.
type Row struct {
	// ID and Version are zero for a row that is yet to be added.
	ID      uuid.UUID
	Version int
	// Key is the natural key: two entries with the same one are the same entry.
	Key string
	// Fields are in the same order for all rows of a file.
	Fields []Field
}

// Entry is an entry of any master file, as far as the files are alike.
type Entry struct {
	Row
	// Label and Description are what people know it by.
	Label, Description string
	// Needs are entries of other files that it names.
	Needs []Need
	// From is the account that it was copied from; nil: it was entered here.
	From *uuid.UUID
	// System entries exist in every account: they are never changed and never copied.
	System bool
}

// Changes are the fields that differ, for an event: [before, after], or ["changed"] where the
// values are private. Nothing before: the entry is new.
func Changes(before, after []Field) map[string]any {
	changes := map[string]any{}
	for i, f := range after {
		var was any
		if len(before) > 0 {
			was = before[i].Value
		}
		if f.Value != was {
			changes[f.Name()] = change(f, was)
		}
	}
	return changes
}

func change(f Field, was any) []any {
	if f.Private {
		return []any{"changed"}
	}
	return []any{was, f.Value}
}

// some is the value of an optional field: nil where there is none.
func some[V any](p *V) any {
	if p == nil {
		return nil
	}
	return *p
}

// given is the optional text that a stored one came from.
func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// there are those of the texts that are not empty.
func there(texts ...string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

// value is what an optional field holds; nothing where it is empty.
func value[V any](p *V) (v V) {
	if p != nil {
		v = *p
	}
	return v
}

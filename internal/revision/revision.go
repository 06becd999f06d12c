// Package revision is how one record is edited, in every section alike. An edit says which version it
// is based on; one that is based on another than the current one is told what stands there now.
package revision

import (
	"reflect"

	"lanyard/internal/problem"
)

// Field is what an edit may change, under its name in the API.
type Field[T any] struct {
	Name string
	Of   func(*T) any
}

// Fields are all that an edit may change of a record.
type Fields[T any] []Field[T]

// Changed names the fields that differ, for the log. It holds no values: they are personal.
func (f Fields[T]) Changed(from, to *T) map[string]any {
	diff := map[string]any{}
	for name := range f.Theirs(from, to) {
		diff[name] = []string{"changed"}
	}
	return diff
}

// Theirs are the current values of the fields in which an edit differs from them; of all fields where
// there is no edit to compare with.
func (f Fields[T]) Theirs(current, wanted *T) map[string]any {
	diff := map[string]any{}
	for _, field := range f {
		if value := field.Of(current); wanted == nil || !reflect.DeepEqual(value, field.Of(wanted)) {
			diff[field.Name] = value
		}
	}
	return diff
}

// Stale answers an edit of what is called so, such as "this client", when it is based on another
// version than the current one. What it tells is a reading of the record, to be noted as one.
func Stale(what string, version int, theirs map[string]any) error {
	return problem.New(problem.Conflict, "Somebody else has changed %s in the meantime. Compare both and save again.", what).
		With("version", version).With("theirs", theirs)
}

// StalePress answers a press that is based on another version: theirs is the record as it is now.
func StalePress(what string, version int, theirs map[string]any) error {
	return problem.New(problem.Conflict, "Somebody else has changed %s in the meantime. Look at it as it is now, and try again.", what).
		With("version", version).With("theirs", theirs)
}

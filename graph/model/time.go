package model

import (
	"time"

	"github.com/99designs/gqlgen/graphql"

	"lanyard/internal/problem"
)

// MarshalTime writes a time of the API.
func MarshalTime(t time.Time) graphql.Marshaler { return graphql.MarshalTime(t) }

var errTime = problem.New(problem.BadUserInput, "Give a time between the years 1900 and 9999.")

// UnmarshalTime reads a time of the API. Outside of these years no practice has one, and the zero time would be null
// where it is given back.
func UnmarshalTime(v any) (time.Time, error) {
	t, err := graphql.UnmarshalTime(v)
	if year := t.UTC().Year(); err == nil && (year < 1900 || year > 9999) {
		return time.Time{}, errTime
	}
	return t, err
}

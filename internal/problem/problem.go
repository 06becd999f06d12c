// Package problem holds the few kinds of error that a person may see.
// Everything else is an internal error: it is logged with its request id and never shown.
package problem

import (
	"errors"
	"fmt"
)

// Code is the stable, machine-readable kind of a problem; the API sends it as extensions.code.
type Code string

// The kinds of problem. NotFound is also the answer for what belongs to another account:
// existence is information.
const (
	Unauthenticated Code = "UNAUTHENTICATED"
	Forbidden       Code = "FORBIDDEN"
	NotFound        Code = "NOT_FOUND"
	BadUserInput    Code = "BAD_USER_INPUT"
	Conflict        Code = "CONFLICT"
	RateLimited     Code = "RATE_LIMITED"
	Internal        Code = "INTERNAL"
)

// Error is a refusal with a stable code and a sentence for a person.
type Error struct {
	Code    Code
	Message string
	// Path names the input at fault, outermost first, for BadUserInput.
	Path []string
	// Details are further facts for the client, such as both sides of a conflict. Never data
	// that the viewer may not read.
	Details map[string]any
}

func (e *Error) Error() string { return e.Message }

// With returns a copy of e that carries one more detail.
func (e *Error) With(key string, value any) *Error {
	details := map[string]any{key: value}
	for k, v := range e.Details {
		details[k] = v
	}
	return &Error{Code: e.Code, Message: e.Message, Path: e.Path, Details: details}
}

// New makes a problem of any kind.
func New(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Invalid says what is wrong with the input field.
func Invalid(field, format string, args ...any) *Error {
	return &Error{Code: BadUserInput, Message: fmt.Sprintf(format, args...), Path: []string{field}}
}

// Missing is the one answer for an id that does not exist and for one of another account:
// the two must stay the same byte for byte.
func Missing() *Error {
	return New(NotFound, "There is no such item, or it is not yours to see.")
}

// As returns the problem inside err, or nil when err is none a person may see.
func As(err error) *Error {
	var p *Error
	if errors.As(err, &p) {
		return p
	}
	return nil
}

// Sentence is what a refusal says, shown beside what cannot be done; nil: it is not refused.
func Sentence(err error) *string {
	if p := As(err); p != nil {
		return &p.Message
	}
	return nil
}

package main

import (
	"net/http"

	"lanyard/graph"
	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

type lookKey struct{}

// viewAs is the look that a request takes. One that names no link is asked for all the same, and cannot be: a
// request that says it is less is never more.
func viewAs(r *http.Request) (look access.Look, asked bool) {
	said := r.Header.Values(graph.ViewAs)
	if len(said) == 1 {
		id := globalid.Parse(said[0])
		look = access.Look{Account: id.Account, Link: id.In("Link", id.Account)}
	}
	return look, len(said) > 0
}

// noView refuses to look as a username where texts are taken.
func noView(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, asked := viewAs(r); asked {
			refuse(w, http.StatusBadRequest, problem.New(problem.BadUserInput, "The app alone shows an account as one of its usernames."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

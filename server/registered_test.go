package main

import (
	"sync"

	"lanyard/graph/trusted"
)

// registered are the documents of an app under test: what a test asks becomes one of them
// before it is asked for by its hash.
type registered struct {
	mu    sync.Mutex
	texts map[string]string
}

// Text implements trusted.Source.
func (r *registered) Text(id string) (string, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	text, ok := r.texts[id]
	return text, ok
}

// body is what the app sends for a query.
func (r *registered) body(query string, variables map[string]any) map[string]any {
	id := trusted.ID(query)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.texts == nil {
		r.texts = map[string]string{}
	}
	r.texts[id] = query
	return byHash(id, variables)
}

func byHash(id string, variables map[string]any) map[string]any {
	return map[string]any{"variables": variables, "extensions": map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": id}}}
}

// forget is for tests that count what the server keeps.
func (r *registered) forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.texts = nil
}

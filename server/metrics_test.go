package main

import (
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"lanyard/internal/dbtest"
)

// The figures are there, under few names, and hold nothing of what was asked.
func TestMetrics(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	m := newMetrics(w.DB)
	h := newHandler(config{}, parts{db: w.DB, events: w.Log, prover: w.Prover, app: &app{}, log: slog.New(slog.DiscardHandler), metrics: m})
	for _, path := range []string{"/zq-secret", "/p/zq-secret/clients?name=zq-secret", "/graphql", "/playground/zq-secret", "/healthz"} {
		get(h, http.MethodGet, path)
	}
	get(h, http.MethodPost, "/graphql", "Content-Type", "application/zq-secret")
	if a := get(h, http.MethodGet, "/metrics", "Accept", "*/*"); a.Code != http.StatusNotFound {
		t.Errorf("the figures are at the app's own address: %d", a.Code)
	}
	a := get(m.handler(), http.MethodGet, "/metrics")
	text := a.Body.String()
	for _, want := range []string{
		`lanyard_requests_total{route="/graphql",status="405"} 1`, `lanyard_requests_total{route="/graphql",status="415"} 1`,
		`lanyard_requests_total{route="/healthz",status="200"} 1`, `lanyard_request_seconds_count{route="/playground/{account}"} 1`,
		"lanyard_database_connections_most 16", "lanyard_database_waits_total", "go_goroutines",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %s in\n%s", want, text)
		}
	}
	if strings.Contains(text, "zq-secret") {
		t.Errorf("what was asked is a label:\n%s", text)
	}
}

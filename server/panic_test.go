package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lanyard/internal/dbtest"
)

// What panics is answered like any other fault of ours, is counted, and stands in the log without what was thrown.
func TestPanicsAreAnswered(t *testing.T) {
	var log bytes.Buffer
	m := newMetrics(dbtest.New(t).DB)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /thrown/{secret}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/calendar")
		w.Header().Set("Content-Length", "9")
		w.Header().Set("ETag", `"x"`)
		w.Header().Set("Cache-Control", "private, no-cache")
		panic("zq-secret " + r.PathValue("secret"))
	})
	mux.HandleFunc("GET /begun", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("half"))
		panic("zq-secret")
	})
	mux.HandleFunc("GET /broken", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusOK)
		panic(http.ErrAbortHandler)
	})
	h := headers(config{}, inside(mux, m, slog.New(slog.NewJSONHandler(&log, nil))))
	a := get(h, http.MethodGet, "/thrown/zq-secret")
	id := a.Header().Get("X-Request-Id")
	var told struct {
		Errors []struct{ Extensions map[string]any }
	}
	if err := json.Unmarshal(a.Body.Bytes(), &told); err != nil || a.Code != http.StatusInternalServerError || len(told.Errors) != 1 {
		t.Fatalf("%d %s %v", a.Code, a.Body, err)
	}
	if e := told.Errors[0].Extensions; e["code"] != "INTERNAL" || e["requestId"] != id || id == "" {
		t.Errorf("%v", e)
	}
	if got := a.Header(); !strings.HasPrefix(got.Get("Content-Type"), "application/json") || got.Get("Content-Length") != "" || got.Get("ETag") != "" || got.Get("Cache-Control") != "no-store" {
		t.Errorf("%v", got)
	}
	for _, path := range []string{"/begun", "/broken"} {
		if thrown := thrownBy(h, path); thrown == nil || !errors.Is(thrown.(error), http.ErrAbortHandler) {
			t.Errorf("%s is not broken off: %v", path, thrown)
		}
	}
	for _, want := range []string{`"level":"ERROR"`, `"requestId":"` + id, "panic: a value of string", `"stack":`} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log has no %s: %s", want, log.String())
		}
	}
	for _, never := range []string{"zq-secret", "192.0.2.1"} {
		if strings.Contains(log.String(), never) {
			t.Errorf("the log has %s: %s", never, log.String())
		}
	}
	figures := get(m.handler(), http.MethodGet, "/metrics").Body.String()
	for _, want := range []string{`route="GET /thrown/{secret}",status="500"} 1`, `route="GET /begun",status="200"} 1`, `route="GET /broken",status="200"} 1`} {
		if !strings.Contains(figures, want) {
			t.Errorf("there is no %s", want)
		}
	}
}

// thrownBy is what a handler throws at its server.
func thrownBy(h http.Handler, path string) (thrown any) {
	defer func() { thrown = recover() }()
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, path, nil))
	return nil
}

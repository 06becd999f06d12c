package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"lanyard/internal/activity"
)

// Whatever is asked, the server's log has one line of it, and what a program says of itself is plain.
func TestForgedLines(t *testing.T) {
	var log bytes.Buffer
	var agent string
	seen := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		request, _ := activity.RequestFrom(r.Context())
		agent = request.UserAgent
	})
	h := inside(seen, nil, slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	forged := "/x%0a%7B%22level%22:%22ERROR%22,%22msg%22:%22forged%22%7D%0d%E2%80%A8%1b[2J"
	r := httptest.NewRequest(http.MethodGet, forged, nil)
	r.Header.Set("User-Agent", "curl\n{\"level\":\"ERROR\"}\r\x1b[2J\u2028\u202e")
	serveTo(h, r)
	if agent != `curl{"level":"ERROR"}[2J` {
		t.Errorf("the agent is %q", agent)
	}
	lines := bytes.Split(bytes.TrimSpace(log.Bytes()), []byte("\n"))
	var line struct{ Level, Msg, Path string }
	if err := json.Unmarshal(lines[0], &line); len(lines) != 1 || err != nil || line.Level != "DEBUG" || line.Msg != "request" || line.Path != r.URL.Path {
		t.Errorf("%v: %q", err, lines)
	}
	if bytes.ContainsAny(lines[0], "\x1b\r\u2028") {
		t.Errorf("what a terminal would do: %q", lines[0])
	}
}

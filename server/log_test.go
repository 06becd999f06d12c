package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lanyard/internal/activity"
)

// The secret in the address of a calendar is not in the log's line of its request.
func TestTheSecretOfACalendarIsNotLogged(t *testing.T) {
	var log bytes.Buffer
	h := newHandler(config{}, parts{app: &app{}, log: slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	for _, path := range []string{"/calendar/zq-secret.ics", "/calendar/zq-secret", "/calendar/zq-secret/more", "//calendar/zq-secret.ics", "/%63alendar/zq-secret.ics", "/x/../calendar/zq-secret.ics"} {
		serveTo(h, requestTo(t, path))
	}
	if text := log.String(); strings.Contains(text, "zq-secret") || !strings.Contains(text, `"path":"/calendar/{file}"`) {
		t.Errorf("%s", text)
	}
}

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

package main

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// smuggled is what a proxy and this server might end at different places: the rest would be somebody else's request. Each
// is refused, and what follows on the connection is not read.
var smuggled = map[string]string{
	"a length and chunks":     "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
	"two lengths":             "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
	"a list of lengths":       "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 0, 5\r\n\r\n",
	"a signed length":         "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: +0\r\n\r\n",
	"another coding":          "POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
	"chunked twice":           "POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
	"two codings":             "POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
	"a space before a colon":  "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\n",
	"a header of two lines":   "POST /graphql HTTP/1.1\r\nHost: a\r\n Content-Length: 5\r\n\r\n",
	"a line within a header":  "POST /graphql HTTP/1.1\r\nHost: a\r\nX: y\rContent-Length: 5\r\n\r\n",
	"two hosts":               "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
	"no host":                 "GET /healthz HTTP/1.1\r\n\r\n",
	"a length that overflows": "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551616\r\n\r\n",
}

func TestSmuggledRequests(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	quiet := slog.New(slog.DiscardHandler)
	srv := bounded(newHandler(config{}, parts{app: &app{}, log: quiet}), quiet)
	t.Cleanup(func() { _ = srv.Close() })
	go func() { _ = srv.Serve(l) }()
	for name, first := range smuggled {
		answers := exchange(t, l.Addr().String(), first+"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
		if strings.Count(answers, "HTTP/1.1 ") != 1 || !strings.HasPrefix(answers, "HTTP/1.1 4") && !strings.HasPrefix(answers, "HTTP/1.1 501") {
			t.Errorf("%s: %q", name, answers)
		}
	}
	// The same two, sent as they should be: both are answered.
	if answers := exchange(t, l.Addr().String(), strings.Repeat("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 2)); strings.Count(answers, "HTTP/1.1 "+"200 "+http.StatusText(200)) != 2 {
		t.Errorf("two requests: %q", answers)
	}
}

// exchange is what is answered until the server ends the connection, or has had nothing to say for a while.
func exchange(t *testing.T, address, said string) string {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := io.WriteString(conn, said); err != nil {
		t.Fatal(err)
	}
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	_ = conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	answers, _ := io.ReadAll(conn)
	return string(answers)
}

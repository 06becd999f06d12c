package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// Nobody holds a connection by being slow: in each part of a request the time is bounded, and the header's size.
func TestSlowClients(t *testing.T) {
	srv := bounded(http.NotFoundHandler(), slog.New(slog.DiscardHandler))
	for name, bound := range map[string]time.Duration{"header": srv.ReadHeaderTimeout, "request": srv.ReadTimeout, "answer": srv.WriteTimeout, "idle": srv.IdleTimeout} {
		if bound <= 0 || bound > 2*time.Minute {
			t.Errorf("%s: %v", name, bound)
		}
	}
	if srv.MaxHeaderBytes <= 0 || srv.MaxHeaderBytes > 64<<10 {
		t.Errorf("headers of %d bytes", srv.MaxHeaderBytes)
	}
	srv.ReadHeaderTimeout = 50 * time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = srv.Close() })
	go func() { _ = srv.Serve(l) }()
	conn, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	_, _ = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")
	_ = conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	if answer, err := io.ReadAll(conn); err != nil {
		t.Errorf("the connection stays open: %q %v", answer, err)
	}
}

// kept is a log that many write to.
type kept struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (k *kept) Write(b []byte) (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.text.Write(b)
}

func (k *kept) String() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.text.String()
}

// What is no TLS leaves one line, without the address.
func TestNoiseAtThePortOfTLS(t *testing.T) {
	cert, key := certificate(t, t.TempDir(), 1)
	c := config{Addr: "127.0.0.1:0", TLSCert: cert, TLSKey: key}
	k := new(kept)
	log := slog.New(slog.NewTextHandler(k, nil))
	l, err := listen(c, log)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- l.run(ctx, http.NotFoundHandler(), nil, make(chan struct{}), log) }()
	for _, said := range []string{"GET /zq-secret HTTP/1.1\r\n\r\n", "zq-secret zq-secret zq-secret\r\n", "\x16\x03\x01\x00\x05zq-se"} {
		_ = exchange(t, l.main.Addr().String(), said)
	}
	for end := time.Now().Add(10 * time.Second); !strings.Contains(k.String(), "handshake") && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	text := k.String()
	if strings.Count(text, "TLS handshake error") != 1 || strings.Contains(text, "127.0.0.1") || strings.Contains(text, "zq-se") {
		t.Errorf("the log: %s", text)
	}
}

// A fault of ours is written as it is; what clients make is written once a minute, and nothing fills the log.
func TestLinesOfTheServer(t *testing.T) {
	var text bytes.Buffer
	e := &errorLog{log: slog.New(slog.NewTextHandler(&text, nil)), said: map[string]bool{}}
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(e, format+"\n", args...) }
	for i := range 1000 {
		say("http: TLS handshake error from 203.0.113.%d:%d: tls: client requested unsupported application protocols ([%d])", i%256, i, i)
		say("http: TLS handshake error from [2001:db8::%x]:443: EOF", i)
		say("http2: server: error reading preface from client 203.0.113.9:%d: bogus greeting", i)
		say("http: panic serving 203.0.113.9:%d: zq-secret", i)
	}
	const accept, twice = "http: Accept error: accept tcp [::]:443: accept4: too many open files; retrying in 5ms", "http: superfluous response.WriteHeader call from main.(*statusSeen).WriteHeader (inside.go:99)"
	say(accept)
	say(twice)
	if got := text.String(); strings.Count(got, "\n") != 5 || !strings.Contains(got, accept) || !strings.Contains(got, twice) || strings.Contains(got, "203.0.113") || strings.Contains(got, "2001:db8") || strings.Contains(got, "secret") {
		t.Errorf("%s", got)
	}
	for i := range 1000 {
		say("something else %d", i)
	}
	if lines := strings.Count(text.String(), "\n"); lines != mostKinds {
		t.Errorf("%d lines in a minute", lines)
	}
	e.since = e.since.Add(-time.Minute)
	say(accept)
	if strings.Count(text.String(), accept) != 2 {
		t.Error("a minute later nothing is said")
	}
}

package main

import (
	"log"
	"log/slog"
	"regexp"
	"strings"
	"sync"
	"time"
)

// errorLog takes what net/http says of connections. Whoever scans a port makes a line with each connection, before
// anything is limited: a line of a kind is written once a minute, without the address and what was sent.
type errorLog struct {
	log *slog.Logger

	mu    sync.Mutex
	since time.Time
	said  map[string]bool
}

// mostKinds bounds what is kept and written in one minute.
const mostKinds = 20

// ofClient is the rest of a line from the client's address on.
var ofClient = regexp.MustCompile(` (?:from client|from|serving) \S*:\d+: .*`)

func newErrorLog(to *slog.Logger) *log.Logger {
	return log.New(&errorLog{log: to, said: map[string]bool{}}, "", 0)
}

// Write implements io.Writer: a line at a time.
func (l *errorLog) Write(line []byte) (int, error) {
	kind := ofClient.ReplaceAllString(strings.TrimSpace(string(line)), "")
	l.mu.Lock()
	defer l.mu.Unlock()
	if now := time.Now(); now.Sub(l.since) >= time.Minute {
		l.since = now
		clear(l.said)
	}
	if !l.said[kind] && len(l.said) < mostKinds {
		l.said[kind] = true
		l.log.Warn(kind)
	}
	return len(line), nil
}

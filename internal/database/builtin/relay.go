package builtin

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
)

// lines is a writer that hands on whole lines.
type lines struct {
	each func(string)
	rest []byte
}

// Write implements io.Writer.
func (l *lines) Write(p []byte) (int, error) {
	l.rest = append(l.rest, p...)
	for {
		line, rest, whole := bytes.Cut(l.rest, []byte("\n"))
		if !whole {
			return len(p), nil
		}
		l.rest = rest
		l.each(string(line))
	}
}

// relay hands what PostgreSQL has to say of itself to the log, and keeps its last complaint:
// that is why it ended.
func (c *child) relay(line string) {
	c.mu.Lock()
	chatter := strings.HasPrefix(line, "LOG:") || strings.HasPrefix(line, "HINT:")
	if !chatter {
		c.last = line
	}
	level := c.levelOf(chatter)
	c.mu.Unlock()
	c.log.Log(context.Background(), level, "postgres", "says", line)
}

// levelOf is low while it starts, and while it stops and complains of every connection cut.
func (c *child) levelOf(chatter bool) slog.Level {
	switch {
	case !c.ready || c.stopping:
		return slog.LevelDebug
	case chatter:
		return slog.LevelInfo
	default:
		return slog.LevelWarn
	}
}

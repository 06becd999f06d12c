package activity

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
)

// gather is how long notices wait for others of their kind.
const gather = 50 * time.Millisecond

// announcer tells all servers what was stored, after it was: a notice within the transaction
// would make all commits of the database wait for one another (see docs/benchmarks.md).
type announcer struct {
	db      *database.DB
	wake    chan struct{}
	ended   chan struct{}
	mu      sync.Mutex
	closed  bool
	waiting map[Notice]struct{}
}

func startAnnouncer(db *database.DB) *announcer {
	a := &announcer{db: db, wake: make(chan struct{}, 1), ended: make(chan struct{}), waiting: map[Notice]struct{}{}}
	go a.run()
	return a
}

// close announces what waits.
func (a *announcer) close() {
	a.mu.Lock()
	a.closed = true
	close(a.wake)
	a.mu.Unlock()
	<-a.ended
}

func (a *announcer) stored(events []Event) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, e := range events {
		if n, ok := noticeOf(e); ok {
			a.add(n)
		}
	}
}

// mostWaiting bounds what waits for a database that is away.
const mostWaiting = 5000

func (a *announcer) add(n Notice) {
	if a.closed {
		return
	}
	if len(a.waiting) >= mostWaiting {
		a.waiting = map[Notice]struct{}{}
		n = Notice{}
	}
	a.waiting[n] = struct{}{}
	select {
	case a.wake <- struct{}{}:
	default: // it is awake
	}
}

func (a *announcer) run() {
	defer close(a.ended)
	for range a.wake {
		time.Sleep(gather)
		if !a.announce() {
			time.Sleep(away)
		}
	}
	a.announce()
}

// away is the pause after the database has not answered.
const away = time.Second

// announce sends what waits. What cannot be sent waits for the next turn.
func (a *announcer) announce() bool {
	a.mu.Lock()
	notices := a.waiting
	a.waiting = map[Notice]struct{}{}
	a.mu.Unlock()
	if len(notices) == 0 {
		return true
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	err := a.db.Send(ctx, func(b *pgx.Batch) {
		for _, text := range payloads(notices) {
			b.Queue(`SELECT pg_notify($1, $2)`, Channel, text)
		}
	})
	if err == nil {
		return true
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	for n := range notices {
		a.add(n)
	}
	return false
}

// longestPayload is what PostgreSQL takes at once, with room to spare.
const longestPayload = 7500

// payloads puts notices together, a line each.
func payloads(notices map[Notice]struct{}) []string {
	var all []string
	var text strings.Builder
	for n := range notices {
		line := n.String() + "\n"
		if text.Len()+len(line) > longestPayload {
			all = append(all, text.String())
			text.Reset()
		}
		text.WriteString(line)
	}
	return append(all, text.String())
}

package wire

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/problem"
)

// Streams says how subscriptions are answered: as server-sent events, in the "distinct
// connections" form of graphql-sse. gqlgen's own transport writes what it cannot read into the
// program's log, and takes what read refuses.
type Streams struct {
	// Every is the pause between two signs of life: 15 s if it is zero.
	Every time.Duration
	// Lasts takes the time limit of a request away.
	Lasts func(ctx context.Context)
	// Stop ends all streams when it is closed: the server goes down.
	Stop <-chan struct{}
}

// patience is how long a client may take to accept what is written.
const patience = 10 * time.Second

func (h Handler) stream(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	r, operation := h.begin(w, r.WithContext(ctx), jsonType)
	if operation == nil {
		return
	}
	if operation.Operation.Operation != ast.Subscription {
		h.refuse(w, r, jsonType, problem.New(problem.BadUserInput, "Only a subscription is answered as %s.", streamType))
		return
	}
	responses, ctx := h.Exec.DispatchOperation(r.Context(), operation)
	h.Streams.Lasts(ctx)
	l := newLine(w)
	var all sync.WaitGroup
	defer all.Wait()
	defer cancel()
	all.Go(func() { h.Streams.attend(ctx, l, cancel) })
	for {
		response := responses(ctx)
		if ctx.Err() != nil {
			return // without an end: whoever is still there comes back
		}
		if response == nil {
			l.send("event: complete\ndata:\n\n")
			return
		}
		if !l.send("event: next\ndata: " + string(encode(response)) + "\n") {
			return
		}
	}
}

// attend gives signs of life until the stream ends, and ends it with the server or with a
// client that is gone.
func (s *Streams) attend(ctx context.Context, l *line, cancel context.CancelFunc) {
	every := s.Every
	if every == 0 {
		every = 15 * time.Second
	}
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.Stop:
			cancel()
			return
		case <-tick.C:
			if !l.send(":\n\n") {
				cancel()
				return
			}
		}
	}
}

// line is what is written to one client.
type line struct {
	mu      sync.Mutex
	w       http.ResponseWriter
	control *http.ResponseController
}

func newLine(w http.ResponseWriter) *line {
	l := &line{w: w, control: http.NewResponseController(w)}
	_ = l.control.SetReadDeadline(time.Time{}) // where there is none, none has to go
	w.Header().Set("Content-Type", streamType+"; charset=utf-8")
	w.Header().Set("X-Accel-Buffering", "no") // a proxy must not wait for more
	w.WriteHeader(http.StatusOK)
	l.send(":\n\n")
	return l
}

// send writes and tells whether the client took it.
func (l *line) send(text string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = l.control.SetWriteDeadline(time.Now().Add(patience))
	if _, err := l.w.Write([]byte(text)); err != nil {
		return false
	}
	return l.control.Flush() == nil
}

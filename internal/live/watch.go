package live

import (
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

// Watch tells that it is time to read on in the changes of one account, or to look who may.
type Watch struct {
	// Wake has a value when there may be something new.
	Wake    <-chan struct{}
	wake    chan struct{}
	hub     *Hub
	account uuid.UUID
	viewer  *access.Viewer
}

// Watch begins to watch an account, as one of the viewer's streams. Close ends it.
func (h *Hub) Watch(v *access.Viewer, account uuid.UUID) (*Watch, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.enter(v); err != nil {
		return nil, err
	}
	wake := make(chan struct{}, 1)
	w := &Watch{wake, wake, h, account, v}
	if h.feeds[account] == nil {
		h.feeds[account] = map[*Watch]struct{}{}
	}
	h.feeds[account][w] = struct{}{}
	return w, nil
}

// WatchAll begins to watch all accounts, for the server itself.
func (h *Hub) WatchAll() *Watch {
	h.mu.Lock()
	defer h.mu.Unlock()
	wake := make(chan struct{}, 1)
	w := &Watch{Wake: wake, wake: wake, hub: h}
	h.feeds[uuid.Nil] = map[*Watch]struct{}{w: {}}
	return w
}

// Close ends the watch.
func (w *Watch) Close() {
	w.hub.mu.Lock()
	defer w.hub.mu.Unlock()
	if w.viewer != nil {
		w.hub.exit(w.viewer)
	}
	if delete(w.hub.feeds[w.account], w); len(w.hub.feeds[w.account]) == 0 {
		delete(w.hub.feeds, w.account)
	}
}

// Look is how often to look without being told.
func (w *Watch) Look() time.Duration { return w.hub.options.Look }

// wake tells who watches the account. The lock is held.
func (h *Hub) wake(account uuid.UUID) {
	for w := range h.feeds[account] {
		select {
		case w.wake <- struct{}{}:
		default: // it is awake
		}
	}
}

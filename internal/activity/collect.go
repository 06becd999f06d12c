package activity

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/google/uuid"
)

// Collector gathers what one operation reads and what it is refused, one event for each kind,
// section and account, however many fields ask.
type Collector struct {
	mu     sync.Mutex
	events []Event
}

type collectorKey struct{}

// WithCollector returns a context whose reads are gathered.
func WithCollector(ctx context.Context) (context.Context, *Collector) {
	c := new(Collector)
	return context.WithValue(ctx, collectorKey{}, c), c
}

// Note gathers a read or a refusal of the operation under way. It fails where nothing
// gathers: a read without an event must not be answered.
func Note(ctx context.Context, e Event) error {
	c, ok := ctx.Value(collectorKey{}).(*Collector)
	if !ok {
		return errors.New("a read outside an operation: it would have no event")
	}
	c.add(e)
	return nil
}

func (c *Collector) add(e Event) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.events {
		if sameKind(c.events[i], e) {
			c.events[i].join(e)
			return
		}
	}
	c.events = append(c.events, e)
}

// join adds another event of its kind. Where its rows are what it is about, one that is read again is
// no other row.
func (e *Event) join(other Event) {
	before := len(e.Entities)
	e.Entities, e.Clients = union(e.Entities, other.Entities), union(e.Clients, other.Clients)
	if other.RowCount == len(other.Entities) {
		e.RowCount += len(e.Entities) - before
		return
	}
	e.RowCount += other.RowCount
}

func sameKind(a, b Event) bool {
	return a.Code == b.Code && a.Account == b.Account && a.Section == b.Section && a.EntityType == b.EntityType &&
		a.Outcome == b.Outcome && a.LevelNeeded == b.LevelNeeded &&
		a.Counterpart == b.Counterpart && a.Authorization == b.Authorization
}

func union(a, b []uuid.UUID) []uuid.UUID {
	for _, id := range b {
		if !slices.Contains(a, id) {
			a = append(a, id)
		}
	}
	return a
}

// Take gives what was gathered and forgets it.
func (c *Collector) Take() []Event {
	c.mu.Lock()
	defer c.mu.Unlock()
	events := c.events
	c.events = nil
	return events
}

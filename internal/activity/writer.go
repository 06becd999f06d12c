package activity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
)

// atMost is how many waiting answers one commit serves.
const atMost = 256

// writer commits the events of many requests at once: while one commit is on its way to the
// disk, the next requests gather. One insert a request would cost twice as much.
type writer struct {
	db      *database.DB
	stored  func([]Event)
	waiting chan waiter
	ended   chan struct{}
}

type waiter struct {
	events []Event
	done   chan error
}

func startWriter(db *database.DB, stored func([]Event)) *writer {
	w := &writer{db: db, stored: stored, waiting: make(chan waiter, atMost), ended: make(chan struct{})}
	go w.run()
	return w
}

func (w *writer) close() {
	close(w.waiting)
	<-w.ended
}

// store hands the events over and waits until they are durable.
func (w *writer) store(ctx context.Context, events []Event) error {
	me := waiter{events, make(chan error, 1)}
	select {
	case w.waiting <- me:
	case <-ctx.Done():
		return fmt.Errorf("record events: %w", ctx.Err())
	}
	select {
	case err := <-me.done:
		return err
	case <-ctx.Done():
		return fmt.Errorf("record events: %w", ctx.Err())
	}
}

func (w *writer) run() {
	defer close(w.ended)
	for first := range w.waiting {
		w.commit(w.gather(first))
	}
}

func (w *writer) gather(first waiter) []waiter {
	group := []waiter{first}
	for len(group) < atMost {
		select {
		case next, open := <-w.waiting:
			if !open {
				return group
			}
			group = append(group, next)
		default:
			return group
		}
	}
	return group
}

// commit stores the group. When that fails each is tried by itself, so that one bad event
// cannot refuse the answers of others.
func (w *writer) commit(group []waiter) {
	err := w.insert(group)
	if err == nil || len(group) == 1 {
		for _, g := range group {
			g.done <- err
		}
		return
	}
	for _, g := range group {
		g.done <- w.insert([]waiter{g})
	}
}

func (w *writer) insert(group []waiter) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	err := w.db.Send(ctx, func(b *pgx.Batch) {
		for _, g := range group {
			for _, e := range g.events {
				queue(b, e)
			}
		}
	})
	if err != nil {
		return errors.Join(errors.New("record events"), err)
	}
	for _, g := range group {
		w.stored(g.events)
	}
	return nil
}

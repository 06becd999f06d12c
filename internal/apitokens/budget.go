package apitokens

import (
	"sync"
	"time"

	"github.com/google/uuid"
)

// A token may make so many requests a minute, and what it asks for in them may hold so many values.
const (
	RequestsAMinute = 300
	CostAMinute     = 100_000
)

// Budgets bound what each token asks of this server.
type Budgets struct {
	mu    sync.Mutex
	spent map[uuid.UUID]*spent
}

// spent is what a token has asked for since its minute began.
type spent struct {
	began          time.Time
	requests, cost int
}

// Left is what a token may still ask for, and how soon it may ask for all again.
type Left struct {
	Requests, Cost int
	Seconds        int
}

// NewBudgets begins with everything left.
func NewBudgets() *Budgets { return &Budgets{spent: map[uuid.UUID]*spent{}} }

// Request counts a request; false: it is one too many.
func (b *Budgets) Request(token uuid.UUID, now time.Time) (Left, bool) {
	return b.take(token, now, 1, 0)
}

// Spend counts what a request asks for; false: it is too much, and nothing is counted.
func (b *Budgets) Spend(token uuid.UUID, now time.Time, cost int) (Left, bool) {
	return b.take(token, now, 0, cost)
}

// Again counts what a stream tells like a request that asks for it; false: it is too much by now, and nothing
// is counted.
func (b *Budgets) Again(token uuid.UUID, now time.Time, cost int) (Left, bool) {
	return b.take(token, now, 1, cost)
}

func (b *Budgets) take(token uuid.UUID, now time.Time, requests, cost int) (Left, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.spent[token]
	if s == nil || now.Sub(s.began) >= time.Minute {
		b.forget(now)
		s = &spent{began: now}
		b.spent[token] = s
	}
	fits := s.requests+requests <= RequestsAMinute && s.cost+cost <= CostAMinute
	if fits {
		s.requests, s.cost = s.requests+requests, s.cost+cost
	}
	seconds := int((time.Minute - now.Sub(s.began) + time.Second - 1) / time.Second)
	return Left{RequestsAMinute - s.requests, CostAMinute - s.cost, max(1, seconds)}, fits
}

// forget drops minutes that are over: it is asked once in each that begins.
func (b *Budgets) forget(now time.Time) {
	for token, s := range b.spent {
		if now.Sub(s.began) >= time.Minute {
			delete(b.spent, token)
		}
	}
}

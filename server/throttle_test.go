package main

import (
	"sync"
	"sync/atomic"
	"testing"

	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

// Of many guesses at once only those up to the limit are looked at.
func TestGuessesAtOnce(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	w.Account("anna")
	for _, name := range []string{"anna-owner", "nobody-at-all"} {
		var checked, locked atomic.Int64
		var all sync.WaitGroup
		for range 40 {
			all.Go(func() {
				_, err := w.Prover.In(w.As(nil), name, "not the password of anybody")
				switch p := problem.As(err); {
				case p == nil:
					t.Errorf("%s: %v", name, err)
				case p.Code == problem.Unauthenticated:
					checked.Add(1)
				case p.Code == problem.RateLimited:
					locked.Add(1)
				}
			})
		}
		all.Wait()
		if checked.Load() != 5 || locked.Load() != 35 {
			t.Errorf("%s: %d guesses were looked at and %d refused, and 5 is the limit", name, checked.Load(), locked.Load())
		}
	}
}

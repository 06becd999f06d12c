package password

import "context"

// gate lets a fixed number of callers in at once.
type gate chan struct{}

func newGate(places int) gate { return make(gate, places) }

// do runs work when there is a place, or returns ctx's error when ctx ends before.
func (g gate) do(ctx context.Context, work func() error) error {
	if err := ctx.Err(); err != nil {
		return err // select would choose at random when a place is free as well
	}
	select {
	case g <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-g }()
	return work()
}

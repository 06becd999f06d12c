package codessetup

import (
	"sync"
	"testing"
)

// Two accounts that are opened at the same moment share what they start with: the race detector sees who writes to it.
func TestAccountsAreOpenedSideBySide(t *testing.T) {
	t.Parallel()
	var opening sync.WaitGroup
	for range 2 {
		opening.Go(func() {
			if rows, err := startingRows(); err != nil || len(rows) != len(startingPaymentTypes) {
				t.Error(rows, err)
			}
		})
	}
	opening.Wait()
}

package money_test

import (
	"testing"

	"lanyard/internal/money"
)

func TestAmounts(t *testing.T) {
	for cents, want := range map[int64][2]string{
		0: {"0.00", "$0.00"}, 5: {"0.05", "$0.05"}, 135050: {"1350.50", "$1350.50"}, -5: {"-0.05", "-$0.05"}, -135050: {"-1350.50", "-$1350.50"},
	} {
		if got := [2]string{money.Plain(cents), money.Dollars(cents)}; got != want {
			t.Errorf("%d: %v, want %v", cents, got, want)
		}
	}
}

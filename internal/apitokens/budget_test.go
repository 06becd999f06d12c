package apitokens

import (
	"testing"
	"time"

	"github.com/google/uuid"
)

func TestBudgets(t *testing.T) {
	b, now := NewBudgets(), time.Unix(1_000_000, 0)
	app, other := uuid.New(), uuid.New()
	for i := range RequestsAMinute {
		if left, ok := b.Request(app, now); !ok || left.Requests != RequestsAMinute-1-i || left.Seconds != 60 {
			t.Fatalf("request %d: %v %+v", i, ok, left)
		}
	}
	late := now.Add(59*time.Second + time.Millisecond)
	if left, ok := b.Request(app, late); ok || left.Seconds != 1 {
		t.Errorf("one too many: %v %+v", ok, left)
	}
	if _, ok := b.Request(other, late); !ok {
		t.Error("another token is refused")
	}
	if _, ok := b.Request(app, now.Add(time.Minute)); !ok {
		t.Error("refused in the next minute")
	}
	if left, ok := b.Spend(app, late, CostAMinute); !ok || left.Cost != 0 {
		t.Errorf("all at once: %v %+v", ok, left)
	}
	if left, ok := b.Spend(app, late, 1); ok || left.Cost != 0 {
		t.Errorf("one more: %v %+v", ok, left)
	}
	b.Request(other, now.Add(time.Hour))
	if len(b.spent) != 1 {
		t.Errorf("%d minutes are kept", len(b.spent))
	}
}

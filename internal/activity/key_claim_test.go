package activity_test

import (
	"errors"
	"path/filepath"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
)

func TestAnotherKeyNeverSeals(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	mine, other := loadKeys(t), loadKeys(t)
	for _, keys := range []activity.Keys{mine, other} {
		if err := activity.CheckKeys(t.Context(), w.DB, keys); err != nil {
			t.Fatalf("before anything is sealed: %v", err)
		}
	}
	sealAll(t, w, mine)
	if err := activity.CheckKeys(t.Context(), w.DB, mine); err != nil {
		t.Error(err)
	}
	if err := activity.CheckKeys(t.Context(), w.DB, other); !errors.Is(err, activity.ErrOtherKeys) {
		t.Errorf("another key: %v", err)
	}
	w.Username(a, "later", access.Levels{})
	sealAll(t, w, other)
	sealAll(t, w, mine)
	report, err := activity.Verify(t.Context(), activity.FromDatabase(t.Context(), w.OwnerURL), mine, nil)
	if err != nil || !report.Intact() {
		t.Errorf("sealed by two keys: %v %v", report, err)
	}
}

func loadKeys(t *testing.T) activity.Keys {
	t.Helper()
	keys, err := activity.LoadKeys(filepath.Join(t.TempDir(), "keys"))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// sealAll lets a sealer seal what waits; whether it may is what is tested.
func sealAll(t *testing.T, w *dbtest.World, keys activity.Keys) {
	t.Helper()
	s, err := activity.StartSealer(w.DB, keys, activity.SealerOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

package activity_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lanyard/internal/activity"
)

func TestLoadKeys(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data", "keys")
	made, err := activity.LoadKeys(dir)
	if err != nil {
		t.Fatal(err)
	}
	read, err := activity.LoadKeys(dir)
	if err != nil {
		t.Fatal(err)
	}
	if said := fmt.Sprintf("%v %s", made, read); strings.Count(said, "keys of the activity log") != 2 {
		t.Errorf("keys are printed: %s", said)
	}
	mustHaveMode(t, dir, 0o700)
	for _, name := range []string{"log.key", "checkpoint.ed25519", "checkpoint.pub"} {
		mustHaveMode(t, filepath.Join(dir, name), 0o600)
	}
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the keys: %v %v", entries, err)
	}
}

func mustHaveMode(t *testing.T, path string, want os.FileMode) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != want {
		t.Errorf("%s: %o", path, got)
	}
}

func TestRefusedKeys(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		harm func(dir string) error
		says string
	}{
		"readable by others":  {func(dir string) error { return os.Chmod(filepath.Join(dir, "log.key"), 0o640) }, "chmod 600"},
		"signing key as well": {func(dir string) error { return os.Chmod(filepath.Join(dir, "checkpoint.ed25519"), 0o604) }, "chmod 600"},
		"too short":           {func(dir string) error { return os.WriteFile(filepath.Join(dir, "log.key"), []byte("short"), 0o600) }, "damaged"},
		"one missing":         {func(dir string) error { return os.Remove(filepath.Join(dir, "log.key")) }, "put back"},
		"other missing":       {func(dir string) error { return os.Remove(filepath.Join(dir, "checkpoint.ed25519")) }, "checkpoint.ed25519"},
		"pair does not match": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "checkpoint.pub"), make([]byte, 32), 0o600)
		}, "does not belong"},
	} {
		dir := filepath.Join(t.TempDir(), "keys")
		if _, err := activity.LoadKeys(dir); err != nil {
			t.Fatal(err)
		}
		if err := c.harm(dir); err != nil {
			t.Fatal(err)
		}
		if _, err := activity.LoadKeys(dir); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

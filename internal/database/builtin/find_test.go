package builtin

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestNoBinariesAtAll(t *testing.T) {
	t.Parallel()
	_, err := firstUsable([]string{t.TempDir()})
	if err == nil || !strings.Contains(err.Error(), "run npm install") || !strings.Contains(err.Error(), "DATABASE_URL") {
		t.Errorf("err = %v", err)
	}
}

func TestOnlyTheRightMajorVersion(t *testing.T) {
	t.Parallel()
	old, right := fakePostgres(t, "17.6"), fakePostgres(t, Major+".4")
	got, err := firstUsable([]string{old, right})
	if got != right || err != nil {
		t.Errorf("found %q, %v", got, err)
	}
	_, err = firstUsable([]string{old})
	if err == nil || !strings.Contains(err.Error(), old+": it is version 17.6") {
		t.Errorf("err = %v", err)
	}
}

func TestBothWaysToNameTheBinaries(t *testing.T) {
	t.Parallel()
	bin := fakePostgres(t, Major+".4")
	for _, told := range []string{bin, filepath.Dir(bin)} {
		if got, err := findBinaries(told); got != bin || err != nil {
			t.Errorf("%s: %q, %v", told, got, err)
		}
	}
}

func TestLinksAreMade(t *testing.T) {
	t.Parallel()
	native := filepath.Join(t.TempDir(), "postgres") // as it is called beside Lanyard
	library := filepath.Join(native, "lib", "libx.so.1.2")
	links := `[{"source":"native/lib/libx.so.1.2","target":"native/lib/libx.so.1"}]`
	if err := errors.Join(os.MkdirAll(filepath.Dir(library), 0o755), os.WriteFile(library, []byte("x"), 0o600),
		os.WriteFile(filepath.Join(native, "pg-symlinks.json"), []byte(links), 0o600)); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := makeLinks(native); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.Readlink(filepath.Join(native, "lib", "libx.so.1")); got != "libx.so.1.2" || err != nil {
		t.Errorf("link = %q, %v", got, err)
	}
}

// fakePostgres makes a program that only says a version.
func fakePostgres(t *testing.T, version string) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "bin")
	// Another test that starts a program meanwhile would hold the file open: text file busy.
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	script := "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + "'\n"
	if err := errors.Join(os.Mkdir(bin, 0o755), os.WriteFile(filepath.Join(bin, "postgres"), []byte(script), 0o755)); err != nil {
		t.Fatal(err)
	}
	return bin
}

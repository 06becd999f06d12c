//go:build unix

package builtin

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// closedHome is a folder that, under root, the cluster's user cannot pass through.
func closedHome(t *testing.T) string {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root runs the cluster as another user")
	}
	home := filepath.Join(open(t), "home")
	if err := os.Mkdir(home, 0o700); err != nil {
		t.Fatal(err)
	}
	return home
}

func TestClosedDataFolder(t *testing.T) {
	t.Parallel()
	home := closedHome(t)
	o := options(filepath.Join(home, "data"))
	s := start(t, o)
	run(t, s, `CREATE TABLE kept (n int)`)
	to, named := baseNamed(o.Data)
	if !named || filepath.Dir(to) != outside {
		t.Fatalf("the data folder names %q", to)
	}
	stop(t, s)
	o.Data = filepath.Join(home, "moved")
	if err := os.Rename(filepath.Join(home, "data"), o.Data); err != nil {
		t.Fatal(err)
	}
	s = start(t, o)
	run(t, s, `SELECT n FROM kept`)
	stop(t, s)
	if err := os.RemoveAll(to); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), o); err == nil || !strings.Contains(err.Error(), "bring it back") {
		t.Errorf("began anew though the database is gone: %v", err)
	}
}

func TestCopyOfANoteIsTheSameCluster(t *testing.T) {
	t.Parallel()
	home := closedHome(t)
	o := options(filepath.Join(home, "data"))
	s := start(t, o)
	twin := options(filepath.Join(home, "twin"))
	if err := os.Mkdir(twin.Data, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(twin.Data, note), []byte(s.paths.base), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), twin); err == nil || !strings.Contains(err.Error(), ErrRunning.Error()) {
		t.Errorf("err = %v", err)
	}
	connect(t, s, App)
}

func TestDataFolderClosedLater(t *testing.T) {
	t.Parallel()
	home := closedHome(t)
	if err := os.Chmod(home, 0o755); err != nil {
		t.Fatal(err)
	}
	o := options(filepath.Join(home, "data"))
	stop(t, start(t, o))
	if err := os.Chmod(home, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), o); err == nil || !strings.Contains(err.Error(), "chmod o+x") {
		t.Errorf("began anew beside the database: %v", err)
	}
}

// It is not parallel: the umask is the whole process's.
func TestClosedBinaries(t *testing.T) {
	home := closedHome(t)
	found, err := findBinaries("")
	if err != nil {
		t.Fatal(err)
	}
	o := options(open(t))
	o.Binaries = filepath.Join(home, "postgresql")
	if err := os.Symlink(filepath.Dir(found), o.Binaries); err != nil {
		t.Fatal(err)
	}
	old := syscall.Umask(0o077)
	s, err := Start(t.Context(), o)
	syscall.Umask(old)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Stop() }()
	connect(t, s, App)
	if !strings.HasPrefix(s.paths.binaries, outside) {
		t.Errorf("runs from %s", s.paths.binaries)
	}
	if again, err := place(t.Context(), o); err != nil || again.binaries != s.paths.binaries {
		t.Errorf("copied again, to %s, %v", again.binaries, err)
	}
}

func TestOutsideIsRootsAlone(t *testing.T) {
	closedHome(t)
	if err := makeOutside(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(outside, 0o777); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(outside, 0o755) }()
	if err := makeOutside(); err == nil {
		t.Error("programs are taken from a folder that anybody can write to")
	}
}

func TestFolderOfSomebodyElse(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(closedHome(t), "postgres")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(dir, 12345, 12345); err != nil {
		t.Fatal(err)
	}
	if err := (&runAs{uid: 54321}).takeOver(dir); err == nil {
		t.Error("took a folder that is somebody else's")
	}
}

// The keys' package may have made the data folder already, closed to all others.
func TestClosedDataFolderItselfIsOpened(t *testing.T) {
	t.Parallel()
	o := options(closedHome(t))
	connect(t, start(t, o), App)
	if _, elsewhere := baseNamed(o.Data); elsewhere {
		t.Error("the cluster lives elsewhere without need")
	}
	if info, err := os.Stat(o.Data); err != nil || info.Mode().Perm() != 0o711 {
		t.Errorf("mode = %v, %v", info.Mode(), err)
	}
}

//go:build unix

package builtin_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lanyard/internal/database/builtin"

	"github.com/jackc/pgx/v5"
)

const helperData = "LANYARD_TEST_HELPER_DATA"

// TestMain lets the test binary stand for a Lanyard that is killed.
func TestMain(m *testing.M) {
	if data := os.Getenv(helperData); data != "" {
		beKilled(data)
	}
	outside, err := os.MkdirTemp("", "lanyard-outside-")
	if err == nil {
		err = os.Chmod(outside, 0o755)
	}
	if err != nil {
		panic(err)
	}
	builtin.SetOutside(outside)
	code := m.Run()
	_ = os.RemoveAll(outside)
	os.Exit(code)
}

func beKilled(data string) {
	if _, err := builtin.Start(context.Background(), options(data)); err != nil {
		_, _ = os.Stderr.WriteString(err.Error())
		os.Exit(1)
	}
	_, _ = os.Stdout.WriteString("ready\n")
	select {}
}

func options(data string) builtin.Options {
	return builtin.Options{
		Data: data, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Settings: map[string]string{"fsync": "off"},
	}
}

func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "lanyard-builtin-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func start(t *testing.T, data string) *builtin.Server {
	t.Helper()
	s, err := builtin.Start(t.Context(), options(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Stop() })
	return s
}

func query(s *builtin.Server, role, sql string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.URL(role, builtin.Database))
	if err != nil {
		return "", err
	}
	defer func() { _ = conn.Close(ctx) }()
	var answer string
	err = conn.QueryRow(ctx, sql).Scan(&answer)
	return answer, err
}

func want(t *testing.T, s *builtin.Server, role, sql, expected string) {
	t.Helper()
	if got, err := query(s, role, sql); err != nil || got != expected {
		t.Errorf("%s: got %q, %v; want %q", sql, got, err, expected)
	}
}

func TestStartStopStart(t *testing.T) {
	data := folder(t)
	s := start(t, data)
	want(t, s, builtin.App, `SELECT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)::text FROM pg_roles WHERE rolname = current_user`, "false")
	want(t, s, builtin.Owner, `SELECT current_setting('data_checksums')`, "on")
	want(t, s, builtin.Owner, `SELECT current_setting('listen_addresses')`, "")
	want(t, s, builtin.Owner, `WITH made AS (SELECT lo_from_bytea(4711, 'kept')) SELECT 'made' FROM made`, "made")
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	again := start(t, data)
	want(t, again, builtin.Owner, `SELECT convert_from(lo_get(4711), 'UTF8')`, "kept")
}

func TestSocketIsOursAlone(t *testing.T) {
	data := folder(t)
	start(t, data)
	info, err := os.Stat(filepath.Join(data, "postgres"))
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the cluster's folder: %v %v", info.Mode(), err)
	}
}

func TestKilledClusterIsStartedAgain(t *testing.T) {
	data := folder(t)
	s := start(t, data)
	for range 2 {
		before := postmaster(t, data)
		if err := syscall.Kill(before, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		if !eventually(func() bool {
			_, err := query(s, builtin.App, `SELECT 'back'`)
			return err == nil && postmaster(t, data) != before
		}) {
			t.Fatal("the cluster does not come back")
		}
	}
}

func TestKilledLanyardLeavesNothingRunning(t *testing.T) {
	data := folder(t)
	program := exec.Command(os.Args[0])
	program.Env = append(os.Environ(), helperData+"="+data)
	program.Stderr = os.Stderr
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	if line := make([]byte, 6); true {
		if _, err := io.ReadFull(out, line); err != nil || string(line) != "ready\n" {
			t.Fatalf("the helper says %q, %v", line, err)
		}
	}
	if _, err := builtin.Start(t.Context(), options(data)); !errors.Is(err, builtin.ErrRunning) {
		t.Errorf("a second Lanyard on the folder: %v", err)
	}
	attached, err := builtin.Attach(t.Context(), options(data))
	if err != nil {
		t.Fatal(err)
	}
	want(t, attached, builtin.App, `SELECT 'attached'`, "attached")
	pid := postmaster(t, data)
	_ = program.Process.Kill()
	_ = program.Wait()
	if !eventually(func() bool { return syscall.Kill(pid, 0) != nil }) {
		t.Error("postgres runs on after its Lanyard was killed")
	}
	want(t, start(t, data), builtin.App, `SELECT 'again'`, "again")
}

func TestOtherMajorVersionIsRefused(t *testing.T) {
	data := folder(t)
	s := start(t, data)
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(data, "postgres", "17")
	if err := os.Rename(filepath.Join(data, "postgres", builtin.Major), old); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(old, "PG_VERSION"), []byte("17\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := builtin.Start(t.Context(), options(data))
	if err == nil || !strings.Contains(err.Error(), "backup") {
		t.Errorf("got %v", err)
	}
}

func TestMissingBinariesSayWhatToDo(t *testing.T) {
	o := options(folder(t))
	o.Binaries = t.TempDir()
	if _, err := builtin.Start(t.Context(), o); err == nil || !strings.Contains(err.Error(), "PostgreSQL "+builtin.Major) {
		t.Errorf("got %v", err)
	}
}

func TestHalfMadeClusterIsMadeAnew(t *testing.T) {
	data := folder(t)
	if err := os.MkdirAll(filepath.Join(data, "postgres", "new", "base"), 0o700); err != nil {
		t.Fatal(err)
	}
	want(t, start(t, data), builtin.App, `SELECT 'whole'`, "whole")
}

// An untraversable data folder, as under a home of mode 0700, must do for root too.
func TestFolderBehindAClosedDoor(t *testing.T) {
	closed := filepath.Join(folder(t), "closed")
	if err := os.Mkdir(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(closed, "data")
	s := start(t, data)
	want(t, s, builtin.Owner, `WITH made AS (SELECT lo_from_bytea(4711, 'kept')) SELECT 'made' FROM made`, "made")
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { removeElsewhere(t, data) })
	s = start(t, data)
	want(t, s, builtin.Owner, `SELECT convert_from(lo_get(4711), 'UTF8')`, "kept")
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	removeElsewhere(t, data)
	if err := os.RemoveAll(data); err != nil {
		t.Fatal(err)
	}
	want(t, start(t, data), builtin.Owner, `SELECT count(*)::text FROM pg_largeobject_metadata`, "0")
}

// removeElsewhere removes a cluster that does not live in its data folder.
func removeElsewhere(t *testing.T, data string) {
	t.Helper()
	if at, err := os.ReadFile(filepath.Join(data, "postgres.at")); err == nil {
		_ = os.RemoveAll(strings.TrimSpace(string(at)))
	}
}

func postmaster(t *testing.T, data string) int {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(data, "postgres", builtin.Major, "postmaster.pid"))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.SplitN(string(raw), "\n", 2)[0])
	if err != nil {
		return 0
	}
	return pid
}

func eventually(ok func() bool) bool {
	for range 400 {
		if ok() {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

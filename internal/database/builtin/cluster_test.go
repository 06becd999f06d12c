package builtin

import (
	"bytes"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestSettings(t *testing.T) {
	t.Parallel()
	o := options(open(t))
	o.Settings["work_mem"] = "5MB"
	conn := connect(t, start(t, o), Owner)
	for setting, want := range map[string]string{
		"data_checksums": "on", "listen_addresses": "", "synchronous_commit": "on", "unix_socket_permissions": "0700",
		"server_encoding": "UTF8", "work_mem": "5MB", "TimeZone": "UTC",
	} {
		if got := ask[string](t, conn, `SHOW `+setting); got != want {
			t.Errorf("%s = %q, want %q", setting, got, want)
		}
	}
	if got := ask[string](t, conn, `SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()`); got != "bC.UTF-8" {
		t.Errorf("locale = %q", got)
	}
	if got := ask[string](t, conn, `SELECT lower('ÄÖÜ')`); got != "äöü" {
		t.Errorf("lower = %q", got)
	}
}

func TestRoleGetsItsRightsAnew(t *testing.T) {
	t.Parallel()
	o := options(open(t))
	s := start(t, o)
	run(t, s, `ALTER ROLE `+App+` NOLOGIN CREATEDB BYPASSRLS`)
	stop(t, s)
	stop(t, s) // a second time does no harm
	app := connect(t, start(t, o), App)
	if ask[bool](t, app, `SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication FROM pg_roles WHERE rolname = current_user`) {
		t.Error("the server's role has rights that it must not have")
	}
}

func TestOnlyItsUserMayEnter(t *testing.T) {
	t.Parallel()
	s := start(t, options(open(t)))
	for _, dir := range []string{s.paths.base, s.paths.cluster(), s.paths.socket} {
		if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s has mode %v, %v", dir, info.Mode(), err)
		}
	}
	hba, err := os.ReadFile(filepath.Join(s.paths.cluster(), "pg_hba.conf"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(hba)) {
		if f := strings.Fields(line); len(f) > 0 && f[0] == "host" && f[len(f)-1] != "reject" {
			t.Errorf("pg_hba.conf lets in %q", line)
		}
	}
}

func TestLongPath(t *testing.T) {
	t.Parallel()
	o := options(filepath.Join(open(t), strings.Repeat("long", 30)))
	connect(t, start(t, o), App)
	attached, err := Attach(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	connect(t, attached, App)
}

func TestEnvironmentOfOthersChangesNothing(t *testing.T) {
	t.Setenv("PGPORT", "1")
	t.Setenv("PGHOST", "elsewhere.example")
	t.Setenv("PGDATA", "/nowhere")
	connect(t, start(t, options(open(t))), App)
}

func TestNeverOverwritesWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	o := options(open(t))
	file := filepath.Join(o.Data, "postgres", Major, "precious")
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte("x"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), o); err == nil {
		t.Error("started in a folder that holds something else")
	}
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
}

func TestBadSettingTellsWhy(t *testing.T) {
	t.Parallel()
	o := options(open(t))
	o.Settings["shared_buffers"] = "plenty"
	if _, err := Start(t.Context(), o); err == nil || !strings.Contains(err.Error(), "shared_buffers") {
		t.Errorf("err = %v", err)
	}
	delete(o.Settings, "shared_buffers")
	start(t, o) // and the folder is free again
}

// What people enter never reaches the log, not even when PostgreSQL refuses it.
func TestLogHoldsNothingEntered(t *testing.T) {
	t.Parallel()
	var log safeBuffer
	o := options(open(t))
	o.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	s := start(t, o)
	run(t, s, `CREATE TABLE people (name text PRIMARY KEY)`)
	run(t, s, `INSERT INTO people VALUES ('secret')`)
	for _, statement := range []string{`INSERT INTO people VALUES ('secret')`, `SELECT 'secret'::int`, `SELECT secret`, `DO $$BEGIN RAISE WARNING 'secret'; END$$`} {
		_, _ = connect(t, s, Owner).Exec(t.Context(), statement)
	}
	stop(t, s)
	if got := log.String(); !strings.Contains(got, "ready to accept connections") || strings.Contains(got, "secret") {
		t.Errorf("the log: %s", got)
	}
}

type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

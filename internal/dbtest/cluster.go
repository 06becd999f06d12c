// Package dbtest gives each test a database of its own, on the PostgreSQL that Lanyard itself
// runs on: one cluster a test binary, one migrated template, one clone of it a test. Tests run
// as the same unprivileged role as production.
package dbtest

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
	"lanyard/internal/database/builtin"
)

const template = "lanyard_template"

var cluster struct {
	once   sync.Once
	err    error
	data   string
	server *builtin.Server
	count  atomic.Int64
	clone  sync.Mutex
}

// Main runs a package's tests and ends the cluster after them. A package whose tests need a
// database calls it from TestMain.
func Main(m *testing.M) {
	code := m.Run()
	if cluster.server != nil {
		_ = cluster.server.Stop()
	}
	if cluster.data != "" {
		_ = os.RemoveAll(cluster.data)
	}
	os.Exit(code)
}

// Server is the cluster that the tests of this binary share.
func Server(t testing.TB) *builtin.Server {
	t.Helper()
	cluster.once.Do(func() { cluster.err = start() })
	if cluster.err != nil {
		t.Fatalf("start the test database: %v", cluster.err)
	}
	return cluster.server
}

func start() error {
	ctx := context.Background()
	data, err := os.MkdirTemp("", "lanyard-test-")
	if err != nil {
		return err
	}
	if err := os.Chmod(data, 0o755); err != nil { //nolint:gosec // the cluster's user has to pass through
		return err
	}
	cluster.data = data
	cluster.server, err = builtin.Start(ctx, builtin.Options{
		Data: data, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Settings: settings(),
	})
	if err != nil {
		return err
	}
	if err := exec(ctx, "postgres", "CREATE DATABASE "+template); err != nil {
		return err
	}
	return database.Migrate(ctx, cluster.server.URL(builtin.Owner, template))
}

// settings spare tests the waiting for the disk. LANYARD_TEST_DURABLE=1 keeps it, as in
// production: what is measured without it is not what anybody gets.
func settings() map[string]string {
	all := map[string]string{"max_connections": "200"}
	if os.Getenv("LANYARD_TEST_DURABLE") != "1" {
		maps.Copy(all, map[string]string{"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"})
	}
	return all
}

// Fresh makes a database, migrated and empty, and gives its name. It goes with the cluster.
func Fresh(t testing.TB) string {
	t.Helper()
	Server(t)
	name := fmt.Sprintf("test_%d", cluster.count.Add(1))
	cluster.clone.Lock() // the template must have no other user while it is cloned
	defer cluster.clone.Unlock()
	// Copied as files: the other way writes every page into the WAL as well.
	if err := exec(t.Context(), "postgres", "CREATE DATABASE "+name+" TEMPLATE "+template+" STRATEGY FILE_COPY"); err != nil {
		t.Fatalf("make a test database: %v", err)
	}
	return name
}

func exec(ctx context.Context, name, statement string) error {
	conn, err := pgx.Connect(ctx, cluster.server.URL(builtin.Owner, name))
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close(ctx) }()
	_, err = conn.Exec(ctx, statement)
	return err
}

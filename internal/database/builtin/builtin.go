// Package builtin runs Lanyard's own PostgreSQL: it finds the binaries, makes the cluster,
// starts it, keeps it running and stops it. The cluster listens on a Unix socket in a folder
// that nobody else may enter; there is no TCP and no password.
//
// PostgreSQL refuses to run as root. Under root the cluster runs as the user postgres, or
// nobody where there is none; and where that user cannot reach the data folder, as in a
// checkout under /root, the cluster lives in /var/lib/lanyard, and the file postgres.at in the
// data folder says where.
package builtin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"
)

// Major is the major version of PostgreSQL that the cluster is made with and run by.
const Major = "18"

const (
	// Owner is the role that owns the database and runs its migrations.
	Owner = "lanyard_owner"
	// App is the role that the server runs as: it cannot go round the walls.
	App = "lanyard_app"
	// Database is the name of the database.
	Database = "lanyard"
)

// Options say where the cluster lives and how it runs.
type Options struct {
	// Data is the folder of Lanyard's data.
	Data string
	// Binaries is the folder that holds bin/postgres; empty: it is looked for.
	Binaries string
	Log      *slog.Logger
	// Settings are further settings of postgresql.conf.
	Settings map[string]string
}

// Server is a running cluster. It is started again by itself when it dies.
type Server struct {
	paths paths
	child *child
	lock  *os.File
}

// ErrRunning tells that another Lanyard runs the cluster of the folder.
var ErrRunning = errors.New("another Lanyard is running on this folder: stop it first, or set LANYARD_DATA to another")

// Attach reaches the cluster that another Lanyard runs. Stop leaves it running.
func Attach(ctx context.Context, o Options) (*Server, error) {
	p, err := place(o)
	if err != nil {
		return nil, err
	}
	s := &Server{paths: p}
	return s, s.waitReady(ctx)
}

// Start makes the cluster if there is none, and runs it. It fails with a sentence that says
// what to do when there are no binaries, when another Lanyard uses the folder, and when the
// cluster is of another major version.
func Start(ctx context.Context, o Options) (*Server, error) {
	p, err := place(o)
	if err != nil {
		return nil, err
	}
	lock, err := lockFolder(o.Data)
	if err != nil {
		return nil, err
	}
	s := &Server{paths: p, lock: lock}
	if err := s.start(ctx, o); err != nil {
		_ = s.Stop()
		return nil, err
	}
	return s, nil
}

func (s *Server) start(ctx context.Context, o Options) error {
	if err := s.paths.makeCluster(ctx); err != nil {
		return err
	}
	if err := stopOrphan(s.paths); err != nil {
		return err
	}
	s.child = newChild(s.paths, o.Settings, o.Log)
	if err := s.child.run(); err != nil {
		return err
	}
	if err := s.waitReady(ctx); err != nil {
		return err
	}
	s.child.answered()
	return s.prepare(ctx)
}

// URL is how a role reaches a database of the cluster.
func (s *Server) URL(role, database string) string {
	u := url.URL{Scheme: "postgres", User: url.User(role), Path: "/" + database}
	u.RawQuery = url.Values{"host": {s.paths.socket}, "sslmode": {"disable"}}.Encode()
	return u.String()
}

// Stop ends the cluster and waits for it: connections are cut, everything committed is kept.
func (s *Server) Stop() error {
	var err error
	if s.child != nil {
		err = s.child.stop()
	}
	if s.lock != nil {
		_ = s.lock.Close()
	}
	return err
}

// waitReady waits until the cluster answers: it may have to recover first.
func (s *Server) waitReady(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, s.URL(Owner, "postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		if died := s.failed(); died != nil {
			return died
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the built-in PostgreSQL does not answer: %w", err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (s *Server) failed() error {
	if s.child == nil {
		return nil
	}
	return s.child.failed()
}

// prepare makes the role and the database that are not there yet.
func (s *Server) prepare(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, s.URL(Owner, "postgres"))
	if err != nil {
		return fmt.Errorf("open the built-in PostgreSQL: %w", err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	for _, step := range []struct{ look, make string }{
		{`SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '` + App + `' AND rolcanlogin)`, `CREATE ROLE ` + App + ` LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`},
		{`SELECT EXISTS (SELECT FROM pg_database WHERE datname = '` + Database + `')`, `CREATE DATABASE ` + Database},
	} {
		var there bool
		if err := conn.QueryRow(ctx, step.look).Scan(&there); err != nil {
			return fmt.Errorf("look at the built-in PostgreSQL: %w", err)
		}
		if there {
			continue
		}
		if _, err := conn.Exec(ctx, step.make); err != nil {
			return fmt.Errorf("prepare the built-in PostgreSQL: %w", err)
		}
	}
	return nil
}

// lockFolder keeps a second Lanyard off the folder.
func lockFolder(data string) (*os.File, error) {
	if err := os.MkdirAll(data, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(data, "lanyard.lock"), os.O_CREATE|os.O_RDWR, 0o600) //nolint:gosec // the path is one of ours
	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", err)
	}
	if err := tryLock(f); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("%s: %w", data, ErrRunning)
	}
	return f, nil
}

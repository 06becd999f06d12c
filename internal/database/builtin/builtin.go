// Package builtin runs Lanyard's own PostgreSQL: it finds the binaries, makes the cluster,
// starts it, keeps it running and stops it.
//
// The cluster lives in the folder postgres of the data folder, in a folder named for its major
// version. It listens on a Unix socket in a folder that nobody else may enter; there is no TCP
// and no password. (On Windows it listens on a loopback port, with a password.)
//
// PostgreSQL refuses to run as root. Under root the cluster runs as the user who owns it, and a
// new one as the user postgres, or nobody where there is none. Where that user cannot enter the
// data folder, as in a checkout under /root, the cluster lives in /var/lib/lanyard, and the file
// postgres.at in the data folder says where: it is read at each start, and whoever copies, moves
// or deletes the data folder sees where the rest is. Where that user cannot read the binaries, they are copied to the same
// place, once.
//
// A killed Lanyard needs no help: on Linux the kernel ends the cluster with it, elsewhere the
// next start ends what was left behind, and PostgreSQL recovers what was committed.
package builtin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
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
	// Log hears what PostgreSQL has to say of itself; nil: the default logger.
	Log *slog.Logger
	// Settings are further settings of postgresql.conf.
	Settings map[string]string
}

// Server is a running cluster. It is started again by itself when it dies.
type Server struct {
	paths   paths
	address address
	child   *child
	lock    *os.File
}

// ErrRunning tells that another Lanyard runs the cluster of the folder.
var ErrRunning = errors.New("another Lanyard is running on this folder: stop it first, or set LANYARD_DATA to another")

// Attach reaches the cluster that another Lanyard runs. Stop leaves it running.
func Attach(ctx context.Context, o Options) (*Server, error) {
	p, err := place(ctx, o)
	if err != nil {
		return nil, err
	}
	s := &Server{paths: p}
	return s, s.waitReady(ctx)
}

// Start makes the cluster if there is none, and runs it until Stop; ctx bounds the start only.
// It fails with a sentence that says what to do when there are no binaries, when the cluster
// is of another major version, and with ErrRunning when another Lanyard uses the folder.
func Start(ctx context.Context, o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	p, err := place(ctx, o)
	if err != nil {
		return nil, err
	}
	lock, err := lockCluster(p.base)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.Data, err)
	}
	s := &Server{paths: p, lock: lock}
	if err := s.start(ctx, o); err != nil {
		return nil, errors.Join(err, s.Stop())
	}
	return s, nil
}

func (s *Server) start(ctx context.Context, o Options) error {
	if err := s.paths.makeCluster(ctx, o.Settings["fsync"] == "off"); err != nil {
		return err
	}
	if err := stopOrphan(s.paths); err != nil {
		return err
	}
	var err error
	if s.address, err = s.paths.listen(); err != nil {
		return err
	}
	s.child = newChild(s.paths, arguments(s.paths, s.address, o.Settings), o.Log)
	go s.child.supervise()
	if err := s.waitReady(ctx); err != nil {
		return err
	}
	s.child.answered()
	return s.prepare(ctx)
}

// URL is how a role reaches a database of the cluster. It stays the same when the cluster is
// started again after it died.
func (s *Server) URL(role, database string) string {
	u := url.URL{Scheme: "postgres", User: s.address.user(role), Path: "/" + database}
	u.RawQuery = url.Values{"host": {s.address.host}, "port": {s.address.port}, "sslmode": {"disable"}}.Encode()
	return u.String()
}

// Stop ends the cluster and waits for it: connections are cut, everything committed is kept.
// It may be called again.
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

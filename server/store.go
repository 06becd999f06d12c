package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"

	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/database/builtin"
)

// store is the database that the configuration names: a PostgreSQL of one's own, or the
// built-in one, started here unless another Lanyard runs it already.
type store struct {
	url, ownerURL string
	builtin       *builtin.Server
	keys          activity.Keys
	checkpoints   string
}

// openKeys reads what lies outside the database: the keys of the log and its checkpoints.
func openKeys(c config) (*store, error) {
	keys, err := activity.LoadKeys(filepath.Join(c.Data, "keys"))
	if err != nil {
		return nil, err
	}
	return &store{url: c.DatabaseURL, ownerURL: c.OwnerURL, keys: keys, checkpoints: filepath.Join(c.Data, "checkpoints.ndjson")}, nil
}

func openStore(ctx context.Context, c config, attach bool, log *slog.Logger) (*store, error) {
	s, err := openKeys(c)
	if err != nil || s.url != "" {
		return s, err
	}
	options := builtin.Options{Data: c.Data, Binaries: c.Postgres, Log: log}
	s.builtin, err = builtin.Start(ctx, options)
	if attach && errors.Is(err, builtin.ErrRunning) {
		s.builtin, err = builtin.Attach(ctx, options)
	}
	if err != nil {
		return nil, err
	}
	s.url, s.ownerURL = s.builtin.URL(builtin.App, builtin.Database), s.builtin.URL(builtin.Owner, builtin.Database)
	return s, nil
}

func (s *store) close() error {
	if s.builtin == nil {
		return nil
	}
	return s.builtin.Stop()
}

var errNoOwner = errors.New("DATABASE_OWNER_URL is needed: the role of DATABASE_URL may not do this")

// migrate brings the database to this version where there is an owner to do it as.
func (s *store) migrate(ctx context.Context) error {
	if s.ownerURL == "" {
		return errNoOwner
	}
	return database.Migrate(ctx, s.ownerURL)
}

// withStore runs a command on the database, which may be in use by a server.
func withStore(ctx context.Context, do func(config, *store) error) (err error) {
	c, err := loadConfig()
	if err != nil {
		return err
	}
	s, err := openStore(ctx, c, true, logger(slog.LevelError))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	return do(c, s)
}

func logger(level slog.Level) *slog.Logger {
	return slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
}

type migrateCommand struct{}

func (migrateCommand) Run(ctx context.Context) error {
	return withStore(ctx, func(_ config, s *store) error { return s.migrate(ctx) })
}

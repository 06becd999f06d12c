package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"lanyard/frontend"
	"lanyard/graph/trusted"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/live"
	"lanyard/internal/signin"
)

type serveCommand struct{}

// Run serves until SIGTERM or SIGINT, then answers what is under way, seals the log and stops
// the built-in database.
func (serveCommand) Run(ctx context.Context) error {
	c, err := loadConfig()
	if err != nil {
		return err
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400) // the heap is small: to collect it so often would cost a tenth of the time
	}
	log := logger(slog.LevelInfo)
	s, err := openStore(ctx, c, false, log)
	if err != nil {
		return err
	}
	return errors.Join(serve(ctx, c, s, log), s.close())
}

func serve(ctx context.Context, c config, s *store, log *slog.Logger) (err error) {
	pages, err := newApp(frontend.App())
	if err != nil {
		return fmt.Errorf("read the app: %w", err)
	}
	documents, err := trusted.Parse(frontend.TrustedDocuments)
	if err != nil {
		return err
	}
	db, err := ready(ctx, c, s)
	if err != nil {
		return err
	}
	defer db.Close()
	sealer, err := activity.StartSealer(db, s.keys, activity.SealerOptions{Checkpoints: s.checkpoints, Log: log})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, sealer.Close()) }()
	events := activity.New(db)
	defer events.Close()
	sweeper := signin.StartSweeper(db, events, log)
	defer sweeper.Close()
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	hub := live.Start(db, live.Options{Log: log})
	defer hub.Close()
	down := make(chan struct{})
	handler := newHandler(c, parts{db, events, pages, documents, hub, down, log})
	welcome(ctx, listener, db)
	return run(ctx, listener, handler, down, log)
}

// ready opens a database of this version whose walls nobody can go round; otherwise the
// server does not start.
func ready(ctx context.Context, c config, s *store) (*database.DB, error) {
	if err := s.migrate(ctx); err != nil && !errors.Is(err, errNoOwner) {
		return nil, err
	}
	db, err := database.Open(context.WithoutCancel(ctx), s.url, c.Connections)
	if err != nil {
		return nil, err
	}
	for _, check := range []func(context.Context) error{
		db.Ready, db.Guard, func(ctx context.Context) error { return activity.CheckKeys(ctx, db, s.keys) },
	} {
		if err := check(ctx); err != nil {
			db.Close()
			return nil, err
		}
	}
	return db, nil
}

func run(ctx context.Context, listener net.Listener, handler http.Handler, down chan struct{}, log *slog.Logger) error {
	srv := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	srv.RegisterOnShutdown(func() { close(down) })
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping: no new requests, those under way are answered")
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	return srv.Shutdown(patience)
}

// welcome prints where the server is, and on an empty database how to begin.
func welcome(ctx context.Context, listener net.Listener, db *database.DB) {
	fmt.Printf("Lanyard is at http://%s\n", listener.Addr())
	if empty, err := db.Empty(ctx); err == nil && empty {
		fmt.Println("There is no account yet. To look round, fill it with a demonstration practice:\n  bin/lanyard demo\nIt says how to sign in. Or open an account of your own in the browser.")
	}
}

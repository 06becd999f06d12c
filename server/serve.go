package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime/debug"

	"lanyard/frontend"
	"lanyard/graph/trusted"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/emergency"
	"lanyard/internal/live"
	"lanyard/internal/mailing"
	"lanyard/internal/sealing"
	"lanyard/internal/signin"
	"lanyard/internal/webhooks"
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
	slog.SetDefault(slog.New(libraryLog{logger(slog.LevelWarn).Handler()})) // what libraries say by themselves
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
	stop, err := startTracing(ctx, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stop()) }()
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
	prover, err := newProver(db, events, s.keys)
	if err != nil {
		return err
	}
	uses := apitokens.StartUses(db, log)
	defer uses.Close()
	sweeper := signin.StartSweeper(db, events, log, accountaccess.ExpireInvitations, accountaccess.RunOut, signin.TellRefusals, emergency.RunOut)
	defer sweeper.Close()
	if c.SMTP != "" {
		outgoing, err := mailing.ParseURL(c.SMTP)
		if err != nil {
			return err
		}
		sender := mailing.Start(db, events, outgoing, log)
		defer sender.Close()
	}
	l, err := listen(c, log)
	if err != nil {
		return err
	}
	hub := live.Start(db, live.Options{Log: log})
	defer hub.Close()
	keeper, err := newKeeper(c, db, events, s.keys)
	if err != nil {
		return err
	}
	deliverer := webhooks.Start(db, events, hub, keeper.Client, keeper.Sealer, webhooks.Options{Log: log})
	defer deliverer.Close()
	down := make(chan struct{})
	counted := newMetrics(db)
	handler := newHandler(c, parts{db, events, prover, pages, documents, hub, keeper, down, log, uses, counted})
	welcome(ctx, l, db)
	return l.run(ctx, handler, counted.handler(), down, log)
}

// newProver is given the key of second factors, which is made of the log's: one folder of keys is kept.
func newProver(db *database.DB, log *activity.Log, keys activity.Keys) (signin.Prover, error) {
	key, err := keys.Derive("second factors")
	if err != nil {
		return signin.Prover{}, err
	}
	sealer, err := sealing.New(key)
	return signin.Prover{DB: db, Log: log, Sealer: sealer}, err
}

// newKeeper is given the key of webhooks, which is made of the log's too.
func newKeeper(c config, db *database.DB, log *activity.Log, keys activity.Keys) (webhooks.Keeper, error) {
	key, err := keys.Derive("webhooks")
	if err != nil {
		return webhooks.Keeper{}, err
	}
	sealer, err := sealing.New(key)
	return webhooks.Keeper{DB: db, Log: log, Client: webhooks.NewClient(c.WebhooksNear), Sealer: sealer}, err
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

// welcome prints where the server is, and on an empty database how to begin.
func welcome(ctx context.Context, l *listeners, db *database.DB) {
	fmt.Printf("Lanyard is at %s\n", l.address())
	if empty, err := db.Empty(ctx); err == nil && empty {
		fmt.Println("There is no account yet. To look round, fill it with a demonstration practice:\n  bin/lanyard demo\nIt says how to sign in. Or open an account of your own in the browser.")
	}
}

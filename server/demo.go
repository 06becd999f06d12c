package main

import (
	"context"
	"fmt"
	"os"

	"lanyard/internal/activity"
	"lanyard/internal/demo"
)

type demoCommand struct{}

// Run fills an empty database with the demonstration practice and says how to sign in. A server
// may be running on it.
func (demoCommand) Run(ctx context.Context) error {
	return withStore(ctx, func(c config, s *store) error {
		db, err := ready(ctx, c, s)
		if err != nil {
			return err
		}
		defer db.Close()
		events := activity.New(db)
		defer events.Close()
		practice, err := demo.Fill(ctx, db, events, os.Stdout)
		if err != nil {
			return err
		}
		fmt.Println()
		return practice.Write(os.Stdout)
	})
}

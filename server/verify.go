package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"lanyard/internal/activity"
)

type verifyCommand struct {
	Export string `help:"Check this export of the log, without the database." type:"existingfile" placeholder:"FILE"`
	Write  string `help:"Write an export of the log to this file, to be checked elsewhere." placeholder:"FILE" xor:"which"`
}

var errNotIntact = errors.New("the activity log is not intact")

// Run checks the log against the keys and the checkpoints in LANYARD_DATA.
func (v verifyCommand) Run(ctx context.Context) error {
	if v.Export != "" {
		return v.offline(ctx)
	}
	return withStore(ctx, func(_ config, s *store) error {
		if s.ownerURL == "" {
			return errNoOwner
		}
		if v.Write != "" {
			return export(ctx, s, v.Write)
		}
		known, err := activity.ReadCheckpoints(s.checkpoints, s.keys)
		if err != nil {
			return err
		}
		if err := known.AddReviews(ctx, s.ownerURL); err != nil {
			return err
		}
		return verify(ctx, s, activity.FromDatabase(ctx, s.ownerURL), known)
	})
}

func (v verifyCommand) offline(ctx context.Context) error {
	c, err := loadConfig()
	if err != nil {
		return err
	}
	s, err := openKeys(c)
	if err != nil {
		return err
	}
	f, err := os.Open(v.Export)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	source, err := activity.FromExport(f)
	if err != nil {
		return err
	}
	known, err := activity.ReadCheckpoints(s.checkpoints, s.keys)
	if err != nil {
		return err
	}
	return verify(ctx, s, source, known.Until(source.At))
}

func verify(ctx context.Context, s *store, source activity.Source, known *activity.Checkpoints) error {
	report, err := activity.Verify(ctx, source, s.keys, known)
	if err != nil {
		return err
	}
	if err := report.Write(os.Stdout); err != nil {
		return err
	}
	if !report.Intact() {
		return errNotIntact
	}
	return nil
}

func export(ctx context.Context, s *store, path string) (err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // the path is the caller's to choose
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := activity.ExportLog(ctx, s.ownerURL, f); err != nil {
		return err
	}
	fmt.Println("Written to", path)
	return nil
}

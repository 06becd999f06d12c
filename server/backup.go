package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/activity"
	"lanyard/internal/backup"
)

type backupCommand struct {
	File string `arg:"" help:"The file to write. One that is there is replaced when the new one is whole." type:"path"`
}

// Run writes a backup and says what else is needed to restore it.
func (b backupCommand) Run(ctx context.Context) error {
	return withStore(ctx, func(c config, s *store) error {
		if s.ownerURL == "" {
			return errNoOwner
		}
		made, err := backup.ToFile(ctx, s.ownerURL, b.File)
		if err != nil {
			return err
		}
		fmt.Printf("%s holds %d rows of %d tables, as they were at %s.\n", b.File, made.Rows(), len(made.Tables), made.Time.Format("2006-01-02 15:04:05 MST"))
		fmt.Printf("The keys of the activity log are not in it: keep a copy of %s/keys elsewhere. A restore needs them.\n", c.Data)
		return nil
	})
}

type restoreCommand struct {
	File string `arg:"" help:"The backup to read." type:"existingfile"`
}

var errNotProven = errors.New("the restored activity log does not verify: is LANYARD_DATA/keys the copy that belongs to this backup?")

// Run restores a backup into an empty database. It proves itself: what does not verify is
// taken back.
func (r restoreCommand) Run(ctx context.Context) error {
	return withStore(ctx, func(_ config, s *store) error {
		if s.ownerURL == "" {
			return errNoOwner
		}
		known, err := activity.ReadCheckpoints(s.checkpoints, s.keys)
		if err != nil {
			return err
		}
		restored, err := backup.FromFile(ctx, s.ownerURL, r.File, func(ctx context.Context, conn *pgx.Conn, m backup.Manifest) error {
			return prove(ctx, conn, m, s.keys, known)
		})
		if err != nil {
			return err
		}
		if err := setAside(s.checkpoints); err != nil {
			return err
		}
		fmt.Printf("Restored %d rows as they were at %s. The activity log is intact.\n", restored.Rows(), restored.Time.Format("2006-01-02 15:04:05 MST"))
		return nil
	})
}

// setAside keeps the checkpoints of what was there before the restore: events that are newer
// than the backup are gone, and would be missed at each verification.
func setAside(checkpoints string) error {
	err := os.Rename(checkpoints, checkpoints+".before-restore-"+time.Now().UTC().Format("20060102T150405"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func prove(ctx context.Context, conn *pgx.Conn, m backup.Manifest, keys activity.Keys, known *activity.Checkpoints) error {
	report, err := activity.Verify(ctx, activity.FromConn(ctx, conn, m.Time), keys, known.Until(m.Time))
	if err != nil {
		return err
	}
	if report.Intact() {
		return nil
	}
	var said strings.Builder
	return errors.Join(errNotProven, report.Write(&said), errors.New(said.String()))
}

package builtin

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// unfinished is the name of a cluster that is being made.
const unfinished = "new"

// makeCluster makes a cluster if there is none. It appears whole or not at all.
func (p paths) makeCluster(ctx context.Context, careless bool) error {
	found, err := p.findCluster()
	if found || err != nil {
		return err
	}
	fresh := filepath.Join(p.base, unfinished)
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	args, err := p.authentication()
	if err != nil {
		return err
	}
	args = append(args, "--pgdata="+fresh, "--username="+Owner, "--encoding=UTF8", "--locale=C",
		"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums", "--no-instructions")
	if careless {
		args = append(args, "--no-sync")
	}
	err = onOneThread(func() error {
		out, err := p.command(ctx, "initdb", args...).CombinedOutput()
		if err != nil {
			return fmt.Errorf("make the database cluster: %w: %s", err, out)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return os.Rename(fresh, p.cluster())
}

// findCluster tells whether there is a cluster, and refuses one of another major version:
// neither must it be touched, nor must an empty one be begun beside it.
func (p paths) findCluster() (bool, error) {
	files, err := filepath.Glob(filepath.Join(p.base, "*", "PG_VERSION"))
	if err != nil {
		return false, err
	}
	found := false
	for _, file := range files {
		if filepath.Base(filepath.Dir(file)) == unfinished {
			continue
		}
		raw, err := os.ReadFile(file) //nolint:gosec // the path is one of ours
		if err != nil {
			return false, err
		}
		found = found || filepath.Dir(file) == p.cluster()
		if version := strings.TrimSpace(string(raw)); version != Major {
			return false, fmt.Errorf("%s holds a database of PostgreSQL %s and this is %s: make a backup with the Lanyard that made it (lanyard backup), and restore it here into another LANYARD_DATA (lanyard restore)", filepath.Dir(file), version, Major)
		}
	}
	return found, nil
}

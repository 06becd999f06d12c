package backup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ToFile writes a backup to the file at path, readable by its owner only. The file appears
// under its name when it is whole and on the disk; one that was there before is replaced.
func ToFile(ctx context.Context, ownerURL, path string) (Manifest, error) {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".backup-*") // with mode 0600
	if err != nil {
		return Manifest{}, fmt.Errorf("back up: %w", err)
	}
	defer func() { _ = os.Remove(f.Name()) }()
	m, err := Backup(ctx, ownerURL, f)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return Manifest{}, err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return Manifest{}, fmt.Errorf("back up: %w", err)
	}
	syncFolder(dir)
	return m, nil
}

// syncFolder makes a new name outlast a power failure, where the system can.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil { //nolint:gosec // the folder is the operator's to choose
		_ = d.Sync()
		_ = d.Close()
	}
}

// FromFile restores the backup in the file at path.
func FromFile(ctx context.Context, ownerURL, path string, prove Proof) (Manifest, error) {
	f, err := os.Open(path) //nolint:gosec // the file is the operator's to choose
	if err != nil {
		return Manifest{}, fmt.Errorf("nothing was restored: %w", err)
	}
	defer func() { _ = f.Close() }()
	return Restore(ctx, ownerURL, f, prove)
}

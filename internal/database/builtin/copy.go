package builtin

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// copyBinaries copies the binaries to where the cluster's user can read them, once for each
// build of PostgreSQL, and gives their folder there.
func copyBinaries(bin string) (string, error) {
	name, err := fingerprint(filepath.Join(bin, program("postgres")))
	if err != nil {
		return "", err
	}
	if err := makeOutside(); err != nil {
		return "", err
	}
	to := filepath.Join(outside, "binaries-"+Major+"-"+name)
	if _, err := os.Stat(to); err == nil {
		return filepath.Join(to, "bin"), nil
	}
	fresh, err := os.MkdirTemp(outside, "new-")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(fresh) }()
	if err := copyTree(fresh, filepath.Dir(bin)); err != nil {
		return "", fmt.Errorf("copy PostgreSQL to where its user can read it: %w", err)
	}
	err = os.Rename(fresh, to)
	if _, there := os.Stat(to); there == nil { // another Lanyard may have been faster
		err = nil
	}
	return filepath.Join(to, "bin"), err
}

func fingerprint(path string) (string, error) {
	f, err := os.Open(path) //nolint:gosec // the path is one of ours
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)[:6]), nil
}

// copyTree copies what symbolic links lead to in their place, so that the copy stands alone,
// and sets each mode itself: under a strict umask the copy could not be read either.
func copyTree(to, from string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := copyEntry(filepath.Join(to, e.Name()), filepath.Join(from, e.Name())); err != nil {
			return err
		}
	}
	return os.Chmod(to, 0o755) //nolint:gosec // programs are for everybody to read
}

func copyEntry(to, from string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return copyFile(to, from, info.Mode())
	}
	if err := os.Mkdir(to, 0o755); err != nil { //nolint:gosec // programs are for everybody to read
		return err
	}
	return copyTree(to, from)
}

func copyFile(to, from string, mode fs.FileMode) error {
	in, err := os.Open(from) //nolint:gosec // the path is one of ours
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // the path is one of ours
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	if mode&0o100 != 0 {
		return os.Chmod(to, 0o755) //nolint:gosec // programs are for everybody to run
	}
	return os.Chmod(to, 0o644) //nolint:gosec // and their files to read
}

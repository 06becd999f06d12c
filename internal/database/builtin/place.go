package builtin

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// elsewhere is where the cluster and a copy of the binaries live when the user that runs them
// cannot reach their own places.
const elsewhere = "/var/lib/lanyard"

// paths are where the cluster lives and who runs it.
type paths struct {
	binaries string
	// base holds the cluster, in a folder named for its major version, and nothing else.
	base   string
	socket string
	user   *runAs
}

func (p paths) cluster() string { return filepath.Join(p.base, Major) }

func (p paths) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, filepath.Join(p.binaries, "bin", name), args...) //nolint:gosec // the path is one of ours
	cmd.Dir = "/"
	cmd.Env = []string{"LC_ALL=C.UTF-8", "TZ=UTC", "PATH=" + os.Getenv("PATH")}
	cmd.SysProcAttr = p.user.attributes()
	return cmd
}

// place decides where the cluster lives, and makes the folders.
func place(o Options) (paths, error) {
	data, err := filepath.Abs(o.Data)
	if err != nil {
		return paths{}, err
	}
	if err := os.MkdirAll(data, 0o700); err != nil {
		return paths{}, fmt.Errorf("make the data folder: %w", err)
	}
	binaries, err := findBinaries(o.Binaries)
	if err != nil {
		return paths{}, err
	}
	user, err := chooseUser()
	if err != nil {
		return paths{}, err
	}
	p := paths{binaries: binaries, base: filepath.Join(data, "postgres"), user: user}
	if user != nil {
		if p.base, err = user.baseFor(data); err != nil {
			return paths{}, err
		}
	}
	if user != nil && !user.reaches(filepath.Join(binaries, "bin")) {
		if p.binaries, err = copyBinaries(binaries); err != nil {
			return paths{}, err
		}
	}
	p.socket = socketFolder(p.base)
	return p, errors.Join(p.own(p.base), p.own(p.socket))
}

// baseFor opens the data folder for the user to pass through. Where the user cannot even
// reach it, the cluster lives in a folder of elsewhere that the data folder names: a data
// folder that is made anew begins with a new cluster.
func (u *runAs) baseFor(data string) (string, error) {
	const passThrough = 0o711
	if err := os.Chmod(data, passThrough); err != nil {
		return "", err
	}
	if u.reaches(data) {
		return filepath.Join(data, "postgres"), nil
	}
	note := filepath.Join(data, "postgres.at")
	if at, err := os.ReadFile(note); err == nil { //nolint:gosec // the path is one of ours
		return strings.TrimSpace(string(at)), nil
	}
	base := filepath.Join(elsewhere, rand.Text())
	return base, os.WriteFile(note, []byte(base+"\n"), 0o600)
}

func hash(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:6])
}

// socketFolder is in the cluster's own folder, unless its path is longer than a socket's may
// be.
func socketFolder(base string) string {
	const longest = 80
	if len(base) <= longest {
		return filepath.Join(base, "run")
	}
	return filepath.Join(os.TempDir(), "lanyard-"+hash(base))
}

// own makes a folder that only the cluster's user may enter, and refuses one that somebody
// else has made.
func (p paths) own(dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil { //nolint:gosec // its parents hold nothing
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return p.user.takeOver(dir)
}

// makeCluster makes a cluster if there is none. It appears whole or not at all.
func (p paths) makeCluster(ctx context.Context) error {
	version, err := os.ReadFile(filepath.Join(p.cluster(), "PG_VERSION"))
	if err == nil {
		return checkVersion(p, strings.TrimSpace(string(version)))
	}
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := p.refuseOther(); err != nil {
		return err
	}
	fresh := filepath.Join(p.base, "new")
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	initdb := p.command(ctx, "initdb", "--pgdata="+fresh, "--username="+Owner, "--auth=trust",
		"--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums", "--no-instructions")
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("make the database cluster: %w: %s", err, out)
	}
	return os.Rename(fresh, p.cluster())
}

func checkVersion(p paths, version string) error {
	if version != Major {
		return fmt.Errorf("%s was made by PostgreSQL %s and this is %s: make a backup with the Lanyard that made it, and restore it here", p.cluster(), version, Major)
	}
	return nil
}

// refuseOther refuses to begin anew beside the cluster of another major version.
func (p paths) refuseOther() error {
	others, err := filepath.Glob(filepath.Join(p.base, "*", "PG_VERSION"))
	for _, other := range others {
		version := filepath.Base(filepath.Dir(other))
		if version != "new" {
			return fmt.Errorf("%s holds a database of PostgreSQL %s and this is %s: make a backup with the Lanyard that made it, and restore it into another LANYARD_DATA", p.base, version, Major)
		}
	}
	return err
}

// copyBinaries copies the binaries, once, to where the cluster's user can read them.
func copyBinaries(from string) (string, error) {
	info, err := os.Stat(filepath.Join(from, "bin", "postgres"))
	if err != nil {
		return "", err
	}
	to := filepath.Join(elsewhere, fmt.Sprintf("binaries-%s-%d", Major, info.Size()))
	if _, err := os.Stat(to); err == nil {
		return to, nil
	}
	fresh := to + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return "", err
	}
	if err := os.CopyFS(fresh, followLinks{os.DirFS(from)}); err != nil {
		return "", fmt.Errorf("copy PostgreSQL to where its user can read it: %w", err)
	}
	return to, os.Rename(fresh, to)
}

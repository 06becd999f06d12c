package builtin

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// outside holds, under root, what the cluster's user could not reach in its own place.
var outside = "/var/lib/lanyard"

// paths are where the cluster lives and who runs it.
type paths struct {
	binaries string // holds the program postgres
	base     string // holds the cluster, in a folder named for its major version
	socket   string
	user     *runAs
}

func (p paths) cluster() string { return filepath.Join(p.base, Major) }

// place decides where the cluster lives, and makes the folders.
func place(ctx context.Context, o Options) (paths, error) {
	data, err := makeData(o.Data)
	if err != nil {
		return paths{}, err
	}
	var p paths
	if p.binaries, err = findBinaries(o.Binaries); err != nil {
		return p, err
	}
	base, _ := baseNamed(data)
	if p.user, err = chooseUser(filepath.Join(base, Major)); err != nil {
		return p, err
	}
	if !p.enters(ctx, p.binaries) {
		if p.binaries, err = copyBinaries(p.binaries); err != nil {
			return p, err
		}
	}
	if p.base, err = p.chooseBase(ctx, data, o.Log); err != nil {
		return p, err
	}
	if p.socket, err = p.chooseSocket(); err != nil {
		return p, err
	}
	return p, errors.Join(p.own(p.base), p.own(p.socket))
}

func makeData(data string) (string, error) {
	data, err := filepath.Abs(data)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(data, 0o700); err != nil {
		return "", fmt.Errorf("make the data folder: %w", err)
	}
	return data, nil
}

// note is the file of the data folder that says where else the cluster lives.
const note = "postgres.at"

// baseNamed is where the cluster of a data folder lives, by what the folder itself says.
func baseNamed(data string) (string, bool) {
	at, err := os.ReadFile(filepath.Join(data, note)) //nolint:gosec // the path is one of ours
	if err != nil {
		return filepath.Join(data, "postgres"), false
	}
	return strings.TrimSpace(string(at)), true
}

// chooseBase is in the data folder where the cluster's user can reach that, and elsewhere with
// a note where not. A data folder that is moved keeps its cluster, and one that is made anew
// begins with a new one.
func (p paths) chooseBase(ctx context.Context, data string, log *slog.Logger) (string, error) {
	base, elsewhere := baseNamed(data)
	if elsewhere {
		if _, err := os.Stat(base); err != nil {
			return "", fmt.Errorf("the database that %s names is gone: bring it back, or remove that file to begin with an empty one: %w", filepath.Join(data, note), err)
		}
		return base, nil
	}
	if p.user == nil || p.passes(ctx, data) {
		return base, nil
	}
	if err := os.Remove(base); err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("the database in %s cannot be run: PostgreSQL does not run as root, and user %d cannot enter the folder. Let it (chmod o+x on the folder and its parents), or run Lanyard as the user it belongs to", base, p.user.uid)
	}
	return liveElsewhere(data, log)
}

// passes opens the data folder, and nothing above it, for the cluster's user to pass through.
func (p paths) passes(ctx context.Context, data string) bool {
	return p.enters(ctx, data) || os.Chmod(data, 0o711) == nil && p.enters(ctx, data) //nolint:gosec // nobody else sees what is in it
}

func liveElsewhere(data string, log *slog.Logger) (string, error) {
	if err := makeOutside(); err != nil {
		return "", err
	}
	base, err := os.MkdirTemp(outside, "cluster-")
	if err != nil {
		return "", err
	}
	f, err := os.OpenFile(filepath.Join(data, note), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // the path is one of ours
	if err == nil {
		_, err = f.WriteString(base + "\n")
		err = errors.Join(err, f.Sync(), f.Close())
	}
	if err != nil {
		return "", errors.Join(fmt.Errorf("note where the database lives: %w", err), os.Remove(base))
	}
	if log != nil {
		log.Warn("the user of the built-in PostgreSQL cannot reach the data folder: the database lives elsewhere", "data", data, "database", base)
	}
	return base, nil
}

// chooseSocket is in the cluster's own folder, unless its path is longer than a socket's may
// be: 103 bytes on macOS, 107 on Linux, with the name of the socket.
func (p paths) chooseSocket() (string, error) {
	const longest = 80
	if len(p.base) <= longest {
		return filepath.Join(p.base, "run"), nil
	}
	sum := sha256.Sum256([]byte(p.base))
	name := "lanyard-" + hex.EncodeToString(sum[:6])
	if p.user == nil {
		return filepath.Join(os.TempDir(), name), nil
	}
	return filepath.Join(outside, name), makeOutside()
}

// own makes a folder that only the cluster's user may enter, and refuses one that somebody
// else has made.
func (p paths) own(dir string) error {
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("make a folder for the database: %w", err)
	}
	return p.user.takeOver(dir)
}

// command is a program of PostgreSQL's, run by the cluster's user. None of our own environment
// reaches it: PGPORT and its like would change what it does.
func (p paths) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, filepath.Join(p.binaries, program(name)), args...) //nolint:gosec // the path is one of ours
	cmd.Dir = p.binaries
	cmd.Env = append([]string{"LC_ALL=C", "TZ=UTC", "PATH=" + os.Getenv("PATH")}, systemEnv()...)
	cmd.SysProcAttr = p.user.attributes()
	return cmd
}

// enters tells whether the cluster's user can run the binaries while standing in a folder. To
// try is the only answer that knows of groups, lists and whatever else decides.
func (p paths) enters(ctx context.Context, dir string) bool {
	if p.user == nil {
		return true
	}
	cmd := p.command(ctx, "postgres", "--version")
	cmd.Dir = dir
	return onOneThread(cmd.Run) == nil
}

// onOneThread keeps the thread until f returns: the kernel ends a child when the thread that
// started it ends (see attributes), and a thread of Go's may end at any time.
func onOneThread(f func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return f()
}

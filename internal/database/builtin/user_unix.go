//go:build unix

package builtin

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"strconv"
	"syscall"
)

// runAs is the unprivileged user that the cluster runs as; nil: the one who runs Lanyard.
type runAs struct{ uid, gid uint32 }

// chooseUser is the one who owns the cluster already, so that Lanyard may be run by this user
// at one time and by root at another, and else one that has no rights.
func chooseUser(cluster string) (*runAs, error) {
	if os.Geteuid() != 0 {
		return nil, nil //nolint:nilnil // no other user is needed
	}
	if owner, err := ownerOf(cluster); err == nil && owner.uid != 0 {
		return owner, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if found, err := user.Lookup(name); err == nil {
			return parseUser(found)
		}
	}
	// A number without a name will not do: initdb looks the name up.
	return nil, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody: run Lanyard as another user")
}

func parseUser(u *user.User) (*runAs, error) {
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	return &runAs{uint32(uid), uint32(gid)}, err
}

// ownerOf is the owner of a folder.
func ownerOf(dir string) (*runAs, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return nil, fmt.Errorf("the owner of %s is not known", dir)
	}
	return &runAs{stat.Uid, stat.Gid}, nil
}

// takeOver gives a folder to the user, and refuses one that is somebody else's.
func (u *runAs) takeOver(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s is no folder", dir)
	}
	owner, err := ownerOf(dir)
	if err != nil {
		return err
	}
	if int(owner.uid) != os.Geteuid() && (u == nil || owner.uid != u.uid) {
		return fmt.Errorf("%s belongs to user %d: run Lanyard as that user or as root", dir, owner.uid)
	}
	if err := os.Chmod(dir, 0o700); err != nil { //nolint:gosec // a folder is entered with x
		return err
	}
	if u == nil {
		return nil
	}
	return os.Lchown(dir, int(u.uid), int(u.gid))
}

// makeOutside makes the folder outside, which only root may change: what is in it is run.
func makeOutside() error {
	err := os.Mkdir(outside, 0o700)
	if err == nil {
		err = os.Chmod(outside, 0o755) //nolint:gosec // others have to pass through
	}
	if err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("make a folder that the user of the built-in PostgreSQL can enter: %w", err)
	}
	info, err := os.Lstat(outside)
	if err != nil {
		return err
	}
	owner, err := ownerOf(outside)
	if err != nil {
		return err
	}
	if !info.IsDir() || owner.uid != 0 || info.Mode()&0o022 != 0 {
		return fmt.Errorf("%s must be a folder of root's that nobody else may change", outside)
	}
	return nil
}

func openLocked(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600) //nolint:gosec // the path is one of ours
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = errLocked
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

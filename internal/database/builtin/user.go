package builtin

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// runAs is the unprivileged user that the cluster runs as; nil: the one who runs Lanyard.
type runAs struct{ uid, gid uint32 }

func chooseUser() (*runAs, error) {
	if os.Geteuid() != 0 {
		return nil, nil //nolint:nilnil // no other user is needed
	}
	for _, name := range []string{"postgres", "nobody"} {
		found, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.ParseUint(found.Uid, 10, 32)
		if err != nil {
			return nil, err
		}
		gid, err := strconv.ParseUint(found.Gid, 10, 32)
		return &runAs{uint32(uid), uint32(gid)}, err
	}
	return nil, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody: run Lanyard as another user")
}

// reaches tells whether the user can get into a folder, by the rights of it and its parents.
func (u *runAs) reaches(dir string) bool {
	for {
		info, err := os.Stat(dir)
		if err != nil || !u.enters(info) {
			return false
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return true
		}
		dir = parent
	}
}

func (u *runAs) enters(info os.FileInfo) bool {
	owner, ok := info.Sys().(*syscall.Stat_t)
	return info.Mode()&0o001 != 0 || ok && owner.Uid == u.uid && info.Mode()&0o100 != 0
}

// takeOver gives a folder to the user, and refuses one that somebody else has made or that
// others may enter.
func (u *runAs) takeOver(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !ok || !info.IsDir() {
		return fmt.Errorf("%s is no folder", dir)
	}
	ours := int(owner.Uid) == os.Geteuid() || u != nil && owner.Uid == u.uid
	if !ours {
		return fmt.Errorf("%s belongs to somebody else", dir)
	}
	if err := os.Chmod(dir, 0o700); err != nil { //nolint:gosec // a folder is entered with x
		return err
	}
	if u == nil {
		return nil
	}
	return os.Lchown(dir, int(u.uid), int(u.gid))
}

func tryLock(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}

package activity

import (
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// The files of the keys folder.
const (
	logKeyFile     = "log.key"
	signingKeyFile = "checkpoint.ed25519"
	publicKeyFile  = "checkpoint.pub"
)

const logKeySize = 32

// Keys seal the activity log. Whoever has them can forge it, and without log.key nobody can
// verify it: all servers of one database need the same, and a copy belongs into a safe place
// of its own, never beside the backups.
type Keys struct {
	log    []byte
	sign   ed25519.PrivateKey
	public ed25519.PublicKey
}

// String keeps keys out of anything printed.
func (Keys) String() string { return "keys of the activity log" }

// LoadKeys reads the keys in dir and makes them on first use. It refuses keys that others can
// read, and keys that are there in part: a new key would fit nothing sealed before.
func LoadKeys(dir string) (Keys, error) {
	_, err := os.Stat(filepath.Join(dir, logKeyFile))
	if errors.Is(err, fs.ErrNotExist) {
		err = makeKeys(dir)
	}
	if err != nil {
		return Keys{}, fmt.Errorf("keys of the activity log: %w", err)
	}
	k, err := readKeys(dir)
	if err != nil {
		return Keys{}, fmt.Errorf("keys of the activity log: %w", err)
	}
	return k, nil
}

func readKeys(dir string) (Keys, error) {
	log, err := readSecret(filepath.Join(dir, logKeyFile), logKeySize)
	if err != nil {
		return Keys{}, err
	}
	seed, err := readSecret(filepath.Join(dir, signingKeyFile), ed25519.SeedSize)
	if err != nil {
		return Keys{}, err
	}
	k := Keys{log: log, sign: ed25519.NewKeyFromSeed(seed)}
	k.public, err = os.ReadFile(filepath.Join(dir, publicKeyFile)) //nolint:gosec // the path is one of ours
	if err != nil {
		return Keys{}, err
	}
	if !k.public.Equal(k.sign.Public()) {
		return Keys{}, fmt.Errorf("%s does not belong to %s: put back the keys from your copy", publicKeyFile, signingKeyFile)
	}
	return k, nil
}

func readSecret(path string, size int) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("others can read %s: if nobody has, run chmod 600 on it", path)
	}
	secret, err := os.ReadFile(path) //nolint:gosec // the folder is the operator's to choose
	if err != nil {
		return nil, err
	}
	if len(secret) != size {
		return nil, fmt.Errorf("%s is damaged: it has %d bytes instead of %d", path, len(secret), size)
	}
	return secret, nil
}

// makeKeys makes all files in a folder beside and renames it: after a crash there are either
// all keys or none. Another Lanyard that is faster wins.
func makeKeys(dir string) error {
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is missing, and the folder holds other files: put back the keys from your copy", filepath.Join(dir, logKeyFile))
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), ".keys-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(fresh) }()
	if err := writeKeys(fresh); err != nil {
		return err
	}
	err = os.Rename(fresh, dir)
	if _, there := os.Stat(filepath.Join(dir, logKeyFile)); there == nil {
		return nil
	}
	return err
}

func writeKeys(dir string) error {
	log := make([]byte, logKeySize)
	if _, err := rand.Read(log); err != nil {
		return err
	}
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	for name, key := range map[string][]byte{logKeyFile: log, signingKeyFile: private.Seed(), publicKeyFile: public} {
		if err := writeSynced(filepath.Join(dir, name), key); err != nil {
			return err
		}
	}
	return nil
}

func writeSynced(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // the folder is the operator's to choose
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

// Derive makes a key of 32 bytes for another purpose. Nobody comes from it to these keys.
func (k Keys) Derive(purpose string) ([]byte, error) {
	return hkdf.Key(sha256.New, k.log, nil, purpose, 32)
}

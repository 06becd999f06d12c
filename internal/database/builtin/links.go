package builtin

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// makeLinks makes the links between libraries that an npm package cannot hold. The package's
// install script makes them too, unless npm runs with --ignore-scripts.
func makeLinks(native string) error {
	raw, err := os.ReadFile(filepath.Join(native, "pg-symlinks.json")) //nolint:gosec // the path is one of ours
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var links []struct{ Source, Target string }
	if err := json.Unmarshal(raw, &links); err != nil {
		return err
	}
	for _, l := range links {
		if err := makeLink(within(native, l.Source), within(native, l.Target)); err != nil {
			return err
		}
	}
	return nil
}

// within finds a path of the package, where the folder is called native, in that folder,
// which may have got another name beside Lanyard.
func within(native, path string) string {
	return filepath.Join(native, strings.TrimPrefix(path, "native/"))
}

func makeLink(source, link string) error {
	if _, err := os.Lstat(link); err == nil {
		return nil
	}
	to, err := filepath.Rel(filepath.Dir(link), source)
	if err != nil {
		return err
	}
	if err := os.Symlink(to, link); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return nil
}

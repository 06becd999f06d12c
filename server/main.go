// Command lanyard serves the accounts of a group practice: one username for each person, and
// for each account and section exactly the access it should have.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// version is set by the build.
var version = "development"

type commands struct {
	Serve   serveCommand   `cmd:"" default:"1" help:"Serve the API (the default)."`
	Migrate migrateCommand `cmd:"" help:"Bring the database to this version, and build its walls."`
	Demo    demoCommand    `cmd:"" help:"Fill an empty database with a demonstration practice."`
	Verify  verifyCommand  `cmd:"" help:"Check that nothing in the activity log was changed, removed or added."`
	Backup  backupCommand  `cmd:"" help:"Write the whole database to a file, as it is at one moment."`
	Restore restoreCommand `cmd:"" help:"Read a backup into an empty database, and verify it."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

const about = `Lanyard: one badge that opens exactly the rooms it should.

Configuration is read from the environment; the README lists each variable.`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var c commands
	call := kong.Parse(&c, kong.Name("lanyard"), kong.Description(about), kong.UsageOnError(),
		kong.BindTo(ctx, (*context.Context)(nil)))
	if err := call.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "lanyard:", err)
		stop()
		os.Exit(1) //nolint:gocritic // stop has run
	}
}

type versionCommand struct{}

func (versionCommand) Run() error {
	fmt.Println("lanyard", version)
	return nil
}

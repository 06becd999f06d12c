package database

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver that goose runs on
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	data "lanyard/ent"
)

// ErrNotMigrated tells that the database is of another version than this program.
var ErrNotMigrated = errors.New("the database is not of this version: run lanyard migrate")

// Migrate brings the database at ownerURL to this program's version and builds the walls. It
// is safe to run from many instances at once.
func Migrate(ctx context.Context, ownerURL string) error {
	db, err := sql.Open("pgx", ownerURL)
	if err != nil {
		return fmt.Errorf("open the database as its owner: %w", err)
	}
	defer func() { _ = db.Close() }()
	if err := checkOwner(ctx, db); err != nil {
		return err
	}
	provider, err := newProvider(db)
	if err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return BuildWalls(ctx, ownerURL)
}

// checkOwner refuses an owner that row-level security binds: the narrow doors in the walls
// open with its rights, and a backup would leave rows out.
func checkOwner(ctx context.Context, db *sql.DB) error {
	var free bool
	err := db.QueryRowContext(ctx, `SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user`).Scan(&free)
	if err != nil {
		return fmt.Errorf("look at the owner's role: %w", err)
	}
	if !free {
		return errors.New("the role of DATABASE_OWNER_URL must bypass row-level security: ALTER ROLE ... BYPASSRLS")
	}
	return nil
}

func newProvider(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(data.Migrations, "migrations")
	if err != nil {
		return nil, err
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, db, files, goose.WithSessionLocker(locker), goose.WithDisableGlobalRegistry(true))
}

// BuildWalls takes all row-level security down and builds it anew, in one transaction, so
// that it is always what the schema says. It does nothing when it stands already.
func BuildWalls(ctx context.Context, ownerURL string) error {
	conn, err := pgx.Connect(ctx, ownerURL)
	if err != nil {
		return fmt.Errorf("open the database as its owner: %w", err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	return pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('walls', 1))`); err != nil {
			return err
		}
		standing, err := wallsStanding(ctx, tx)
		if err != nil || standing {
			return err
		}
		if _, err := tx.Exec(ctx, data.WallsByHand+data.Walls, pgx.QueryExecModeSimpleProtocol); err != nil {
			return fmt.Errorf("build the walls: %w", err)
		}
		_, err = tx.Exec(ctx, `WITH gone AS (DELETE FROM walls) INSERT INTO walls VALUES ($1)`, wallsChecksum())
		return err
	})
}

type querier interface {
	QueryRow(ctx context.Context, query string, args ...any) pgx.Row
}

func wallsStanding(ctx context.Context, q querier) (bool, error) {
	var standing bool
	err := q.QueryRow(ctx, `SELECT EXISTS (SELECT FROM walls WHERE checksum = $1)`, wallsChecksum()).Scan(&standing)
	return standing, err
}

func wallsChecksum() string {
	sum := sha256.Sum256([]byte(data.WallsByHand + data.Walls))
	return hex.EncodeToString(sum[:])
}

// Version is the number of the newest migration that this program holds.
func Version() (int64, error) {
	files, err := fs.Glob(data.Migrations, "migrations/*.sql")
	if err != nil || len(files) == 0 {
		return 0, fmt.Errorf("find the migrations: %w", err)
	}
	return goose.NumericComponent(files[len(files)-1])
}

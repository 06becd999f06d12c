// Package backup copies the whole database into one file and back, without any program
// beside PostgreSQL's server.
//
// The file is a gzipped tar: backup.json (what is in it), the rows of each table as COPY text
// in pieces of at most a megabyte, each with its SHA-256 in the header, and at the end
// manifest.json with the count and SHA-256 of each table. It does not hold the keys of the
// activity log: without them nobody can tell whether a restored log is as it was stored.
package backup

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// format is the version of the file's form.
const format = 1

// Manifest is what a backup holds.
type Manifest struct {
	Format int `json:"format"`
	// Program is the version of Lanyard that made it, and Migration that of the database.
	Program   string    `json:"program"`
	Migration int64     `json:"migration"`
	Time      time.Time `json:"time"`
	// Months are those that the log has partitions for, such as 2026-11.
	Months []string `json:"months"`
	Tables []Table  `json:"tables"`
}

// Table is what a backup holds of a table. Rows and SHA256 are known at its end.
type Table struct {
	Name    string   `json:"name"`
	Columns []string `json:"columns"`
	Rows    int64    `json:"rows"`
	SHA256  string   `json:"sha256,omitempty"`
}

// Rows is how many rows there are in all tables.
func (m Manifest) Rows() int64 {
	var all int64
	for _, t := range m.Tables {
		all += t.Rows
	}
	return all
}

// Backup writes all tables as they are at one moment; others go on working. ownerURL must be
// of a role that row-level security does not bind: hidden rows are an error.
func Backup(ctx context.Context, ownerURL string, w io.Writer) (Manifest, error) {
	m, err := backUp(ctx, ownerURL, w)
	if err != nil {
		return Manifest{}, fmt.Errorf("back up: %w", err)
	}
	return m, nil
}

func backUp(ctx context.Context, ownerURL string, w io.Writer) (Manifest, error) {
	conn, err := connect(ctx, ownerURL)
	if err != nil {
		return Manifest{}, err
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	m := Manifest{Format: format, Program: program(), Time: time.Now().UTC()}
	tx, err := conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return Manifest{}, err
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }()
	if err := describe(ctx, tx, &m); err != nil {
		return Manifest{}, err
	}
	return m, write(ctx, conn, w, &m)
}

// describe fills in what there is, and keeps migrations off until the end.
func describe(ctx context.Context, tx pgx.Tx, m *Manifest) (err error) {
	if m.Tables, err = tables(ctx, tx); err != nil {
		return err
	}
	if _, err = tx.Exec(ctx, `LOCK TABLE `+names(m.Tables)+` IN ACCESS SHARE MODE`); err != nil {
		return err
	}
	if m.Months, err = months(ctx, tx); err != nil {
		return err
	}
	return tx.QueryRow(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&m.Migration)
}

func write(ctx context.Context, conn *pgx.Conn, w io.Writer, m *Manifest) error {
	a := newArchive(w)
	if err := a.document(headName, m); err != nil {
		return err
	}
	for i := range m.Tables {
		t := &m.Tables[i]
		pieces := a.table(t.Name)
		tag, err := conn.PgConn().CopyTo(ctx, pieces, `COPY (SELECT `+t.columns()+` FROM `+t.name()+`) TO STDOUT`)
		if err != nil {
			return fmt.Errorf("read the table %s: %w", t.Name, err)
		}
		t.Rows = tag.RowsAffected()
		if t.SHA256, err = pieces.close(); err != nil {
			return err
		}
	}
	if err := a.document(manifestName, m); err != nil {
		return err
	}
	return a.close()
}

// connect sets what the text form of values depends on, so that it is the same everywhere.
func connect(ctx context.Context, ownerURL string) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(ownerURL)
	if err != nil {
		return nil, fmt.Errorf("read the owner's URL of the database: %w", err)
	}
	for name, value := range map[string]string{
		"row_security": "off", "client_encoding": "UTF8", "timezone": "UTC", "datestyle": "ISO, MDY", "intervalstyle": "postgres",
		"bytea_output": "hex", "extra_float_digits": "1", "statement_timeout": "0", "idle_in_transaction_session_timeout": "0",
	} {
		config.RuntimeParams[name] = value
	}
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open the database as its owner: %w", err)
	}
	return conn, nil
}

// program is the version of this program: that of its module or its commit.
func program() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return strings.TrimPrefix(info.Main.Version+" "+s.Value[:min(12, len(s.Value))], "(devel) ")
		}
	}
	return info.Main.Version
}

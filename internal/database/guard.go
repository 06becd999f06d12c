package database

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Ready tells whether the database answers and is of this program's version, walls included.
func (db *DB) Ready(ctx context.Context) error {
	want, err := Version()
	if err != nil {
		return err
	}
	var have int64
	if err := db.pool.QueryRow(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&have); err != nil {
		return fmt.Errorf("read the database's version: %w", err)
	}
	standing, err := wallsStanding(ctx, db.pool)
	if err != nil {
		return fmt.Errorf("read the walls' checksum: %w", err)
	}
	if have != want || !standing {
		return ErrNotMigrated
	}
	return nil
}

// Empty tells whether there is no account yet.
func (db *DB) Empty(ctx context.Context) (bool, error) {
	var empty bool
	err := db.pool.QueryRow(ctx, `SELECT no_account()`).Scan(&empty)
	return empty, err
}

// Guard refuses a database whose walls the server could walk round: a role that is superuser,
// bypasses row-level security or owns tables, and tables of accounts without policies.
func (db *DB) Guard(ctx context.Context) error {
	return errors.Join(db.guardRole(ctx), db.guardTables(ctx))
}

func (db *DB) guardRole(ctx context.Context) error {
	var role, why string
	err := db.pool.QueryRow(ctx, `
		SELECT r.rolname, CASE
			WHEN r.rolsuper THEN 'is a superuser'
			WHEN r.rolbypassrls THEN 'bypasses row-level security'
			WHEN EXISTS (SELECT FROM pg_roles o WHERE (o.rolsuper OR o.rolbypassrls) AND pg_has_role(session_user, o.oid, 'MEMBER'))
				THEN 'can become a role that is a superuser or bypasses row-level security'
			WHEN EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(session_user, c.relowner, 'MEMBER'))
				THEN 'owns tables, or can become the role that does'
			ELSE '' END
		FROM pg_roles r WHERE r.rolname = session_user`).Scan(&role, &why)
	if err != nil {
		return fmt.Errorf("look at the server's role: %w", err)
	}
	if why != "" {
		return fmt.Errorf("the role %s of DATABASE_URL %s: use a role of its own, a member of lanyard_app and of nothing else", role, why)
	}
	return nil
}

func (db *DB) guardTables(ctx context.Context) error {
	rows, err := db.pool.Query(ctx, `
		SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
			AND c.relname NOT IN ('walls', 'goose_db_version')
			AND has_any_column_privilege(session_user, c.oid, 'SELECT, INSERT, UPDATE')
			AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
		ORDER BY 1`)
	if err != nil {
		return fmt.Errorf("look at the tables: %w", err)
	}
	defer rows.Close()
	var open []string
	for rows.Next() {
		var table string
		if err := rows.Scan(&table); err != nil {
			return err
		}
		open = append(open, table)
	}
	if len(open) > 0 {
		return fmt.Errorf("no row-level security on %s: run lanyard migrate", strings.Join(open, ", "))
	}
	return rows.Err()
}

package backup

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
)

func (t Table) name() string { return pgx.Identifier{t.Name}.Sanitize() }

func (t Table) columns() string {
	quoted := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		quoted[i] = pgx.Identifier{c}.Sanitize()
	}
	return strings.Join(quoted, ", ")
}

func names(tables []Table) string {
	quoted := make([]string, len(tables))
	for i, t := range tables {
		quoted[i] = t.name()
	}
	return strings.Join(quoted, ", ")
}

// tables are all tables of the schema public, those first that others refer to. Partitions
// are reached through their table; the migrations and the walls are the program's.
func tables(ctx context.Context, tx pgx.Tx) ([]Table, error) {
	rows, err := tx.Query(ctx, `
		SELECT c.relname::text, ARRAY(SELECT a.attname::text FROM pg_attribute a
				WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum),
			ARRAY(SELECT n.relname::text FROM pg_constraint f JOIN pg_class n ON n.oid = f.confrelid
				WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid)
		FROM pg_class c
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
			AND c.relname NOT IN ('goose_db_version', 'walls')
		ORDER BY 1`)
	if err != nil {
		return nil, fmt.Errorf("list the tables: %w", err)
	}
	var all []Table
	var t Table
	var refers []string
	needs := map[string][]string{}
	_, err = pgx.ForEachRow(rows, []any{&t.Name, &t.Columns, &refers}, func() error {
		all, needs[t.Name] = append(all, t), refers
		t, refers = Table{}, nil
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the tables: %w", err)
	}
	return inOrder(all, needs)
}

// inOrder puts each table behind all that it needs.
func inOrder(all []Table, needs map[string][]string) ([]Table, error) {
	var ordered []Table
	placed := map[string]bool{}
	for len(ordered) < len(all) {
		before := len(ordered)
		for _, t := range all {
			open := func(needed string) bool { return !placed[needed] }
			if !placed[t.Name] && !slices.ContainsFunc(needs[t.Name], open) {
				ordered, placed[t.Name] = append(ordered, t), true
			}
		}
		if len(ordered) == before {
			return nil, errors.New("the tables refer to each other in a circle")
		}
	}
	return ordered, nil
}

// months are those of the log's partitions.
func months(ctx context.Context, tx pgx.Tx) ([]string, error) {
	rows, err := tx.Query(ctx, `
		SELECT substr(c.relname, 8, 4) || '-' || substr(c.relname, 12, 2) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
		WHERE i.inhparent = 'events'::regclass AND c.relname ~ '^events_[0-9]{6}$' ORDER BY 1`)
	if err != nil {
		return nil, fmt.Errorf("list the months of the log: %w", err)
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

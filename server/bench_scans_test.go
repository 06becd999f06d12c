package main

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/dbtest"
)

// flushed is how long PostgreSQL keeps what a connection counts to itself, at most, while it is in use.
const flushed = 1100 * time.Millisecond

// withoutScans measures a reading, and fails when it scans one of the big tables from end to end: a
// list has an index for the order in which it is read.
func withoutScans(b *testing.B, db *pgx.Conn, read func() error) {
	b.Helper()
	before := scanned(b, db)
	for b.Loop() {
		if err := read(); err != nil {
			b.Fatal(err)
		}
	}
	time.Sleep(flushed)
	if err := read(); err != nil {
		b.Fatal(err)
	}
	for table, rows := range scanned(b, db) {
		if rows > before[table] {
			b.Errorf("%d rows of %s are read by sequential scans", rows-before[table], table)
		}
	}
}

// scanned are the rows that sequential scans have read so far, of each big table.
func scanned(b *testing.B, db *pgx.Conn) map[string]int64 {
	b.Helper()
	rows := dbtest.Must[pgx.Rows](b)(db.Query(context.Background(), `SELECT relname::text, seq_tup_read FROM pg_stat_user_tables WHERE n_live_tup > 20000`))
	all := map[string]int64{}
	var table string
	var read int64
	if _, err := pgx.ForEachRow(rows, []any{&table, &read}, func() error {
		all[table] = read
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	if len(all) < 5 {
		b.Fatalf("%d tables are big", len(all))
	}
	return all
}

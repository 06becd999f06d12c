package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5"
)

// sender is what both the pool and a transaction can do.
type sender interface {
	SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults
}

// entDriver carries ent's statements, each in one batch with the identity it runs in: one
// round trip, and nothing of it stays on the connection. Hooks on a pool of database/sql do
// not do: under reconnects they leave statements with another's identity or with none.
type entDriver struct {
	sender sender
	mode   mode
}

// EntReader is ent's way to the database for everything that only reads: its statements run
// in read-only transactions.
func (db *DB) EntReader() dialect.Driver { return entDriver{db.pool, readOnly} }

// EntWriter is ent's way to the database within the transaction.
func (t *Tx) EntWriter() dialect.Driver { return entDriver{t.tx, readWrite} }

// Exec implements dialect.ExecQuerier.
func (d entDriver) Exec(ctx context.Context, query string, args, v any) error {
	results, err := d.send(ctx, query, args)
	if err != nil {
		return err
	}
	tag, err := results.Exec()
	if err = errors.Join(err, results.Close()); err != nil {
		return err
	}
	if result, ok := v.(*sql.Result); ok {
		*result = driver.RowsAffected(tag.RowsAffected())
	}
	return nil
}

// Query implements dialect.ExecQuerier.
func (d entDriver) Query(ctx context.Context, query string, args, v any) error {
	into, ok := v.(*sql.Rows)
	if !ok {
		return fmt.Errorf("query into %T: *sql.Rows was expected", v)
	}
	results, err := d.send(ctx, query, args)
	if err != nil {
		return err
	}
	r, err := results.Query()
	if err != nil {
		return errors.Join(err, results.Close())
	}
	*into = sql.Rows{ColumnScanner: &rows{r, results.Close}}
	return nil
}

func (d entDriver) send(ctx context.Context, query string, args any) (pgx.BatchResults, error) {
	list, ok := args.([]any)
	if !ok {
		return nil, fmt.Errorf("arguments in %T: []any was expected", args)
	}
	return send(ctx, d.sender, d.mode, query, list)
}

// send sends the identity and the query in one batch, and reads the identity's result: what
// comes next is the query's.
func send(ctx context.Context, to sender, m mode, query string, args []any) (pgx.BatchResults, error) {
	b := new(pgx.Batch)
	announce(ctx, b, m)
	b.Queue(query, args...)
	results := to.SendBatch(ctx, b)
	if _, err := results.Exec(); err != nil {
		_ = results.Close() // it says the same again
		return nil, err
	}
	return results, nil
}

func sendQuery(ctx context.Context, to sender, m mode, query string, args []any) (pgx.Rows, error) {
	results, err := send(ctx, to, m, query, args)
	if err != nil {
		return nil, err
	}
	r, err := results.Query()
	if err != nil {
		return nil, errors.Join(err, results.Close())
	}
	return &batchRows{Rows: r, results: results}, nil
}

// Tx implements dialect.Driver. Within a transaction there is no other; outside of one
// nothing writes.
func (d entDriver) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(d), nil }

// Close implements dialect.Driver. The pool and the transaction are closed where they were
// opened.
func (d entDriver) Close() error { return nil }

// Dialect implements dialect.Driver.
func (d entDriver) Dialect() string { return dialect.Postgres }

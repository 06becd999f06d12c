package database

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// DB is a pool of connections that carry no identity of their own.
type DB struct{ pool *pgxpool.Pool }

// Open makes the pool. It does not connect yet: a database that is away now may be back for
// the first request.
func Open(ctx context.Context, url string, connections int32) (*DB, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("read DATABASE_URL: %w", err)
	}
	config.MaxConns = connections
	config.ConnConfig.Tracer = spans{}
	config.ConnConfig.ConnectTimeout = 2 * time.Second
	config.PingTimeout = 2 * time.Second
	config.AfterConnect = func(_ context.Context, conn *pgx.Conn) error {
		encodeUUIDs(conn.TypeMap())
		return nil
	}
	params := config.ConnConfig.RuntimeParams
	params["application_name"] = "lanyard"
	params["timezone"] = "UTC"
	params["statement_timeout"] = "10000"
	params["random_page_cost"] = "1.1" // of disks that do not turn: else the log's indexes are passed over
	params["lock_timeout"] = "5000"
	params["idle_in_transaction_session_timeout"] = "15000"
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	return &DB{pool: pool}, nil
}

// PoolStat is how busy the connections are.
type PoolStat struct {
	Used, Most int32
	// Waits counts the requests that had to wait for a connection.
	Waits int64
}

// PoolStat tells how busy the connections are now.
func (db *DB) PoolStat() PoolStat {
	s := db.pool.Stat()
	return PoolStat{Used: s.AcquiredConns(), Most: s.MaxConns(), Waits: s.EmptyAcquireCount()}
}

// Close waits for the statements under way and closes all connections.
func (db *DB) Close() { db.pool.Close() }

// Ping tells whether the database answers.
func (db *DB) Ping(ctx context.Context) error { return db.pool.Ping(ctx) }

// Send runs the statements that fill queues as one transaction in one round trip, with the
// identity of ctx. When it returns nil they are committed.
func (db *DB) Send(ctx context.Context, fill func(*pgx.Batch)) error {
	b := new(pgx.Batch)
	announce(ctx, b, readWrite)
	fill(b)
	return db.pool.SendBatch(ctx, b).Close()
}

// Query runs one query that only reads, with the identity of ctx. Close what it gives.
func (db *DB) Query(ctx context.Context, query string, args ...any) (pgx.Rows, error) {
	return sendQuery(ctx, db.pool, readOnly, query, args)
}

// Tx is a transaction. Like the pool it carries no identity of its own: each statement says
// in whose name it runs.
type Tx struct{ tx pgx.Tx }

// Begin opens a transaction that may write. internal/activity is its only caller, for changes
// and for sealing: a change without an event must not exist.
func (db *DB) Begin(ctx context.Context) (*Tx, error) {
	tx, err := db.pool.Begin(ctx)
	if err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	return &Tx{tx}, nil
}

// Send runs statements within the transaction in one round trip, with the identity of ctx.
func (t *Tx) Send(ctx context.Context, fill func(*pgx.Batch)) error {
	b := new(pgx.Batch)
	announce(ctx, b, readWrite)
	fill(b)
	return t.tx.SendBatch(ctx, b).Close()
}

// ExecSQL runs one statement within the transaction, with the identity of ctx.
func (t *Tx) ExecSQL(ctx context.Context, query string, args ...any) (pgconn.CommandTag, error) {
	results, err := send(ctx, t.tx, readWrite, query, args)
	if err != nil {
		return pgconn.CommandTag{}, err
	}
	tag, err := results.Exec()
	return tag, errors.Join(err, results.Close())
}

// QuerySQL runs one query within the transaction, with the identity of ctx. The rows must be
// closed before the transaction goes on.
func (t *Tx) QuerySQL(ctx context.Context, query string, args ...any) (pgx.Rows, error) {
	return sendQuery(ctx, t.tx, readWrite, query, args)
}

// CommitWith runs statements and commits, in one round trip after the identity's.
func (t *Tx) CommitWith(ctx context.Context, fill func(*pgx.Batch)) error {
	if err := t.Send(ctx, fill); err != nil {
		return err
	}
	return t.tx.Commit(ctx)
}

// Cancel rolls back; after a commit it does nothing. It works on a dead context too.
func (t *Tx) Cancel(ctx context.Context) {
	_ = t.tx.Rollback(context.WithoutCancel(ctx))
}

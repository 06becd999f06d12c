package database_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/ent/gen/ent"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// owner is a connection as the owner of the world's database, round the walls.
func owner(t *testing.T, w *dbtest.World) *pgx.Conn { return connect(t, w.OwnerURL) }

func connect(t *testing.T, url string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	must(t, err)
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func one[T any](t *testing.T, conn *pgx.Conn, query string, args ...any) (v T) {
	t.Helper()
	must(t, conn.QueryRow(t.Context(), query, args...).Scan(&v))
	return v
}

// open opens the world's database once more, as the server does.
func open(t *testing.T, url string, connections int32) *database.DB {
	t.Helper()
	db, err := database.Open(t.Context(), url, connections)
	must(t, err)
	t.Cleanup(db.Close)
	return db
}

// client plants a client.
func client(t *testing.T, conn *pgx.Conn, account uuid.UUID, number int) uuid.UUID {
	t.Helper()
	return one[uuid.UUID](t, conn, `INSERT INTO clients (id, account_id, number, first_name, last_name, created_at)
		VALUES (gen_random_uuid(), $1, $2, 'First', 'Last', now()) RETURNING id`, account, number)
}

// as is a context in the name of the account's owner, in the account.
func as(a *dbtest.Account) context.Context {
	return database.With(context.Background(), database.Identity{Username: a.Owner.Username, Account: a.ID})
}

func reader(db *database.DB) *ent.Client { return ent.NewClient(ent.Driver(db.EntReader())) }

// state is the SQLSTATE of a refusal; empty: there was none.
func state(err error) string {
	var refused *pgconn.PgError
	if errors.As(err, &refused) {
		return refused.Code
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

const (
	denied   = "42501" // insufficient_privilege: by grants, and by row-level security
	readOnly = "25006" // read_only_sql_transaction
)

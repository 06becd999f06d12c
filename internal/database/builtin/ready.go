package builtin

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// cannotConnectNow is the code of a PostgreSQL that is starting or recovering.
const cannotConnectNow = "57P03"

// waitReady waits until the cluster answers. A PostgreSQL that recovers says so, and may take
// as long as it needs; one that says nothing has a minute.
func (s *Server) waitReady(ctx context.Context) error {
	const patience = time.Minute
	for deadline := time.Now().Add(patience); ; {
		err := s.ping(ctx)
		if err == nil {
			return nil
		}
		if died := s.failed(); died != nil {
			return died
		}
		var answer *pgconn.PgError
		if errors.As(err, &answer) && answer.Code == cannotConnectNow {
			deadline = time.Now().Add(patience)
		}
		if ctx.Err() != nil || time.Now().After(deadline) {
			return fmt.Errorf("the built-in PostgreSQL does not answer: %w", err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func (s *Server) ping(ctx context.Context) error {
	if s.child == nil { // another Lanyard's: it may be starting, and on another address
		file, err := s.paths.readPidFile()
		if err != nil {
			return err
		}
		if s.address, err = file.address(s.paths); err != nil {
			return err
		}
	}
	conn, err := pgx.Connect(ctx, s.URL(Owner, "postgres"))
	if err != nil {
		return err
	}
	return conn.Close(ctx)
}

func (s *Server) failed() error {
	if s.child == nil {
		return nil
	}
	return s.child.failed()
}

// prepare makes the role and the database that are not there yet, and gives the role its
// rights anew: a migration makes it without LOGIN, and a hand may have given it more.
func (s *Server) prepare(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, s.URL(Owner, "postgres"))
	if err != nil {
		return fmt.Errorf("open the built-in PostgreSQL: %w", err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	rights := " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"
	if s.address.password != "" {
		rights += " PASSWORD '" + s.address.password + "'" // letters and digits only
	}
	for _, step := range []struct{ unless, statement string }{
		{`SELECT FROM pg_roles WHERE rolname = '` + App + `'`, `CREATE ROLE ` + App},
		{`SELECT WHERE false`, `ALTER ROLE ` + App + rights},
		{`SELECT FROM pg_database WHERE datname = '` + Database + `'`, `CREATE DATABASE ` + Database},
	} {
		if err := executeUnless(ctx, conn, step.unless, step.statement); err != nil {
			return fmt.Errorf("prepare the built-in PostgreSQL: %w", err)
		}
	}
	return nil
}

// executeUnless executes a statement unless a query finds a row.
func executeUnless(ctx context.Context, conn *pgx.Conn, query, statement string) error {
	found, err := conn.Exec(ctx, query)
	if err != nil || found.RowsAffected() > 0 {
		return err
	}
	_, err = conn.Exec(ctx, statement)
	return err
}

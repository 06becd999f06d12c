package activity

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// Seal is the place of an event in the chain of its account. When it was sealed is not part
// of the hash.
type Seal struct {
	// Event is the event's id.
	Event uuid.UUID
	// Seq is its number in the account, without gaps from 1.
	Seq      int64
	PrevHash []byte
	Hash     []byte
	SealedAt time.Time
}

// Row is an event with its seal.
type Row struct {
	Account uuid.UUID
	// Seal is nil where the event has none yet.
	Seal *Seal
	// event is the text of each of fields, nil where the event of the seal is gone.
	event []string
}

// Source is a log that can be verified: all rows of an account together, sealed ones in the
// order of their numbers, then the others.
type Source struct {
	// At is the moment whose log it is: an event waits for its seal since then.
	At   time.Time
	Rows iter.Seq2[Row, error]
}

// FromDatabase is the log of the database at ownerURL, as it is when the rows are read. The
// role must be one that row-level security does not bind: hidden rows are an error.
func FromDatabase(ctx context.Context, ownerURL string) Source {
	return Source{At: time.Now(), Rows: func(yield func(Row, error) bool) {
		conn, err := connectOwner(ctx, ownerURL)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
		FromConn(ctx, conn, time.Time{}).Rows(yield)
	}}
}

func connectOwner(ctx context.Context, ownerURL string) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(ownerURL)
	if err != nil {
		return nil, fmt.Errorf("read the owner's URL of the database: %w", err)
	}
	config.RuntimeParams["work_mem"] = "64MB" // the rows are joined and sorted there
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open the database as its owner: %w", err)
	}
	return conn, nil
}

// logRows sorts rows before it makes texts of them: texts are larger.
var logRows = `SELECT coalesce(sealed_account, account_id), seal_id, seq, prev_hash, hash, sealed_at, ` + asText + `
	FROM (SELECT s.id AS seal_id, s.account_id AS sealed_account, s.seq, s.prev_hash, s.hash, s.sealed_at, e.*
		FROM seals s FULL JOIN events e ON e.id = s.id
		ORDER BY coalesce(s.account_id, e.account_id), s.seq NULLS LAST, e.occurred_at, e.id OFFSET 0) log`

// FromConn is the log that the connection sees, in its transaction if it has one.
func FromConn(ctx context.Context, conn *pgx.Conn, at time.Time) Source {
	return Source{At: at, Rows: func(yield func(Row, error) bool) {
		if _, err := conn.Exec(ctx, `SET row_security = off`); err != nil {
			yield(Row{}, fmt.Errorf("read the log past row-level security: %w", err))
			return
		}
		rows, err := conn.Query(ctx, logRows)
		if err != nil {
			yield(Row{}, fmt.Errorf("read the log: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := scanRow(rows)
			if !yield(row, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Row{}, fmt.Errorf("read the log: %w", err))
		}
	}}
}

func scanRow(rows pgx.Rows) (Row, error) {
	var row Row
	var id *uuid.UUID
	var seq *int64
	var sealedAt *time.Time
	var seal Seal
	event, err := scanFields(rows, &row.Account, &id, &seq, &seal.PrevHash, &seal.Hash, &sealedAt)
	if err != nil {
		return Row{}, fmt.Errorf("read the log: %w", err)
	}
	row.event = event
	if id != nil && seq != nil && sealedAt != nil {
		seal.Event, seal.Seq, seal.SealedAt = *id, *seq, *sealedAt
		row.Seal = &seal
	}
	return row, nil
}

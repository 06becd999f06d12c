package database

import "github.com/jackc/pgx/v5/pgxpool"

// Pool shows the tests what a connection is like behind the identity's back.
func (db *DB) Pool() *pgxpool.Pool { return db.pool }

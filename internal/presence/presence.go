// Package presence tells people who look at the same thing of each other: whoever is about to change
// what another has open should know. It is no part of the activity log, and forgotten within a minute.
package presence

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Presence is somebody else who looks at the same thing now.
type Presence struct {
	Username string
	// Since is when they opened it.
	Since time.Time
	// Editing tells whether they have begun to change it.
	Editing bool
}

// Here is what a window of the viewer shows.
type Here struct {
	Account uuid.UUID
	// Type is its type in the API, which says whose privileges let it be seen, and Thing its row; for a
	// page of which there is one in an account, the section and the account.
	Type  string
	Thing uuid.UUID
	// Window is one the viewer's browser has made up.
	Window  uuid.UUID
	Editing bool
	// Leaving tells that the window shows it no more.
	Leaving bool
}

// noDataFound is the SQLSTATE with which be_here says that there is no such thing.
const noDataFound = "P0002"

// BeHere says what a window shows, and gives the others who look at it, by their names. It fails
// with NOT_FOUND for what the account does not have.
func BeHere(ctx context.Context, db *database.DB, h Here) ([]*Presence, error) {
	others := []*Presence{}
	err := db.Send(database.In(ctx, h.Account), func(b *pgx.Batch) {
		b.Queue(`SELECT name, since, editing FROM be_here($1, $2, $3, $4, $5)`, h.Type, h.Thing, h.Window, h.Editing, !h.Leaving).
			Query(func(rows pgx.Rows) (err error) {
				others, err = pgx.CollectRows(rows, pgx.RowToAddrOfStructByPos[Presence])
				return err
			})
	})
	if said := new(pgconn.PgError); errors.As(err, &said) && said.Code == noDataFound {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("say who is here: %w", err)
	}
	return others, nil
}

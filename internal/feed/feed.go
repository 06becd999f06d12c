// Package feed tells what changed in an account, in the order of its sealed log: what the live notices say,
// with a memory. It carries ids and no data.
package feed

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// Entry is something that changed.
type Entry struct {
	Account    uuid.UUID
	Cursor     string
	OccurredAt time.Time
	Code       string
	Action     activity.Action
	Section    access.Section
	// EntityType is the API's type of what changed; empty: nothing that has an id.
	EntityType string
	EntityIDs  []globalid.ID
	ClientIDs  []globalid.ID
}

// Page is what comes after a cursor.
type Page struct {
	Nodes []*Entry
	// Cursor is up to where was looked: what may not be viewed is passed over.
	Cursor  string
	HasMore bool
}

// row is a row of changes_after; of the last one all is nil that it does not say.
type row struct {
	Seq        int64
	Mark       []byte
	More       *bool
	OccurredAt *time.Time
	Code       *string
	Action     *string
	Section    *string
	EntityType *string
	Entities   []uuid.UUID
	Clients    []uuid.UUID
}

// errNoPlace is the one answer for what the viewer may not follow and for a place that its log does not have.
func errNoPlace() error {
	return problem.New(problem.NotFound, "There is no such cursor in this account's log. Take a new one, and read anew what you keep.")
}

// Now is the cursor of this moment: what is asked for later holds all that changed before.
func Now(ctx context.Context, log *activity.Log, account uuid.UUID) (*string, error) {
	p, err := read(ctx, log, account, nil, 1)
	if err != nil {
		return nil, err
	}
	return &p.Cursor, nil
}

// After gives what changed after a cursor, the oldest first.
func After(ctx context.Context, log *activity.Log, account uuid.UUID, after string, first int) (*Page, error) {
	if first < 1 || first > page.Most {
		return nil, problem.Invalid("first", "Ask for 1 to %d entries at a time.", page.Most)
	}
	from, err := parse(after)
	if err != nil {
		return nil, err
	}
	if from.Account != account {
		return nil, errNoPlace()
	}
	return read(ctx, log, account, &from, first)
}

func read(ctx context.Context, log *activity.Log, account uuid.UUID, from *Cursor, first int) (*Page, error) {
	var seq *int64
	var mark []byte
	if from != nil {
		seq, mark = &from.seq, from.mark[:]
	}
	rows, err := log.Query(database.In(ctx, account), `SELECT * FROM changes_after($1, $2, $3)`, seq, mark, first)
	if err != nil {
		return nil, fmt.Errorf("read the feed: %w", err)
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[row])
	if err != nil {
		return nil, fmt.Errorf("read the feed: %w", err)
	}
	if len(found) == 0 {
		return nil, errNoPlace()
	}
	return pageOf(access.ViewerFrom(ctx), account, found, time.Now().UnixMicro())
}

// pageOf is the first wall: of what the database let through, what the viewer may view now.
func pageOf(v *access.Viewer, account uuid.UUID, rows []row, now int64) (*Page, error) {
	last := rows[len(rows)-1]
	p := &Page{Nodes: []*Entry{}, Cursor: at(account, last.Seq, last.Mark).String(), HasMore: last.More != nil && *last.More}
	for _, r := range rows[:len(rows)-1] {
		section, err := access.ParseSection(*r.Section)
		if err != nil {
			return nil, err
		}
		if access.Decide(v, account, section, access.View, now) {
			p.Nodes = append(p.Nodes, &Entry{
				account, at(account, r.Seq, r.Mark).String(), *r.OccurredAt, *r.Code, activity.Action(*r.Action), section,
				*r.EntityType, globalid.All(*r.EntityType, account, r.Entities), globalid.All("Client", account, r.Clients),
			})
		}
	}
	return p, nil
}

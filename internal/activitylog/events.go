// Package activitylog is the section Activity Log: reading, filtering and paging the events of
// an account. internal/activity writes them. Reading the log is itself an event.
package activitylog

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/event"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// newestFirst is the order of the log. Ids tell events of the same microsecond apart.
var newestFirst = page.Key{Columns: []string{event.FieldOccurredAt, event.FieldID}, Descend: true}

// cursorTime writes all six places of PostgreSQL's microseconds: a cursor that rounds would
// repeat events or leave some out.
const cursorTime = "2006-01-02T15:04:05.000000Z07:00"

func keys(e *ent.Event) []string {
	return []string{e.OccurredAt.UTC().Format(cursorTime), e.ID.String()}
}

// Events reads a page of the account's log, the newest event first. It fails with
// BAD_USER_INPUT for a page that cannot be.
func Events(ctx context.Context, log *activity.Log, account uuid.UUID, f Filter, args page.Args) (*page.Page[*ent.Event], error) {
	r := reader{log.Reader(), account}
	src := page.Source[*ent.Event]{
		Key:  newestFirst,
		Keys: keys,
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.Event, error) {
			return r.find(ctx, f, beyond, limit)
		},
	}
	p, err := page.Cut(database.PlannedAnew(database.In(ctx, account)), args, src)
	if err != nil {
		return nil, fmt.Errorf("read the log: %w", err)
	}
	e := read(account, len(p.Nodes))
	if client := f.client(account); client != uuid.Nil {
		e.Clients = []uuid.UUID{client}
	}
	return p, activity.Note(ctx, e)
}

// Event reads one event. It fails with NOT_FOUND for an id that this account does not have.
func Event(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Event, error) {
	found, err := log.Reader().Event.Query().Where(event.AccountID(account), event.ID(id)).Only(database.In(ctx, account))
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read event: %w", err)
	}
	e := read(account, 1)
	e.Entities = []uuid.UUID{id}
	return found, activity.Note(ctx, e)
}

// read is the event of reading the log. It does not name the events of a page: each would be
// named by the next reader's page again, without end.
func read(account uuid.UUID, rows int) activity.Event {
	return activity.Event{
		Account: account, Code: "log.read", Action: activity.Read, Section: access.ActivityLog.String(),
		EntityType: "Event", RowCount: rows,
	}
}

// reader reads the log of one account.
type reader struct {
	db      *ent.Client
	account uuid.UUID
}

// find reads the newest events that f and beyond let through.
func (r reader) find(ctx context.Context, f Filter, beyond func(*sql.Selector), limit int) ([]*ent.Event, error) {
	where, err := r.where(ctx, f)
	if err != nil || where == nil {
		return nil, err
	}
	matching := r.db.Event.Query().Where(where...).Where(beyond)
	if f.Client == nil {
		return matching.Order(newestFirst.Order).Limit(limit).All(ctx)
	}
	return ofClient(ctx, matching, f.client(r.account), limit)
}

// firstSpan is how far back a client's events are looked for at first; each further look
// reaches widenBy times as far, and the one beyond longestSpan takes in all that is left.
const (
	firstSpan   = 30 * 24 * time.Hour
	longestSpan = 1000 * 24 * time.Hour
	widenBy     = 4
)

// ofClient reads the newest events that concern the client, span by span. In the log's order
// the planner would walk the whole log for a client with few events; sorted by an expression
// that no index has, it asks the index of clients and sorts what it finds. The spans keep
// that little for a client with many.
func ofClient(ctx context.Context, matching *ent.EventQuery, client uuid.UUID, limit int) ([]*ent.Event, error) {
	newest, err := newestTime(ctx, matching)
	if err != nil || newest.IsZero() {
		return nil, err
	}
	matching = matching.Where(concerns(client))
	var found []*ent.Event
	for span := firstSpan; len(found) < limit && !newest.IsZero(); span *= widenBy {
		part := matching.Clone().Where(event.OccurredAtLTE(newest))
		if newest = newest.Add(-span); span > longestSpan {
			newest = time.Time{}
		} else {
			part.Where(event.OccurredAtGT(newest))
		}
		events, err := part.Order(newestFirstSorted).Limit(limit - len(found)).All(ctx)
		if err != nil {
			return nil, err
		}
		found = append(found, events...)
	}
	return found, nil
}

// newestTime is when the newest of the events happened; zero: there are none.
func newestTime(ctx context.Context, matching *ent.EventQuery) (time.Time, error) {
	newest, err := matching.Clone().Order(newestFirst.Order).Limit(1).Select(event.FieldOccurredAt).All(ctx)
	if err != nil || len(newest) == 0 {
		return time.Time{}, err
	}
	return newest[0].OccurredAt, nil
}

// newestFirstSorted is the log's order in a form that no index serves.
func newestFirstSorted(s *sql.Selector) {
	s.OrderExpr(sql.ExprFunc(func(b *sql.Builder) {
		b.Ident(s.C(event.FieldOccurredAt)).WriteString(" AT TIME ZONE 'UTC' DESC, ").Ident(s.C(event.FieldID)).WriteString(" DESC")
	}))
}

// concerns lets through the events of the client.
func concerns(client uuid.UUID) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(event.FieldClientIds)).WriteString(" @> ARRAY[").Arg(client).WriteString("::uuid]")
		}))
	}
}

// Package activitylog is the section Activity Log: reading, filtering and paging the events of
// an account. internal/activity writes them. Reading the log is itself an event.
package activitylog

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/event"
	"lanyard/ent/gen/ent/predicate"
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
	p, err := cut(ctx, reader{log.Reader(), account}, f, args, page.Most)
	if err != nil {
		return nil, err
	}
	return p, activity.Note(ctx, read(account, f, len(p.Nodes)))
}

func cut(ctx context.Context, r reader, f Filter, args page.Args, most int) (*page.Page[*ent.Event], error) {
	in := func(ctx context.Context) context.Context { return database.PlannedAnew(database.In(ctx, r.account)) }
	p, err := page.Cut(in(ctx), args, page.Source[*ent.Event]{
		Key:  newestFirst,
		Keys: keys,
		Most: most,
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.Event, error) {
			return r.find(ctx, f, beyond, limit)
		},
		Count: func(ctx context.Context) (int, error) { return r.total(in(ctx), f) },
	})
	if err != nil {
		return nil, fmt.Errorf("read the log: %w", err)
	}
	return p, nil
}

// Event reads one event. It fails with NOT_FOUND for an id that this account does not have.
func Event(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Event, error) {
	found, err := one(database.PlannedAnew(database.In(ctx, account)), log.Reader().Event.Query().Where(event.AccountID(account), event.ID(id)), id)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read event: %w", err)
	}
	e := read(account, Filter{}, 1)
	e.Entities = []uuid.UUID{id}
	return found, activity.Note(ctx, e)
}

// idsWithin is how far the moment in an event's id may be from the one when it happened.
const idsWithin = time.Minute

// one looks for an event near the moment that its id was made at: no index leads to an id alone.
// An event that is told of later is found more slowly.
func one(ctx context.Context, matching *ent.EventQuery, id uuid.UUID) (*ent.Event, error) {
	if id.Version() == 7 {
		made := time.Unix(id.Time().UnixTime())
		found, err := matching.Clone().Where(event.OccurredAtGTE(made.Add(-idsWithin)), event.OccurredAtLTE(made.Add(idsWithin))).Only(ctx)
		if !ent.IsNotFound(err) {
			return found, err
		}
	}
	return matching.Only(ctx)
}

// read is the event of reading the log. It does not name the events of a page: each would be
// named by the next reader's page again, without end.
func read(account uuid.UUID, f Filter, rows int) activity.Event {
	e := activity.Event{
		Account: account, Code: "log.read", Action: activity.Read, Section: access.ActivityLog.String(),
		EntityType: "Event", RowCount: rows,
	}
	if client := f.client(account); client != uuid.Nil {
		e.Clients = []uuid.UUID{client}
	}
	return e
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
	typed, err := f.text()
	if err != nil {
		return nil, err
	}
	var ways []predicate.Event
	if typed != "" {
		if ways, err = r.found(ctx, typed); err != nil || len(ways) == 0 {
			return nil, err
		}
	}
	matching := r.db.Event.Query().Where(where...).Where(beyond)
	switch {
	case f.Client != nil:
		return ofClient(ctx, matching, r.clientIn(f, ways), limit)
	case typed != "":
		return r.newestOfAny(ctx, where, ways, beyond, limit)
	}
	return matching.Order(newestFirst.Order).Limit(limit).All(ctx)
}

// clientIn lets through the events of the client that match in any of the ways, if there are any.
func (r reader) clientIn(f Filter, ways []predicate.Event) predicate.Event {
	client := predicate.Event(concerns(f.client(r.account)))
	if len(ways) == 0 {
		return client
	}
	return event.And(client, event.Or(ways...))
}

// newestOfAny reads the newest events that match in any of the ways.
func (r reader) newestOfAny(ctx context.Context, where, ways []predicate.Event, beyond func(*sql.Selector), limit int) ([]*ent.Event, error) {
	var found []*ent.Event
	for _, way := range ways {
		conditions := slices.Concat(where, []predicate.Event{way})
		events, err := r.db.Event.Query().Where(event.AccountID(r.account), newestOf(limit, conditions, beyond)).
			Order(newestFirst.Order).Limit(limit).All(ctx)
		if err != nil {
			return nil, err
		}
		found = append(found, events...)
	}
	slices.SortFunc(found, func(a, b *ent.Event) int {
		return cmp.Or(b.OccurredAt.Compare(a.OccurredAt), bytes.Compare(b.ID[:], a.ID[:]))
	})
	found = slices.CompactFunc(found, func(a, b *ent.Event) bool { return a.ID == b.ID })
	return found[:min(len(found), limit)], nil
}

// total counts the events that f lets through.
func (r reader) total(ctx context.Context, f Filter) (int, error) {
	where, err := r.where(ctx, f)
	if err != nil || where == nil {
		return 0, err
	}
	if client := f.client(r.account); client != uuid.Nil {
		where = append(where, concerns(client))
	}
	typed, err := f.text()
	if err != nil {
		return 0, err
	}
	if typed == "" {
		return r.db.Event.Query().Where(where...).Count(ctx)
	}
	ways, err := r.found(ctx, typed)
	sum := 0
	for i, way := range ways {
		conditions := slices.Concat(where, []predicate.Event{way})
		for _, counted := range ways[:i] {
			conditions = append(conditions, event.Not(counted))
		}
		n, err := r.db.Event.Query().Where(conditions...).Count(ctx)
		if err != nil {
			return 0, err
		}
		sum += n
	}
	return sum, err
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
func ofClient(ctx context.Context, matching *ent.EventQuery, client predicate.Event, limit int) ([]*ent.Event, error) {
	newest, err := newestTime(ctx, matching)
	if err != nil || newest.IsZero() {
		return nil, err
	}
	matching = matching.Where(client)
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

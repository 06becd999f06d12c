package activitylog

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/event"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/form"
)

// Digest tells what there is to review in the log of some days: how many events, and of what
// deserves a look how many. No event is told.
type Digest struct {
	Counts
	Lines []DigestLine
	// Overlaps is the review that reaches furthest of those that share a day; nil: there is none.
	Overlaps *ent.Review
}

// Counts are how many events there are, and how many of them were refused and failed.
type Counts struct{ Events, Refused, Failed int }

// DigestLine is how many events of a matter there are.
type DigestLine struct {
	Matter Matter
	Count  int
}

// ReviewDigest sums up the log of the days. It fails with BAD_USER_INPUT for days that are not over.
func ReviewDigest(ctx context.Context, log *activity.Log, account uuid.UUID, from, until column.Date) (*Digest, error) {
	in := database.PlannedAnew(database.In(ctx, account))
	_, zone, err := zoned(in, log.Reader(), account)
	if err != nil {
		return nil, err
	}
	var c form.Checks
	days := spanOf(&c, from, until, zone)
	if c.Fault() != nil {
		return nil, c.Fault()
	}
	d, err := count(in, log, account, days, Matters())
	if err != nil {
		return nil, err
	}
	if d.Overlaps, err = overlapping(in, log.Reader(), account, days); err != nil {
		return nil, err
	}
	e := read(account, Filter{}, d.Events)
	e.EntityType = "ReviewDigest"
	return d, activity.Note(ctx, e)
}

// count counts the events of the days, and those of each matter, in one walk through them.
func count(ctx context.Context, db database.Querier, account uuid.UUID, days span, matters []Matter) (*Digest, error) {
	s := sql.Dialect(dialect.Postgres).Select("count(*)").From(sql.Table(event.Table))
	wanted := []predicate.Event{event.Outcome(string(activity.Denied)), event.Outcome(string(activity.Failed))}
	d := &Digest{Lines: make([]DigestLine, len(matters))}
	counts := []any{&d.Events, &d.Refused, &d.Failed}
	for i, m := range matters {
		wanted = append(wanted, m.events(account))
		d.Lines[i].Matter = m
		counts = append(counts, &d.Lines[i].Count)
	}
	for _, events := range wanted {
		s.AppendSelectExpr(countOf(events))
	}
	for _, condition := range []predicate.Event{event.AccountID(account), event.OccurredAtGTE(days.from), event.OccurredAtLT(days.until)} {
		condition(s)
	}
	query, args := s.Query()
	rows, err := db.Query(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("sum up the log: %w", err)
	}
	if _, err := pgx.ForEachRow(rows, counts, func() error { return nil }); err != nil {
		return nil, fmt.Errorf("sum up the log: %w", err)
	}
	return d, nil
}

func countOf(events predicate.Event) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		of := sql.Dialect(dialect.Postgres).Select().From(sql.Table(event.Table))
		events(of)
		b.WriteString("count(*) FILTER (WHERE ").Join(of.P()).WriteString(")")
	})
}

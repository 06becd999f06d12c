package activity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Log is the activity log, and the only way to write to the database.
type Log struct {
	db        *database.DB
	reader    *ent.Client
	writer    *writer
	announcer *announcer
}

// New starts the log's writer and announcer. Close ends them.
func New(db *database.DB) *Log {
	reader := ent.NewClient(ent.Driver(db.EntReader()))
	reader.Use(refuseWrites)
	announcer := startAnnouncer(db)
	return &Log{db, reader, startWriter(db, announcer.stored), announcer}
}

// Close stores and announces what is still under way.
func (l *Log) Close() {
	l.writer.close()
	l.announcer.close()
}

// Reader is ent for everything that only reads. A write through it is refused: by a hook
// here, and by PostgreSQL, where its transactions are read-only.
func (l *Log) Reader() *ent.Client { return l.reader }

// Query runs a query that ent cannot express and that only reads, with the identity of ctx.
// Close what it gives.
func (l *Log) Query(ctx context.Context, query string, args ...any) (pgx.Rows, error) {
	return l.db.Query(ctx, query, args...)
}

var errOutsideChange = errors.New("a write outside activity.Change: it would have no event")

func refuseWrites(ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(context.Context, ent.Mutation) (ent.Value, error) {
		return nil, errOutsideChange
	})
}

// Done is an error where a door did nothing: what it was for is not there, or not the viewer's.
func Done(did bool, err error) error {
	if err == nil && !did {
		return problem.Missing()
	}
	return err
}

// Tx is the transaction of a change: an ent client, and the few things that ent cannot say.
type Tx struct {
	*ent.Client
	raw  *database.Tx
	also []Event
}

// Also adds a further event, for a change that touches two accounts. It is another event than
// the change's own, and has another id.
func (t *Tx) Also(e Event) { t.also = append(t.also, e) }

// Lock makes changes that must not run side by side wait for each other until the end of the
// transaction: all that lock the same id.
func (t *Tx) Lock(ctx context.Context, id uuid.UUID) error {
	_, err := t.raw.ExecSQL(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, id.String())
	return err
}

// Exec runs a statement that ent cannot express, with the identity of ctx.
func (t *Tx) Exec(ctx context.Context, query string, args ...any) (pgconn.CommandTag, error) {
	return t.raw.ExecSQL(ctx, query, args...)
}

// Query runs a query that ent cannot express, with the identity of ctx. Close what it gives.
func (t *Tx) Query(ctx context.Context, query string, args ...any) (pgx.Rows, error) {
	return t.raw.QuerySQL(ctx, query, args...)
}

// Change runs do in a transaction and stores the event e, and those that do adds, in the same
// one: either both are there or neither is. do may fill in what it learns, such as the rows; it
// knows the event's id, which rows may keep.
// ctx must carry a request; its identity is the caller's to set.
func (l *Log) Change(ctx context.Context, e Event, do func(ctx context.Context, tx *Tx, e *Event) error) error {
	if e.Code == "" {
		return errNobody
	}
	e.ID = NewID()
	raw, err := l.db.Begin(ctx)
	if err != nil {
		return err
	}
	defer raw.Cancel(ctx)
	tx := &Tx{Client: ent.NewClient(ent.Driver(raw.EntWriter())), raw: raw}
	if err := do(ctx, tx, &e); err != nil {
		raw.Cancel(ctx)
		return l.recordRefusal(ctx, e, asProblem(err))
	}
	return l.commit(ctx, raw, append([]Event{e}, tx.also...))
}

// recordRefusal records that a rule of granting refused a change: that it was tried is what a
// reviewer looks for.
func (l *Log) recordRefusal(ctx context.Context, e Event, refusal error) error {
	if p := problem.As(refusal); p == nil || p.Code != problem.Forbidden {
		return refusal
	}
	err := l.Store(ctx, Event{
		Account: e.Account, Code: "access.denied", Action: Execute, Outcome: Denied, Reason: e.Code + ": " + refusal.Error(),
		Section: e.Section, LevelHeld: held(ctx, e).String(), LevelNeeded: access.Full.String(),
		EntityType: e.EntityType, Entities: e.Entities, Clients: e.Clients, RowCount: 1,
	})
	if err != nil {
		return err // a refusal without its event is no answer
	}
	return refusal
}

// held is the viewer's level for the section of an event.
func held(ctx context.Context, e Event) access.Level {
	link := access.ViewerFrom(ctx).Link(e.Account)
	section, err := access.ParseSection(e.Section)
	if link == nil || err != nil {
		return access.None
	}
	return link.Levels(time.Now().UnixMicro())[section]
}

func (l *Log) commit(ctx context.Context, raw *database.Tx, events []Event) error {
	complete, err := completeAll(ctx, events)
	if err != nil {
		return err
	}
	err = raw.CommitWith(ctx, func(b *pgx.Batch) {
		for _, e := range complete {
			queue(b, e)
		}
	})
	if err != nil {
		return fmt.Errorf("commit a change with its event: %w", err)
	}
	l.announcer.stored(complete)
	return nil
}

// Store stores events of what changed nothing: reads, refusals, failures. When it returns nil
// they are durable. Many at once share one commit.
func (l *Log) Store(ctx context.Context, events ...Event) error {
	if len(events) == 0 {
		return nil
	}
	complete, err := completeAll(ctx, events)
	if err != nil {
		return err
	}
	return l.writer.store(ctx, complete)
}

// Locate puts an event at an account that does not exist into the log of the installation,
// with the account as its counterpart.
func (l *Log) Locate(ctx context.Context, e *Event) error {
	rows, err := l.Query(ctx, `SELECT account_exists($1)`, e.Account)
	if err != nil {
		return err
	}
	exists, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[bool])
	if err == nil && !exists {
		e.Account, e.Counterpart = uuid.Nil, e.Account
	}
	return err
}

func completeAll(ctx context.Context, events []Event) ([]Event, error) {
	all := make([]Event, len(events))
	for i, e := range events {
		c, err := complete(ctx, e)
		if err != nil {
			return nil, err
		}
		all[i] = c
	}
	return all, nil
}

// insufficientPrivilege is PostgreSQL's SQLSTATE for a row that a wall refuses.
const insufficientPrivilege = "42501"

// asProblem turns what the walls refuse into what a person may see: hidden rows do not exist,
// and a refused write means that a privilege went between the decision and the write.
func asProblem(err error) error {
	if ent.IsNotFound(err) {
		return problem.Missing()
	}
	var refused *pgconn.PgError
	if errors.As(err, &refused) && refused.Code == insufficientPrivilege {
		return problem.New(problem.Forbidden, "Your access was changed just now, and no longer allows this. Nothing was saved.")
	}
	return err
}

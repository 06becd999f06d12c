package activitylog

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/event"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
)

// Opener is somebody who saw or changed something of a client, as the log tells it.
type Opener struct {
	Account uuid.UUID
	// ActorID is all zeros for who has no id, such as the system.
	ActorID  uuid.UUID
	Username string
	// Role and HomeID are those of the last event.
	Role            activity.Role
	HomeID          uuid.UUID
	FirstAt, LastAt time.Time
	Count           int
	// InEmergency is how many of these were done during an emergency access.
	InEmergency int
	// Kinds tell Count apart, by the codes of the events.
	Kinds []OpenedKind
	// Apps are those by which some of it was done.
	Apps []string
}

// OpenedKind is how often somebody did one thing.
type OpenedKind struct {
	Code  string
	Count int
}

// OwningAccount is the account in whose log it stands.
func (o *Opener) OwningAccount() uuid.UUID { return o.Account }

// Openers is a page of them.
type Openers struct{ *page.Page[*Opener] }

// OpenerEdge is one of a page, with its cursor.
type OpenerEdge = page.Edge[*Opener]

// lastFirst is the order of openers: who did something last is the first.
var lastFirst = page.Key{Columns: []string{"last_at", "actor_id", "actor_name"}, Descend: true}

// OpenedBy reads a page of all who saw or changed something of a client, each of them once. An id that
// is no client's of the account finds nobody.
func OpenedBy(ctx context.Context, log *activity.Log, account, client uuid.UUID, during Filter, args page.Args) (*Openers, error) {
	during.RecordOnly = true
	in := database.PlannedAnew(database.In(ctx, account))
	p, err := page.Cut(in, args, page.Source[*Opener]{
		Key: lastFirst,
		Keys: func(o *Opener) []string {
			return []string{o.LastAt.UTC().Format(cursorTime), o.ActorID.String(), o.Username}
		},
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*Opener, error) {
			return findOpeners(ctx, log, account, openersIn(kindsOf(account, client, during)), beyond, limit)
		},
	})
	if err != nil {
		return nil, fmt.Errorf("read who opened a client: %w", err)
	}
	e := read(account, Filter{}, len(p.Nodes))
	e.EntityType, e.Clients = "Opener", []uuid.UUID{client}
	return &Openers{p}, activity.Note(ctx, e)
}

// kindsOf counts the events of a client by who did what. Of the client it asks the wall of Clients, as
// it asks that of the log by reading it.
func kindsOf(account, client uuid.UUID, during Filter) *sql.Selector {
	s := sql.Dialect(dialect.Postgres).
		SelectExpr(sql.Expr(`actor_id, actor_name, role, actor_home_id, code, token_name, count(*) AS events, min(occurred_at) AS first_at, max(occurred_at) AS last_at,
			count(*) FILTER (WHERE emergency_id <> '00000000-0000-0000-0000-000000000000') AS in_emergency`)).
		From(sql.Table(event.Table)).
		GroupBy(event.FieldActorID, event.FieldActorName, event.FieldRole, event.FieldActorHomeID, event.FieldCode, event.FieldTokenName)
	for _, condition := range append(during.plain(), event.AccountID(account), concerns(client)) {
		condition(s)
	}
	return s.Where(sql.P(func(b *sql.Builder) {
		b.WriteString(`EXISTS (SELECT FROM clients WHERE id = `).Arg(client).WriteString(` AND account_id = `).Arg(account).WriteString(`)`)
	}))
}

// openersIn makes of the kinds a table opener, with a row for each person.
func openersIn(kinds *sql.Selector) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString(`WITH kind AS (`).Join(kinds).WriteString(`), opener AS (
			SELECT actor_id, (array_agg(actor_name ORDER BY last_at DESC))[1] AS actor_name,
				(array_agg(role ORDER BY last_at DESC))[1] AS role, (array_agg(actor_home_id ORDER BY last_at DESC))[1] AS home_id,
				min(first_at) AS first_at, max(last_at) AS last_at, sum(events)::int AS events, sum(in_emergency)::int AS in_emergency,
				array_agg(code ORDER BY code) AS codes, array_agg(events ORDER BY code) AS counts,
				NULLIF(array_remove(array_agg(DISTINCT token_name), ''), '{}') AS apps
			FROM kind GROUP BY actor_id, CASE WHEN actor_id = `).Arg(uuid.Nil).WriteString(` THEN actor_name END) `)
	})
}

func findOpeners(ctx context.Context, log *activity.Log, account uuid.UUID, openers sql.Querier, beyond func(*sql.Selector), limit int) ([]*Opener, error) {
	s := sql.Dialect(dialect.Postgres).Select("*").From(sql.Table("opener")).Prefix(openers).Limit(limit)
	beyond(s)
	lastFirst.Order(s)
	query, args := s.Query()
	rows, err := log.Query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (*Opener, error) { return scanOpener(row, account) })
}

func scanOpener(row pgx.CollectableRow, account uuid.UUID) (*Opener, error) {
	o := &Opener{Account: account}
	var codes []string
	var counts []int
	err := row.Scan(&o.ActorID, &o.Username, &o.Role, &o.HomeID, &o.FirstAt, &o.LastAt, &o.Count, &o.InEmergency, &codes, &counts, &o.Apps)
	for i, code := range codes {
		o.add(code, counts[i])
	}
	slices.SortStableFunc(o.Kinds, func(a, b OpenedKind) int { return b.Count - a.Count })
	return o, err
}

// add counts events of a code; a code follows itself where somebody's role has changed, or an
// app did it too.
func (o *Opener) add(code string, n int) {
	if last := len(o.Kinds) - 1; last >= 0 && o.Kinds[last].Code == code {
		o.Kinds[last].Count += n
		return
	}
	o.Kinds = append(o.Kinds, OpenedKind{code, n})
}

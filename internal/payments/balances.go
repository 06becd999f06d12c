package payments

import (
	"context"
	"fmt"
	"strconv"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// Ages is what is owed, in cents, by the days since the date of service in the account's zone: up
// to 29, from 30, from 60 and from 90. Credit is what came in and is not allocated; it is no part of
// the total.
type Ages struct {
	Current, Over30, Over60, Over90, Total, Credit int64
}

// Balance is what a client owes.
type Balance struct {
	Client *ent.ClientName
	Ages
}

// OwningAccount is the account that the balance is of.
func (b *Balance) OwningAccount() uuid.UUID { return b.Client.AccountID }

// Order is what Balances Due You is sorted by.
type Order string

// The orders: the most first, and the names of the clients.
const (
	ByTotal Order = "TOTAL"
	ByName  Order = "NAME"
)

var keys = map[Order]page.Key{
	ByTotal: {Columns: []string{"total", "client_id"}, Descend: true},
	ByName:  {Columns: []string{"display_name", "client_id"}},
}

// Query says which balances are wanted.
type Query struct {
	page.Args
	Order Order
	// Overdue leaves out who has owed nothing for 30 days and more.
	Overdue bool
}

func (q Query) where(s *sql.Selector) {
	if q.Overdue {
		s.Where(sql.ExprP("over30 + over60 + over90 > 0"))
	}
}

// Add adds what somebody else owes.
func (a *Ages) Add(o Ages) {
	a.Current += o.Current
	a.Over30 += o.Over30
	a.Over60 += o.Over60
	a.Over90 += o.Over90
	a.Total += o.Total
	a.Credit += o.Credit
}

// List reads a page of the clients who owe something or have a credit. It fails with BAD_USER_INPUT
// for a page or an order that cannot be.
func List(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*Balance], error) {
	p, err := Page(ctx, log, account, q)
	if err != nil {
		return nil, err
	}
	return p, note(ctx, account, p.Nodes)
}

// Page is List for a caller that tells the log itself what it read.
func Page(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*Balance], error) {
	key, known := keys[q.Order]
	if !known {
		return nil, problem.Invalid("order", "This is not one of the values.")
	}
	p, err := page.Cut(database.In(ctx, account), q.Args, page.Source[*Balance]{
		Key: key,
		Keys: func(b *Balance) []string {
			if q.Order == ByName {
				return []string{b.Client.DisplayName, b.Client.ID.String()}
			}
			return []string{strconv.FormatInt(b.Total, 10), b.Client.ID.String()}
		},
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*Balance, error) {
			return balances(ctx, log, account, q.Order, func(s *sql.Selector) {
				q.where(s)
				beyond(s)
				key.Order(s)
				s.Limit(limit)
			})
		},
		Count: func(ctx context.Context) (int, error) {
			return count(database.In(ctx, account), log, account, q)
		},
	})
	if err != nil {
		return nil, fmt.Errorf("list balances: %w", err)
	}
	return p, nil
}

func count(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (int, error) {
	query, params := selection(account, "count(*)", "owed", q.where)
	rows, err := log.Query(ctx, query, params...)
	if err != nil {
		return 0, err
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[int])
}

// All reads the balances of all clients who owe something or have a credit, by name and at most so
// many, for a caller that tells the log itself what it read.
func All(ctx context.Context, log *activity.Log, account uuid.UUID, most int) ([]*Balance, error) {
	return balances(database.In(ctx, account), log, account, ByName, func(s *sql.Selector) {
		keys[ByName].Order(s)
		s.Limit(most)
	})
}

func note(ctx context.Context, account uuid.UUID, read []*Balance) error {
	e := event(account, "balance.listed", activity.Read, "Client")
	activity.About(&e, read, func(b *Balance) (row, client uuid.UUID) { return b.Client.ID, b.Client.ID })
	return activity.Note(ctx, e)
}

// sorted is what the clients are found in, and how they are sorted once they have their names.
var sorted = map[Order]struct{ from, by string }{
	ByTotal: {"owed", "b.total DESC, b.client_id DESC"},
	ByName:  {"named", "n.display_name, b.client_id"},
}

// balances reads the balances of an account's clients in an order, those that where lets through. Names
// are read of these alone, and of all only where they are sorted by name.
func balances(ctx context.Context, log *activity.Log, account uuid.UUID, order Order, where func(*sql.Selector)) ([]*Balance, error) {
	query, params := selection(account, "*", sorted[order].from, where)
	rows, err := log.Query(ctx, `SELECT b.client_id, n.number, n.display_name, b.current, b.over30, b.over60, b.over90, b.total, b.credit
		FROM (`+query+`) b JOIN client_names n ON n.id = b.client_id AND n.account_id = $1 ORDER BY `+sorted[order].by, params...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (*Balance, error) {
		b := &Balance{Client: &ent.ClientName{AccountID: account}}
		err := row.Scan(&b.Client.ID, &b.Client.Number, &b.Client.DisplayName, &b.Current, &b.Over30, &b.Over60, &b.Over90, &b.Total, &b.Credit)
		return b, err
	})
}

// selection selects from what the clients of an account owe.
func selection(account uuid.UUID, columns, from string, where func(*sql.Selector)) (string, []any) {
	s := sql.Dialect(dialect.Postgres).Select(columns).From(sql.Table(from)).Prefix(sql.Expr("WITH "+ofClients, account))
	where(s)
	return s.Query()
}

// Totals reads the sums of all balances of an account.
func Totals(ctx context.Context, log *activity.Log, account uuid.UUID) (*Ages, error) {
	a, err := Sums(ctx, log, account)
	if err != nil {
		return nil, err
	}
	return a, activity.Note(ctx, event(account, "balance.totalled", activity.Read, "Account"))
}

// Sums is Totals for a caller that tells the log itself what it read.
func Sums(ctx context.Context, log *activity.Log, account uuid.UUID) (*Ages, error) {
	rows, err := log.Query(database.In(ctx, account), "WITH "+ofSessions+" SELECT "+ages+" FROM sums", account)
	if err != nil {
		return nil, err
	}
	a, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[Ages])
	if err != nil {
		return nil, fmt.Errorf("add up the balances: %w", err)
	}
	return &a, nil
}

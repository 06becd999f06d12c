package invoices

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientname"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
)

// OpenQuery says which open sessions are wanted: those that one kind of invoice is made of, on the
// days from one to another.
type OpenQuery struct {
	Args        page.Args
	Kind        invoice.Kind
	From, Until *column.Date
}

// mostOpen is how many sessions of a client are read at once.
const mostOpen = 50

// OpenClient is a client with the sessions that can be invoiced.
type OpenClient struct {
	Client *ent.ClientName
	// Sessions are the first of them.
	Sessions []*ent.ClientSession
	// SessionCount and Total, in cents, are of all of them.
	SessionCount int
	Total        int64
}

// OwningAccount is the account that it belongs to.
func (o *OpenClient) OwningAccount() uuid.UUID { return o.Client.AccountID }

var byName = page.Key{Columns: []string{clientname.FieldDisplayName, clientname.FieldID}}

// Open reads a page of the clients who have something to invoice, in the order of their names, each
// with the first of it. It fails with BAD_USER_INPUT for a page that cannot be.
func Open(ctx context.Context, log *activity.Log, account uuid.UUID, q OpenQuery) (*page.Page[*OpenClient], error) {
	ctx, db := database.In(ctx, account), log.Reader()
	matching := func() *ent.ClientNameQuery {
		return db.ClientName.Query().Where(clientname.AccountID(account), q.hasOpen(account))
	}
	p, err := page.Cut(ctx, q.Args, page.Source[*OpenClient]{
		Key:  byName,
		Keys: func(o *OpenClient) []string { return []string{o.Client.DisplayName, o.Client.ID.String()} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*OpenClient, error) {
			names, err := matching().Where(beyond).Order(byName.Order).Limit(limit).All(ctx)
			if err != nil {
				return nil, err
			}
			return q.sessions(ctx, db, account, names)
		},
		Count: func(context.Context) (int, error) { return matching().Count(ctx) },
	})
	if err != nil {
		return nil, fmt.Errorf("list what can be invoiced: %w", err)
	}
	return p, noteOpen(ctx, account, p.Nodes)
}

func noteOpen(ctx context.Context, account uuid.UUID, read []*OpenClient) error {
	e := event(account, "invoice.billable.listed", activity.Read)
	e.EntityType = "ClientSession"
	for _, o := range read {
		e.Clients = append(e.Clients, o.Client.ID)
		for _, s := range o.Sessions {
			e.Entities = append(e.Entities, s.ID)
		}
	}
	e.RowCount = len(e.Entities)
	return activity.Note(ctx, e)
}

// hasOpen lets through the clients who have such a session.
func (q OpenQuery) hasOpen(account uuid.UUID) predicate.ClientName {
	return func(s *sql.Selector) {
		t := sql.Table(clientsession.Table)
		open := sql.Select(t.C(clientsession.FieldClientID)).From(t)
		open.Where(sql.EQ(t.C(clientsession.FieldAccountID), account))
		for _, p := range q.open() {
			p(open)
		}
		s.Where(sql.In(s.C(clientname.FieldID), open))
	}
}

func (q OpenQuery) sessions(ctx context.Context, db *ent.Client, account uuid.UUID, names []*ent.ClientName) ([]*OpenClient, error) {
	ids, found := make([]uuid.UUID, len(names)), make([]*OpenClient, len(names))
	at := map[uuid.UUID]*OpenClient{}
	for i, n := range names {
		ids[i], found[i] = n.ID, &OpenClient{Client: n}
		at[n.ID] = found[i]
	}
	sessions, err := db.ClientSession.Query().Where(q.first(account, ids)).Order(clientsession.ByServiceDate(), clientsession.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range sessions {
		o := at[s.ClientID]
		o.Sessions = append(o.Sessions, s)
		if o.SessionCount, o.Total, err = ofAll(s); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// The columns that say, beside each session that is read, what all of its client's are.
const (
	countOfAll = "of_client"
	totalOfAll = "of_client_total"
)

// first lets through the first open sessions of each client, with the count and the sum of all.
func (q OpenQuery) first(account uuid.UUID, clients []uuid.UUID) predicate.ClientSession {
	return func(s *sql.Selector) {
		t := sql.Table(clientsession.Table)
		all := sql.Select(t.C(clientsession.FieldID)).From(t).
			AppendSelectExprAs(sql.ExprP("row_number() OVER (PARTITION BY client_id ORDER BY service_date, id)"), "place").
			AppendSelectExprAs(sql.ExprP("count(*) OVER (PARTITION BY client_id)"), countOfAll).
			AppendSelectExprAs(sql.ExprP("(sum(charge) OVER (PARTITION BY client_id))::bigint"), totalOfAll)
		for _, p := range append(q.open(), clientsession.AccountID(account), clientsession.ClientIDIn(clients...)) {
			p(all)
		}
		ranked := all.As("ranked")
		s.Join(ranked).On(s.C(clientsession.FieldID), ranked.C(clientsession.FieldID)).
			Where(sql.LTE(ranked.C("place"), mostOpen)).AppendSelect(ranked.C(countOfAll), ranked.C(totalOfAll))
	}
}

func ofAll(s *ent.ClientSession) (count int, total int64, err error) {
	n, err := s.Value(countOfAll)
	if err != nil {
		return 0, 0, err
	}
	sum, err := s.Value(totalOfAll)
	if err != nil {
		return 0, 0, err
	}
	return int(n.(int64)), sum.(int64), nil
}

func (q OpenQuery) open() []predicate.ClientSession {
	where := []predicate.ClientSession{clientsession.StatusEQ(clientsession.StatusOPEN), clientsession.BillToEQ(billTo[q.Kind])}
	if q.From != nil {
		where = append(where, clientsession.ServiceDateGTE(*q.From))
	}
	if q.Until != nil {
		where = append(where, clientsession.ServiceDateLTE(*q.Until))
	}
	return where
}

// billTo is whom the sessions of each kind are billed to.
var billTo = map[invoice.Kind]clientsession.BillTo{
	invoice.KindINVOICE: clientsession.BillToCLIENT, invoice.KindCLAIM: clientsession.BillToINSURANCE,
}

// Package invoices is the section Invoices & Claims: client invoices, and claims to the insurance as
// the data of the form CMS-1500 (02/12). What was generated is never changed or deleted: it has a
// status, and a void one frees its sessions.
package invoices

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/ent/gen/ent/invoiceline"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// Query says which invoices are wanted; what is nil is not asked for.
type Query struct {
	Args   page.Args
	Kind   *invoice.Kind
	Status *invoice.Status
	Held   *bool
	Client *uuid.UUID
	// Batch is what was generated at once.
	Batch *uuid.UUID
}

var byNumber = page.Key{Columns: []string{invoice.FieldNumber}, Descend: true}

// List reads a page of the account's invoices, the newest first. It fails with BAD_USER_INPUT for a
// page that cannot be.
func List(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*ent.Invoice], error) {
	ctx = database.In(ctx, account)
	matching := func() *ent.InvoiceQuery { return log.Reader().Invoice.Query().Where(q.where(account)...) }
	p, err := page.Cut(ctx, q.Args, page.Source[*ent.Invoice]{
		Key:  byNumber,
		Keys: func(i *ent.Invoice) []string { return []string{strconv.Itoa(i.Number)} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.Invoice, error) {
			return matching().Where(beyond).Order(byNumber.Order).Limit(limit).WithClient().All(ctx)
		},
		Count: func(context.Context) (int, error) { return matching().Count(ctx) },
	})
	if err != nil {
		return nil, fmt.Errorf("list invoices: %w", err)
	}
	return p, note(ctx, account, "invoice.listed", p.Nodes...)
}

func (q Query) where(account uuid.UUID) []predicate.Invoice {
	where := []predicate.Invoice{invoice.AccountID(account)}
	if q.Kind != nil {
		where = append(where, invoice.KindEQ(*q.Kind))
	}
	if q.Status != nil {
		where = append(where, invoice.StatusEQ(*q.Status))
	}
	if q.Held != nil {
		where = append(where, invoice.Held(*q.Held))
	}
	if q.Client != nil {
		where = append(where, invoice.ClientID(*q.Client))
	}
	if q.Batch != nil {
		where = append(where, invoice.BatchID(*q.Batch))
	}
	return where
}

// Invoice reads one invoice: to open it, and to see it as it was printed. It fails with NOT_FOUND
// for an id that this account does not have.
func Invoice(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Invoice, error) {
	i, err := find(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	return i, note(ctx, account, "invoice.opened", i)
}

func find(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.Invoice, error) {
	i, err := db.Invoice.Query().Where(invoice.ID(id), invoice.AccountID(account)).WithClient().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read invoice: %w", err)
	}
	return i, nil
}

// Lines reads the lines of invoices of one account, in one statement. Whoever reads them has opened
// the invoices.
func Lines(ctx context.Context, log *activity.Log, of []*ent.Invoice) ([][]*ent.InvoiceLine, error) {
	lines, err := readLines(ctx, log, of)
	if err != nil {
		return nil, err
	}
	return lines, note(ctx, of[0].AccountID, "invoice.opened", of...)
}

func readLines(ctx context.Context, log *activity.Log, of []*ent.Invoice) ([][]*ent.InvoiceLine, error) {
	ids := make([]uuid.UUID, len(of))
	for i, one := range of {
		ids[i] = one.ID
	}
	found, err := log.Reader().InvoiceLine.Query().Where(invoiceline.InvoiceIDIn(ids...)).
		Order(invoiceline.ByPosition()).All(database.In(ctx, of[0].AccountID))
	if err != nil {
		return nil, fmt.Errorf("read the lines of invoices: %w", err)
	}
	lines := make([][]*ent.InvoiceLine, len(of))
	for i, id := range ids {
		lines[i] = slices.DeleteFunc(slices.Clone(found), func(l *ent.InvoiceLine) bool { return l.InvoiceID != id })
	}
	return lines, nil
}

// note records that invoices were read, and with them the names of their clients.
func note(ctx context.Context, account uuid.UUID, code string, read ...*ent.Invoice) error {
	e := event(account, code, activity.Read)
	concern(&e, read...)
	return activity.Note(ctx, e)
}

func event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.Invoices.String(), EntityType: "Invoice"}
}

// concern says which invoices and which clients an event is about.
func concern(e *activity.Event, of ...*ent.Invoice) {
	activity.About(e, of, func(one *ent.Invoice) (row, client uuid.UUID) { return one.ID, one.ClientID })
}

func distinct(ids []uuid.UUID) []uuid.UUID {
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}

package clients

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/disclosure"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// DisclosureQuery says which disclosures are wanted; nil: all.
type DisclosureQuery struct {
	page.Args
	Client *uuid.UUID
}

// latest is the order of disclosures.
var latest = page.Key{Columns: []string{disclosure.FieldDisclosedOn, disclosure.FieldID}, Descend: true}

// Disclosures reads a page of the account's disclosures, the latest first, each with its strike. It
// fails with BAD_USER_INPUT for a page that cannot be.
func Disclosures(ctx context.Context, log *activity.Log, account uuid.UUID, q DisclosureQuery) (*page.Page[*ent.Disclosure], error) {
	where := []predicate.Disclosure{disclosure.AccountID(account)}
	if q.Client != nil {
		where = append(where, disclosure.ClientID(*q.Client))
	}
	in := database.In(ctx, account)
	p, err := page.Cut(in, q.Args, page.Source[*ent.Disclosure]{
		Key:  latest,
		Keys: func(d *ent.Disclosure) []string { return []string{string(d.DisclosedOn), d.ID.String()} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.Disclosure, error) {
			return log.Reader().Disclosure.Query().Where(where...).Where(beyond).Order(latest.Order).Limit(limit).WithStrike().All(ctx)
		},
		Count: func(context.Context) (int, error) { return log.Reader().Disclosure.Query().Where(where...).Count(in) },
	})
	if err != nil {
		return nil, fmt.Errorf("list disclosures: %w", err)
	}
	return p, noteDisclosures(ctx, account, "disclosure.listed", p.Nodes...)
}

// Disclosure reads one disclosure. It fails with NOT_FOUND for an id that this account does not have.
func Disclosure(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Disclosure, error) {
	d, err := findDisclosure(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	return d, noteDisclosures(ctx, account, "disclosure.listed", d)
}

func findDisclosure(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.Disclosure, error) {
	d, err := db.Disclosure.Query().Where(disclosure.ID(id), disclosure.AccountID(account)).WithStrike().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read disclosure: %w", err)
	}
	return d, nil
}

func disclosureEvent(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.Clients.String(), EntityType: "Disclosure"}
}

func noteDisclosures(ctx context.Context, account uuid.UUID, code string, read ...*ent.Disclosure) error {
	e := disclosureEvent(account, code, activity.Read)
	concernDisclosures(&e, read...)
	return activity.Note(ctx, e)
}

func concernDisclosures(e *activity.Event, all ...*ent.Disclosure) {
	activity.About(e, all, func(d *ent.Disclosure) (row, client uuid.UUID) { return d.ID, d.ClientID })
}

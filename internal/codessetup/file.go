// Package codessetup keeps the master files of an account: diagnosis codes, billing codes and
// insurance payers.
package codessetup

import (
	"context"
	"math"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// Query says which entries of a master file are wanted.
type Query struct {
	page.Args
	// Search is a part of a code, name or description; empty: all.
	Search     string
	ActiveOnly bool
}

// form is what a person fills in for an entry.
type form interface {
	// row is the entry as it will be stored. It fails with BAD_USER_INPUT.
	row() (Row, error)
	// keyField is the field to blame when there is such an entry already.
	keyField() string
}

// file is a master file: what is particular about each of the three. T is ent's type.
type file[T any] struct {
	entity, table string
	// fields are those of an empty entry.
	fields []Field
	// searched are the columns that a search looks into.
	searched []string
	// respell is another spelling to look for; nil: none.
	respell func(search string) string
	entry   func(T) Entry
	find    func(ctx context.Context, c *ent.Client, where func(*sql.Selector), limit int) ([]T, error)
	count   func(ctx context.Context, c *ent.Client, where func(*sql.Selector)) (int, error)
	create  func(ctx context.Context, c *ent.Client, account uuid.UUID, rows []Row) ([]T, error)
}

// byKey is the order of every master file.
var byKey = page.Key{Columns: []string{"natural_key"}}

const unlimited = math.MaxInt32

func (f *file[T]) event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.CodesSetup.String(), EntityType: f.entity}
}

func (f *file[T]) list(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[T], error) {
	var c check
	c.bounded("search", q.Search, short)
	if c.fault != nil {
		return nil, c.fault
	}
	ctx = database.In(ctx, account)
	wanted := f.wanted(account, q)
	p, err := page.Cut(ctx, q.Args, page.Source[T]{
		Key:  byKey,
		Keys: func(row T) []string { return []string{f.entry(row).Key} },
		Find: func(ctx context.Context, after func(*sql.Selector), limit int) ([]T, error) {
			return f.find(ctx, log.Reader(), func(s *sql.Selector) { wanted(s); after(s) }, limit)
		},
		Count: func(ctx context.Context) (int, error) {
			return f.count(database.In(ctx, account), log.Reader(), wanted)
		},
	})
	if err != nil {
		return nil, err
	}
	return p, f.noteList(ctx, account, p.Nodes)
}

func (f *file[T]) noteList(ctx context.Context, account uuid.UUID, rows []T) error {
	e := f.event(account, "codes.listed", activity.Read)
	e.RowCount = len(rows)
	for _, row := range rows {
		e.Entities = append(e.Entities, f.entry(row).ID)
	}
	return activity.Note(ctx, e)
}

// wanted lets through the account's entries that q asks for.
func (f *file[T]) wanted(account uuid.UUID, q Query) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.EQ(s.C("account_id"), account))
		if q.ActiveOnly {
			s.Where(sql.EQ(s.C("active"), true))
		}
		if search := strings.TrimSpace(q.Search); search != "" {
			s.Where(f.matches(s, search))
		}
	}
}

func (f *file[T]) matches(s *sql.Selector, search string) *sql.Predicate {
	spellings := []string{search}
	if f.respell != nil {
		spellings = append(spellings, f.respell(search))
	}
	var places []*sql.Predicate
	for _, column := range f.searched {
		for _, spelling := range spellings {
			places = append(places, sql.ContainsFold(s.C(column), spelling))
		}
	}
	return sql.Or(places...)
}

func (f *file[T]) get(ctx context.Context, log *activity.Log, account, id uuid.UUID) (T, error) {
	ctx = database.In(ctx, account)
	row, err := f.one(ctx, log.Reader(), account, id)
	if err != nil {
		return row, err
	}
	e := f.event(account, "codes.opened", activity.Read)
	e.Entities, e.RowCount = []uuid.UUID{id}, 1
	return row, activity.Note(ctx, e)
}

func (f *file[T]) one(ctx context.Context, c *ent.Client, account, id uuid.UUID) (row T, err error) {
	rows, err := f.find(ctx, c, func(s *sql.Selector) {
		s.Where(sql.And(sql.EQ(s.C("account_id"), account), sql.EQ(s.C("id"), id)))
	}, 1)
	if err != nil {
		return row, err
	}
	if len(rows) == 0 {
		return row, problem.Missing()
	}
	return rows[0], nil
}

package codessetup

import (
	"context"
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
)

// Query says which entries of a master file are wanted.
type Query struct {
	page.Args
	// Search is a part of a code, name or description; empty: all.
	Search     string
	ActiveOnly bool
}

// byKey is the order of every master file, but for what leads its list.
var byKey = page.Key{Columns: []string{"natural_key"}}

// order is that of the list.
func (f *file[T, F]) order() page.Key {
	if f.leads == "" {
		return byKey
	}
	return page.Key{Columns: append([]string{f.leads}, byKey.Columns...), Leads: f.leads}
}

func (f *file[T, F]) keysOf(row T) []string {
	e := f.entry(row)
	if f.leads == "" {
		return []string{e.Key}
	}
	for _, field := range e.Fields {
		if field.Column == f.leads {
			return []string{strconv.FormatBool(field.Value != true), e.Key}
		}
	}
	panic("codessetup: no field leads " + f.table)
}

// List lists the account's entries in the order of their natural keys, below those that lead.
func (f *file[T, F]) List(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[T], error) {
	var c check
	c.bounded("search", q.Search, short)
	if c.fault != nil {
		return nil, c.fault
	}
	ctx = database.In(ctx, account)
	wanted := f.wanted(account, q)
	p, err := page.Cut(ctx, q.Args, page.Source[T]{
		Key:  f.order(),
		Keys: f.keysOf,
		Find: func(ctx context.Context, after func(*sql.Selector), limit int) ([]T, error) {
			return f.store.find(ctx, log.Reader(), f.order(), func(s *sql.Selector) { wanted(s); after(s) }, limit)
		},
		Count: func(ctx context.Context) (int, error) {
			return f.store.count(database.In(ctx, account), log.Reader(), wanted)
		},
	})
	if err != nil {
		return nil, err
	}
	return p, f.noteList(ctx, account, p.Nodes)
}

func (f *file[T, F]) noteList(ctx context.Context, account uuid.UUID, rows []T) error {
	e := f.event(account, "codes.listed", activity.Read)
	e.RowCount = len(rows)
	for _, row := range rows {
		e.Entities = append(e.Entities, f.entry(row).ID)
	}
	return activity.Note(ctx, e)
}

// wanted lets through the account's entries that q asks for.
func (f *file[T, F]) wanted(account uuid.UUID, q Query) func(*sql.Selector) {
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

func (f *file[T, F]) matches(s *sql.Selector, search string) *sql.Predicate {
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

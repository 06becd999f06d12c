// Package codessetup keeps the master files of an account, from diagnosis codes to invoice
// messages: each is one description of a file, in a Go file of its own.
package codessetup

import (
	"context"
	"math"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// file is a master file: the one description of it, from which its list, its forms, its CSV
// file and its copies follow. T is ent's type of an entry, F the form that a person fills in.
type file[T, F any] struct {
	name          MasterFile
	entity, table string
	store         store[T]
	// stored is what the table holds of an entry.
	stored func(T) saved[F]
	// blank is the form that a new entry begins with, as the API has it.
	blank F
	// cells are the fields of a form, in the order in which people see them.
	cells func(*F) []cell
	// check looks at what concerns more than one field; nil: nothing does.
	check func(*check, F)
	// key is the natural key of a form that was checked; keyField is the field to blame when
	// there is such an entry already.
	key      func(F) string
	keyField func(F) string
	// label is what people know an entry by: a code or name, and what it stands for.
	label func(F) (label, description string)
	// needs are entries of other files that an entry cannot be without; nil: none.
	needs func(F) []Need
	// restorable is the condition, in SQL, under which a row may hold again what it held before,
	// k.before; empty: always.
	restorable string
	// leads is a tick: entries that have it stand on top of the list; empty: none does.
	leads string
	// searched are the columns that a search looks into.
	searched []string
	// respell is another spelling to look for; nil: none.
	respell func(search string) string
}

// saved is a form as it is stored.
type saved[F any] struct {
	ID      uuid.UUID
	Version int
	Key     string
	// From is the account that it was copied from; nil: it was entered here.
	From   *uuid.UUID
	Form   F
	System bool
}

// row is the entry of a form as it will be stored, and puts the form into words of one form. It
// fails with BAD_USER_INPUT.
func (f *file[T, F]) row(in *F) (Row, error) {
	if faults := f.faults(in); len(faults) > 0 {
		return Row{}, faults[0]
	}
	return f.kept(in), nil
}

func (f *file[T, F]) kept(in *F) Row { return Row{Key: f.key(*in), Fields: fields(f.cells(in))} }

// faults are what is wrong with a form, at most one a field; it is put into words of one form.
func (f *file[T, F]) faults(in *F) []*problem.Error {
	var faults []*problem.Error
	for _, cell := range f.cells(in) {
		var c check
		cell.check(&c, Field{Column: cell.column}.Name())
		if c.fault != nil {
			faults = append(faults, c.fault)
		}
	}
	if len(faults) > 0 || f.check == nil {
		return faults
	}
	var c check
	if f.check(&c, *in); c.fault != nil {
		return []*problem.Error{c.fault}
	}
	return nil
}

func fields(cells []cell) []Field {
	all := make([]Field, len(cells))
	for i, c := range cells {
		all[i] = Field{Column: c.column, Value: c.value(), Text: c.text(), Own: c.own, Private: c.private}
	}
	return all
}

func (f *file[T, F]) entry(row T) Entry {
	s := f.stored(row)
	e := Entry{Row: Row{ID: s.ID, Version: s.Version, Key: s.Key, Fields: fields(f.cells(&s.Form))}, From: s.From, System: s.System}
	e.Label, e.Description = f.label(s.Form)
	e.Needs = f.needsOf(s.Form)
	return e
}

const unlimited = math.MaxInt32

func (f *file[T, F]) event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.CodesSetup.String(), EntityType: f.entity}
}

// Get opens one entry. It fails with NOT_FOUND.
func (f *file[T, F]) Get(ctx context.Context, log *activity.Log, account, id uuid.UUID) (T, error) {
	ctx = database.In(ctx, account)
	row, err := f.one(ctx, log.Reader(), account, id)
	if err != nil {
		return row, err
	}
	e := f.event(account, "codes.opened", activity.Read)
	e.Entities, e.RowCount = []uuid.UUID{id}, 1
	return row, activity.Note(ctx, e)
}

func (f *file[T, F]) one(ctx context.Context, c *ent.Client, account, id uuid.UUID) (row T, err error) {
	rows, err := f.store.find(ctx, c, byKey, func(s *sql.Selector) {
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

package codessetup

import (
	"context"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/page"
)

// store is how the rows of a master file are read and added through ent.
type store[T any] struct {
	find   func(ctx context.Context, c *ent.Client, by page.Key, where func(*sql.Selector), limit int) ([]T, error)
	count  func(ctx context.Context, c *ent.Client, where func(*sql.Selector)) (int, error)
	create func(ctx context.Context, c *ent.Client, account uuid.UUID, rows []Row) ([]T, error)
}

// These are what ent generates for every table, in words that are the same for all.
type (
	table[Q, B, K any] interface {
		Query() Q
		Create() B
		CreateBulk(builders ...B) K
	}
	query[Q, P, O, T any] interface {
		Where(predicates ...P) Q
		Order(options ...O) Q
		Limit(limit int) Q
		All(ctx context.Context) ([]T, error)
		Count(ctx context.Context) (int, error)
	}
	builder[M ent.Mutation] interface{ Mutation() M }
	bulk[T any]             interface {
		Save(ctx context.Context) ([]T, error)
	}
)

// storeOf is the store of the table that pick picks.
func storeOf[
	C table[Q, B, K], Q query[Q, P, O, T], B builder[M], K bulk[T],
	M ent.Mutation, P, O ~func(*sql.Selector), T any,
](pick func(*ent.Client) C) store[T] {
	return store[T]{
		find: func(ctx context.Context, c *ent.Client, by page.Key, where func(*sql.Selector), limit int) ([]T, error) {
			return pick(c).Query().Where(where).Order(by.Order).Limit(limit).All(ctx)
		},
		count: func(ctx context.Context, c *ent.Client, where func(*sql.Selector)) (int, error) {
			return pick(c).Query().Where(where).Count(ctx)
		},
		create: func(ctx context.Context, c *ent.Client, account uuid.UUID, rows []Row) ([]T, error) {
			all := make([]B, len(rows))
			for i, row := range rows {
				all[i] = pick(c).Create()
				if err := fill(all[i].Mutation(), account, row); err != nil {
					return nil, err
				}
			}
			return pick(c).CreateBulk(all...).Save(ctx)
		},
	}
}

func fill(m ent.Mutation, account uuid.UUID, row Row) error {
	set := append([]Field{{Column: "account_id", Value: account}, {Column: "natural_key", Value: row.Key}}, row.Fields...)
	for _, f := range set {
		if f.Value == nil {
			continue
		}
		if err := m.SetField(f.Column, f.Value); err != nil {
			return err
		}
	}
	return nil
}

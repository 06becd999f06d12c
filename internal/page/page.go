// Package page cuts lists into pages that stay right while rows come and go: each page goes
// on after the last row of the one before, not after a number of rows.
package page

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/internal/problem"
)

// Most is how many entries a page may have, where its list says no other number.
const Most = 200

// Args say which page is wanted.
type Args struct {
	// First is how many entries, from 1.
	First int
	// After is the cursor of the last entry of the page before; empty: from the start.
	After string
}

// Key is what a list is sorted by: its columns, unique together, all in one direction.
type Key struct {
	Columns []string
	Descend bool
	// Leads is one of the columns, of yes and no: what has a yes leads the list. Its key is the
	// opposite of what it holds. Empty: none.
	Leads string
}

func (k Key) expr(s *sql.Selector, column string) string {
	if column == k.Leads {
		return "NOT " + s.C(column)
	}
	return s.C(column)
}

// Page is a page of a list, in the form of a Relay connection.
type Page[T any] struct {
	Nodes []T
	info  Info
	keys  func(T) []string
	count func(context.Context) (int, error)
}

// Info tells where a page stands.
type Info struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// Edge is an entry with its cursor.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// Source is a list to cut a page from.
type Source[T any] struct {
	Key Key
	// Keys are the values of the key's columns of an entry, as text.
	Keys func(T) []string
	// Find reads at most limit entries in the key's order, those that where lets through.
	Find func(ctx context.Context, where func(*sql.Selector), limit int) ([]T, error)
	// Most is how many entries a page may have; 0: the package's Most.
	Most int
	// Count counts the entries of all pages; nil: the list is not counted.
	Count func(context.Context) (int, error)
}

// Cut reads one page.
func Cut[T any](ctx context.Context, args Args, src Source[T]) (*Page[T], error) {
	if most := cmp.Or(src.Most, Most); args.First < 1 || args.First > most {
		return nil, problem.Invalid("first", "Ask for 1 to %d entries at a time.", most)
	}
	after, err := decode(args.After, len(src.Key.Columns))
	if err != nil {
		return nil, err
	}
	nodes, err := src.Find(ctx, beyond(src.Key, after), args.First+1)
	if after != nil && isData(err) {
		return nil, errCursor()
	}
	if err != nil {
		return nil, err
	}
	if nodes == nil {
		nodes = []T{} // an empty list, and not null
	}
	p := &Page[T]{keys: src.Keys, count: src.Count}
	p.info.HasPreviousPage = after != nil
	p.info.HasNextPage = len(nodes) > args.First
	p.Nodes = nodes[:min(len(nodes), args.First)]
	if n := len(p.Nodes); n > 0 {
		p.info.StartCursor, p.info.EndCursor = p.cursor(0), p.cursor(n-1)
	}
	return p, nil
}

// Edges are the entries with their cursors.
func (p *Page[T]) Edges() []*Edge[T] {
	edges := make([]*Edge[T], len(p.Nodes))
	for i, node := range p.Nodes {
		edges[i] = &Edge[T]{encode(p.keys(node)), node}
	}
	return edges
}

// PageInfo tells where the page stands.
func (p *Page[T]) PageInfo() *Info { return &p.info }

// TotalCount counts the entries of all pages; it reads only when it is asked, and when the page is
// not the whole list.
func (p *Page[T]) TotalCount(ctx context.Context) (int, error) {
	if !p.info.HasPreviousPage && !p.info.HasNextPage {
		return len(p.Nodes), nil
	}
	return p.count(ctx)
}

func (p *Page[T]) cursor(i int) *string {
	c := encode(p.keys(p.Nodes[i]))
	return &c
}

// beyond lets through what comes after the key.
func beyond(key Key, after []string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if after == nil {
			return
		}
		s.Where(sql.P(func(b *sql.Builder) {
			b.Wrap(func(b *sql.Builder) {
				for i, c := range key.Columns {
					if i > 0 {
						b.Comma()
					}
					b.WriteString(key.expr(s, c))
				}
			})
			b.WriteString(map[bool]string{false: " > ", true: " < "}[key.Descend])
			b.Wrap(func(b *sql.Builder) {
				for i, v := range after {
					if i > 0 {
						b.Comma()
					}
					b.Arg(v)
				}
			})
		}))
	}
}

// Order sorts a query by the key.
func (k Key) Order(s *sql.Selector) {
	for _, c := range k.Columns {
		if k.Descend {
			s.OrderExpr(sql.Expr(k.expr(s, c) + " DESC"))
		} else {
			s.OrderExpr(sql.Expr(k.expr(s, c)))
		}
	}
}

func encode(keys []string) string {
	raw, _ := json.Marshal(keys) // strings always encode
	return base64.RawURLEncoding.EncodeToString(raw)
}

func decode(cursor string, n int) ([]string, error) {
	if cursor == "" {
		return nil, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return nil, errCursor()
	}
	var keys []string
	if json.Unmarshal(raw, &keys) != nil || len(keys) != n || slices.ContainsFunc(keys, hasNUL) {
		return nil, errCursor()
	}
	return keys, nil
}

func errCursor() error {
	return problem.Invalid("after", "This cursor is not one of this list. Start again from the first page.")
}

// isData tells whether PostgreSQL refuses a value (SQLSTATE class 22): of a page, it can only
// be one of the cursor's.
func isData(err error) bool {
	var refused *pgconn.PgError
	return errors.As(err, &refused) && strings.HasPrefix(refused.Code, "22")
}

// hasNUL finds the one character that PostgreSQL's texts cannot hold.
func hasNUL(s string) bool { return strings.ContainsRune(s, 0) }

package main

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/page"
	"lanyard/internal/signin"
)

func nothing() {}

// BenchmarkViewer loads who asks, as each request does: three accounts, thirteen sections each.
func BenchmarkViewer(b *testing.B) {
	p := newPractice(b)
	b.ReportAllocs()
	for b.Loop() {
		if v, err := signin.Load(context.Background(), p.DB, p.token); err != nil || len(v.Links) != len(p.accounts) {
			b.Fatal(v, err)
		}
	}
}

// BenchmarkChange changes a client with its event, beside the bare UPDATE in a transaction.
// Each worker has a client of its own.
func BenchmarkChange(b *testing.B) {
	p := newPractice(b)
	rows, pool := p.firstClients(b, 64), p.ownerPool(b)
	withEvent := func(number int) func() error {
		client, err := clients.Client(p.As(p.biller), p.Log, p.account(), rows[number])
		if err != nil {
			return func() error { return err }
		}
		version := client.Version
		return func() error {
			edited, err := clients.EditClient(p.As(p.biller), p.Log, p.account(), client.ID, version, clientInput(number, phone(version)))
			if err == nil {
				version = edited.Version
			}
			return err
		}
	}
	plain := func(number int) func() error {
		id, i := rows[32+number], 0
		return func() error {
			i++
			return pgx.BeginFunc(context.Background(), pool, func(tx pgx.Tx) error {
				_, err := tx.Exec(context.Background(), `UPDATE clients SET mobile_phone = $3, version = version + 1 WHERE id = $1 AND account_id = $2`,
					id, p.account(), phone(i))
				return err
			})
		}
	}
	for _, n := range []int{1, 32} {
		b.Run(fmt.Sprintf("writers=%d", n), func(b *testing.B) { p.compare(b, n, withEvent, plain, nothing) })
	}
}

// BenchmarkStore stores read events of 50 clients with group commit, beside one transaction
// for each.
func BenchmarkStore(b *testing.B) {
	p := newPractice(b)
	ids := p.firstClients(b, 50)
	e := activity.Event{
		Account: p.account(), Code: "client.listed", Action: activity.Read, Section: access.Clients.String(),
		EntityType: "Client", Entities: ids, Clients: ids, RowCount: len(ids),
	}
	grouped := func(int) func() error {
		return func() error { return p.Log.Store(p.As(p.biller), e) }
	}
	single := func(int) func() error {
		return func() error {
			return p.Log.Change(p.As(p.biller), e, func(context.Context, *activity.Tx, *activity.Event) error { return nil })
		}
	}
	for _, n := range []int{1, 32} {
		b.Run(fmt.Sprintf("writers=%d", n), func(b *testing.B) { p.compare(b, n, grouped, single, nothing) })
	}
}

// phone is another number at each turn: what does not change is not written.
func phone(turn int) string { return fmt.Sprintf("555 010 %04d", turn%10_000) }

// firstClients are the ids of the first clients of the account's list.
func (p *practice) firstClients(tb testing.TB, n int) []uuid.UUID {
	tb.Helper()
	list, err := clients.List(p.As(p.biller), p.Log, p.account(), clients.Query{Args: page.Args{First: n}})
	if err != nil {
		tb.Fatal(err)
	}
	ids := make([]uuid.UUID, n)
	for i, c := range list.Nodes {
		ids[i] = c.ID
	}
	return ids
}

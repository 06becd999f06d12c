package clients_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/clients"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
)

// fill writes 100,000 clients of the account, and as many of others, of 700 last and 300 first
// names; one of them is called Quentin Zwaardvis.
const fill = `INSERT INTO clients (id, account_id, number, first_name, last_name, preferred_name, birth_date, home_phone, mobile_phone, email, created_at, version, sex, status, invoice_option)
	SELECT uuidv7(), $1, 1000 + n,
		CASE n WHEN 77777 THEN 'Quentin' ELSE initcap(translate(to_char(n % 300, 'FM000'), '0123456789', 'aeioulmnrt')) || 'na' END,
		CASE n WHEN 77777 THEN 'Zwaardvis' ELSE initcap(translate(to_char(n * 7919 % 700, 'FM000'), '0123456789', 'bcdfghjklm')) || 'erson' END,
		'', '1980-01-01', to_char(2025550000 + n, 'FM(000) 000-0000'), '', 'client' || n || '@example.com', now(), 1, 'UNKNOWN', 'ACTIVE', 'CLIENT'
	FROM generate_series(1, 100000) n`

// BenchmarkSearch reads the first page of 50 of 100,000 clients.
func BenchmarkSearch(b *testing.B) {
	ctx := context.Background()
	w := dbtest.New(b)
	a, other := w.Account("a"), w.Account("b")
	db, err := pgx.Connect(ctx, w.OwnerURL)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close(ctx) }()
	for _, account := range []any{a.ID, other.ID} {
		if _, err := db.Exec(ctx, fill, account); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := db.Exec(ctx, `VACUUM ANALYZE clients`); err != nil {
		b.Fatal(err)
	}
	for name, search := range map[string]string{
		"all": "", "many": "erson", "few": "bcd", "one": "zwaardvis", "both": "quentin zwa", "none": "xyzzy",
		"phone": "555-7777", "number": "1500", "misspelt": "zwardvis", "two letters": "qx",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := clients.List(w.As(a.Owner), w.Log, a.ID, clients.Query{Search: search, Args: page.Args{First: 50}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("similar", func(b *testing.B) {
		found, err := clients.List(w.As(a.Owner), w.Log, a.ID, clients.Query{Search: "quentin zwardvis", Args: page.Args{First: 50}})
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := found.Similar(w.As(a.Owner)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

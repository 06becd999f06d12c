package clientnames_test

import (
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/dbtest"
)

// fill writes 100,000 clients of an account, of 700 last and 300 first names; one of them is called
// Quentin Zwaardvis.
const fill = `INSERT INTO clients (id, account_id, number, first_name, last_name, preferred_name, birth_date, created_at, version, sex, status, invoice_option)
	SELECT uuidv7(), $1, 1000 + n,
		CASE n WHEN 77777 THEN 'Quentin' ELSE initcap(translate(to_char(n % 300, 'FM000'), '0123456789', 'aeioulmnrt')) || 'na' END,
		CASE n WHEN 77777 THEN 'Zwaardvis' ELSE initcap(translate(to_char(n * 7919 % 700, 'FM000'), '0123456789', 'bcdfghjklm')) || 'erson' END,
		'', '1980-01-01', now(), 1, 'UNKNOWN', 'ACTIVE', 'CLIENT'
	FROM generate_series(1, 100000) n`

// BenchmarkNames looks for names of 100,000 clients, as a picker does.
func BenchmarkNames(b *testing.B) {
	w := dbtest.New(b)
	a, other := w.Account("a"), w.Account("b")
	w.Owner(fill, a.ID)
	w.Owner(fill, other.ID)
	w.Owner(`VACUUM ANALYZE client_names`)
	for name, search := range map[string]string{"one": "zwaardvis", "none": "xyzzy", "misspelt": "zwardvis", "both misspelt": "quentni zwardvis", "like many": "bcdersno"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ctx, _ := activity.WithCollector(w.As(a.Owner))
				if _, err := clientnames.List(ctx, w.Log, a.ID, access.Calendar, clientnames.Query{Search: search, First: 20}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package main

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/calendar"
	"lanyard/internal/clientsessions"
	"lanyard/internal/dbtest"
	"lanyard/internal/insurance"
	"lanyard/internal/invoices"
	"lanyard/internal/notes"
	"lanyard/internal/page"
	"lanyard/internal/payments"
)

// fillAccounts are the sizes of 1,000 accounts with 1,000,000 client sessions: one large practice, $1,
// and others of 900 sessions each.
const fillAccounts = `CREATE TEMP TABLE filled AS
	SELECT $1::uuid AS id, 5000 AS clients, 100900 AS sessions UNION ALL SELECT uuidv7(), 50, 900 FROM generate_series(2, 1000)`

// fillSections writes them: two years of sessions with their ledger, all at once and not by the triggers, appointments
// and notes of every fourth, and an authorization for every tenth. Every fiftieth session is open,
// every hundredth has a draft, and every twentieth is owed for.
const fillSections = `
INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object('id', f.id))).* FROM filled f, accounts a WHERE NOT EXISTS (SELECT FROM accounts WHERE id = f.id);
INSERT INTO billing_codes (id, account_id, natural_key, code, description, created_at) SELECT uuidv7(), id, '90834', '90834', 'Session of 45 minutes', now() FROM filled;
INSERT INTO clients (id, account_id, number, first_name, last_name, preferred_name, birth_date, home_phone, mobile_phone, email, created_at, version, sex, status, invoice_option)
	SELECT uuidv7(), f.id, n, initcap(translate(to_char(n % 300, 'FM000'), '0123456789', 'aeioulmnrt')) || 'na',
		initcap(translate(to_char(n * 7919 % 700, 'FM000'), '0123456789', 'bcdfghjklm')) || 'erson', '', '1980-01-01', '', '', '', now(), 1, 'UNKNOWN', 'ACTIVE', 'CLIENT'
	FROM filled f, generate_series(1, f.clients) n;
ANALYZE clients;
CREATE TEMP TABLE held AS SELECT uuidv7() AS id, f.id AS account_id, c.id AS client_id, n, current_date - n * 730 / f.sessions AS day
	FROM filled f CROSS JOIN LATERAL generate_series(1, f.sessions) n JOIN clients c ON c.account_id = f.id AND c.number = 1 + n % f.clients;
ALTER TABLE client_sessions DISABLE TRIGGER USER;
ALTER TABLE ledger_entries DISABLE TRIGGER USER;
INSERT INTO client_sessions (id, account_id, client_id, service_date, billing_code, diagnosis_codes, modifiers, place_of_service, minutes, charge, bill_to, paid_at_session, status, created_at)
	SELECT id, account_id, client_id, day, '90834', '["F41.1"]', '[]', '11', 45, 13500, 'CLIENT', CASE n % 20 WHEN 0 THEN 2000 ELSE 13500 END, CASE n % 50 WHEN 0 THEN 'OPEN' ELSE 'INVOICED' END, now() FROM held;
INSERT INTO ledger_entries (id, account_id, client_id, session_id, kind, amount, entry_date, posted_by, created_at)
	SELECT uuidv7(), s.account_id, s.client_id, s.id, e.kind, e.amount, s.service_date, 'anna', now()
	FROM client_sessions s CROSS JOIN LATERAL (VALUES ('CHARGE', s.charge), ('PAYMENT', -s.paid_at_session)) AS e (kind, amount);
INSERT INTO session_notes (id, account_id, client_id, session_id, note_type, note_date, body, status, author_id, author_name, created_at)
	SELECT uuidv7(), account_id, client_id, id, 'PROGRESS', day, repeat('Slept well. ', 40), CASE n % 100 WHEN 0 THEN 'DRAFT' ELSE 'SIGNED' END, account_id, 'anna', now() FROM held WHERE n % 4 = 0;
INSERT INTO appointments (id, account_id, client_id, start, minutes, status, created_at)
	SELECT uuidv7(), account_id, client_id, day + interval '14 hours', 45, 'KEPT', now() FROM held WHERE n % 4 = 0;
INSERT INTO authorizations (id, account_id, client_id, number, from_date, until_date, sessions_allowed, created_at)
	SELECT uuidv7(), account_id, client_id, 'A-' || n, day, day + 365, 20, now() FROM held WHERE n % 10 = 0`

// BenchmarkSections reads what the sections show first, in the large practice, and looks at how they
// are read.
func BenchmarkSections(b *testing.B) {
	ctx := context.Background()
	w := dbtest.New(b)
	a := w.Account("a")
	db := dbtest.Must[*pgx.Conn](b)(pgx.Connect(ctx, w.OwnerURL))
	defer func() { _ = db.Close(ctx) }()
	if _, err := db.Exec(ctx, fillAccounts, a.ID); err != nil {
		b.Fatal(err)
	}
	for _, step := range []string{fillSections, "VACUUM ANALYZE"} {
		if _, err := db.Exec(ctx, step); err != nil {
			b.Fatal(err)
		}
	}
	var client uuid.UUID
	if err := db.QueryRow(ctx, `SELECT id FROM clients WHERE account_id = $1 AND number = 77`, a.ID).Scan(&client); err != nil {
		b.Fatal(err)
	}
	first, monday := page.Args{First: 50}, time.Now().AddDate(0, 0, -7)
	for name, read := range map[string]func(ctx context.Context) error{
		"calendar/week": func(ctx context.Context) error {
			_, err := calendar.List(ctx, w.Log, a.ID, nil, monday, time.Now())
			return err
		},
		"sessions/newest":            sessionsOf(w, a, clientsessions.Query{Args: first}),
		"sessions/of-client":         sessionsOf(w, a, clientsessions.Query{Args: first, Client: &client}),
		"sessions/open-oldest-first": sessionsOf(w, a, clientsessions.Query{Args: first, Status: new(clientsession.StatusOPEN), OldestFirst: true}),
		"sessions/by-name":           sessionsOf(w, a, clientsessions.Query{Args: first, Search: "bcd"}),
		"sessions/by-nobody":         sessionsOf(w, a, clientsessions.Query{Args: first, Search: "xyzzy"}),
		"notes/newest":               notesOf(w, a, notes.Query{Args: first}),
		"notes/drafts-oldest-first":  notesOf(w, a, notes.Query{Args: first, Status: new(sessionnote.StatusDRAFT), OldestFirst: true}),
		"authorizations/running-out": func(ctx context.Context) error {
			_, err := insurance.Authorizations(ctx, w.Log, a.ID, insurance.AuthorizationQuery{Args: first, RunningOut: true})
			return err
		},
		"to-invoice/first": func(ctx context.Context) error {
			_, err := invoices.Open(ctx, w.Log, a.ID, invoices.OpenQuery{Args: first, Kind: invoice.KindINVOICE})
			return err
		},
		"balances/most":    balancesOf(w, a, payments.Query{Args: first, Order: payments.ByTotal}),
		"balances/overdue": balancesOf(w, a, payments.Query{Args: first, Order: payments.ByTotal, Overdue: true}),
		"balances/totals":  func(ctx context.Context) error { _, err := payments.Totals(ctx, w.Log, a.ID); return err },
		"ledger":           func(ctx context.Context) error { _, err := payments.Ledger(ctx, w.Log, a.ID, client); return err },
	} {
		b.Run(name, func(b *testing.B) {
			withoutScans(b, db, func() error { return read(w.As(a.Owner)) })
		})
	}
}

func sessionsOf(w *dbtest.World, a *dbtest.Account, q clientsessions.Query) func(context.Context) error {
	return withCount(func(ctx context.Context) (counter, error) { return clientsessions.List(ctx, w.Log, a.ID, q) })
}

func notesOf(w *dbtest.World, a *dbtest.Account, q notes.Query) func(context.Context) error {
	return withCount(func(ctx context.Context) (counter, error) { return notes.List(ctx, w.Log, a.ID, q) })
}

func balancesOf(w *dbtest.World, a *dbtest.Account, q payments.Query) func(context.Context) error {
	return withCount(func(ctx context.Context) (counter, error) { return payments.List(ctx, w.Log, a.ID, q) })
}

type counter interface {
	TotalCount(ctx context.Context) (int, error)
}

// withCount reads a page and how many there are on all, as the screens do.
func withCount(list func(context.Context) (counter, error)) func(context.Context) error {
	return func(ctx context.Context) error {
		p, err := list(ctx)
		if err != nil {
			return err
		}
		_, err = p.TotalCount(ctx)
		return err
	}
}

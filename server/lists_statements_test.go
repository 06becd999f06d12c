package main

import (
	"strings"
	"testing"

	"lanyard/internal/access"
)

// fillLists gives an account sixty rows in each list that no other test counts.
var fillLists = []string{
	`INSERT INTO diagnosis_codes (id, account_id, natural_key, code, description, created_at)
		SELECT uuidv7(), $1, 'ICD-10-CM F' || n, 'F' || n, 'Number ' || n, now() FROM generate_series(100, 160) n`,
	`INSERT INTO payers (id, account_id, natural_key, name, kind, created_at)
		SELECT uuidv7(), $1, 'NAME ' || n, 'Payer ' || n, 'COMMERCIAL', now() FROM generate_series(100, 160) n`,
	`INSERT INTO psychotherapy_notes (id, account_id, client_id, note_date, body, author_id, author_name, created_at)
		SELECT uuidv7(), $1, c.id, '2026-03-02', 'Apart.', $2, 'anna-owner', now() FROM client_names c WHERE c.account_id = $1`,
	`INSERT INTO reviews (id, account_id, first_day, last_day, time_zone, reviewer_id, reviewer, events, refused, failed, created_at)
		SELECT uuidv7(), $1, date '2025-01-01' + n, date '2025-01-01' + n, 'America/New_York', $2, 'anna-owner', 1, 0, 0, now() FROM generate_series(1, 60) n`,
	`INSERT INTO copy_jobs (id, account_id, from_account_id, username_id, copied_by, created, replaced, skipped, created_at)
		SELECT uuidv7(), $1, $1, $2, 'anna-owner', 1, 0, 0, now() FROM generate_series(1, 60) n`,
}

const workList = `{ viewer {
	owed: accounts(holding: [PAYMENTS]) { work: balancesDue(first: 20, overdue: true) { nodes { client { displayName } over30 } totalCount } }
	unbilled: accounts(holding: [CLIENT_SESSIONS]) { work: clientSessions(first: 20, status: OPEN) { nodes { id client { displayName } } totalCount } }
	unsigned: accounts(holding: [NOTES]) { work: sessionNotes(first: 20, status: DRAFT) { nodes { id client { displayName } } totalCount } }
	runningOut: accounts(holding: [INSURANCE]) { work: authorizations(first: 20, runningOut: true) { nodes { id client { displayName } } totalCount } }
} }`

// A list is as many statements for many rows as for few, and an export as for one part.
func TestStatementsOfLists(t *testing.T) {
	c := newCounted(t)
	owner := c.accounts[0].Owner
	for _, a := range c.accounts[1:] {
		owner = c.Join(owner, a, access.Everything())
	}
	granted, err := c.Prover.Begin(c.As(nil), owner.Username)
	if err != nil {
		t.Fatal(err)
	}
	c.token = granted.Token
	for _, fill := range fillLists {
		args := []any{c.account(), owner.Username}
		c.Owner(fill, args[:1+strings.Count(fill, "$2")]...)
	}
	for _, o := range []struct {
		name, query            string
		roundTrips, statements int
	}{
		{"psychotherapy notes", `query($a: ID!) { account(id: $a) { psychotherapyNotes { nodes { id noteDate client { displayName } } } } }`, 5, 8},
		{"diagnosis codes", `query($a: ID!) { account(id: $a) { diagnosisCodes { nodes { code description } } } }`, 4, 7},
		{"payers", `query($a: ID!) { account(id: $a) { payers { nodes { name } } } }`, 4, 7},
		{"reviews", `query($a: ID!) { account(id: $a) { reviews { nodes { id reviewer } } } }`, 4, 7},
		{"recent copies", `query($a: ID!) { account(id: $a) { recentCopies { id by created } } }`, 4, 7},
		{"names that are spelt much like it", `query($a: ID!) { account(id: $a) { bookableClients(search: "smiht") { displayName } } }`, 7, 10},
		{"statement of a client", `query($a: ID!, $client: ID!) { exportStatement(account: $a, client: $client) { csv } }`, 5, 8},
		// Its parts are read side by side: how many of their events go in one round trip is chance.
		{"record of a client", `query($a: ID!, $client: ID!) { exportRecord(account: $a, client: $client) { details { lines } insurance { lines }
			appointments { lines } sessions { lines } notes { lines } invoices { lines } ledger { lines } } }`, 20, 24},
		// Each account is read behind its own walls: the rows and the names of each kind of work in it.
		{"work list of three accounts", workList, 18, 32},
	} {
		t.Run(o.name, func(t *testing.T) {
			got := c.fewest(t, c.asks(o.query))
			t.Logf("| %s | %d | %d |", o.name, got.roundTrips, len(got.statements))
			if got.roundTrips > o.roundTrips || len(got.statements) > o.statements {
				t.Errorf("%d round trips and %d statements; at most %d and %d are expected:\n%s",
					got.roundTrips, len(got.statements), o.roundTrips, o.statements, got.text())
			}
		})
	}
}

package main

import (
	"context"
	"fmt"
	"net/http"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/accessreview"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/signin"
)

// TestStatements counts what the database is asked for each operation: a list that asks once
// for each row is found here. docs/benchmarks.md has the figures as a table.
func TestStatements(t *testing.T) {
	c := newCounted(t)
	for _, o := range []struct {
		name                   string
		roundTrips, statements int
		do                     func(t *testing.T)
	}{
		{"load the viewer", 1, 4, c.loadViewer},
		{"load the viewer of a token", 1, 5, c.loadByToken},
		{"client list of 1", 4, 7, c.asks(`query($a: ID!) { account(id: $a) { clients(first: 1) { nodes { id firstName lastName } } } }`)},
		{"client list of 50", 4, 7, c.asks(listOf50)},
		{"client list with totalCount", 5, 8, c.asks(`query($a: ID!) { account(id: $a) { clients(first: 50) { totalCount nodes { id firstName lastName } } } }`)},
		{"client lists of three accounts", 6, 11, c.asks(`{ viewer { accounts { providerName clients(first: 50) { nodes { id } } } } }`)},
		{"node(client)", 3, 6, c.asks(`query($client: ID!) { node(id: $client) { ... on Client { firstName } } }`)},
		{"income report of a year", 5, 8, c.asks(`query($a: ID!) { account(id: $a) { income(days: { from: "2026-01-01", until: "2026-12-31" }) { rows { from income } total { income } } } }`)},
		{"sessions by code", 4, 7, c.asks(`query($a: ID!) { account(id: $a) { sessionsByCode(days: { from: "2026-01-01", until: "2026-12-31" }) { rows { billingCode sessions } } } }`)},
		{"ageing report, a page of 50", 5, 8, c.asks(`query($a: ID!) { account(id: $a) { ageing { clients { nodes { client { displayName } total } } total { total } } } }`)},
		{"client list report, a page of 50", 4, 7, c.asks(`query($a: ID!) { account(id: $a) { clientList { nodes { id firstName lastName } } } }`)},
		{"export of the client list", 4, 7, c.asks(`query($a: ID!) { exportClientList(account: $a) { csv rowCount } }`)},
		{"editClient", 6, 7, c.editClient},
		{"usernames with privileges and lastUsedAt", 6, 9, c.asks(`query($a: ID!) { account(id: $a) { usernames { id username lastUsedAt privileges { section level } } } }`)},
		{"an open access review with its usernames", 8, 11, c.asks(`query($a: ID!) { account(id: $a) { openAccessReview { id items { username levels decision lastUsedAt } } } }`)},
		{"activity, a page of 1", 5, 8, c.asks(`query($a: ID!) { account(id: $a) { activity(first: 1) { nodes { id code username seq } } } }`)},
		{"activity, a page of 50", 5, 8, c.asks(`query($a: ID!) { account(id: $a) { activity(first: 50) { nodes { id code username seq } } } }`)},
		{"who opened a client, a page of 50", 4, 7, c.asks(`query($a: ID!, $client: ID!) { account(id: $a) { openedBy(client: $client) { nodes { username firstAt lastAt count kinds { code count } } } } }`)},
		{"setPrivileges, 1 level", 11, 12, c.setPrivileges(1)},
		{"setPrivileges, 13 levels", 23, 24, c.setPrivileges(access.SectionCount)},
	} {
		t.Run(o.name, func(t *testing.T) {
			got := c.fewest(t, o.do)
			t.Logf("| %s | %d | %d |", o.name, got.roundTrips, len(got.statements))
			if got.roundTrips > o.roundTrips || len(got.statements) > o.statements {
				t.Errorf("%d round trips and %d statements; at most %d and %d are expected:\n%s",
					got.roundTrips, len(got.statements), o.roundTrips, o.statements, got.text())
			}
		})
	}
}

const listOf50 = `query($a: ID!) { account(id: $a) { clients(first: 50) { nodes { id firstName lastName } } } }`

// counted is the server with a tap on its way to the database.
type counted struct {
	*practice
	tap     *wireTap
	tapped  *database.DB
	handler http.Handler
	client  uuid.UUID
	link    uuid.UUID
	// secret is a token of somebody who works there.
	secret string
}

func newCounted(t *testing.T) *counted {
	t.Helper()
	p := newPractice(t)
	for i := range 8 {
		p.Username(p.accounts[0], fmt.Sprintf("staff%d", i), access.Levels{})
	}
	v := p.Username(p.accounts[0], "front", access.Levels{})
	c := &counted{practice: p, client: p.firstClients(t, 1)[0], link: v.Link(p.account()).ID}
	wanted := &apitokens.Wanted{Account: globalid.OfAccount(p.account()), Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}}}
	_, secret, err := apitokens.Create(p.As(p.accounts[0].Owner), p.Log, apitokens.Input{Name: "app", Purpose: "bench", ExpiresInDays: 1, Accounts: []*apitokens.Wanted{wanted}})
	if err != nil {
		t.Fatal(err)
	}
	c.secret = secret
	if _, err := accessreview.Start(p.As(p.accounts[0].Owner), p.Log, p.account()); err != nil {
		t.Fatal(err)
	}
	c.handler, c.tapped, c.tap = tappedServer(t, p.URL, &p.documents)
	return c
}

// fewest is what an operation takes when all connections have prepared its statements.
func (c *counted) fewest(t *testing.T, do func(*testing.T)) traffic {
	t.Helper()
	best := c.tap.during(func() { do(t) })
	for range 6 {
		if again := c.tap.during(func() { do(t) }); again.roundTrips < best.roundTrips {
			best = again
		}
	}
	return best
}

func (c *counted) loadViewer(t *testing.T) {
	if v, err := signin.Load(t.Context(), c.tapped, c.token); err != nil || len(v.Links) != len(c.accounts) {
		t.Fatal(v, err)
	}
}

func (c *counted) loadByToken(t *testing.T) {
	if v, err := apitokens.Load(t.Context(), c.tapped, c.secret); err != nil || len(v.Links) != 1 {
		t.Fatal(v, err)
	}
}

func (c *counted) ask(t *testing.T, query string, variables map[string]any) {
	t.Helper()
	variables["a"] = c.global("Account", c.account())
	answerOf(t, c.handler, c.post(query, variables))
}

func (c *counted) asks(query string) func(*testing.T) {
	return func(t *testing.T) { c.ask(t, query, map[string]any{"client": c.global("Client", c.client)}) }
}

// version looks up the version of a row behind the walls and past the tap.
func (c *counted) version(t *testing.T, table string, id uuid.UUID) int {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.OwnerURL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	var version int
	if err := conn.QueryRow(t.Context(), `SELECT version FROM `+table+` WHERE id = $1`, id).Scan(&version); err != nil {
		t.Fatal(err)
	}
	return version
}

func (c *counted) editClient(t *testing.T) {
	version := c.version(t, "clients", c.client)
	c.ask(t, `mutation($a: ID!, $client: ID!, $version: Int!, $name: String!) {
		editClient(account: $a, id: $client, version: $version, input: {firstName: $name, lastName: "Smith"}) { client { id version } } }`,
		map[string]any{"client": c.global("Client", c.client), "version": version, "name": fmt.Sprintf("Jane %d", version)})
}

func (c *counted) setPrivileges(n int) func(*testing.T) {
	return func(t *testing.T) {
		version := c.version(t, "links", c.link)
		levels := make([]map[string]any, n)
		for i, s := range access.Sections()[:n] {
			levels[i] = map[string]any{"section": s.String(), "level": access.None.String()}
		}
		c.ask(t, `mutation($a: ID!, $input: [SetPrivilegesInput!]!) { setPrivileges(account: $a, input: $input) { links { id version } } }`,
			map[string]any{"input": []any{map[string]any{"link": c.global("Link", c.link), "version": version, "levels": levels}}})
	}
}

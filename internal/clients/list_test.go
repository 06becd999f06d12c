package clients_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func lastNames(list []*ent.Patient) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.LastName
	}
	return strings.Join(names, " ")
}

func TestPagesAreTheWholeListInOrder(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	master := w.Join(a.Owner, b, access.OwnerLevels())
	dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(b.Owner), w.Log, b.ID, named("Ben", "Baker")))
	for _, last := range []string{"Éclair", "adams", "Zimmer", "Adams", "Adams", "O'Brien", "Baker"} {
		dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, named("Ann", last)))
	}
	var seen []*ent.Patient
	for after, pages := "", 0; ; pages++ {
		ctx, c := activity.WithCollector(w.As(master))
		p := dbtest.Must[*clients.Found](t)(clients.List(ctx, w.Log, a.ID, clients.Query{Args: page.Args{First: 2, After: after}}))
		seen = append(seen, p.Nodes...)
		if n := dbtest.Must[int](t)(p.TotalCount(w.As(master))); n != 7 {
			t.Errorf("counted %d", n)
		}
		noted := c.Take()
		if len(noted) != 1 || noted[0].Code != "client.listed" || noted[0].RowCount != len(p.Nodes) || noted[0].Clients[0] != p.Nodes[0].ID {
			t.Errorf("noted %+v", noted)
		}
		if !p.PageInfo().HasNextPage {
			if pages != 3 {
				t.Errorf("%d pages", pages)
			}
			break
		}
		after = *p.PageInfo().EndCursor
	}
	if got, want := lastNames(seen), "Adams Adams Baker O'Brien Zimmer adams Éclair"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(slices.Compact(seen)) != 7 {
		t.Error("a client is on two pages")
	}
}

func TestSearch(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	ann, bob, cy := named("Ann", "Adams"), named("Bob", "O'Brien"), named("Cy", "100%_Sure")
	ann.PreferredName, ann.HomePhone, ann.Email = ptr("Nan"), ptr("(212) 555-0100"), ptr("ann.a@example.com")
	bob.MobilePhone, bob.Email = ptr("+1 917 555 1002"), ptr("Bob@example.org")
	for _, in := range []clients.ClientInput{ann, bob, cy} {
		dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, in))
	}
	archived := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, named("Dora", "Adamson")))
	dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(w.As(a.Owner), w.Log, a.ID, archived.ID, 1, true))

	for search, want := range map[string]string{
		"": "100%_Sure Adams Adamson O'Brien", "  ": "100%_Sure Adams Adamson O'Brien",
		"adam": "Adams Adamson", "ANN ADAMS": "Adams", "ann  adams": "Adams", "adams, ann": "Adams", "Adams,Ann": "Adams",
		"nan adams": "Adams", "o'b": "O'Brien", "' OR 1=1 --": "", "%": "100%_Sure", "_": "100%_Sure", "%_s": "100%_Sure", `\`: "",
		"1002": "O'Brien", "#1003": "100%_Sure", "212-555": "Adams", "2125550100": "Adams", "917 555 1002": "O'Brien", "55": "",
		"example.org": "O'Brien", "obrién": "", "ÀDAMS": "Adams Adamson", "ANN.A@": "Adams", "nobody": "", "99999999999999999999": "",
	} {
		p := dbtest.Must[*clients.Found](t)(clients.List(w.As(a.Owner), w.Log, a.ID, clients.Query{Args: page.Args{First: 10}, Search: search}))
		if got := lastNames(p.Nodes); got != want {
			t.Errorf("%q: got %q, want %q", search, got, want)
		}
		if n := dbtest.Must[int](t)(p.TotalCount(w.As(a.Owner))); n != len(p.Nodes) {
			t.Errorf("%q: counted %d", search, n)
		}
	}
	for status, want := range map[patient.Status]string{patient.StatusACTIVE: "100%_Sure Adams O'Brien", patient.StatusARCHIVED: "Adamson"} {
		p := dbtest.Must[*clients.Found](t)(clients.List(w.As(a.Owner), w.Log, a.ID, clients.Query{Args: page.Args{First: 10}, Status: &status}))
		if got := lastNames(p.Nodes); got != want {
			t.Errorf("%s: got %q, want %q", status, got, want)
		}
	}
}

func TestWhereNobodyIsFoundSimilarNamesAreOffered(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	for _, in := range []clients.ClientInput{named("Ann", "Smith"), named("Anna", "Smythe"), named("José", "Núñez"), named("Al", "Lee")} {
		dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, in))
	}
	dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(b.Owner), w.Log, b.ID, named("Eve", "Smit")))
	archived := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, named("Bo", "Smitt")))
	dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(w.As(a.Owner), w.Log, a.ID, archived.ID, 1, true))
	active := patient.StatusACTIVE

	for typed, want := range map[string]string{
		"simth": "Smith", "Smithe": "Smith Smythe", "smithe, anna": "Smith Smythe", "anne smithe": "Smith Smythe", "josse nunez": "Núñez", "josé núñes": "Núñez",
		"smith": "", "": "", "le": "", "leo": "", "al lees": "Lee", "all lee": "", "xyzzyx": "", "a b c d": "",
	} {
		ctx, c := activity.WithCollector(w.As(a.Owner))
		found := dbtest.Must[*clients.Found](t)(clients.List(ctx, w.Log, a.ID, clients.Query{Args: page.Args{First: 10}, Search: typed, Status: &active}))
		c.Take()
		similar := dbtest.Must[[]*ent.Patient](t)(found.Similar(ctx))
		if got := lastNames(similar); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
		if noted := c.Take(); len(similar) > 0 && (len(noted) != 1 || noted[0].RowCount != len(similar)) {
			t.Errorf("%q: noted %+v", typed, noted)
		}
	}
}

func TestListRefusesBadInput(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	for field, q := range map[string]clients.Query{
		"first":  {Args: page.Args{First: 201}},
		"after":  {Args: page.Args{First: 1, After: "x"}},
		"search": {Args: page.Args{First: 1}, Search: "a\x00"},
	} {
		_, err := clients.List(w.As(a.Owner), w.Log, a.ID, q)
		if p := problem.As(err); p == nil || p.Path[0] != field {
			t.Errorf("%s: got %v", field, err)
		}
	}
}

func TestASearchIsOneStatementMore(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, named("Ann", "Adams")))
	statements := 0
	w.Log.Reader().Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			statements++
			return next.Query(ctx, q)
		})
	}))
	for search, want := range map[string]int{"": 1, "a": 2} {
		statements = 0
		p := dbtest.Must[*clients.Found](t)(clients.List(w.As(a.Owner), w.Log, a.ID, clients.Query{Args: page.Args{First: 50}, Search: search}))
		if statements != want {
			t.Errorf("%q: %d statements", search, statements)
		}
		if dbtest.Must[int](t)(p.TotalCount(w.As(a.Owner))); statements != want { // the page is all there is
			t.Errorf("%q: %d statements with the count", search, statements)
		}
	}
}

// More than are looked up one by one: the list is read through instead, and nobody is left out.
func TestListFindsMany(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	w.Owner(`INSERT INTO clients (id, account_id, number, first_name, last_name, birth_date, created_at, version, sex, status, invoice_option)
		SELECT uuidv7(), $1, 1000 + n, 'Ann', to_char(n, 'FM0000') || 'berg', '1980-01-01', now(), 1, 'UNKNOWN', 'ACTIVE', 'CLIENT' FROM generate_series(1, 1100) n`, a.ID)
	for search, want := range map[string]int{"berg": 1100, "be": 1100, "10berg": 11, "99": 20} {
		found := dbtest.Must[*clients.Found](t)(clients.List(w.As(a.Owner), w.Log, a.ID, clients.Query{Args: page.Args{First: 50}, Search: search}))
		if n := dbtest.Must[int](t)(found.TotalCount(w.As(a.Owner))); n != want || len(found.Nodes) != min(want, 50) {
			t.Errorf("%q: %d clients, %d on the first page; want %d", search, n, len(found.Nodes), want)
		}
	}
}

// The doors to the index ask for the level themselves.
func TestTheIndexTellsNobodyWithoutTheLevel(t *testing.T) {
	w := dbtest.New(t)
	a, other := w.Account("a"), w.Account("b")
	w.Client(a, "Ann", "Adams")
	for who, ctx := range map[string]context.Context{"another account's owner": w.As(other.Owner), "nobody": t.Context()} {
		for _, door := range []string{`SELECT cardinality(clients_with('%adams%', NULL, 10))`, `SELECT cardinality(clients_spelt_like('adams', 10))`} {
			rows := dbtest.Must[pgx.Rows](t)(w.Log.Query(database.In(ctx, a.ID), door))
			if n := dbtest.Must[int](t)(pgx.CollectExactlyOneRow(rows, pgx.RowTo[int])); n != 0 {
				t.Errorf("%s: %s gives %d", who, door, n)
			}
		}
	}
}

func TestNobodyWithoutTheLevelSeesAnything(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, named("Ann", "Adams")))
	none := w.Username(a, "none", access.Levels{access.CodesSetup: access.Full})
	p := dbtest.Must[*clients.Found](t)(clients.List(w.As(none), w.Log, a.ID, clients.Query{Args: page.Args{First: 5}}))
	if n := dbtest.Must[int](t)(p.TotalCount(w.As(none))); len(p.Nodes) > 0 || n > 0 {
		t.Errorf("sees %d, counts %d", len(p.Nodes), n)
	}
	if _, err := clients.List(w.As(a.Owner), w.Log, uuid.New(), clients.Query{Args: page.Args{First: 5}}); err != nil {
		t.Error(err)
	}
}

package clientnames_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/clients"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// practice is an account of four clients, the last of them in the archive, beside one of another.
func practice(t *testing.T) (*dbtest.World, *dbtest.Account) {
	t.Helper()
	t.Parallel()
	w := dbtest.New(t)
	a, other := w.Account("a"), w.Account("b")
	for _, name := range []string{"Renée Adams", "Bo Brown", "Ann 100%"} {
		first, last, _ := strings.Cut(name, " ")
		w.Client(a, first, last)
	}
	old := w.Client(a, "Ann", "Archer")
	dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(w.As(a.Owner), w.Log, a.ID, old.ID, 1, true))
	w.Client(other, "Ann", "Other")
	return w, a
}

func TestListFindsByAnyPartOfTheName(t *testing.T) {
	w, a := practice(t)
	for search, want := range map[string]string{
		"":             "Ann 100%, Bo Brown, Renée Adams",
		"  ":           "Ann 100%, Bo Brown, Renée Adams",
		"renee":        "Renée Adams",
		"RENÉE":        "Renée Adams",
		"adams, renee": "Renée Adams",
		"ad ren":       "Renée Adams",
		"1002":         "Bo Brown",
		"#1002":        "Bo Brown",
		"100":          "Ann 100%",
		"%":            "Ann 100%",
		"_":            "",
		",":            "Ann 100%, Bo Brown, Renée Adams",
		"ren brown":    "",
		"other":        "",
		"archer":       "",
		"adasm":        "Renée Adams",
		"rene adms":    "Renée Adams",
		"broun":        "Bo Brown",
		"bwn":          "",
		"arche":        "",
	} {
		found := dbtest.Must[[]*ent.ClientName](t)(clientnames.List(w.As(a.Owner), w.Log, a.ID, access.Calendar, clientnames.Query{Search: search, First: 10}))
		if got := names(found); got != want {
			t.Errorf("%q: %s", search, got)
		}
	}
	all := dbtest.Must[[]*ent.ClientName](t)(clientnames.List(w.As(a.Owner), w.Log, a.ID, access.Calendar, clientnames.Query{Search: "ann", First: 10, Archived: true}))
	if got := names(all); got != "Ann 100%, Ann Archer" {
		t.Error(got)
	}
}

func names(of []*ent.ClientName) string {
	var all []string
	for _, n := range of {
		all = append(all, n.DisplayName)
	}
	return strings.Join(all, ", ")
}

func TestListIsLoggedForItsSection(t *testing.T) {
	w, a := practice(t)
	ctx, c := activity.WithCollector(w.As(a.Owner))
	found := dbtest.Must[[]*ent.ClientName](t)(clientnames.List(ctx, w.Log, a.ID, access.Notes, clientnames.Query{First: 2}))
	ids := []uuid.UUID{found[0].ID, found[1].ID}
	if read := c.Take(); len(read) != 1 || read[0].Code != "client.named" || read[0].Section != "NOTES" || read[0].RowCount != 2 ||
		!slices.Equal(read[0].Clients, ids) || !slices.Equal(read[0].Entities, ids) {
		t.Errorf("%+v", read)
	}
}

func TestListRefusesWhatCannotBe(t *testing.T) {
	w, a := practice(t)
	for field, q := range map[string]clientnames.Query{"first": {First: 51}, "search": {First: 1, Search: "a\x00"}} {
		_, err := clientnames.List(w.As(a.Owner), w.Log, a.ID, access.Calendar, q)
		if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[0] != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// Each section that shows clients sees the names, and no other section does.
func TestTheWall(t *testing.T) {
	w, a := practice(t)
	showing := []access.Section{
		access.Clients, access.Insurance, access.Calendar, access.ClientSessions,
		access.Notes, access.Invoices, access.Payments,
	}
	for _, s := range access.Sections() {
		if s == access.PsychotherapyNotes {
			continue // the owner's alone to give
		}
		var levels access.Levels
		levels[s] = access.View
		v := w.Username(a, strings.ToLower(strings.ReplaceAll(s.String(), "_", "-")), levels)
		found := dbtest.Must[[]*ent.ClientName](t)(clientnames.List(w.As(v), w.Log, a.ID, s, clientnames.Query{First: 10}))
		if slices.Contains(showing, s) != (len(found) == 3) || len(found) != 0 && len(found) != 3 {
			t.Errorf("%s sees %s", s, names(found))
		}
	}
}

func TestFindAndTheArchive(t *testing.T) {
	w, a := practice(t)
	ctx := database.In(w.As(a.Owner), a.ID)
	in := func(name string) (*ent.ClientName, error) {
		var found *ent.ClientName
		n := dbtest.Must[[]*ent.ClientName](t)(clientnames.List(w.As(a.Owner), w.Log, a.ID, access.Clients, clientnames.Query{Search: name, First: 1, Archived: true}))
		id := uuid.New()
		if len(n) == 1 {
			id = n[0].ID
		}
		e := activity.Event{Account: a.ID, Code: "client.changed", Action: activity.Update, Section: access.Clients.String()}
		err := w.Log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) (err error) {
			found, err = clientnames.Find(ctx, tx, a.ID, id)
			return err
		})
		return found, err
	}
	if n := dbtest.Must[*ent.ClientName](t)(in("bo")); n.DisplayName != "Bo Brown" || clientnames.CheckActive(n) != nil {
		t.Errorf("%+v", n)
	}
	if n := dbtest.Must[*ent.ClientName](t)(in("archer")); problem.As(clientnames.CheckActive(n)) == nil {
		t.Errorf("%+v is not in the archive", n)
	}
	if _, err := in("nobody"); problem.As(err) == nil || problem.As(err).Path[0] != "client" {
		t.Error(err)
	}
}

// The door to the index of names asks for the level itself, and of a client it knows the name alone:
// what stands elsewhere of one is no name.
func TestTheIndexOfNamesTellsOfNamesAlone(t *testing.T) {
	w, a := practice(t)
	other := w.Account("c")
	desk := w.Username(a, "desk", access.Levels{access.Calendar: access.View})
	nobody := w.Username(a, "nobody", access.Levels{access.Reports: access.Full})
	w.Owner(`UPDATE clients SET preferred_name = 'Zwaardvis', email = 'zwaardvis@example.com', street = 'Zwaardvis 1' WHERE account_id = $1`, a.ID)
	for _, o := range []struct {
		who  *access.Viewer
		word string
		want int
	}{{desk, "adams", 1}, {desk, "zwaardvis", 0}, {nobody, "adams", 0}, {other.Owner, "adams", 0}, {a.Owner, "adams", 1}, {a.Owner, "zwaardvis", 0}} {
		rows := dbtest.Must[pgx.Rows](t)(w.Log.Query(database.In(w.As(o.who), a.ID), `SELECT cardinality(names_spelt_like($1, 10))`, o.word))
		if n := dbtest.Must[int](t)(pgx.CollectExactlyOneRow(rows, pgx.RowTo[int])); n != o.want {
			t.Errorf("%s finds %d by %s", o.who.Name, n, o.word)
		}
		found := dbtest.Must[[]*ent.ClientName](t)(clientnames.List(w.As(o.who), w.Log, a.ID, access.Calendar, clientnames.Query{Search: o.word[:len(o.word)-1] + "x", First: 10}))
		if len(found) != o.want {
			t.Errorf("%s finds %s by what is like %s", o.who.Name, names(found), o.word)
		}
	}
}

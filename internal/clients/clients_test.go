package clients_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

func ptr[T any](v T) *T { return &v }

func named(first, last string) clients.ClientInput {
	return clients.ClientInput{FirstName: first, LastName: last, Sex: patient.SexUNKNOWN, InvoiceOption: patient.InvoiceOptionCLIENT}
}

// lastEvent stores what was read and gives the newest event of the account.
func lastEvent(ctx context.Context, t *testing.T, w *dbtest.World, c *activity.Collector, account uuid.UUID) activity.Event {
	t.Helper()
	if err := w.Log.Store(ctx, c.Take()...); err != nil {
		t.Fatal(err)
	}
	events := w.Events(account)
	return events[len(events)-1]
}

func TestLifeOfAClient(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	ctx, c := activity.WithCollector(w.As(a.Owner))
	in := named("Ann", "Adams")
	in.IDNumber, in.BirthDate = ptr("123-45-6789"), ptr(column.Date("1980-01-31"))

	p := dbtest.Must[*ent.Patient](t)(clients.AddClient(ctx, w.Log, a.ID, in))
	if p.Number != 1001 || p.Version != 1 || p.Status != patient.StatusACTIVE {
		t.Errorf("added: %+v", p)
	}
	expect(t, lastEvent(ctx, t, w, c, a.ID), "client.created", activity.Create, p.ID)

	in.IDNumber, in.City = nil, ptr("Albany")
	p = dbtest.Must[*ent.Patient](t)(clients.EditClient(ctx, w.Log, a.ID, p.ID, 1, in))
	e := lastEvent(ctx, t, w, c, a.ID)
	expect(t, e, "client.changed", activity.Update, p.ID)
	if got := fmt.Sprint(e.Changes); got != "map[city:[changed]]" || p.Version != 2 {
		t.Errorf("changes %s, version %d", got, p.Version)
	}
	if got := clients.MaskedIDNumber(p); got == nil || *got != "•••••6789" {
		t.Errorf("an id number that was left out did not stay: %v", got)
	}

	p = dbtest.Must[*ent.Patient](t)(clients.EditClient(ctx, w.Log, a.ID, p.ID, 2, in))
	expect(t, lastEvent(ctx, t, w, c, a.ID), "client.opened", activity.Read, p.ID)
	if p.Version != 2 {
		t.Errorf("an edit that changes nothing made version %d", p.Version)
	}

	p = dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(ctx, w.Log, a.ID, p.ID, 2, true))
	expect(t, lastEvent(ctx, t, w, c, a.ID), "client.archived", activity.Update, p.ID)
	in.IDNumber = ptr("")
	p = dbtest.Must[*ent.Patient](t)(clients.EditClient(ctx, w.Log, a.ID, p.ID, 3, in))
	if p.Status != patient.StatusARCHIVED || p.IDNumber != "" {
		t.Errorf("edited in the archive: %s, id number %q", p.Status, p.IDNumber)
	}
	p = dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(ctx, w.Log, a.ID, p.ID, 4, false))
	expect(t, lastEvent(ctx, t, w, c, a.ID), "client.restored", activity.Update, p.ID)

	stored := dbtest.Must[*ent.Patient](t)(clients.Client(ctx, w.Log, a.ID, p.ID))
	expect(t, lastEvent(ctx, t, w, c, a.ID), "client.opened", activity.Read, p.ID)
	if stored.Version != 5 || stored.Status != patient.StatusACTIVE || stored.City != "Albany" || *stored.BirthDate != "1980-01-31" || stored.IDNumber != "" {
		t.Errorf("stored: %+v", stored)
	}
}

func expect(t *testing.T, e activity.Event, code string, action activity.Action, client uuid.UUID) {
	t.Helper()
	ids := []uuid.UUID{client}
	if e.Code != code || e.Action != action || e.Section != access.Clients.String() || e.RowCount != 1 || !slices.Equal(e.Clients, ids) || !slices.Equal(e.Entities, ids) {
		t.Errorf("want %s of %s, got %+v", code, client, e)
	}
}

func TestAnotherAccountsClientIsUnknown(t *testing.T) {
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	master := w.Join(a.Owner, b, access.OwnerLevels())
	theirs := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(b.Owner), w.Log, b.ID, named("Ben", "Brown")))
	before := w.Events(a.ID)
	for _, v := range []*access.Viewer{a.Owner, master} { // the master may see the client, but in b
		ctx, c := activity.WithCollector(w.As(v))
		for _, id := range []uuid.UUID{theirs.ID, uuid.New()} {
			_, opened := clients.Client(ctx, w.Log, a.ID, id)
			_, edited := clients.EditClient(ctx, w.Log, a.ID, id, 1, named("X", "Y"))
			_, archived := clients.ArchiveClient(ctx, w.Log, a.ID, id, 1, true)
			for _, err := range []error{opened, edited, archived} {
				if !reflect.DeepEqual(problem.As(err), problem.Missing()) {
					t.Errorf("got %v", err)
				}
			}
		}
		if read := c.Take(); len(read) > 0 {
			t.Errorf("noted as read: %+v", read)
		}
	}
	if p := dbtest.Must[*ent.Patient](t)(clients.Client(w.As(b.Owner), w.Log, b.ID, theirs.ID)); p.Version != 1 || p.LastName != "Brown" {
		t.Errorf("changed: %+v", p)
	}
	if after := w.Events(a.ID); len(after) != len(before) {
		t.Errorf("%d events more", len(after)-len(before))
	}
}

func TestStaleEditIsAConflict(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	in := named("Ann", "Adams")
	in.IDNumber = ptr("123-45-6789")
	p := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, in))
	in.City, in.IDNumber = ptr("Albany"), ptr("987-65-4321")
	dbtest.Must[*ent.Patient](t)(clients.EditClient(w.As(a.Owner), w.Log, a.ID, p.ID, 1, in))
	before := w.Events(a.ID)

	ctx, c := activity.WithCollector(w.As(a.Owner))
	in.City, in.FirstName, in.IDNumber = ptr("Boston"), "Anna", ptr("111-11-1111")
	_, err := clients.EditClient(ctx, w.Log, a.ID, p.ID, 1, in)
	masked := "•••••4321"
	want := map[string]any{"version": 2, "theirs": map[string]any{"city": "Albany", "firstName": "Ann", "idNumber": &masked}}
	if refused := problem.As(err); refused == nil || refused.Code != problem.Conflict || !reflect.DeepEqual(refused.Details, want) {
		t.Errorf("got %v with %v", err, refused)
	}
	if read := c.Take(); len(read) != 1 || read[0].Code != "client.opened" {
		t.Errorf("the current values were shown, but noted is %+v", read)
	}
	_, err = clients.ArchiveClient(ctx, w.Log, a.ID, p.ID, 1, true)
	if refused := problem.As(err); refused == nil || refused.Code != problem.Conflict {
		t.Errorf("got %v", err)
	}
	now := dbtest.Must[*ent.Patient](t)(clients.Client(w.As(a.Owner), w.Log, a.ID, p.ID))
	if now.City != "Albany" || now.FirstName != "Ann" || now.Version != 2 || now.Status != patient.StatusACTIVE {
		t.Errorf("a refused edit was written: %+v", now)
	}
	if after := w.Events(a.ID); len(after) != len(before) {
		t.Errorf("%d events of refused edits", len(after)-len(before))
	}
}

// atOnce runs do n times side by side and gives the errors.
func atOnce(n int, do func(i int) error) []error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { errs[i] = do(i) })
	}
	all.Wait()
	return errs
}

func TestOneOfManyEditsAtOnceWins(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	p := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, named("Ann", "Adams")))
	won := 0
	for _, err := range atOnce(12, func(i int) error {
		_, err := clients.EditClient(w.As(a.Owner), w.Log, a.ID, p.ID, 1, named("Ann", fmt.Sprint("Adams ", i)))
		return err
	}) {
		if err == nil {
			won++
		} else if refused := problem.As(err); refused == nil || refused.Code != problem.Conflict || refused.Details["version"] != 2 {
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d edits of the same version were saved", won)
	}
}

func TestNumbersOfClientsAddedAtOnce(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	numbers := make([]int, 20)
	errs := atOnce(len(numbers), func(i int) error {
		p, err := clients.AddClient(w.As(a.Owner), w.Log, a.ID, named("Ann", "Adams"))
		if err == nil {
			numbers[i] = p.Number
		}
		return err
	})
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	slices.Sort(numbers)
	for i, n := range numbers {
		if n != 1001+i {
			t.Fatalf("numbers have gaps or repeat: %v", numbers)
		}
	}
}

func TestViewOnlyCannotWritePastTheWall(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	p := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, named("Ann", "Adams")))
	v := w.Username(a, "viewer", access.Levels{access.Clients: access.View})
	before := w.Events(a.ID)
	if _, err := clients.AddClient(w.As(v), w.Log, a.ID, named("X", "Y")); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("added, or refused without a word: %v", err)
	}
	if _, err := clients.EditClient(w.As(v), w.Log, a.ID, p.ID, 1, named("X", "Y")); err == nil || problem.As(err) != nil {
		t.Errorf("edited, or blamed on somebody else: %v", err)
	}
	after := w.Events(a.ID)[len(before):]
	if len(after) != 1 || after[0].Code != "access.denied" || after[0].LevelHeld != "VIEW" {
		t.Errorf("the refusal is not recorded, or what was not done is: %v", after)
	}
}

// everyField is an input with a telling value in each field.
func everyField() clients.ClientInput {
	return clients.ClientInput{
		FirstName: "Zvfirst", LastName: "Zvlast", PreferredName: ptr("Zvpref"), BirthDate: ptr(column.Date("1961-07-23")),
		Sex: patient.SexOTHER, Street: ptr("Zvstreet 1"), City: ptr("Zvcity"), State: ptr("ZV"), Zip: ptr("87654-3210"),
		HomePhone: ptr("917-555-0173"), MobilePhone: ptr("917-555-0174"), Email: ptr("zvmail@example.com"), IDNumber: ptr("zv-987-65-4321"),
		ResponsibleParty: ptr("Zvparty"), InvoiceOption: patient.InvoiceOptionINSURANCE, SignatureOnFile: true, FileNotes: ptr("Zvnotes"),
	}
}

func TestEveryFieldIsStored(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	text := func(p *ent.Patient) string { return string(dbtest.Must[[]byte](t)(json.Marshal(p))) + p.IDNumber }
	for _, in := range []clients.ClientInput{everyField(), named("Ann", "Adams")} {
		added := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, in))
		in := everyField()
		in.SignatureOnFile = !added.SignatureOnFile
		edited := dbtest.Must[*ent.Patient](t)(clients.EditClient(w.As(a.Owner), w.Log, a.ID, added.ID, 1, in))
		stored := dbtest.Must[*ent.Patient](t)(clients.Client(w.As(a.Owner), w.Log, a.ID, added.ID))
		if text(stored) != text(edited) || stored.IDNumber != *in.IDNumber || stored.FileNotes != *in.FileNotes {
			t.Errorf("got %s, want %s", text(stored), text(edited))
		}
	}
}

// chance is what may hold any digits: ids and moments.
var chance = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dt[\d:.]+z`)

func TestNoValueReachesTheLog(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	in := everyField()
	ctx, c := activity.WithCollector(w.As(a.Owner))
	p := dbtest.Must[*ent.Patient](t)(clients.AddClient(ctx, w.Log, a.ID, named("Ann", "Adams")))
	p = dbtest.Must[*ent.Patient](t)(clients.EditClient(ctx, w.Log, a.ID, p.ID, p.Version, in))
	if _, err := clients.EditClient(ctx, w.Log, a.ID, p.ID, 1, named("Ann", "Adams")); problem.As(err) == nil {
		t.Error(err)
	}
	dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(ctx, w.Log, a.ID, p.ID, p.Version, true))
	dbtest.Must[*clients.Found](t)(clients.List(ctx, w.Log, a.ID, clients.Query{Args: page.Args{First: 5}, Search: "zvlast"}))
	lastEvent(ctx, t, w, c, a.ID)

	stored := dbtest.Must[[]byte](t)(json.Marshal(w.Events(a.ID)))
	log := chance.ReplaceAllString(strings.ToLower(string(stored)), "")
	for _, value := range []string{"zv", "1961-07", "87654", "555-01", "987-65", "4321", "insurance\""} {
		if strings.Contains(log, value) {
			t.Errorf("%q is in the log: %s", value, stored)
		}
	}
	if changes := w.Events(a.ID)[len(w.Events(a.ID))-4].Changes; len(changes) != 17 {
		t.Errorf("not every changed field is named: %v", changes)
	}
}

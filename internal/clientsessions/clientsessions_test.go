package clientsessions_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clientsessions"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
)

func TestLifeOfASession(t *testing.T) {
	o := newOffice(t)
	ctx, c := activity.WithCollector(o.As(o.a.Owner))
	in := usual()
	in.DiagnosisCodes, in.Modifiers = []string{" f41.1", "F32.1"}, []string{"95"}
	s := dbtest.Must[*clientsessions.Saved](t)(clientsessions.AddClientSession(ctx, o.Log, o.a.ID, clientsessions.Made{Client: o.client.ID}, in)).ClientSession
	o.expect(o.told(ctx, c), "session.added", activity.Create, s.ID)
	if s.Edges.Client.DisplayName != "Ann Adams" || *s.Minutes != 50 || s.Units != 2 || s.Charge != 30000 || s.PlaceOfService != "10" ||
		s.BillTo != clientsession.BillToINSURANCE || s.PaidAtSession != 0 || s.Status != clientsession.StatusOPEN ||
		!slices.Equal(s.DiagnosisCodes, []string{"F41.1", "F32.1"}) || !slices.Equal(s.Modifiers, []string{"95"}) {
		t.Errorf("what is left out is as the code says: %+v", s)
	}
	in.Charge, in.PaidAtSession, in.Units = new(9000), 2000, new(1)
	s = dbtest.Must[*clientsessions.Saved](t)(clientsessions.EditClientSession(ctx, o.Log, o.a.ID, s.ID, 1, in)).ClientSession
	e := o.told(ctx, c)
	o.expect(e, "session.changed", activity.Update, s.ID)
	if got := fmt.Sprint(e.Changes); got != "map[charge:[changed] paidAtSession:[changed] units:[changed]]" || s.Version != 2 {
		t.Error(got, s.Version)
	}
	dbtest.Must[*clientsessions.Saved](t)(clientsessions.EditClientSession(ctx, o.Log, o.a.ID, s.ID, 2, in))
	o.expect(o.told(ctx, c), "session.opened", activity.Read, s.ID)
	s = dbtest.Must[*clientsessions.Saved](t)(clientsessions.VoidClientSession(ctx, o.Log, o.a.ID, s.ID, 2, "DUPLICATE")).ClientSession
	e = o.told(ctx, c)
	o.expect(e, "session.voided", activity.Update, s.ID)
	if got := fmt.Sprint(e.Changes); got != "map[reason:[<nil> DUPLICATE] status:[OPEN VOID]]" || s.Status != clientsession.StatusVOID {
		t.Error(got, s.Status)
	}
	dbtest.Must[*ent.ClientSession](t)(clientsessions.Session(ctx, o.Log, o.a.ID, s.ID))
	o.expect(o.told(ctx, c), "session.opened", activity.Read, s.ID)
}

func (o *office) expect(e activity.Event, code string, action activity.Action, id uuid.UUID) {
	o.t.Helper()
	if e.Code != code || e.Action != action || e.Section != access.ClientSessions.String() || e.RowCount != 1 ||
		!slices.Equal(e.Clients, []uuid.UUID{o.client.ID}) || !slices.Equal(e.Entities, []uuid.UUID{id}) {
		o.t.Errorf("want %s of %s, got %+v", code, id, e)
	}
}

func TestListFiltersAndPages(t *testing.T) {
	o := newOffice(t)
	other := o.Client(o.a, "Bo", "Brown")
	for _, day := range []column.Date{"2026-01-05", "2026-03-02", "2026-02-02"} {
		in := usual()
		in.ServiceDate = day
		o.hold(in)
	}
	dbtest.Must[*clientsessions.Saved](t)(o.try(clientsessions.Made{Client: other.ID}, usual()))
	dbtest.Must[*clientsessions.Saved](t)(o.void(o.list(clientsessions.Query{From: new(column.Date("2026-02-02")), Until: new(column.Date("2026-02-02"))})[0]))
	for what, c := range map[string]struct {
		q    clientsessions.Query
		want string
	}{
		"all":     {clientsessions.Query{}, "03-02 Bo, 03-02 Ann, 02-02 Ann, 01-05 Ann"},
		"client":  {clientsessions.Query{Client: &other.ID}, "03-02 Bo"},
		"status":  {clientsessions.Query{Status: new(clientsession.StatusVOID)}, "02-02 Ann"},
		"days":    {clientsessions.Query{From: new(column.Date("2026-01-05")), Until: new(column.Date("2026-02-02"))}, "02-02 Ann, 01-05 Ann"},
		"name":    {clientsessions.Query{Search: "brown bo"}, "03-02 Bo"},
		"number":  {clientsessions.Query{Search: "1001", Status: new(clientsession.StatusOPEN)}, "03-02 Ann, 01-05 Ann"},
		"nothing": {clientsessions.Query{Search: "zz"}, ""},
		"oldest":  {clientsessions.Query{OldestFirst: true, Client: &o.client.ID}, "01-05 Ann, 02-02 Ann, 03-02 Ann"},
	} {
		if got := days(o.list(c.q)); got != c.want {
			t.Errorf("%s: %s", what, got)
		}
	}
	first := dbtest.Must[*page.Page[*ent.ClientSession]](t)(clientsessions.List(o.As(o.a.Owner), o.Log, o.a.ID, clientsessions.Query{Args: page.Args{First: 2}}))
	rest := o.list(clientsessions.Query{Args: page.Args{First: 2, After: *first.PageInfo().EndCursor}})
	if got := days(first.Nodes) + ", " + days(rest); got != "03-02 Bo, 03-02 Ann, 02-02 Ann, 01-05 Ann" {
		t.Error(got)
	}
	_, err := clientsessions.List(o.As(o.a.Owner), o.Log, o.a.ID, clientsessions.Query{Args: page.Args{First: 2}, From: new(monday), Until: new(column.Date("2026-03-01"))})
	refusedAt(t, "backwards", err, "until")
}

func (o *office) list(q clientsessions.Query) []*ent.ClientSession {
	o.t.Helper()
	q.First = max(q.First, 10)
	return dbtest.Must[*page.Page[*ent.ClientSession]](o.t)(clientsessions.List(o.As(o.a.Owner), o.Log, o.a.ID, q)).Nodes
}

func days(of []*ent.ClientSession) string {
	var all []string
	for _, s := range of {
		first, _, _ := strings.Cut(s.Edges.Client.DisplayName, " ")
		all = append(all, string(s.ServiceDate[5:])+" "+first)
	}
	return strings.Join(all, ", ")
}

func TestAListIsTwoStatements(t *testing.T) {
	o := newOffice(t)
	for _, name := range []string{"One", "Two", "Three"} {
		dbtest.Must[*clientsessions.Saved](t)(o.try(clientsessions.Made{Client: o.Client(o.a, "Client", name).ID}, usual()))
	}
	statements := 0
	o.Log.Reader().Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			statements++
			return next.Query(ctx, q)
		})
	}))
	for search, want := range map[string]int{"": 2, "client": 3} { // the names that are meant are found first
		statements = 0
		if found := o.list(clientsessions.Query{Search: search}); len(found) != 3 || statements != want {
			t.Errorf("%d sessions by %d statements", len(found), statements)
		}
	}
}

func TestWhatMayBeChosen(t *testing.T) {
	o := newOffice(t)
	v := o.Username(o.a, "clinician", access.Levels{access.ClientSessions: access.View})
	ctx, c := activity.WithCollector(o.As(v))
	found := dbtest.Must[*clientsessions.SessionCodes](t)(clientsessions.Codes(ctx, o.Log, o.a.ID))
	if len(found.BillingCodes) != 5 || len(found.DiagnosisCodes) != 5 || len(found.Modifiers) != 1 || found.OwningAccount() != o.a.ID {
		t.Errorf("%d billing codes, %d diagnosis codes, %d modifiers", len(found.BillingCodes), len(found.DiagnosisCodes), len(found.Modifiers))
	}
	if e := c.Take(); len(e) != 1 || e[0].Code != "codes.listed" || e[0].Section != access.ClientSessions.String() || e[0].RowCount != 11 {
		t.Errorf("%+v", e)
	}
	out := o.Username(o.a, "outsider", access.Levels{access.Clients: access.Full})
	if none := dbtest.Must[*clientsessions.SessionCodes](t)(clientsessions.Codes(o.As(out), o.Log, o.a.ID)); len(none.BillingCodes)+len(none.DiagnosisCodes)+len(none.Modifiers) > 0 {
		t.Errorf("%+v", none)
	}
}

// No value of a session reaches the log but why it was voided.
func TestNoValueReachesTheLog(t *testing.T) {
	o := newOffice(t)
	s := o.hold(usual()).ClientSession
	in := usual()
	in.DiagnosisCodes, in.Charge = []string{"F32.1"}, new(12345)
	s = dbtest.Must[*clientsessions.Saved](t)(o.edit(s, in)).ClientSession
	dbtest.Must[*clientsessions.Saved](t)(o.void(s))
	stored := string(dbtest.Must[[]byte](t)(json.Marshal(o.Events(o.a.ID))))
	for _, value := range []string{"F41", "F32", "12345", "90834", "2026-03-02"} {
		if strings.Contains(stored, value) {
			t.Errorf("%q is in the log", value)
		}
	}
}

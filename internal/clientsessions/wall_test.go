package clientsessions_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/clientsessions"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestWithoutClientsTheNameIsSeenAndNothingElse(t *testing.T) {
	o := newOffice(t)
	s := o.hold(usual()).ClientSession
	v := o.Username(o.a, "biller", access.Levels{access.ClientSessions: access.View})
	seen := dbtest.Must[*ent.ClientSession](t)(clientsessions.Session(o.As(v), o.Log, o.a.ID, s.ID))
	if got := seen.Edges.Client; got == nil || got.DisplayName != "Ann Adams" || got.Number != 1001 {
		t.Errorf("%+v", got)
	}
	if p := dbtest.Must[*clients.Found](t)(clients.List(o.As(v), o.Log, o.a.ID, clients.Query{Args: page.Args{First: 5}})); len(p.Nodes) > 0 {
		t.Errorf("sees of the client %+v", p.Nodes[0])
	}
}

func TestViewOnlyCannotWritePastTheWall(t *testing.T) {
	o := newOffice(t)
	s := o.hold(usual()).ClientSession
	v := o.Username(o.a, "viewer", access.Levels{access.ClientSessions: access.View})
	if _, err := clientsessions.AddClientSession(o.As(v), o.Log, o.a.ID, clientsessions.Made{Client: o.client.ID}, usual()); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("added, or refused without a word: %v", err)
	}
	if _, err := clientsessions.VoidClientSession(o.As(v), o.Log, o.a.ID, s.ID, 1, "MISTAKE"); err == nil || problem.As(err) != nil {
		t.Errorf("voided, or blamed on somebody else: %v", err)
	}
}

// Writing sessions needs neither Codes Setup nor Calendar nor Insurance nor Payments: what belongs
// there follows by itself, and stays unseen.
func TestClientSessionsAloneIsEnough(t *testing.T) {
	o := newOffice(t)
	o.authorize(1)
	v := o.Username(o.a, "clinician", access.Levels{access.ClientSessions: access.Full})
	in := usual()
	in.PaidAtSession = 1000
	s := dbtest.Must[*clientsessions.Saved](t)(clientsessions.AddClientSession(o.As(v), o.Log, o.a.ID, clientsessions.Made{Client: o.client.ID}, in)).ClientSession
	if got := o.balance(s.ID); got != s.Charge-1000 || s.AuthorizationID == nil {
		t.Errorf("the ledger says %d of %+v", got, s)
	}
	a := o.appointment(appointment.StatusSCHEDULED)
	_, err := clientsessions.AddClientSession(o.As(v), o.Log, o.a.ID, clientsessions.Made{Client: o.client.ID, Appointment: &a.ID}, in)
	refusedAt(t, "an appointment that is not seen", err, "appointment")
}

// With Calendar at View Only the appointment is made a session and stays what it was.
func TestTheCalendarIsChangedByThoseWhoMay(t *testing.T) {
	o := newOffice(t)
	v := o.Username(o.a, "clinician", access.Levels{access.ClientSessions: access.Full, access.Calendar: access.View})
	a := o.appointment(appointment.StatusSCHEDULED)
	dbtest.Must[*clientsessions.Saved](t)(clientsessions.AddClientSession(o.As(v), o.Log, o.a.ID, clientsessions.Made{Client: o.client.ID, Appointment: &a.ID}, usual()))
	if now := o.statusOf(a); now != appointment.StatusSCHEDULED {
		t.Error(now)
	}
	b := o.appointment(appointment.StatusSCHEDULED)
	ctx, c := activity.WithCollector(o.As(o.a.Owner))
	before := len(o.Events(o.a.ID))
	dbtest.Must[*clientsessions.Saved](t)(clientsessions.AddClientSession(ctx, o.Log, o.a.ID, clientsessions.Made{Client: o.client.ID, Appointment: &b.ID}, usual()))
	codes := map[string]bool{}
	for _, e := range o.Events(o.a.ID)[before:] {
		codes[e.Code+" "+e.Section] = true
	}
	if !codes["appointment.kept CALENDAR"] || !codes["session.added CLIENT_SESSIONS"] || len(codes) != 2 {
		t.Errorf("%v", codes)
	}
	o.told(ctx, c)
}

func TestAnotherAccountsSessionIsUnknown(t *testing.T) {
	o := newOffice(t)
	other := o.Account("b")
	master := o.Join(o.a.Owner, other, access.OwnerLevels())
	for _, id := range []uuid.UUID{o.hold(usual()).ClientSession.ID, uuid.New()} {
		ctx := o.As(master)
		_, opened := clientsessions.Session(ctx, o.Log, other.ID, id)
		_, edited := clientsessions.EditClientSession(ctx, o.Log, other.ID, id, 1, usual())
		_, voided := clientsessions.VoidClientSession(ctx, o.Log, other.ID, id, 1, "MISTAKE")
		for _, err := range []error{opened, edited, voided} {
			if !reflect.DeepEqual(problem.As(err), problem.Missing()) {
				t.Errorf("got %v", err)
			}
		}
	}
}

func TestStaleChangeIsAConflict(t *testing.T) {
	o := newOffice(t)
	s := o.hold(usual()).ClientSession
	in := usual()
	in.Charge = new(1000)
	dbtest.Must[*clientsessions.Saved](t)(o.edit(s, in))
	ctx, c := activity.WithCollector(o.As(o.a.Owner))
	late := usual()
	late.Minutes = new(25)
	_, err := clientsessions.EditClientSession(ctx, o.Log, o.a.ID, s.ID, 1, late)
	want := map[string]any{"version": 2, "theirs": map[string]any{"charge": int64(1000), "minutes": new(50)}}
	if p := problem.As(err); p == nil || p.Code != problem.Conflict || !reflect.DeepEqual(p.Details, want) {
		t.Errorf("got %v with %v", err, p)
	}
	if read := c.Take(); len(read) != 1 || read[0].Code != "session.opened" {
		t.Errorf("the current values were shown, but noted is %+v", read)
	}
	_, err = clientsessions.VoidClientSession(ctx, o.Log, o.a.ID, s.ID, 1, "MISTAKE")
	if p := problem.As(err); p == nil || p.Code != problem.Conflict || len(p.Details["theirs"].(map[string]any)) != 11 {
		t.Errorf("whoever presses is not told the whole session: %v", err)
	}
	if now := dbtest.Must[*ent.ClientSession](t)(clientsessions.Session(o.As(o.a.Owner), o.Log, o.a.ID, s.ID)); now.Version != 2 || now.Charge != 1000 || now.Status != clientsession.StatusOPEN {
		t.Errorf("a refused change was written: %+v", now)
	}
}

// authorize gives the client's insurance leave for a number of sessions in March.
func (o *office) authorize(sessions int) {
	o.t.Helper()
	o.Owner(`INSERT INTO authorizations (id, account_id, client_id, number, from_date, until_date, sessions_allowed, created_at)
		VALUES (gen_random_uuid(), $1, $2, 'A1', '2026-03-01', '2026-03-31', $3, now())`, o.a.ID, o.client.ID, sessions)
}

func TestWarningsAreNoRefusals(t *testing.T) {
	o := newOffice(t)
	o.authorize(1)
	first := o.hold(usual())
	if first.ClientSession.BeyondAuthorization || len(first.SameDay) > 0 {
		t.Errorf("%+v", first)
	}
	ctx, c := activity.WithCollector(o.As(o.a.Owner))
	second := dbtest.Must[*clientsessions.Saved](t)(clientsessions.AddClientSession(ctx, o.Log, o.a.ID, clientsessions.Made{Client: o.client.ID}, usual()))
	if !second.ClientSession.BeyondAuthorization || len(second.SameDay) != 1 || second.SameDay[0].ID != first.ClientSession.ID {
		t.Errorf("%+v", second)
	}
	if e := o.told(ctx, c); e.Code != "session.listed" || e.RowCount != 1 {
		t.Errorf("%+v", e)
	}
	april := usual()
	april.ServiceDate = "2026-04-01"
	if moved := dbtest.Must[*clientsessions.Saved](t)(o.edit(first.ClientSession, april)); !moved.ClientSession.BeyondAuthorization || len(moved.SameDay) > 0 {
		t.Errorf("%+v", moved)
	}
	back := dbtest.Must[*clientsessions.Saved](t)(o.edit(second.ClientSession, func() clientsessions.ClientSessionInput {
		in := usual()
		in.BillTo = new(clientsession.BillToCLIENT)
		return in
	}()))
	if back.ClientSession.BeyondAuthorization {
		t.Error("what the client pays needs no authorization")
	}
}

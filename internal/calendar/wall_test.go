package calendar_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/ent/gen/ent/clientname"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/clients"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestWithoutClientsTheNameIsSeenAndNothingElse(t *testing.T) {
	b := newBook(t)
	a := b.book(b.at("09:00", 50)).Appointment
	v := b.Username(b.a, "calendar", access.Levels{access.Calendar: access.View})
	found := dbtest.Must[[]*ent.Appointment](t)(calendar.List(b.As(v), b.Log, b.a.ID, nil, monday, monday.AddDate(0, 0, 1)))
	if len(found) != 1 || found[0].ID != a.ID || found[0].Edges.Client == nil {
		t.Fatalf("%+v", found)
	}
	want := ent.ClientName{ID: b.client.ID, AccountID: b.a.ID, Number: 1001, DisplayName: "Ann Adams"}
	if got := found[0].Edges.Client; got.ID != want.ID || got.AccountID != want.AccountID || got.Number != want.Number || got.DisplayName != want.DisplayName {
		t.Errorf("%+v", got)
	}
	if p := dbtest.Must[*clients.Found](t)(clients.List(b.As(v), b.Log, b.a.ID, clients.Query{Args: page.Args{First: 5}})); len(p.Nodes) > 0 {
		t.Errorf("sees of the client %+v", p.Nodes[0])
	}
	for name, levels := range map[string]access.Levels{"nothing": {}, "codes": {access.CodesSetup: access.Full}} {
		v := b.Username(b.a, name, levels)
		if n := dbtest.Must[int](t)(b.Log.Reader().ClientName.Query().Count(database.In(b.As(v), b.a.ID))); n > 0 {
			t.Errorf("%s: sees %d names", name, n)
		}
	}
}

// A name is what the client is called now, and its client's whatever else is changed.
func TestTheNameFollowsTheClient(t *testing.T) {
	b := newBook(t)
	name := func() string {
		return dbtest.Must[*ent.ClientName](t)(b.Log.Reader().ClientName.Query().Where(clientname.ID(b.client.ID)).Only(database.In(b.As(b.a.Owner), b.a.ID))).DisplayName
	}
	in := clients.ClientInput{FirstName: "Ann", LastName: "Baker", Sex: patient.SexUNKNOWN, InvoiceOption: patient.InvoiceOptionCLIENT}
	dbtest.Must[*ent.Patient](t)(clients.EditClient(b.As(b.a.Owner), b.Log, b.a.ID, b.client.ID, 1, in))
	if got := name(); got != "Ann Baker" {
		t.Error(got)
	}
	dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(b.As(b.a.Owner), b.Log, b.a.ID, b.client.ID, 2, true))
	if got := name(); got != "Ann Baker" {
		t.Error(got)
	}
}

// Front desk has no Codes Setup, and books with a code of the account all the same.
func TestACodeIsBookedWithoutCodesSetup(t *testing.T) {
	b := newBook(t)
	v := b.Username(b.a, "desk", access.Levels{access.Calendar: access.Full})
	in := b.at("09:00", 50)
	in.ServiceCode = new("MISSED")
	a := dbtest.Must[*calendar.Saved](t)(calendar.AddAppointment(b.As(v), b.Log, b.a.ID, in)).Appointment
	b.Owner(`UPDATE billing_codes SET natural_key = 'ABSENT', code = 'ABSENT' WHERE natural_key = 'MISSED'`)
	if got := dbtest.Must[*ent.Appointment](t)(calendar.Appointment(b.As(v), b.Log, b.a.ID, a.ID)); *got.ServiceCode != "ABSENT" {
		t.Errorf("%s: it did not stay the same code", *got.ServiceCode)
	}
}

func TestViewOnlyCannotWritePastTheWall(t *testing.T) {
	b := newBook(t)
	a := b.book(b.at("09:00", 50)).Appointment
	v := b.Username(b.a, "viewer", access.Levels{access.Calendar: access.View})
	if _, err := calendar.AddAppointment(b.As(v), b.Log, b.a.ID, b.at("10:00", 50)); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("added, or refused without a word: %v", err)
	}
	if _, err := calendar.SetAppointmentStatus(b.As(v), b.Log, b.a.ID, a.ID, 1, appointment.StatusKEPT); err == nil || problem.As(err) != nil {
		t.Errorf("changed, or blamed on somebody else: %v", err)
	}
}

func TestAnotherAccountsAppointmentIsUnknown(t *testing.T) {
	b := newBook(t)
	other := b.Account("b")
	master := b.Join(b.a.Owner, other, access.OwnerLevels())
	theirs := b.book(b.at("09:00", 50)).Appointment
	for _, id := range []uuid.UUID{theirs.ID, uuid.New()} {
		ctx := b.As(master)
		in := b.at("09:00", 50)
		_, opened := calendar.Appointment(ctx, b.Log, other.ID, id)
		_, edited := calendar.EditAppointment(ctx, b.Log, other.ID, id, 1, in)
		_, set := calendar.SetAppointmentStatus(ctx, b.Log, other.ID, id, 1, appointment.StatusKEPT)
		for _, err := range []error{opened, edited, set} {
			if !reflect.DeepEqual(problem.As(err), problem.Missing()) {
				t.Errorf("got %v", err)
			}
		}
	}
}

func TestStaleChangeIsAConflict(t *testing.T) {
	b := newBook(t)
	a := b.book(b.at("09:00", 50)).Appointment
	dbtest.Must[*calendar.Saved](t)(calendar.EditAppointment(b.As(b.a.Owner), b.Log, b.a.ID, a.ID, 1, b.at("10:00", 50)))
	ctx, c := activity.WithCollector(b.As(b.a.Owner))
	late := b.at("11:00", 25)
	late.Client = b.Client(b.a, "Bo", "Brown").GlobalID()
	_, err := calendar.EditAppointment(ctx, b.Log, b.a.ID, a.ID, 1, late)
	want := map[string]any{"version": 2, "theirs": map[string]any{"client": b.client.GlobalID().String(), "start": "2026-03-02T10:00:00Z", "minutes": 50}}
	if p := problem.As(err); p == nil || p.Code != problem.Conflict || !reflect.DeepEqual(p.Details, want) {
		t.Errorf("got %v with %v", err, p)
	}
	if read := c.Take(); len(read) != 1 || read[0].Code != "appointment.opened" {
		t.Errorf("the current values were shown, but noted is %+v", read)
	}
	_, err = calendar.SetAppointmentStatus(ctx, b.Log, b.a.ID, a.ID, 1, appointment.StatusCANCELLED)
	if p := problem.As(err); p == nil || p.Code != problem.Conflict || p.Details["theirs"].(map[string]any)["status"] != appointment.StatusSCHEDULED {
		t.Errorf("whoever presses is not told the whole appointment: %v", err)
	}
	now := dbtest.Must[*ent.Appointment](t)(calendar.Appointment(b.As(b.a.Owner), b.Log, b.a.ID, a.ID))
	if now.Version != 2 || now.Minutes != 50 || now.Status != appointment.StatusSCHEDULED || now.ClientID != b.client.ID {
		t.Errorf("a refused change was written: %+v", now)
	}
}

// Front desk sees what it books by: the active services, and no system code.
func TestCodesToBookBy(t *testing.T) {
	b := newBook(t)
	b.Owner(`INSERT INTO billing_codes (id, account_id, natural_key, code, description, active, created_at) VALUES
		(gen_random_uuid(), $1, '90834', '90834', 'Session', true, now()), (gen_random_uuid(), $1, '90837', '90837', 'Old', false, now())`, b.a.ID)
	v := b.Username(b.a, "desk", access.Levels{access.Calendar: access.View})
	ctx, c := activity.WithCollector(b.As(v))
	codes := dbtest.Must[[]*ent.BillingCode](t)(calendar.Codes(ctx, b.Log, b.a.ID))
	if len(codes) != 1 || codes[0].Code != "90834" {
		t.Errorf("%+v", codes)
	}
	if read := c.Take(); len(read) != 1 || read[0].Code != "codes.listed" || read[0].Section != "CALENDAR" || read[0].RowCount != 1 {
		t.Errorf("%+v", read)
	}
}

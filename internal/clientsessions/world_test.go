package clientsessions_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/clientsessions"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// office is an account whose owner keeps its client sessions.
type office struct {
	*dbtest.World
	t      *testing.T
	a      *dbtest.Account
	client *ent.Patient
}

func newOffice(t *testing.T) *office {
	t.Helper()
	t.Parallel()
	w := dbtest.New(t)
	o := &office{World: w, t: t, a: w.Account("a")}
	o.client = o.Client(o.a, "Ann", "Adams")
	o.Owner(`INSERT INTO billing_codes (id, account_id, natural_key, code, description, default_minutes, default_charge, units, place_of_service, bill_to, active, created_at)
		SELECT gen_random_uuid(), $1, code, code, code, 50, 15000, 2, '10', rule, active, now()
		FROM (VALUES ('90834', 'AUTOMATIC', true), ('90001', 'CLIENT_ONLY', true), ('90002', 'AUTOMATIC', false)) v (code, rule, active)`, o.a.ID)
	o.Owner(`INSERT INTO diagnosis_codes (id, account_id, natural_key, code, code_set, description, active, effective_from, created_at)
		SELECT gen_random_uuid(), $1, 'ICD-10-CM ' || code, code, 'ICD-10-CM', code, active, begins::date, now()
		FROM (VALUES ('F41.1', true, NULL), ('F32.1', true, NULL), ('F33.1', true, NULL), ('F43.10', true, NULL), ('F90.0', true, '2026-02-01'), ('F99.9', false, NULL)) v (code, active, begins)`, o.a.ID)
	o.Owner(`INSERT INTO modifiers (id, account_id, natural_key, code, description, active, created_at)
		SELECT gen_random_uuid(), $1, code, code, code, active, now() FROM (VALUES ('95', true), ('HJ', false)) v (code, active)`, o.a.ID)
	return o
}

const monday column.Date = "2026-03-02"

// usual is a session as most are.
func usual() clientsessions.ClientSessionInput {
	return clientsessions.ClientSessionInput{ServiceDate: monday, BillingCode: "90834", DiagnosisCodes: []string{"F41.1"}}
}

func (o *office) hold(in clientsessions.ClientSessionInput) *clientsessions.Saved {
	o.t.Helper()
	return dbtest.Must[*clientsessions.Saved](o.t)(o.try(clientsessions.Made{Client: o.client.ID}, in))
}

func (o *office) try(of clientsessions.Made, in clientsessions.ClientSessionInput) (*clientsessions.Saved, error) {
	return clientsessions.AddClientSession(o.As(o.a.Owner), o.Log, o.a.ID, of, in)
}

func (o *office) edit(s *ent.ClientSession, in clientsessions.ClientSessionInput) (*clientsessions.Saved, error) {
	return clientsessions.EditClientSession(o.As(o.a.Owner), o.Log, o.a.ID, s.ID, s.Version, in)
}

func (o *office) void(s *ent.ClientSession) (*clientsessions.Saved, error) {
	return clientsessions.VoidClientSession(o.As(o.a.Owner), o.Log, o.a.ID, s.ID, s.Version, "MISTAKE")
}

// appointment books one that began on that Monday, with a status.
func (o *office) appointment(status appointment.Status) *ent.Appointment {
	o.t.Helper()
	in := calendar.AppointmentInput{Client: o.client.GlobalID(), Start: time.Date(2026, time.March, 2, 14, 0, 0, 0, time.UTC), Minutes: 50}
	a := dbtest.Must[*calendar.Saved](o.t)(calendar.AddAppointment(o.As(o.a.Owner), o.Log, o.a.ID, in)).Appointment
	if status == appointment.StatusSCHEDULED {
		return a
	}
	return dbtest.Must[*calendar.Saved](o.t)(calendar.SetAppointmentStatus(o.As(o.a.Owner), o.Log, o.a.ID, a.ID, 1, status)).Appointment
}

func (o *office) statusOf(a *ent.Appointment) appointment.Status {
	o.t.Helper()
	return dbtest.Must[*ent.Appointment](o.t)(calendar.Appointment(o.As(o.a.Owner), o.Log, o.a.ID, a.ID)).Status
}

// told stores what was read and gives the newest event of the account.
func (o *office) told(ctx context.Context, c *activity.Collector) activity.Event {
	o.t.Helper()
	if err := o.Log.Store(ctx, c.Take()...); err != nil {
		o.t.Fatal(err)
	}
	events := o.Events(o.a.ID)
	return events[len(events)-1]
}

// balance is the sum of a session's entries in the ledger.
func (o *office) balance(session uuid.UUID) (sum int64) {
	o.t.Helper()
	conn := dbtest.Must[*pgx.Conn](o.t)(pgx.Connect(o.t.Context(), o.OwnerURL))
	defer func() { _ = conn.Close(context.Background()) }()
	if err := conn.QueryRow(o.t.Context(), `SELECT coalesce(sum(amount), 0) FROM ledger_entries WHERE session_id = $1`, session).Scan(&sum); err != nil {
		o.t.Fatal(err)
	}
	return sum
}

func refusedAt(t *testing.T, what string, err error, field string) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || len(p.Path) != 1 || p.Path[0] != field || !strings.HasSuffix(p.Message, ".") {
		t.Errorf("%s: %v", what, err)
	}
}

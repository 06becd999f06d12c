package reports_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/clientsessions"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/reports"
)

func TestAStatementIsTheLedger(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.session(d.client, "2024-03-01", "MISSED", 100_00, 40_00)
	d.session(d.Client(d.a, "Bo", "Brown"), "2024-03-01", "MISSED", 7_00, 0)
	d.pay(d.client, payment.PayerCLIENT, "2024-03-02", 10_00)
	ctx, c := activity.WithCollector(d.me())
	f := dbtest.Must[*reports.File](t)(reports.ExportStatement(ctx, d.Log, d.a.ID, d.client.ID, reports.ToPaper))
	var got []string
	for _, line := range f.Lines {
		got = append(got, strings.Join(slices.Concat(line[:2], line[3:4], line[6:]), " "))
	}
	want := []string{"2024-03-01 Charge 2024-03-01 100.00 100.00", "2024-03-01 Payment 2024-03-01 -40.00 60.00", "2024-03-02 Payment  -10.00 50.00"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if !slices.Equal(f.Total[6:], []string{"60.00", "50.00"}) {
		t.Errorf("in all %q", f.Total)
	}
	e := c.Take()
	if len(e) != 1 || e[0].Code != "report.printed" || e[0].Action != activity.Execute || e[0].RowCount != 3 || !slices.Equal(e[0].Clients, []uuid.UUID{d.client.ID}) {
		t.Errorf("%+v", e)
	}
	if _, err := reports.ExportStatement(d.me(), d.Log, d.a.ID, uuid.New(), reports.ToFile); problem.As(err) == nil || problem.As(err).Code != problem.NotFound {
		t.Error(err)
	}
}

func TestAListOfSessionsIsAsItIsFiltered(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	bo := d.Client(d.a, "Bo", "Brown")
	d.session(d.client, "2024-03-01", "MISSED", 100_00, 40_00)
	d.session(d.client, "2024-04-01", "MISSED", 100_00, 0)
	d.session(bo, "2024-03-02", "MISSED", 7_00, 0)
	list := func(q clientsessions.Query) (string, activity.Event) {
		ctx, c := activity.WithCollector(d.me())
		f := dbtest.Must[*reports.File](t)(reports.ExportSessions(ctx, d.Log, d.a.ID, q, reports.ToFile))
		var days []string
		for _, line := range f.Lines {
			days = append(days, line[1]+" "+line[2])
		}
		return strings.Join(days, ", "), c.Take()[0]
	}
	got, e := list(clientsessions.Query{Until: new(column.Date("2024-03-31"))})
	if got != "Bo Brown 2024-03-02, Ann Adams 2024-03-01" || e.Code != "report.exported" || e.EntityType != "SessionList" || len(e.Clients) != 2 {
		t.Errorf("%s %+v", got, e)
	}
	if got, e := list(clientsessions.Query{Client: &bo.ID}); got != "Bo Brown 2024-03-02" || !slices.Equal(e.Clients, []uuid.UUID{bo.ID}) {
		t.Errorf("%s %+v", got, e)
	}
	if got, _ := list(clientsessions.Query{Search: "adasm"}); got != "Ann Adams 2024-04-01, Ann Adams 2024-03-01" {
		t.Errorf("misspelt: %s", got)
	}
}

// The days of a calendar are those of the practice.
func TestAppointmentsLeaveByTheDaysOfThePractice(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	zone := dbtest.Must[*time.Location](t)(time.LoadLocation("America/New_York"))
	for _, at := range []time.Time{time.Date(2026, 3, 2, 23, 30, 0, 0, zone), time.Date(2026, 3, 3, 0, 0, 0, 0, zone)} {
		dbtest.Must[*calendar.Saved](t)(calendar.AddAppointment(d.me(), d.Log, d.a.ID, calendar.AppointmentInput{Client: d.client.GlobalID(), Start: at, Minutes: 50}))
	}
	ctx, c := activity.WithCollector(d.me())
	f := dbtest.Must[*reports.File](t)(reports.ExportAppointments(ctx, d.Log, d.a.ID, days("2026-03-02", "2026-03-02"), nil, reports.ToPaper))
	if got := text(f.Lines); got != "1001 Ann Adams 2026-03-02 23:30 50    Scheduled" {
		t.Errorf("%q", got)
	}
	if e := c.Take(); len(e) != 1 || e[0].Code != "report.printed" || e[0].RowCount != 1 || len(e[0].Clients) != 1 {
		t.Errorf("%+v", e)
	}
	other := d.Client(d.a, "Bo", "Brown")
	if f := dbtest.Must[*reports.File](t)(reports.ExportAppointments(d.me(), d.Log, d.a.ID, days("2026-03-02", "2026-03-03"), &other.ID, reports.ToFile)); f.RowCount() != 0 {
		t.Errorf("of a client without appointments: %q", f.Lines)
	}
	_, err := reports.ExportAppointments(d.me(), d.Log, d.a.ID, days("2026-03-02", "2026-03-01"), nil, reports.ToFile)
	if p := problem.As(err); p == nil || p.Path[0] != "until" {
		t.Error(err)
	}
}

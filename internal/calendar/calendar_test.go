package calendar_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// book is an account with a calendar, kept by its owner.
type book struct {
	*dbtest.World
	t      *testing.T
	a      *dbtest.Account
	client *ent.Patient
}

func newBook(t *testing.T) *book {
	t.Helper()
	t.Parallel()
	w := dbtest.New(t)
	b := &book{World: w, t: t, a: w.Account("a")}
	b.client = b.Client(b.a, "Ann", "Adams")
	return b
}

// monday is when the calendar of these tests begins.
var monday = time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)

// at is an appointment of the client on that Monday, at a time such as 09:30.
func (b *book) at(clock string, minutes int) calendar.AppointmentInput {
	b.t.Helper()
	start := dbtest.Must[time.Time](b.t)(time.Parse("15:04", clock))
	day := monday.Add(time.Duration(start.Hour())*time.Hour + time.Duration(start.Minute())*time.Minute)
	return calendar.AppointmentInput{Client: b.client.GlobalID(), Start: day, Minutes: minutes}
}

func (b *book) book(in calendar.AppointmentInput) *calendar.Saved {
	b.t.Helper()
	return dbtest.Must[*calendar.Saved](b.t)(calendar.AddAppointment(b.As(b.a.Owner), b.Log, b.a.ID, in))
}

// told stores what was read and gives the newest event of the account.
func (b *book) told(ctx context.Context, c *activity.Collector) activity.Event {
	b.t.Helper()
	if err := b.Log.Store(ctx, c.Take()...); err != nil {
		b.t.Fatal(err)
	}
	events := b.Events(b.a.ID)
	return events[len(events)-1]
}

func TestLifeOfAnAppointment(t *testing.T) {
	b := newBook(t)
	ctx, c := activity.WithCollector(b.As(b.a.Owner))
	in := b.at("09:00", 50)
	in.ServiceCode, in.Location = new(" missed "), new("Room 2")
	saved := dbtest.Must[*calendar.Saved](t)(calendar.AddAppointment(ctx, b.Log, b.a.ID, in)).Appointment
	b.expect(b.told(ctx, c), "appointment.added", activity.Create, saved.ID)

	in.Start, in.Location = in.Start.AddDate(0, 0, 1), nil
	saved = dbtest.Must[*calendar.Saved](t)(calendar.EditAppointment(ctx, b.Log, b.a.ID, saved.ID, 1, in)).Appointment
	e := b.told(ctx, c)
	b.expect(e, "appointment.changed", activity.Update, saved.ID)
	if got := fmt.Sprint(e.Changes); got != "map[location:[changed] start:[changed]]" {
		t.Error(got)
	}
	for i, status := range []appointment.Status{appointment.StatusKEPT, appointment.StatusMISSED, appointment.StatusCANCELLED, appointment.StatusSCHEDULED} {
		saved = dbtest.Must[*calendar.Saved](t)(calendar.SetAppointmentStatus(ctx, b.Log, b.a.ID, saved.ID, 2+i, status)).Appointment
		b.expect(b.told(ctx, c), "appointment."+strings.ToLower(status.String()), activity.Update, saved.ID)
	}
	dbtest.Must[*calendar.Saved](t)(calendar.SetAppointmentStatus(ctx, b.Log, b.a.ID, saved.ID, 6, appointment.StatusSCHEDULED))
	b.expect(b.told(ctx, c), "appointment.opened", activity.Read, saved.ID)

	stored := dbtest.Must[*ent.Appointment](t)(calendar.Appointment(ctx, b.Log, b.a.ID, saved.ID))
	b.expect(b.told(ctx, c), "appointment.opened", activity.Read, saved.ID)
	if stored.Version != 6 || !stored.Start.Equal(in.Start) || stored.Minutes != 50 || *stored.ServiceCode != "MISSED" || stored.Location != "" || stored.Status != appointment.StatusSCHEDULED {
		t.Errorf("stored: %+v", stored)
	}
}

func (b *book) expect(e activity.Event, code string, action activity.Action, id uuid.UUID) {
	b.t.Helper()
	if e.Code != code || e.Action != action || e.Section != access.Calendar.String() || e.RowCount != 1 ||
		!slices.Equal(e.Clients, []uuid.UUID{b.client.ID}) || !slices.Equal(e.Entities, []uuid.UUID{id}) {
		b.t.Errorf("want %s of %s, got %+v", code, id, e)
	}
}

func TestListIsARangeInOrder(t *testing.T) {
	b := newBook(t)
	for _, clock := range []string{"10:00", "00:00", "23:59"} {
		b.book(b.at(clock, 5))
	}
	next := b.at("00:00", 5)
	next.Start = monday.AddDate(0, 0, 1)
	b.book(next)
	ctx, c := activity.WithCollector(b.As(b.a.Owner))
	found := dbtest.Must[[]*ent.Appointment](t)(calendar.List(ctx, b.Log, b.a.ID, nil, monday, monday.AddDate(0, 0, 1)))
	got := ""
	for _, a := range found {
		got += a.Start.UTC().Format("15:04 ") + a.Edges.Client.DisplayName + ". "
	}
	if got != "00:00 Ann Adams. 10:00 Ann Adams. 23:59 Ann Adams. " {
		t.Error(got)
	}
	if e := b.told(ctx, c); e.Code != "appointment.listed" || e.RowCount != 3 || !slices.Equal(e.Clients, []uuid.UUID{b.client.ID}) {
		t.Errorf("%+v", e)
	}
}

func TestListOfOneClient(t *testing.T) {
	b := newBook(t)
	other := b.Client(b.a, "Bo", "Brown")
	theirs := b.at("09:00", 50)
	theirs.Client = other.GlobalID()
	b.book(theirs)
	b.book(b.at("10:00", 50))
	ctx, c := activity.WithCollector(b.As(b.a.Owner))
	found := dbtest.Must[[]*ent.Appointment](t)(calendar.List(ctx, b.Log, b.a.ID, &other.ID, monday, monday.AddDate(0, 0, 1)))
	if len(found) != 1 || found[0].ClientID != other.ID {
		t.Errorf("%v", found)
	}
	if e := b.told(ctx, c); !slices.Equal(e.Clients, []uuid.UUID{other.ID}) {
		t.Errorf("%+v", e)
	}
}

func TestListRefusesWhatIsTooMuch(t *testing.T) {
	b := newBook(t)
	for what, until := range map[string]time.Time{"nothing": monday, "backwards": monday.Add(-1), "too long": monday.AddDate(0, 0, 366).Add(1)} {
		_, err := calendar.List(b.As(b.a.Owner), b.Log, b.a.ID, nil, monday, until)
		refusedAt(t, what, err, "until")
	}
	entries := make([]calendar.Entry, 1001)
	for i := range entries {
		in := b.at("09:00", 50)
		in.Start = in.Start.Add(time.Duration(i) * time.Minute)
		entries[i] = calendar.Entry{AppointmentInput: in, Status: appointment.StatusKEPT}
	}
	if err := calendar.TakeOver(b.As(b.a.Owner), b.Log, b.a.ID, entries); err != nil {
		t.Fatal(err)
	}
	_, err := calendar.List(b.As(b.a.Owner), b.Log, b.a.ID, nil, monday, monday.AddDate(0, 0, 366))
	refusedAt(t, "1001", err, "until")
	found := dbtest.Must[[]*ent.Appointment](t)(calendar.List(b.As(b.a.Owner), b.Log, b.a.ID, nil, monday, entries[1000].Start))
	if len(found) != 1000 {
		t.Errorf("%d of 1000", len(found))
	}
}

func refusedAt(t *testing.T, what string, err error, field string) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[0] != field || !strings.HasSuffix(p.Message, ".") {
		t.Errorf("%s: %v", what, err)
	}
}

func TestAListIsTwoStatements(t *testing.T) {
	b := newBook(t)
	for _, clock := range []string{"09:00", "10:00", "11:00"} {
		in := b.at(clock, 50)
		in.Client = b.Client(b.a, "Client", clock).GlobalID()
		b.book(in)
	}
	statements := 0
	b.Log.Reader().Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			statements++
			return next.Query(ctx, q)
		})
	}))
	found := dbtest.Must[[]*ent.Appointment](t)(calendar.List(b.As(b.a.Owner), b.Log, b.a.ID, nil, monday, monday.AddDate(1, 0, 0)))
	if len(found) != 3 || statements != 2 {
		t.Errorf("%d appointments by %d statements", len(found), statements)
	}
}

func TestBadInputIsRefusedAtItsField(t *testing.T) {
	b := newBook(t)
	other := b.Account("b")
	theirs := b.Client(other, "Ben", "Brown")
	b.Owner(`INSERT INTO billing_codes (id, account_id, natural_key, code, description, created_at) VALUES (gen_random_uuid(), $1, '90834', '90834', 'x', now())`, other.ID)
	good := b.book(b.at("09:00", 50)).Appointment
	for what, bad := range map[string]struct {
		field  string
		change func(*calendar.AppointmentInput)
	}{
		"no length":                {"minutes", func(in *calendar.AppointmentInput) { in.Minutes = 0 }},
		"negative":                 {"minutes", func(in *calendar.AppointmentInput) { in.Minutes = -50 }},
		"too short":                {"minutes", func(in *calendar.AppointmentInput) { in.Minutes = 4 }},
		"too long":                 {"minutes", func(in *calendar.AppointmentInput) { in.Minutes = 1441 }},
		"no start":                 {"start", func(in *calendar.AppointmentInput) { in.Start = time.Time{} }},
		"long ago":                 {"start", func(in *calendar.AppointmentInput) { in.Start = time.Date(1999, 12, 31, 23, 59, 0, 0, time.UTC) }},
		"far away":                 {"start", func(in *calendar.AppointmentInput) { in.Start = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC) }},
		"in a minute":              {"start", func(in *calendar.AppointmentInput) { in.Start = in.Start.Add(time.Second) }},
		"another's client":         {"client", func(in *calendar.AppointmentInput) { in.Client = theirs.GlobalID() }},
		"another's client as ours": {"client", func(in *calendar.AppointmentInput) { in.Client = globalid.New("Client", b.a.ID, theirs.ID) }},
		"no client":                {"client", func(in *calendar.AppointmentInput) { in.Client = globalid.ID{} }},
		"another's code":           {"serviceCode", func(in *calendar.AppointmentInput) { in.ServiceCode = new("90834") }},
		"no text":                  {"serviceCode", func(in *calendar.AppointmentInput) { in.ServiceCode = new("9\x00") }},
		"a long location":          {"location", func(in *calendar.AppointmentInput) { in.Location = new(strings.Repeat("x", 101)) }},
		"two lines":                {"location", func(in *calendar.AppointmentInput) { in.Location = new("a\nb") }},
	} {
		in := b.at("09:00", 50)
		bad.change(&in)
		_, added := calendar.AddAppointment(b.As(b.a.Owner), b.Log, b.a.ID, in)
		_, edited := calendar.EditAppointment(b.As(b.a.Owner), b.Log, b.a.ID, good.ID, 1, in)
		refusedAt(t, what, added, bad.field)
		refusedAt(t, what, edited, bad.field)
		refusedAt(t, what, calendar.TakeOver(b.As(b.a.Owner), b.Log, b.a.ID, []calendar.Entry{{AppointmentInput: in, Status: appointment.StatusKEPT}}), bad.field)
	}
	_, err := calendar.SetAppointmentStatus(b.As(b.a.Owner), b.Log, b.a.ID, good.ID, 1, "LOST")
	refusedAt(t, "status", err, "status")
	if left := dbtest.Must[[]*ent.Appointment](t)(calendar.List(b.As(b.a.Owner), b.Log, b.a.ID, nil, monday, monday.AddDate(1, 0, 0))); len(left) != 1 || left[0].Version != 1 {
		t.Errorf("something was written: %v", left)
	}
}

// No value of an appointment reaches the log.
func TestNoValueReachesTheLog(t *testing.T) {
	b := newBook(t)
	in := b.at("09:00", 50)
	in.Location, in.ServiceCode = new("Zvroom"), new("PREVBAL")
	a := b.book(in).Appointment
	in.Location = new("Zvhall")
	dbtest.Must[*calendar.Saved](t)(calendar.EditAppointment(b.As(b.a.Owner), b.Log, b.a.ID, a.ID, 1, in))
	stored := string(dbtest.Must[[]byte](t)(json.Marshal(b.Events(b.a.ID))))
	for _, value := range []string{"Zv", "PREVBAL", "2026-03-02T"} {
		if strings.Contains(stored, value) {
			t.Errorf("%q is in the log: %s", value, stored)
		}
	}
}

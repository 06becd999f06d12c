package calendar

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
)

func appointed(client, status, start string, version int) *ent.Appointment {
	at, err := time.Parse(time.RFC3339, start)
	if err != nil {
		panic(err)
	}
	a := &ent.Appointment{
		ID: uuid.NewSHA1(uuid.Nil, []byte(start)), Start: at, Minutes: 50, Status: appointment.Status(status), Version: version,
		CreatedAt: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC),
	}
	a.Edges.Client = &ent.ClientName{DisplayName: client + " Adams"}
	return a
}

var practice = &ent.Account{ProviderName: "Dr. Anna, MD", TimeZone: "America/New_York"}

// An hour of the wall before and after the clocks change is another hour in UTC, and no name is there unasked.
func TestAPublishedCalendar(t *testing.T) {
	all := []*ent.Appointment{
		appointed("Ida", "SCHEDULED", "2026-03-07T09:00:00-05:00", 1),
		appointed("Ida", "SCHEDULED", "2026-03-08T09:00:00-04:00", 3),
		appointed("Ida", "CANCELLED", "2026-11-01T01:30:00-04:00", 2),
		appointed("Ida", "SCHEDULED", "2026-11-01T01:30:00-05:00", 1),
	}
	text := string(published(practice, all, false))
	for _, want := range []string{
		"DTSTART:20260307T140000Z", "DTSTART:20260308T130000Z", "DTEND:20260308T135000Z", "DTSTART:20261101T053000Z", "DTSTART:20261101T063000Z",
		"STATUS:CANCELLED", "SUMMARY:Appointment (cancelled)", "SEQUENCE:2", "METHOD:PUBLISH", "DTSTAMP:20260102T030405Z", "X-WR-CALNAME:Dr. Anna\\, MD",
		"UID:" + all[0].ID.String() + "@lanyard", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(text, "Ida") || strings.Contains(text, "Adams") {
		t.Error("a name that nobody asked for")
	}
	if text != string(published(practice, all, false)) {
		t.Error("another text for the same calendar")
	}
}

// Whatever a client is called, it is one property: no line of its own, and lines are short and whole.
func FuzzNamesInAPublishedCalendar(f *testing.F) {
	for _, name := range []string{
		"Ida\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged", "Ida\nATTACH:https://evil.example", "Ida\rX:1", "a;b,c\\d\\n", strings.Repeat("é", 120), "Ida\u2028X:1", "\x00",
	} {
		f.Add(name)
	}
	nobodys := strings.Count(string(published(practice, []*ent.Appointment{appointed("", "SCHEDULED", "2026-03-07T09:00:00-05:00", 1)}, true)), "\r\n")
	f.Fuzz(func(t *testing.T, name string) {
		if !utf8.ValidString(name) {
			return // the database has none
		}
		text := string(published(practice, []*ent.Appointment{appointed(name, "SCHEDULED", "2026-03-07T09:00:00-05:00", 1)}, true))
		properties := 0
		for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
				t.Errorf("%q: the line %q", name, line)
			}
			if !strings.HasPrefix(line, " ") {
				properties++
			}
		}
		if properties != nobodys {
			t.Errorf("%q makes %d properties, not %d", name, properties, nobodys)
		}
		c, err := ics.ParseCalendar(strings.NewReader(text))
		if err != nil || len(c.Events()) != 1 {
			t.Fatalf("%q: %v", name, err)
		}
		if got, want := c.Events()[0].GetProperty(ics.ComponentPropertySummary).Value, plain(name)+" Adams"; got != strings.TrimSpace(want) {
			t.Errorf("%q became %q", name, got)
		}
	})
}

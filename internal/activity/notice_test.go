package activity

import (
	"strings"
	"testing"

	"github.com/google/uuid"
)

func TestNoticePassesOn(t *testing.T) {
	notices := map[Notice]struct{}{}
	for range 200 {
		notices[Notice{Account: uuid.New(), Section: "CLIENTS", EntityType: "Client", Entity: uuid.New(), Client: uuid.New(), Log: true, Actor: uuid.New(), SignIn: uuid.New()}] = struct{}{}
	}
	notices[Notice{Account: uuid.New(), SignIns: true}] = struct{}{}
	notices[Notice{}] = struct{}{}
	for _, text := range payloads(notices) {
		if len(text) > 7999 {
			t.Errorf("a payload of %d bytes is too long for PostgreSQL", len(text))
		}
		for line := range strings.Lines(text) {
			if n := ParseNotice(line); n.String() != strings.TrimSpace(line) {
				t.Errorf("%q reads as %v", line, n)
			} else {
				delete(notices, n)
			}
		}
	}
	if len(notices) > 0 {
		t.Errorf("not passed on: %v", notices)
	}
	for _, line := range []string{"", "nonsense", "x CLIENTS true false y z", uuid.NewString() + " CLIENTS true"} {
		if n := ParseNotice(line); n != (Notice{}) {
			t.Errorf("%q reads as %v", line, n)
		}
	}
}

func TestNoticeOf(t *testing.T) {
	a, row := uuid.New(), uuid.New()
	for name, test := range map[string]struct {
		e    Event
		told bool
		want Notice
	}{
		"a change":             {Event{Account: a, Code: "client.created", Action: Create, Outcome: OK, Section: "CLIENTS"}, true, Notice{Account: a, Section: "CLIENTS", Log: true}},
		"a change of one row":  {Event{Account: a, Code: "client.changed", Action: Update, Outcome: OK, Section: "CLIENTS", EntityType: "Client", Entities: []uuid.UUID{row}}, true, Notice{Account: a, Section: "CLIENTS", EntityType: "Client", Entity: row, Log: true}},
		"of one client":        {Event{Account: a, Code: "payment.posted", Action: Create, Outcome: OK, Section: "PAYMENTS", EntityType: "Payment", Entities: []uuid.UUID{row, a}, Clients: []uuid.UUID{row}}, true, Notice{Account: a, Section: "PAYMENTS", Client: row, Log: true}},
		"of two clients":       {Event{Account: a, Code: "invoice.generated", Action: Create, Outcome: OK, Section: "INVOICES", Clients: []uuid.UUID{row, a}}, true, Notice{Account: a, Section: "INVOICES", Log: true}},
		"what leaves the app":  {Event{Account: a, Code: "report.exported", Action: Execute, Outcome: OK, Section: "REPORTS", Clients: []uuid.UUID{row}}, true, Notice{Account: a, Log: true}},
		"a psychotherapy note": {Event{Account: a, Code: "psych.written", Action: Create, Outcome: OK, Section: "PSYCHOTHERAPY_NOTES", Entities: []uuid.UUID{row}, Clients: []uuid.UUID{row}}, true, Notice{Account: a, Log: true}},
		"a change of two":      {Event{Account: a, Code: "privilege.changed", Action: Update, Outcome: OK, Section: "ACCOUNT_ACCESS", EntityType: "Link", Entities: []uuid.UUID{row, a}}, true, Notice{Account: a, Section: "ACCOUNT_ACCESS", Log: true}},
		"a read of one row":    {Event{Account: a, Code: "client.opened", Action: Read, Outcome: OK, Section: "CLIENTS", EntityType: "Client", Entities: []uuid.UUID{row}}, true, Notice{Account: a, Log: true}},
		"a read":               {Event{Account: a, Code: "client.listed", Action: Read, Outcome: OK, Section: "CLIENTS"}, true, Notice{Account: a, Log: true}},
		"a refused change":     {Event{Account: a, Code: "access.denied", Action: Execute, Outcome: Denied, Section: "CLIENTS"}, true, Notice{Account: a, Log: true}},
		"a failed sign-in":     {Event{Account: a, Code: "login.fail", Action: Execute, Outcome: Failed, EntityType: "Username"}, true, Notice{Account: a, Log: true}},
		"a sign-in":            {Event{Account: a, Code: "login.ok", Action: Execute, Outcome: OK, EntityType: "SignIn"}, true, Notice{Account: a, Log: true, SignIns: true}},
		"a changed password":   {Event{Account: a, Code: "password.changed", Action: Update, Outcome: OK, EntityType: "Username"}, true, Notice{Account: a, Log: true, SignIns: true}},
		"reading the log":      {Event{Account: a, Code: "log.read", Action: Read, Outcome: OK, Section: "ACTIVITY_LOG"}, false, Notice{}},
		"exporting the log":    {Event{Account: a, Code: "log.exported", Action: Execute, Outcome: OK, Section: "ACTIVITY_LOG"}, false, Notice{}},
		"of the installation":  {Event{Code: "login.fail", Action: Execute, Outcome: Failed}, false, Notice{}},
	} {
		if n, told := noticeOf(test.e); told != test.told || told && n != test.want {
			t.Errorf("%s: %v %v", name, told, n)
		}
	}
}

package clientsessions_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/internal/clients"
	"lanyard/internal/clientsessions"
	"lanyard/internal/dbtest"
)

func TestBadInputIsRefusedAtItsField(t *testing.T) {
	o := newOffice(t)
	good := o.hold(usual()).ClientSession
	insurance, tomorrow := clientsession.BillToINSURANCE, column.DateOf(time.Now().AddDate(0, 0, 2))
	for what, bad := range map[string]struct {
		field  string
		change func(*clientsessions.ClientSessionInput)
	}{
		"no such day":   {"serviceDate", func(in *clientsessions.ClientSessionInput) { in.ServiceDate = "2026-02-30" }},
		"no day":        {"serviceDate", func(in *clientsessions.ClientSessionInput) { in.ServiceDate = "" }},
		"long ago":      {"serviceDate", func(in *clientsessions.ClientSessionInput) { in.ServiceDate = "1999-12-31" }},
		"to come":       {"serviceDate", func(in *clientsessions.ClientSessionInput) { in.ServiceDate = tomorrow }},
		"no such code":  {"billingCode", func(in *clientsessions.ClientSessionInput) { in.BillingCode = "00000" }},
		"inactive code": {"billingCode", func(in *clientsessions.ClientSessionInput) { in.BillingCode = "90002" }},
		"no text":       {"billingCode", func(in *clientsessions.ClientSessionInput) { in.BillingCode = "9\x00" }},
		"no diagnosis":  {"diagnosisCodes", func(in *clientsessions.ClientSessionInput) { in.DiagnosisCodes = nil }},
		"five diagnoses": {"diagnosisCodes", func(in *clientsessions.ClientSessionInput) {
			in.DiagnosisCodes = []string{"F41.1", "F32.1", "F33.1", "F43.10", "F90.0"}
		}},
		"the same twice":     {"diagnosisCodes", func(in *clientsessions.ClientSessionInput) { in.DiagnosisCodes = []string{"F41.1", "f41.1 "} }},
		"empty diagnosis":    {"diagnosisCodes", func(in *clientsessions.ClientSessionInput) { in.DiagnosisCodes = []string{"F41.1", " "} }},
		"unknown diagnosis":  {"diagnosisCodes", func(in *clientsessions.ClientSessionInput) { in.DiagnosisCodes = []string{"F00.0"} }},
		"inactive diagnosis": {"diagnosisCodes", func(in *clientsessions.ClientSessionInput) { in.DiagnosisCodes = []string{"F99.9"} }},
		"diagnosis too early": {"diagnosisCodes", func(in *clientsessions.ClientSessionInput) {
			in.DiagnosisCodes, in.ServiceDate = []string{"F90.0"}, "2026-01-31"
		}},
		"unknown modifier":     {"modifiers", func(in *clientsessions.ClientSessionInput) { in.Modifiers = []string{"ZZ"} }},
		"inactive modifier":    {"modifiers", func(in *clientsessions.ClientSessionInput) { in.Modifiers = []string{"HJ"} }},
		"no place":             {"placeOfService", func(in *clientsessions.ClientSessionInput) { in.PlaceOfService = new("1") }},
		"no minutes":           {"minutes", func(in *clientsessions.ClientSessionInput) { in.Minutes = new(0) }},
		"more than a day":      {"minutes", func(in *clientsessions.ClientSessionInput) { in.Minutes = new(1441) }},
		"no units":             {"units", func(in *clientsessions.ClientSessionInput) { in.Units = new(0) }},
		"absurd units":         {"units", func(in *clientsessions.ClientSessionInput) { in.Units = new(1000) }},
		"negative charge":      {"charge", func(in *clientsessions.ClientSessionInput) { in.Charge = new(-1) }},
		"absurd charge":        {"charge", func(in *clientsessions.ClientSessionInput) { in.Charge = new(100_000_001) }},
		"negative payment":     {"paidAtSession", func(in *clientsessions.ClientSessionInput) { in.PaidAtSession = -1 }},
		"paid too much":        {"paidAtSession", func(in *clientsessions.ClientSessionInput) { in.Charge, in.PaidAtSession = new(100), 101 }},
		"unknown payer":        {"billTo", func(in *clientsessions.ClientSessionInput) { in.BillTo = new(clientsession.BillTo("NOBODY")) }},
		"insurance for client": {"billTo", func(in *clientsessions.ClientSessionInput) { in.BillingCode, in.BillTo = "90001", &insurance }},
	} {
		in := usual()
		bad.change(&in)
		_, added := o.try(clientsessions.Made{Client: o.client.ID}, in)
		_, edited := o.edit(good, in)
		refusedAt(t, what+", added", added, bad.field)
		refusedAt(t, what+", edited", edited, bad.field)
	}
	if left := o.list(clientsessions.Query{}); len(left) != 1 || left[0].Version != 1 {
		t.Errorf("something was written: %v", left)
	}
}

func TestWhomASessionMayBeFor(t *testing.T) {
	o := newOffice(t)
	other := o.Account("b")
	theirs := o.Client(other, "Ben", "Brown")
	gone := o.Client(o.a, "Old", "Client")
	dbtest.Must[*ent.Patient](t)(clients.ArchiveClient(o.As(o.a.Owner), o.Log, o.a.ID, gone.ID, 1, true))
	for what, client := range map[string]uuid.UUID{"nobody": uuid.New(), "another's": theirs.ID, "archived": gone.ID} {
		_, err := o.try(clientsessions.Made{Client: client}, usual())
		refusedAt(t, what, err, "client")
	}
}

// What a session holds already stays chosen when the account no longer offers it.
func TestWhatIsChosenStaysChosen(t *testing.T) {
	o := newOffice(t)
	s := o.hold(usual()).ClientSession
	o.Owner(`UPDATE billing_codes SET active = false WHERE code = '90834'`)
	o.Owner(`UPDATE diagnosis_codes SET active = false WHERE code = 'F41.1'`)
	in := usual()
	in.Minutes = new(45)
	dbtest.Must[*clientsessions.Saved](t)(o.edit(s, in))
	_, err := o.try(clientsessions.Made{Client: o.client.ID}, usual())
	refusedAt(t, "a new one", err, "billingCode")
}

func TestCodesForTheClientOnly(t *testing.T) {
	o := newOffice(t)
	in := usual()
	in.BillingCode, in.DiagnosisCodes = "90001", nil
	if s := o.hold(in).ClientSession; s.BillTo != clientsession.BillToCLIENT || len(s.DiagnosisCodes) > 0 {
		t.Errorf("%+v", s)
	}
}

func TestASessionOfAnAppointment(t *testing.T) {
	o := newOffice(t)
	of := func(a *ent.Appointment) clientsessions.Made {
		return clientsessions.Made{Client: o.client.ID, Appointment: &a.ID}
	}
	for status, after := range map[appointment.Status]appointment.Status{
		appointment.StatusSCHEDULED: appointment.StatusKEPT, appointment.StatusKEPT: appointment.StatusKEPT, appointment.StatusMISSED: appointment.StatusMISSED,
	} {
		a := o.appointment(status)
		s := dbtest.Must[*clientsessions.Saved](t)(o.try(of(a), usual())).ClientSession
		if now := o.statusOf(a); now != after || *s.AppointmentID != a.ID {
			t.Errorf("%s became %s", status, now)
		}
		_, err := o.try(of(a), usual())
		refusedAt(t, "a second one", err, "appointment")
		dbtest.Must[*clientsessions.Saved](t)(o.void(s))
		dbtest.Must[*clientsessions.Saved](t)(o.try(of(a), usual()))
	}
	_, cancelled := o.try(of(o.appointment(appointment.StatusCANCELLED)), usual())
	refusedAt(t, "cancelled", cancelled, "appointment")
	_, unknown := o.try(clientsessions.Made{Client: o.client.ID, Appointment: new(uuid.New())}, usual())
	refusedAt(t, "unknown", unknown, "appointment")
	theirs := clientsessions.Made{Client: o.Client(o.a, "Bo", "Brown").ID, Appointment: &o.appointment(appointment.StatusSCHEDULED).ID}
	_, others := o.try(theirs, usual())
	refusedAt(t, "another client's", others, "appointment")
}

func TestARecordIsTakenOverWholeOrNotAtAll(t *testing.T) {
	o := newOffice(t)
	kept := o.appointment(appointment.StatusKEPT)
	entry := func(of clientsessions.Made, code string) clientsessions.Entry {
		in := usual()
		in.BillingCode = code
		return clientsessions.Entry{Made: of, ClientSessionInput: in}
	}
	good := entry(clientsessions.Made{Client: o.client.ID, Appointment: &kept.ID}, "90834")
	take := func(entries ...clientsessions.Entry) error {
		return clientsessions.TakeOver(o.As(o.a.Owner), o.Log, o.a.ID, entries)
	}
	refusedAt(t, "code", take(good, entry(good.Made, "00000")), "billingCode")
	refusedAt(t, "client", take(good, entry(clientsessions.Made{Client: uuid.New()}, "90834")), "client")
	refusedAt(t, "appointment", take(good, entry(clientsessions.Made{Client: o.client.ID, Appointment: new(uuid.New())}, "90834")), "appointment")
	refusedAt(t, "one appointment twice", take(good, good), "appointment")
	if left := o.list(clientsessions.Query{}); len(left) > 0 {
		t.Errorf("something was written: %v", left)
	}
	if err := take(good, entry(clientsessions.Made{Client: o.client.ID}, "90001")); err != nil {
		t.Fatal(err)
	}
	found := o.list(clientsessions.Query{})
	if len(found) != 2 || o.balance(found[0].ID) != 30000 {
		t.Errorf("%v", found)
	}
}

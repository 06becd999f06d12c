package copycodes_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/codessetup"
)

// A code that is replaced rewrites no history: a session, and what it costs, stay as they were saved.
func TestReplacingLeavesSavedSessionsAlone(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "90834", "Talk of 45 minutes", 150_00)
	w.billing(w.b, "90834", "Talk", 100_00)
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "Generalized anxiety disorder", Active: true})
	w.diagnosis(w.b, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "Anxiety", Active: true})
	client := w.Client(w.b, "Ida", "Moss")
	w.Owner(`INSERT INTO client_sessions (id, account_id, client_id, service_date, billing_code, diagnosis_codes, modifiers, place_of_service, units, charge, bill_to, paid_at_session, created_at)
		VALUES ($1, $2, $3, '2026-03-02', '90834', '["F41.1"]', '[]', '11', 1, 10000, 'CLIENT', 2500, now())`, uuid.New(), w.b.ID, client.ID)
	before := [2]map[string]row{w.table("client_sessions", w.b.ID), w.table("ledger_entries", w.b.ID)}
	if len(before[0]) != 1 || len(before[1]) != 2 {
		t.Fatalf("%v", before)
	}
	if got := counts(w.copy(everything(w.preview(true), true))); got != "0 created, 2 replaced, 0 skipped" {
		t.Fatal(got)
	}
	if after := [2]map[string]row{w.table("client_sessions", w.b.ID), w.table("ledger_entries", w.b.ID)}; !reflect.DeepEqual(before, after) {
		t.Errorf("before %v\nafter %v", before, after)
	}
}

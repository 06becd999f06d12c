package copycodes_test

import (
	"strings"
	"testing"

	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/problem"
)

func (w *world) previewServices() *copycodes.CopyPreview {
	w.t.Helper()
	p, err := copycodes.Preview(w.ctx(), w.Log, w.b.ID, w.a.ID, []codessetup.MasterFile{codessetup.ServiceCodes.Name()}, true)
	w.must(err)
	return p
}

func (w *world) talk(billingCode string) codessetup.ServiceCodeInput {
	return codessetup.ServiceCodeInput{Name: "Talk", Colour: "BLUE", BillingCode: &billingCode, Minutes: 50, Billable: true, Active: true}
}

// A service code brings its billing code, which is shown, and is not copied without it.
func TestNeedsAreCopiedAlong(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "02001", "A talk", 12345)
	w.billing(w.a, "02002", "Another", 1)
	_, err := codessetup.ServiceCodes.Add(w.As(w.a.Owner), w.Log, w.a.ID, w.talk("02001"))
	w.must(err)

	p := w.previewServices()
	if len(p.Entries) != 2 || p.Entries[0].Label != "02001" || p.Entries[1].Label != "Talk" {
		t.Fatalf("%+v", p.Entries)
	}
	if needs := p.Entries[1].Needs; len(needs) != 1 || needs[0].ID != p.Entries[0].ID || needs[0].File != codessetup.BillingCodes.Name() {
		t.Errorf("needs %+v", needs)
	}
	in := everything(p, true)
	alone := in
	alone.Entries = in.Entries[1:]
	_, err = copycodes.Copy(w.ctx(), w.Log, w.b.ID, w.a.ID, alone)
	if code(err) != problem.BadUserInput || !strings.Contains(err.Error(), "Talk needs 02001") {
		t.Errorf("alone: %v", err)
	}
	if got := counts(w.copy(in)); got != "2 created, 0 replaced, 0 skipped" {
		t.Error(got)
	}
	if row := w.table("service_codes", w.b.ID)["TALK"]; row["billing_code"] != "02001" {
		t.Errorf("%v", row)
	}
	if p := w.previewServices(); len(p.Entries) != 1 || p.Entries[0].State != copycodes.Identical || len(p.Entries[0].Needs) != 0 {
		t.Errorf("again: %+v", p.Entries)
	}
}

// A service code whose billing code is otherwise in Copy To shows that one too: it is used as it is
// there unless it is replaced.
func TestWhatIsUsedAndDiffersIsShown(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "02001", "A talk", 1)
	w.billing(w.b, "02001", "Something else", 1)
	_, err := codessetup.ServiceCodes.Add(w.As(w.a.Owner), w.Log, w.a.ID, w.talk("02001"))
	w.must(err)
	p := w.previewServices()
	if len(p.Entries) != 2 || p.Entries[0].State != copycodes.Conflict || p.Entries[1].State != copycodes.New {
		t.Fatalf("%+v", p.Entries)
	}
	if d := p.Entries[1].Differing; len(d) != 1 || d[0].ID != p.Entries[0].ID || len(p.Entries[1].Needs) != 0 {
		t.Errorf("%+v", p.Entries[1])
	}
	alone := everything(p, true)
	alone.Entries = alone.Entries[1:]
	if got := counts(w.copy(alone)); got != "1 created, 0 replaced, 0 skipped" {
		t.Error(got)
	}
	if row := w.table("billing_codes", w.b.ID)["02001"]; row["description"] != "Something else" {
		t.Errorf("%v", row)
	}
}

// What was copied and is used by now stays when the copy is undone.
func TestUndoKeepsWhatIsUsed(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "02001", "A talk", 12345)
	done := w.copy(everything(w.preview(true), true))
	_, err := codessetup.ServiceCodes.Add(w.As(w.b.Owner), w.Log, w.b.ID, w.talk("02001"))
	w.must(err)
	if got := undone(w.undo(done.Job)); got != "0 removed, 0 restored, kept BILLING_CODES 02001: An appointment or a service code uses it." {
		t.Error(got)
	}
}

func TestUndoRestoresNothingThatLacksSomething(t *testing.T) {
	w := newWorld(t)
	owner := w.As(w.b.Owner)
	_, b := w.billing(w.a, "02001", "A talk", 1), w.billing(w.b, "02002", "A talk", 1)
	_, err := codessetup.ServiceCodes.Add(w.As(w.a.Owner), w.Log, w.a.ID, w.talk("02001"))
	w.must(err)
	_, err = codessetup.ServiceCodes.Add(owner, w.Log, w.b.ID, w.talk("02002"))
	w.must(err)
	done := w.copy(everything(w.preview(true), true))
	_, err = codessetup.BillingCodes.Edit(owner, w.Log, w.b.ID, b, 1, codessetup.BillingCodeInput{Code: "02003", Description: "A talk", Units: 1, PlaceOfService: "11", BillTo: "AUTOMATIC", Active: true})
	w.must(err)
	if got := undone(w.undo(done.Job)); got != "0 removed, 0 restored, kept BILLING_CODES 02001: An appointment or a service code uses it., kept SERVICE_CODES Talk: What it used before is not there any more." {
		t.Error(got)
	}
}

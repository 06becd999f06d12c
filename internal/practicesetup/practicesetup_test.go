package practicesetup_test

import (
	"reflect"
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/practice"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/practicesetup"
	"lanyard/internal/problem"
)

func input() practicesetup.PracticeInput {
	return practicesetup.PracticeInput{Input: practicesetup.Input{
		PracticeName: "Maple practice", ProviderName: "Dr Maple", Email: "maple@example.com", TimeZone: "America/New_York",
	}}
}

func TestDetailsAreSavedWithTheNames(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("maple")
	in := input()
	in.TaxID, in.Npi, in.Taxonomy, in.Phone = new("123456789"), new(" 1234567893 "), new("101ym0800x"), new("212 555 0100")
	in.OfficeStreet, in.OfficeCity, in.OfficeState, in.OfficeZip = new("1 Elm St"), new("Albany"), new("ny"), new("12207-1234")
	saved := dbtest.Must[*ent.Account](t)(practicesetup.EditPractice(w.As(a.Owner), w.Log, a.ID, 1, in))
	p := dbtest.Must[*ent.Practice](t)(practicesetup.Practice(w.As(a.Owner), w.Log, a.ID))
	if saved.Version != 2 || p.TaxID != "12-3456789" || p.Npi != "1234567893" || p.Taxonomy != "101YM0800X" || p.OfficeState != "NY" || p.OfficeZip != "12207-1234" {
		t.Errorf("version %d, %+v", saved.Version, p)
	}
	in.TaxID, in.Phone = nil, nil
	dbtest.Must[*ent.Account](t)(practicesetup.EditPractice(w.As(a.Owner), w.Log, a.ID, 2, in))
	if p := dbtest.Must[*ent.Practice](t)(practicesetup.Practice(w.As(a.Owner), w.Log, a.ID)); p.TaxID != "12-3456789" || p.Phone != "" {
		t.Errorf("null is to keep the tax ID and to empty the phone: %+v", p)
	}
	events := w.Events(a.ID)
	last := events[len(events)-1]
	if want := map[string]any{"phone": []any{"changed"}}; last.Code != "practice.changed" || !reflect.DeepEqual(last.Changes, want) {
		t.Errorf("%s %v", last.Code, last.Changes)
	}
}

func TestDetailsThatAreNotRight(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("maple")
	for field, change := range map[string]func(*practicesetup.PracticeInput){
		"npi":           func(in *practicesetup.PracticeInput) { in.Npi = new("1234567890") },
		"taxId":         func(in *practicesetup.PracticeInput) { in.TaxID = new("12345678") },
		"taxonomy":      func(in *practicesetup.PracticeInput) { in.Taxonomy = new("101YM0800") },
		"billingZip":    func(in *practicesetup.PracticeInput) { in.BillingZip = new("1234") },
		"licenseState":  func(in *practicesetup.PracticeInput) { in.LicenseState = new("New York") },
		"phone":         func(in *practicesetup.PracticeInput) { in.Phone = new("call me") },
		"payToStreet":   func(in *practicesetup.PracticeInput) { in.PayToStreet = new("1 Elm St\nAlbany") },
		"taxIdKind":     func(in *practicesetup.PracticeInput) { in.TaxIDKind = new(practice.TaxIDKind("NIN")) },
		"invoiceFooter": func(in *practicesetup.PracticeInput) { in.InvoiceFooter = new(string(make([]rune, 501))) },
	} {
		in := input()
		change(&in)
		_, err := practicesetup.EditPractice(w.As(a.Owner), w.Log, a.ID, 1, in)
		if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || !reflect.DeepEqual(p.Path, []string{field}) {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// An SSN is shown to nobody: not when it is read, not in a conflict, and not by calling it an EIN.
func TestAnSSNStaysMasked(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("maple")
	in := input()
	in.TaxID, in.TaxIDKind = new("078051120"), new(practice.TaxIDKindSSN)
	dbtest.Must[*ent.Account](t)(practicesetup.EditPractice(w.As(a.Owner), w.Log, a.ID, 1, in))
	p := dbtest.Must[*ent.Practice](t)(practicesetup.Practice(w.As(a.Owner), w.Log, a.ID))
	if got := practicesetup.TaxID(p); p.TaxID != "078-05-1120" || *got != "•••••1120" {
		t.Errorf("%s shown as %s", p.TaxID, *got)
	}
	in.TaxID = new("987654321")
	_, err := practicesetup.EditPractice(w.As(a.Owner), w.Log, a.ID, 1, in)
	stale := problem.As(err)
	if stale == nil || stale.Code != problem.Conflict {
		t.Fatal(err)
	}
	if theirs, _ := stale.Details["theirs"].(map[string]any); *theirs["taxId"].(*string) != "•••••1120" {
		t.Errorf("%v", stale.Details)
	}
	in.TaxID, in.TaxIDKind = nil, new(practice.TaxIDKindEIN)
	_, err = practicesetup.EditPractice(w.As(a.Owner), w.Log, a.ID, 2, in)
	if p := problem.As(err); p == nil || !reflect.DeepEqual(p.Path, []string{"taxId"}) {
		t.Errorf("got %v", err)
	}
	for _, e := range w.Events(a.ID) {
		if _, told := e.Changes["taxId"]; told && !reflect.DeepEqual(e.Changes["taxId"], []any{"changed"}) {
			t.Errorf("the log tells %v", e.Changes)
		}
	}
}

func TestWhoReadsAndWritesThePractice(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("maple")
	in := input()
	in.Npi = new("1234567893")
	dbtest.Must[*ent.Account](t)(practicesetup.EditPractice(w.As(a.Owner), w.Log, a.ID, 1, in))
	for name, levels := range map[string]access.Levels{
		"reader": {access.PracticeSetup: access.View}, "biller": {access.Invoices: access.View},
		"nobody": {access.Clients: access.Full, access.Reports: access.Full},
	} {
		v := w.Username(a, name, levels)
		ctx, _ := activity.WithCollector(w.As(v))
		p := dbtest.Must[*ent.Practice](t)(practicesetup.Practice(ctx, w.Log, a.ID))
		if seen := p.Npi != ""; seen != (name != "nobody") {
			t.Errorf("%s sees %+v", name, p)
		}
		other := input()
		other.PracticeName = "Oak practice"
		if _, err := practicesetup.EditPractice(ctx, w.Log, a.ID, 2, other); err == nil {
			t.Errorf("%s saves", name)
		}
	}
}

// Another address for notices asks for a fresh proof; the rest of the practice's data does not.
func TestAnotherAddressAsksForAFreshProof(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("maple")
	stale := *a.Owner
	stale.ProvenAt = 0
	in := input()
	in.Phone = new("212 555 0100")
	dbtest.Must[*ent.Account](t)(practicesetup.EditPractice(w.As(&stale), w.Log, a.ID, 1, in))
	in.Email = "thief@example.com"
	_, err := practicesetup.EditPractice(w.As(&stale), w.Log, a.ID, 2, in)
	if p := problem.As(err); p == nil || p.Details["proveAgain"] != true {
		t.Errorf("changed without a fresh proof: %v", err)
	}
	saved := dbtest.Must[*ent.Account](t)(practicesetup.EditPractice(w.As(a.Owner), w.Log, a.ID, 2, in))
	if saved.Email != in.Email {
		t.Errorf("%+v", saved)
	}
}

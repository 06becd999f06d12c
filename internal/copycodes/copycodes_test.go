package copycodes_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/problem"
)

// The user's own story: enter it all in one account, copy what is wanted to another.
func TestCopyChosenEntries(t *testing.T) {
	w := newWorld(t)
	for _, code := range []string{"F41.1", "F41.0", "F10.20"} {
		w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: code, Description: "About " + code, Active: true, Favourite: true})
	}
	for _, code := range []string{"02011", "02012", "02013"} {
		w.billing(w.a, code, "Talk", 9000)
	}
	w.payer(w.a, "LX101", "Maple", "secret")
	w.payer(w.a, "LX102", "Bluefinch", "secret")
	before := w.dump(w.a.ID)

	p := w.preview(false)
	var shown []string
	for _, e := range p.Entries {
		if e.State != copycodes.New || len(e.Differences) > 0 || e.From != w.a.ID {
			t.Errorf("%+v", e)
		}
		shown = append(shown, e.Label+": "+e.Description)
	}
	want := []string{
		"F10.20: About F10.20", "F41.0: About F41.0", "F41.1: About F41.1",
		"02011: Talk", "02012: Talk", "02013: Talk", "Maple: LX101", "Bluefinch: LX102",
	}
	if !slices.Equal(shown, want) {
		t.Errorf("shown %v", shown)
	}

	in := everything(p, false)
	in.Entries = slices.Delete(in.Entries, 1, 4)
	if got := counts(w.copy(in)); got != "5 created, 0 replaced, 0 skipped" {
		t.Error(got)
	}
	if w.dump(w.a.ID) != before {
		t.Error("Copy From was changed")
	}
	codes := w.table("diagnosis_codes", w.b.ID)
	if d := codes["ICD-10-CM F1020"]; len(codes) != 1 || d["favourite"] != false || d["description"] != "About F10.20" || d["active"] != true {
		t.Errorf("diagnosis codes: %v", codes)
	}
	if billing := w.table("billing_codes", w.b.ID); len(billing) != 3+2 || billing["02012"]["default_charge"] != 0.0 {
		t.Errorf("billing codes: %v", billing)
	}
	for _, p := range w.table("payers", w.b.ID) {
		if p["provider_number"] != nil || p["enrolment"] != nil || p["contact"] != nil || p["insurance_note"] == nil {
			t.Errorf("payer %v", p)
		}
		if p["copied_from"] != w.a.ID.String() || p["copied_by"] != "master" || p["copied_at"] == nil || p["copy_job"] != in.Job.String() {
			t.Errorf("provenance %v", p)
		}
	}
	w.checkEvents(in.Job, 5)
	if got := counts(w.copy(everything(w.preview(false), false))); got != "3 created, 0 replaced, 5 skipped" {
		t.Errorf("the rest: %s", got)
	}
}

func (w *world) checkEvents(job uuid.UUID, n int) {
	w.t.Helper()
	for _, side := range []struct{ account, other uuid.UUID }{{w.a.ID, w.b.ID}, {w.b.ID, w.a.ID}} {
		events := slices.DeleteFunc(w.Events(side.account), func(e activity.Event) bool { return e.Code != "codes.copy.done" })
		if len(events) != 1 {
			w.t.Fatalf("%d events in one account", len(events))
		}
		if e := events[0]; e.Authorization != job || e.Counterpart != side.other || e.ActorName != "master" || e.RowCount != n || len(e.Entities) != n {
			w.t.Errorf("%+v", e)
		}
	}
}

func TestPreviewIsNotedInBothAccounts(t *testing.T) {
	w := newWorld(t)
	id := w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "x"})
	ctx, collector := activity.WithCollector(w.ctx())
	_, err := copycodes.Preview(ctx, w.Log, w.b.ID, w.a.ID, allFiles, false)
	w.must(err)
	events := collector.Take()
	if len(events) != 2 || events[0].Account != w.a.ID || events[0].Counterpart != w.b.ID || !slices.Equal(events[0].Entities, []uuid.UUID{id}) ||
		events[1].Account != w.b.ID || events[1].Counterpart != w.a.ID || len(events[1].Entities) != 0 {
		t.Errorf("%+v", events)
	}
}

func TestKeepOrReplace(t *testing.T) {
	w := newWorld(t)
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "ours", Active: true})
	w.diagnosis(w.b, codessetup.DiagnosisCodeInput{Code: "f411", Description: "theirs", Favourite: true})
	w.billing(w.a, "02011", "ours", 9000)
	w.billing(w.b, "02011", "theirs", 7000)
	w.billing(w.a, "02012", "same", 9000)
	w.billing(w.b, "02012", "same", 7000)
	w.payer(w.a, "LX101", "ours", "secret")
	w.payer(w.b, "LX101", "theirs", "own")

	p := w.preview(false)
	var shown []string
	for _, e := range p.Entries {
		shown = append(shown, fmt.Sprint(e.Label, e.State))
		for _, d := range e.Differences {
			shown = append(shown, fmt.Sprint(*d))
		}
	}
	want := []string{
		"F41.1CONFLICT", "{description theirs ours}", "{active false true}",
		"02011CONFLICT", "{description theirs ours}", "02012IDENTICAL",
		"oursCONFLICT", "{name theirs ours}", "{insuranceNote theirs ours}",
	}
	if !slices.Equal(shown, want) {
		t.Errorf("shown %v", shown)
	}

	keep := everything(p, false)
	for i := range keep.Entries {
		keep.Entries[i].Replace = false
	}
	before := w.dump(w.b.ID)
	if got := counts(w.copy(keep)); got != "0 created, 0 replaced, 4 skipped" || w.dump(w.b.ID) != before {
		t.Errorf("kept: %s", got)
	}
	if got := counts(w.copy(everything(w.preview(false), false))); got != "0 created, 3 replaced, 1 skipped" {
		t.Errorf("replaced: %s", got)
	}
	d := w.table("diagnosis_codes", w.b.ID)["ICD-10-CM F411"]
	if d["description"] != "ours" || d["favourite"] != true || d["version"] != 2.0 || d["copied_by"] != "master" {
		t.Errorf("diagnosis code %v", d)
	}
	if b := w.table("billing_codes", w.b.ID)["02011"]; b["description"] != "ours" || b["default_charge"] != 7000.0 {
		t.Errorf("billing code %v", b)
	}
	if p := w.table("payers", w.b.ID)["ID LX101"]; p["name"] != "ours" || p["contact"] != "own" || p["enrolment"] != "own" || p["provider_number"] != "own" {
		t.Errorf("payer %v", p)
	}
	if got := counts(w.copy(everything(w.preview(true), true))); got != "0 created, 2 replaced, 2 skipped" {
		t.Errorf("with charges: %s", got)
	}
	if b := w.table("billing_codes", w.b.ID); b["02011"]["default_charge"] != 9000.0 || b["02012"]["default_charge"] != 9000.0 {
		t.Errorf("billing codes %v", b)
	}
	for _, e := range w.Events(w.b.ID) {
		if text := fmt.Sprint(e.Changes); e.Code == "codes.copy.done" && e.RowCount == 3 && text != "map["+
			"BILLING_CODES 02011:[map[description:theirs] map[description:ours]] "+
			"DIAGNOSIS_CODES ICD-10-CM F411:[map[active:false description:theirs] map[active:true description:ours]] "+
			"PAYERS ID LX101:[map[insuranceNote:changed name:theirs] map[insuranceNote:changed name:ours]]]" {
			t.Error(text)
		}
	}
}

func TestStalePreviewCopiesNothing(t *testing.T) {
	w := newWorld(t)
	in := codessetup.DiagnosisCodeInput{Code: "F41.1", CodeSet: "ICD-10-CM", Description: "ours"}
	ours := w.diagnosis(w.a, in)
	theirs := w.diagnosis(w.b, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "theirs"})
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F10", Description: "another"})
	w.billing(w.a, "02011", "Talk", 100)
	refused := func(name string, in copycodes.CopyCodesInput, want string) {
		t.Helper()
		before := w.dump(w.b.ID)
		_, err := copycodes.Copy(w.ctx(), w.Log, w.b.ID, w.a.ID, in)
		if p := problem.As(err); p == nil || p.Code != problem.Conflict || fmt.Sprint(p.Details["stale"]) != want {
			t.Errorf("%s: %v %+v", name, err, p)
		}
		if w.dump(w.b.ID) != before || len(w.table("copy_jobs", w.b.ID)) > 0 {
			t.Errorf("%s: something was written", name)
		}
	}
	chosen := everything(w.preview(false), false)
	in.Description = "edited"
	_, err := codessetup.DiagnosisCodes.Edit(w.As(w.a.Owner), w.Log, w.a.ID, ours, 1, in)
	w.must(err)
	refused("Copy From was edited", chosen, "[1]")

	chosen = everything(w.preview(false), false)
	in.Description = "edited there"
	_, err = codessetup.DiagnosisCodes.Edit(w.As(w.b.Owner), w.Log, w.b.ID, theirs, 1, in)
	w.must(err)
	refused("Copy To was edited", chosen, "[1]")

	chosen = everything(w.preview(false), false)
	w.diagnosis(w.b, codessetup.DiagnosisCodeInput{Code: "F10", Description: "new there"})
	refused("Copy To got the same code", chosen, "[0]")

	chosen = everything(w.preview(false), false)
	chosen.IncludeCharges = true
	refused("charges were not on the preview", chosen, "[0 1 2]")
	chosen = everything(w.preview(false), false)
	chosen.Entries[2].Fingerprint = "x"
	refused("no fingerprint of ours", chosen, "[2]")
}

// Nothing but entries of the three files of Copy From can be named.
func TestUnknownEntriesAreRefusedWhole(t *testing.T) {
	w := newWorld(t)
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "x"})
	gone := w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.0", Description: "x"})
	theirs := w.diagnosis(w.b, codessetup.DiagnosisCodeInput{Code: "F10", Description: "x"})
	client := uuid.New()
	w.Owner(`INSERT INTO clients (id, account_id, number, first_name, last_name, created_at) VALUES ($1, $2, 1, 'Ann', 'Adams', now())`, client, w.a.ID)
	var system uuid.UUID
	for _, r := range w.table("billing_codes", w.a.ID) {
		system = uuid.MustParse(r["id"].(string))
	}
	chosen := everything(w.preview(false), false)
	w.Owner(`DELETE FROM diagnosis_codes WHERE id = $1`, gone)
	chosen.Entries = slices.DeleteFunc(chosen.Entries, func(e copycodes.CopyEntryInput) bool { return e.ID == gone })
	before := w.dump(w.b.ID)
	for name, e := range map[string]copycodes.CopyEntryInput{
		"deleted":             {File: codessetup.DiagnosisCodes.Name(), ID: gone},
		"another file's":      {File: codessetup.Payers.Name(), ID: chosen.Entries[0].ID},
		"Copy To's":           {File: codessetup.DiagnosisCodes.Name(), ID: theirs},
		"a client":            {File: codessetup.DiagnosisCodes.Name(), ID: client},
		"a system code":       {File: codessetup.BillingCodes.Name(), ID: system},
		"nothing":             {File: codessetup.BillingCodes.Name(), ID: uuid.Nil},
		"an account":          {File: codessetup.Payers.Name(), ID: w.a.ID},
		"of an unknown table": {File: "CLIENTS", ID: client},
	} {
		in := chosen
		in.Entries = append(slices.Clone(chosen.Entries), e)
		_, err := copycodes.Copy(w.ctx(), w.Log, w.b.ID, w.a.ID, in)
		if want := map[bool]problem.Code{true: problem.BadUserInput, false: problem.NotFound}[e.File == "CLIENTS"]; code(err) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if w.dump(w.b.ID) != before || len(w.table("copy_jobs", w.b.ID)) > 0 {
		t.Error("something was written")
	}
	for _, files := range [][]codessetup.MasterFile{nil, {"CLIENTS"}, {codessetup.Payers.Name(), "clients"}} {
		if _, err := copycodes.Preview(w.ctx(), w.Log, w.b.ID, w.a.ID, files, false); code(err) != problem.BadUserInput {
			t.Errorf("files %v: %v", files, err)
		}
	}
}

func TestSenselessChoices(t *testing.T) {
	w := newWorld(t)
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "x"})
	good := everything(w.preview(false), false)
	noJob, none, twice := good, good, good
	noJob.Job, none.Entries = uuid.Nil, nil
	twice.Entries = append(slices.Clone(good.Entries), good.Entries...)
	for field, in := range map[string]copycodes.CopyCodesInput{"job": noJob, "entries": none} {
		if _, err := copycodes.Copy(w.ctx(), w.Log, w.b.ID, w.a.ID, in); code(err) != problem.BadUserInput || problem.As(err).Path[0] != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := copycodes.Copy(w.ctx(), w.Log, w.b.ID, w.a.ID, twice); code(err) != problem.BadUserInput {
		t.Errorf("twice: %v", err)
	}
	if _, err := copycodes.Copy(w.ctx(), w.Log, w.a.ID, w.a.ID, good); code(err) != problem.BadUserInput {
		t.Errorf("onto itself: %v", err)
	}
	if _, err := copycodes.Preview(w.ctx(), w.Log, w.a.ID, w.a.ID, allFiles, false); code(err) != problem.BadUserInput {
		t.Errorf("preview onto itself: %v", err)
	}
}

// The second wall alone: the section asks nobody for privileges.
func TestWalls(t *testing.T) {
	w := newWorld(t)
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "x"})
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.0", Description: "ours"})
	w.diagnosis(w.b, codessetup.DiagnosisCodeInput{Code: "F41.0", Description: "theirs"})
	chosen := everything(w.preview(false), false)
	view, full := access.Levels{access.CodesSetup: access.View, access.AccountAccess: access.Full}, access.Everything()
	none := access.Levels{access.AccountAccess: access.Full}
	reader := w.Join(w.Username(w.a, "reader", full), w.b, view)
	blind := w.Join(w.Username(w.a, "blind", none), w.b, full)
	before := w.dump(w.b.ID)
	for i := range chosen.Entries {
		in := chosen
		in.Entries = chosen.Entries[i : i+1]
		if _, err := copycodes.Copy(w.As(reader), w.Log, w.b.ID, w.a.ID, in); err == nil {
			t.Error("View Only in Copy To copies")
		}
	}
	if _, err := copycodes.Copy(w.As(blind), w.Log, w.b.ID, w.a.ID, chosen); code(err) != problem.NotFound {
		t.Errorf("No Access in Copy From copies: %v", err)
	}
	if p, err := copycodes.Preview(w.As(blind), w.Log, w.b.ID, w.a.ID, allFiles, false); err != nil || len(p.Entries) > 0 {
		t.Errorf("No Access in Copy From sees %v %v", p, err)
	}
	if _, err := copycodes.Copy(w.As(nil), w.Log, w.b.ID, w.a.ID, chosen); err == nil {
		t.Error("nobody copies")
	}
	if w.dump(w.b.ID) != before {
		t.Error("something was written")
	}
	viewer := w.Join(w.Username(w.a, "viewer", view), w.b, full)
	if done, err := copycodes.Copy(w.As(viewer), w.Log, w.b.ID, w.a.ID, chosen); err != nil || counts(done) != "1 created, 1 replaced, 0 skipped" {
		t.Errorf("View Only in Copy From suffices: %v %v", done, err)
	}
}

package codessetup_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

const (
	diagnosisCodes codessetup.MasterFile = "DIAGNOSIS_CODES"
	billingCodes   codessetup.MasterFile = "BILLING_CODES"
	payers         codessetup.MasterFile = "PAYERS"
	serviceCodes   codessetup.MasterFile = "SERVICE_CODES"
)

// office is an account and its owner at a CSV file.
type office struct {
	*dbtest.World
	t *testing.T
	a *dbtest.Account
}

func newOffice(t *testing.T) office {
	w := dbtest.New(t)
	return office{w, t, w.Account("a")}
}

func (o office) preview(name codessetup.MasterFile, csv string) *codessetup.CodesImport {
	o.t.Helper()
	ctx, collector := activity.WithCollector(o.As(o.a.Owner))
	p, err := codessetup.PreviewImportCodes(ctx, o.Log, o.a.ID, name, csv)
	if err != nil {
		o.t.Fatal(err)
	}
	o.noted(collector, "codes.import.preview", name, p.Changed+p.Same)
	return p
}

// noted checks that a read was noted, with the number of entries that were read.
func (o office) noted(collector *activity.Collector, code string, name codessetup.MasterFile, rows int) {
	o.t.Helper()
	events, action := collector.Take(), activity.Read
	if code == "codes.exported" {
		action = activity.Execute
	}
	if len(events) != 1 || events[0].Code != code || events[0].RowCount != rows || len(events[0].Entities) != rows ||
		events[0].EntityType != codessetup.EntityOf(name) || events[0].Action != action {
		o.t.Errorf("noted %+v", events)
	}
}

func (o office) imported(name codessetup.MasterFile, csv string) string {
	o.t.Helper()
	p := o.preview(name, csv)
	done, err := codessetup.ImportCodes(o.As(o.a.Owner), o.Log, o.a.ID, name, csv, p.Fingerprint)
	if err != nil {
		o.t.Fatalf("%v: %s", err, told(p))
	}
	if told(done) != told(p) {
		o.t.Errorf("done %s, and the preview said %s", told(done), told(p))
	}
	return told(done)
}

func (o office) exported(name codessetup.MasterFile) *codessetup.CodesExport {
	o.t.Helper()
	ctx, collector := activity.WithCollector(o.As(o.a.Owner))
	e, err := codessetup.ExportCodes(ctx, o.Log, o.a.ID, name)
	if err != nil {
		o.t.Fatal(err)
	}
	o.noted(collector, "codes.exported", name, e.RowCount)
	return e
}

func told(p *codessetup.CodesImport) string {
	var all []string
	for _, f := range p.Faults {
		all = append(all, fmt.Sprintf("%d %s: %s", f.Line, f.Column, f.Message))
	}
	return strings.TrimSpace(fmt.Sprintf("%d new, %d changed, %d same %s", p.Created, p.Changed, p.Same, strings.Join(all, "; ")))
}

func TestImport(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	csv := "\uFEFFcode, Description,Default charge\r\n02011,\"Talk, of\n30 minutes\",\"$1,090.5\"\r\n,,\r\n02012,Long talk,120\r\n"
	if got := told(o.preview(billingCodes, csv)); got != "0 new, 0 changed, 0 same 2 Description: This text has characters that cannot be shown." &&
		!strings.Contains(got, "2 Description: This text has characters") {
		t.Errorf("a name of two lines: %s", got)
	}
	csv = strings.Replace(csv, "of\n30", "of 30", 1)
	if got := o.imported(billingCodes, csv); got != "2 new, 0 changed, 0 same" {
		t.Error(got)
	}
	if e := last(o.World, o.a.ID); e.Code != "codes.imported" || e.RowCount != 2 || len(e.Entities) != 2 || e.EntityType != "BillingCode" ||
		!strings.Contains(fmt.Sprint(e.Changes["BILLING_CODES 02011"]), "defaultCharge:109050") {
		t.Errorf("event %+v", e)
	}
	if got := o.imported(billingCodes, csv); got != "0 new, 0 changed, 2 same" {
		t.Errorf("imported again: %s", got)
	}
	if e := last(o.World, o.a.ID); e.RowCount != 0 || len(e.Entities) != 0 {
		t.Errorf("imported again: event %+v", e)
	}
	if got := o.imported(billingCodes, "Code,Units\n02012,3\n"); got != "0 new, 1 changed, 0 same" {
		t.Error(got)
	}
	if e := last(o.World, o.a.ID); fmt.Sprint(e.Changes) != "map[BILLING_CODES 02012:[map[units:1] map[units:3]]]" {
		t.Errorf("only what the file names is changed: %+v", e.Changes)
	}
}

func TestImportFaults(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	head := "Code,Description,Default minutes,Default charge,Bill to,Active\n"
	for csv, want := range map[string]string{
		"":                         "1 : This file is empty.",
		"\xff\xfeC\x00":            "1 : This file is not in UTF-8.",
		"Code,Colour\n":            "1 Colour: There is no such column. The columns are: Code, Description, Default minutes,",
		"Code,code\n":              "1 code: This column is there twice.",
		head + "02011,Talk,,,,,\n": "2 : This line has 7 values, and the first line names 6 columns.",
		head + "02011,Talk,x,1.234,nobody,maybe\n":                              "2 Default minutes: Enter a whole number.; 2 Default charge: Enter an amount such as 135.00.; 2 Bill to: Enter one of these: automatic, client only.; 2 Active: Enter yes or no.",
		head + "2011,Talk,1441,100001,client only,no\n":                         "2 Code: Enter five letters or digits.; 2 Default minutes: Enter a number from 1 to 1440.; 2 Default charge: Enter an amount from 0.00 to 100000.00.",
		head + "02011,\"Talk\",,1,automatic,yes\n\n02011,Talk,,1,automatic,yes": "4 : This is the same entry as in line 2.",
		head + "02011,Ta\"lk\",,1,automatic,yes\n":                              "2 : A quotation mark is out of place.",
		head + "02011,\"Talk,,1,automatic,yes\n":                                "A quotation mark is out of place.",
		"Code,Description\nMISSED,Mine\n":                                       "2 Code: Enter five letters or digits.",
	} {
		p := o.preview(billingCodes, csv)
		if got := told(p); !strings.Contains(got, want) {
			t.Errorf("%q: %s, not %s", csv, got, want)
		}
		_, err := codessetup.ImportCodes(o.As(o.a.Owner), o.Log, o.a.ID, billingCodes, csv, p.Fingerprint)
		if code(err) != problem.BadUserInput {
			t.Errorf("%q was imported: %v", csv, err)
		}
	}
	half := head + "02011,Talk,,1,automatic,yes\nbad,Talk,,1,automatic,yes\n"
	if got := told(o.preview(billingCodes, half)); !strings.HasPrefix(got, "1 new") {
		t.Error(got)
	}
	if e := o.exported(billingCodes); e.RowCount != 0 {
		t.Errorf("half imported: %s", e.CSV)
	}
	for _, csv := range []string{strings.Repeat("x", 512<<10+1), "Code\n" + strings.Repeat("x\n", 5001)} {
		if _, err := codessetup.PreviewImportCodes(o.As(o.a.Owner), o.Log, o.a.ID, billingCodes, csv); code(err) != problem.BadUserInput {
			t.Errorf("%d bytes: %v", len(csv), err)
		}
	}
}

func TestImportNeedsBillingCodes(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	csv := "Name,Billing code\nTalk,02011\nMissed,\n"
	want := "0 new, 0 changed, 0 same 2 Billing code: Choose one of this account's billing codes.; 3 Billing code: What is billed needs a billing code."
	if got := told(o.preview(serviceCodes, csv)); got != want {
		t.Error(got)
	}
	o.imported(billingCodes, "Code,Description\n02011,Talk\n")
	if got := o.imported(serviceCodes, "Name,Billing code,Billable\nTalk,02011,yes\nPause,,no\n"); got != "2 new, 0 changed, 0 same" {
		t.Error(got)
	}
}

func TestStaleImport(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	ctx := o.As(o.a.Owner)
	csv := "Code,Description\nF41.1,Mine\nF32.1,Mine too\n"
	p := o.preview(diagnosisCodes, csv)
	added, err := codessetup.DiagnosisCodes.Add(ctx, o.Log, o.a.ID, codessetup.Diagnosis("F41.1"))
	if err != nil {
		t.Fatal(err)
	}
	stale := func(why, csv, fingerprint string) {
		t.Helper()
		if _, err := codessetup.ImportCodes(ctx, o.Log, o.a.ID, diagnosisCodes, csv, fingerprint); code(err) != problem.Conflict {
			t.Errorf("%s: %v", why, err)
		}
	}
	stale("an entry that was added since", csv, p.Fingerprint)
	p = o.preview(diagnosisCodes, csv)
	stale("another file", csv+"F33.1,More\n", p.Fingerprint)
	in := codessetup.Diagnosis("F41.1")
	in.Favourite = true
	if _, err := codessetup.DiagnosisCodes.Edit(ctx, o.Log, o.a.ID, added.ID, 1, in); err != nil {
		t.Fatal(err)
	}
	stale("an entry that was changed since", csv, p.Fingerprint)
	if got := o.imported(diagnosisCodes, csv); got != "1 new, 1 changed, 0 same" {
		t.Error(got)
	}
}

// What is exported, imported into an empty account, is there the same, for every file.
func TestEveryFileTravels(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.imported(billingCodes, "Code,Description\n02011,Talk\n")
	o.enterOneOfEach()
	b := office{o.World, t, o.Account("b")}
	for _, f := range codessetup.Files {
		from := o.exported(f.Name())
		if !strings.HasPrefix(from.CSV, "\uFEFF") || strings.Count(from.CSV, "\r\n") < 2 || from.RowCount == 0 {
			t.Errorf("%s: %q", f.Name(), from.CSV)
		}
		if got := o.imported(f.Name(), from.CSV); got != fmt.Sprintf("0 new, 0 changed, %d same", from.RowCount) {
			t.Errorf("%s, back again: %s", f.Name(), got)
		}
		b.imported(f.Name(), from.CSV)
		if to := b.exported(f.Name()); to.CSV != from.CSV {
			t.Errorf("%s: %q became %q", f.Name(), from.CSV, to.CSV)
		}
	}
}

func (o office) enterOneOfEach() {
	paper := codessetup.Paper("St. Mary's, \"Fund\"", "054011234")
	paper.InsuranceNote, paper.Contact = codessetup.Ptr("Call first;\nthen write."), codessetup.Ptr("+1 802 555 0100")
	span := codessetup.Diagnosis("F41.1")
	span.EffectiveFrom, span.Favourite = codessetup.Ptr(column.Date("2015-10-01")), true
	talk := codessetup.Billing("02012")
	talk.DefaultMinutes, talk.DefaultCharge = codessetup.Ptr(45), 13550
	pause := codessetup.Service("Pause", "02011")
	pause.BillingCode, pause.Billable, pause.Active = nil, false, false
	enter(o, codessetup.DiagnosisCodes.Add, span, codessetup.Diagnosis("F32.1"))
	enter(o, codessetup.BillingCodes.Add, talk)
	enter(o, codessetup.Payers.Add, codessetup.Electronic("LX101"), paper)
	enter(o, codessetup.Locations.Add, codessetup.Location("02", "=Elsewhere"))
	enter(o, codessetup.Modifiers.Add, codessetup.ModifierInput{Code: "95", Description: "By video", Active: true})
	enter(o, codessetup.ReferringProviders.Add, codessetup.Referring("Ida Vale", codessetup.Ptr("1234567893")))
	enter(o, codessetup.ServiceCodes.Add, codessetup.Service("Talk", "02011"), pause)
	enter(o, codessetup.PaymentTypes.Add, codessetup.PaymentTypeInput{Code: "COIN", Label: "Coins", Sign: "LOWERS", Active: true})
	enter(o, codessetup.NoteTemplates.Add, codessetup.Template("SOAP", "Subjective:\r\n- \n\nObjective:"))
	enter(o, codessetup.InvoiceMessages.Add, codessetup.InvoiceMessageInput{Title: "Thanks", Text: "- Thank you.\n- Really."})
}

func enter[T, F any](o office, add func(context.Context, *activity.Log, uuid.UUID, F) (T, error), forms ...F) {
	o.t.Helper()
	for _, form := range forms {
		if _, err := add(o.As(o.a.Owner), o.Log, o.a.ID, form); err != nil {
			o.t.Fatal(err)
		}
	}
}

func TestFormulasTravel(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	texts := []string{`=HYPERLINK("http://x","y")`, "+1", "-1", "@SUM(A1)", "'=1", "''", "'tis", "a\"b,c", "Zeile; zwei", "✓ 中文"}
	for i, text := range texts {
		in := codessetup.Diagnosis(fmt.Sprintf("F%02d.1", i))
		in.Description = text
		if _, err := codessetup.DiagnosisCodes.Add(o.As(o.a.Owner), o.Log, o.a.ID, in); err != nil {
			t.Fatal(err)
		}
	}
	e := o.exported(diagnosisCodes)
	for _, begin := range []string{",=", ",+", ",-", ",@", `,"=`} {
		if strings.Contains(e.CSV, begin) {
			t.Errorf("a cell begins with %q: %s", begin, e.CSV)
		}
	}
	if got := o.imported(diagnosisCodes, e.CSV); got != fmt.Sprintf("0 new, 0 changed, %d same", len(texts)) {
		t.Error(got)
	}
}

func TestImportWalls(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	b := o.Account("b")
	csv := "Code,Description\nF41.1,Anxiety\n"
	p := o.preview(diagnosisCodes, csv)
	for _, account := range []uuid.UUID{b.ID, uuid.New()} {
		if _, err := codessetup.ImportCodes(o.As(o.a.Owner), o.Log, account, diagnosisCodes, csv, p.Fingerprint); err == nil {
			t.Errorf("imported into %s", account)
		}
	}
	_, err := codessetup.ExportCodes(o.As(o.a.Owner), o.Log, o.a.ID, "CLIENTS")
	if code(err) != problem.BadUserInput {
		t.Errorf("a file that is none: %v", err)
	}
}

package codessetup_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/paymenttype"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

var firstPage = codessetup.Query{Args: page.Args{First: 50}}

func code(err error) problem.Code {
	if p := problem.As(err); p != nil {
		return p.Code
	}
	return ""
}

func last(w *dbtest.World, account uuid.UUID) activity.Event {
	events := w.Events(account)
	return events[len(events)-1]
}

func TestAddAndEdit(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	ctx := w.As(a.Owner)
	in := codessetup.Diagnosis("f411")
	in.EffectiveFrom = codessetup.Ptr(column.Date("2015-10-01"))
	added, err := codessetup.DiagnosisCodes.Add(ctx, w.Log, a.ID, in)
	if err != nil {
		t.Fatal(err)
	}
	if added.Code != "F41.1" || added.Version != 1 || *added.EffectiveFrom != "2015-10-01" || added.AccountID != a.ID {
		t.Fatalf("added %+v", added)
	}
	if e := last(w, a.ID); e.Code != "codes.added" || e.Entities[0] != added.ID || e.EntityType != "DiagnosisCode" || fmt.Sprint(e.Changes["code"]) != "[<nil> F41.1]" {
		t.Errorf("event %+v", e)
	}
	if _, err := codessetup.DiagnosisCodes.Add(ctx, w.Log, a.ID, codessetup.Diagnosis("F41.1")); code(err) != problem.BadUserInput {
		t.Errorf("the same code again: %v", err)
	}
	if _, err := codessetup.DiagnosisCodes.Add(w.As(b.Owner), w.Log, b.ID, codessetup.Diagnosis("F41.1")); err != nil {
		t.Errorf("the same code in another account: %v", err)
	}

	in = codessetup.Diagnosis("F41.1")
	in.Description, in.Favourite = "Another", true
	saved, err := codessetup.DiagnosisCodes.Edit(ctx, w.Log, a.ID, added.ID, 1, in)
	if err != nil {
		t.Fatal(err)
	}
	if saved.Description != "Another" || saved.EffectiveFrom != nil || !saved.Favourite || saved.Version != 2 {
		t.Errorf("saved %+v", saved)
	}
	e := last(w, a.ID)
	if fmt.Sprint(e.Changes) != "map[description:[An anxiety Another] effectiveFrom:[2015-10-01 <nil>] favourite:[false true]]" || e.Action != activity.Update {
		t.Errorf("event %+v", e)
	}

	in.Description, in.Favourite = "Mine", false
	_, err = codessetup.DiagnosisCodes.Edit(ctx, w.Log, a.ID, added.ID, 1, in)
	if p := problem.As(err); p == nil || p.Code != problem.Conflict || p.Details["version"] != 2 ||
		fmt.Sprint(p.Details["theirs"]) != "map[description:Another favourite:true]" {
		t.Errorf("a stale edit: %+v", p)
	}
	for name, id := range map[string]uuid.UUID{"another account's": added.ID, "unknown": uuid.New()} {
		if _, err := codessetup.DiagnosisCodes.Edit(w.As(b.Owner), w.Log, b.ID, id, 2, in); code(err) != problem.NotFound {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := codessetup.DiagnosisCodes.Get(w.As(b.Owner), w.Log, b.ID, id); code(err) != problem.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	opened, err := codessetup.DiagnosisCodes.Get(ctx, w.Log, a.ID, added.ID)
	if err != nil || opened.Description != "Another" {
		t.Errorf("opened %+v %v", opened, err)
	}
}

func TestEditTakesNoOthersKey(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	ctx := w.As(a.Owner)
	if _, err := codessetup.Payers.Add(ctx, w.Log, a.ID, codessetup.Electronic("LX101")); err != nil {
		t.Fatal(err)
	}
	other, err := codessetup.Payers.Add(ctx, w.Log, a.ID, codessetup.With(codessetup.Paper("Fund", "123456789"), func(in *codessetup.PayerInput) { in.Contact, in.City = codessetup.Ptr("Ann"), codessetup.Ptr("Boise") }))
	if err != nil || other.Zip != "12345-6789" {
		t.Fatalf("%+v %v", other, err)
	}
	if _, err := codessetup.Payers.Edit(ctx, w.Log, a.ID, other.ID, 1, codessetup.Electronic("lx101")); code(err) != problem.BadUserInput || problem.As(err).Path[0] != "payerId" {
		t.Errorf("another's payer ID: %v", err)
	}
	saved, err := codessetup.Payers.Edit(ctx, w.Log, a.ID, other.ID, 1, codessetup.Electronic("LX102"))
	if err != nil || saved.Street != "" || saved.City != "" || saved.Contact != "" || saved.PayerID != "LX102" || saved.NaturalKey != "ID LX102" {
		t.Errorf("saved %+v %v", saved, err)
	}
	if c := last(w, a.ID).Changes; fmt.Sprint(c["contact"]) != "[changed]" || fmt.Sprint(c["city"]) != "[Boise <nil>]" {
		t.Errorf("changes %v", c)
	}
	if _, err := codessetup.Payers.Add(ctx, w.Log, a.ID, codessetup.Paper("Fund", "12345-6789")); err != nil {
		t.Errorf("a key that is free again: %v", err)
	}
}

func TestAnAccountStartsWithPaymentTypesOfItsOwn(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	ctx := w.As(a.Owner)
	types, err := codessetup.PaymentTypes.List(ctx, w.Log, a.ID, firstPage)
	if err != nil || len(types.Nodes) != 4 {
		t.Fatalf("%+v %v", types, err)
	}
	for _, p := range types.Nodes {
		if p.Sign != paymenttype.SignLOWERS || !p.Active || p.CopiedFrom != nil {
			t.Errorf("%+v", p)
		}
		if _, err := codessetup.PaymentTypes.Edit(ctx, w.Log, a.ID, p.ID, p.Version, codessetup.PaymentTypeInput{Code: p.Code, Label: "Mine", Sign: p.Sign}); err != nil {
			t.Errorf("%s cannot be changed: %v", p.Code, err)
		}
	}
}

func TestSystemCodes(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	ctx := w.As(a.Owner)
	all, err := codessetup.BillingCodes.List(ctx, w.Log, a.ID, firstPage)
	if err != nil || len(all.Nodes) != 3 {
		t.Fatalf("%+v %v", all, err)
	}
	for _, b := range all.Nodes {
		if !b.System {
			t.Errorf("%s is no system code", b.Code)
		}
		if _, err := codessetup.BillingCodes.Edit(ctx, w.Log, a.ID, b.ID, b.Version, codessetup.Billing("A1234")); code(err) != problem.BadUserInput {
			t.Errorf("%s was changed: %v", b.Code, err)
		}
	}
	added, err := codessetup.BillingCodes.Add(ctx, w.Log, a.ID, codessetup.With(codessetup.Billing("A1234"), func(in *codessetup.BillingCodeInput) { in.DefaultMinutes, in.DefaultCharge = codessetup.Ptr(50), 12345 }))
	if err != nil || added.System || *added.DefaultMinutes != 50 || added.DefaultCharge != 12345 {
		t.Errorf("%+v %v", added, err)
	}
	saved, err := codessetup.BillingCodes.Edit(ctx, w.Log, a.ID, added.ID, 1, codessetup.With(codessetup.Billing("A1234"), func(in *codessetup.BillingCodeInput) { in.Active = false }))
	if err != nil || saved.DefaultMinutes != nil || saved.DefaultCharge != 0 || saved.Active {
		t.Errorf("%+v %v", saved, err)
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	ctx := w.As(a.Owner)
	for code, description := range map[string]string{"F41.1": "Generalized", "F41.0": "Panic 100%", "F10.20": "Alcohol", "C4A.0": "Skin"} {
		in := codessetup.Diagnosis(code)
		in.Description, in.Active = description, code != "F10.20"
		if _, err := codessetup.DiagnosisCodes.Add(ctx, w.Log, a.ID, in); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		search string
		active bool
		want   []string
	}{
		{"", false, []string{"C4A.0", "F10.20", "F41.0", "F41.1"}},
		{"", true, []string{"C4A.0", "F41.0", "F41.1"}},
		{"f41", false, []string{"F41.0", "F41.1"}},
		{"f411", false, []string{"F41.1"}},
		{" F41.1 ", false, []string{"F41.1"}},
		{"PANIC", false, []string{"F41.0"}},
		{"0%", false, []string{"F41.0"}},
		{"_", false, nil},
		{"10", false, []string{"F10.20", "F41.0"}},
		{"alcohol", true, nil},
		{"ICD", false, nil},
	} {
		q := firstPage
		q.Search, q.ActiveOnly = c.search, c.active
		p, err := codessetup.DiagnosisCodes.List(ctx, w.Log, a.ID, q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range p.Nodes {
			got = append(got, d.Code)
		}
		if n, err := p.TotalCount(ctx); !slices.Equal(got, c.want) || n != len(c.want) || err != nil {
			t.Errorf("%q: %v, counted %d %v", c.search, got, n, err)
		}
	}
	q := codessetup.Query{Args: page.Args{First: 3}}
	one, err := codessetup.DiagnosisCodes.List(ctx, w.Log, a.ID, q)
	if err != nil || !one.PageInfo().HasNextPage {
		t.Fatalf("%+v %v", one, err)
	}
	q.After = *one.PageInfo().EndCursor
	two, err := codessetup.DiagnosisCodes.List(ctx, w.Log, a.ID, q)
	if err != nil || len(two.Nodes) != 1 || two.Nodes[0].Code != "F41.1" || two.PageInfo().HasNextPage {
		t.Errorf("%+v %v", two, err)
	}
	q = firstPage
	q.Search = "a\x00"
	if _, err := codessetup.DiagnosisCodes.List(ctx, w.Log, a.ID, q); code(err) != problem.BadUserInput {
		t.Errorf("a search that cannot be stored: %v", err)
	}
	if p, err := codessetup.DiagnosisCodes.List(w.As(b.Owner), w.Log, a.ID, firstPage); err != nil || len(p.Nodes) != 0 {
		t.Errorf("a stranger lists %v %v", p, err)
	}
}

// The second wall alone: the section asks nobody for privileges.
func TestWalls(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	added, err := codessetup.DiagnosisCodes.Add(w.As(a.Owner), w.Log, a.ID, codessetup.Diagnosis("F41.1"))
	if err != nil {
		t.Fatal(err)
	}
	reader := w.As(w.Username(a, "reader", access.Levels{access.CodesSetup: access.View, access.AccountAccess: access.Full}))
	if _, err := codessetup.DiagnosisCodes.Get(reader, w.Log, a.ID, added.ID); err != nil {
		t.Error(err)
	}
	if _, err := codessetup.DiagnosisCodes.Add(reader, w.Log, a.ID, codessetup.Diagnosis("F41.0")); err == nil {
		t.Error("View Only adds")
	}
	if _, err := codessetup.DiagnosisCodes.Edit(reader, w.Log, a.ID, added.ID, 1, codessetup.Diagnosis("F41.0")); err == nil {
		t.Error("View Only edits")
	}
	nobody := w.As(w.Username(a, "nobody", access.Levels{access.AccountAccess: access.Full}))
	if _, err := codessetup.DiagnosisCodes.Get(nobody, w.Log, a.ID, added.ID); code(err) != problem.NotFound {
		t.Errorf("No Access reads: %v", err)
	}
}

// The section's own conditions alone: the owner of the database passes every policy.
func TestConditionsWithoutWalls(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	added, err := codessetup.DiagnosisCodes.Add(w.As(a.Owner), w.Log, a.ID, codessetup.Diagnosis("F41.1"))
	if err != nil {
		t.Fatal(err)
	}
	db, err := database.Open(t.Context(), w.OwnerURL, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	log := activity.New(db)
	defer log.Close()
	if _, err := codessetup.DiagnosisCodes.Get(w.As(b.Owner), log, a.ID, added.ID); err != nil {
		t.Fatalf("the walls still stand: %v", err)
	}
	ctx := w.As(b.Owner)
	if _, err := codessetup.DiagnosisCodes.Get(ctx, log, b.ID, added.ID); code(err) != problem.NotFound {
		t.Errorf("opened: %v", err)
	}
	if _, err := codessetup.DiagnosisCodes.Edit(ctx, log, b.ID, added.ID, 1, codessetup.Diagnosis("F41.0")); code(err) != problem.NotFound {
		t.Errorf("edited: %v", err)
	}
	if p, err := codessetup.DiagnosisCodes.List(ctx, log, b.ID, firstPage); err != nil || len(p.Nodes) != 0 {
		t.Errorf("listed: %v %v", p, err)
	}
	if entries, err := codessetup.DiagnosisCodes.Entries(ctx, log.Reader(), b.ID); err != nil || len(entries) != 0 {
		t.Errorf("to be copied: %v %v", entries, err)
	}
	err = log.Change(ctx, activity.Event{Account: b.ID, Code: "test"}, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		return codessetup.DiagnosisCodes.Replace(ctx, tx, b.ID, []codessetup.Row{{ID: added.ID, Version: 1, Key: "x"}})
	})
	if err == nil {
		t.Error("replaced")
	}
}

func TestReadsAreNoted(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	added, err := codessetup.DiagnosisCodes.Add(w.As(a.Owner), w.Log, a.ID, codessetup.Diagnosis("F41.1"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, collector := activity.WithCollector(w.As(a.Owner))
	if _, err := codessetup.DiagnosisCodes.List(ctx, w.Log, a.ID, firstPage); err != nil {
		t.Fatal(err)
	}
	if _, err := codessetup.DiagnosisCodes.Get(ctx, w.Log, a.ID, added.ID); err != nil {
		t.Fatal(err)
	}
	events := collector.Take()
	if len(events) != 2 || events[0].Code != "codes.listed" || events[1].Code != "codes.opened" {
		t.Fatalf("%+v", events)
	}
	for _, e := range events {
		if e.Account != a.ID || e.Section != "CODES_SETUP" || !slices.Equal(e.Entities, []uuid.UUID{added.ID}) || e.RowCount != 1 {
			t.Errorf("%+v", e)
		}
	}
}

// Many save on the same version at once: one wins, and nobody's work is lost silently.
func TestConcurrentEdits(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	added, err := codessetup.BillingCodes.Add(w.As(a.Owner), w.Log, a.ID, codessetup.Billing("A1234"))
	if err != nil {
		t.Fatal(err)
	}
	results := make([]error, 8)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() {
			_, results[i] = codessetup.BillingCodes.Edit(w.As(a.Owner), w.Log, a.ID, added.ID, 1, codessetup.With(codessetup.Billing("A1234"), func(in *codessetup.BillingCodeInput) { in.Units = i + 2 }))
		})
	}
	wg.Wait()
	saved := 0
	for _, err := range results {
		if err == nil {
			saved++
		} else if code(err) != problem.Conflict {
			t.Error(err)
		}
	}
	if now, err := codessetup.BillingCodes.Get(w.As(a.Owner), w.Log, a.ID, added.ID); saved != 1 || err != nil || now.Version != 2 {
		t.Errorf("%d saved, now %+v %v", saved, now, err)
	}
}

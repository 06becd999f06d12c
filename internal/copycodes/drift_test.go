package copycodes_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/problem"
)

func TestDrift(t *testing.T) {
	w := newWorld(t)
	talk := w.billing(w.a, "02011", "Talk", 9000)
	w.billing(w.a, "02012", "Long talk", 12000)
	w.copy(everything(w.preview(true), true))
	if got := w.drift(2, 2); got != "2 alike" {
		t.Errorf("copied just now: %s", got)
	}
	w.billing(w.a, "02010", "Entered there", 100)
	w.billing(w.b, "02013", "Entered here", 500)
	w.billing(w.a, "02014", "In both", 700)
	w.billing(w.b, "02014", "In each", 750)
	edited := codessetup.BillingCodeInput{
		Code: "02011", Description: "Talk", DefaultCharge: 9500, Units: 1, PlaceOfService: "11", BillTo: billingcode.BillToAUTOMATIC, Active: true,
	}
	_, err := codessetup.BillingCodes.Edit(w.As(w.a.Owner), w.Log, w.a.ID, talk, 1, edited)
	w.must(err)
	want := "1 alike, 2 differ, 1 only here, 1 only there; 2 defaultCharge; 1 description" +
		"; 02010 ONLY_THERE; 02011 DIFFERS defaultCharge 9000 9500; 02013 ONLY_HERE; 02014 DIFFERS description In each In both defaultCharge 750 700"
	if got := w.drift(4, 4); got != want {
		t.Errorf("%s\nnot %s", got, want)
	}
}

// drift compares the billing codes of b with those of a, and checks that both logs tell of it.
func (w *world) drift(there, here int) string {
	w.t.Helper()
	ctx, collector := activity.WithCollector(w.ctx())
	drifts, err := copycodes.Drift(ctx, w.Log, w.b.ID, w.a.ID, []codessetup.MasterFile{"BILLING_CODES"})
	w.must(err)
	events := collector.Take()
	for i, side := range []uuid.UUID{w.a.ID, w.b.ID} {
		read := []int{there, here}[i]
		if e := events[i]; e.Account != side || e.Code != "codes.drift" || e.Action != activity.Read || e.RowCount != read || len(e.Entities) != read {
			w.t.Errorf("event %+v", e)
		}
	}
	return said(drifts[0])
}

func said(d *copycodes.FileDrift) string {
	said := fmt.Sprintf("%d alike", d.Alike)
	for _, count := range []struct {
		of   int
		what string
	}{{d.Differ, "differ"}, {d.OnlyHere, "only here"}, {d.OnlyThere, "only there"}} {
		if count.of > 0 {
			said += fmt.Sprintf(", %d %s", count.of, count.what)
		}
	}
	for _, f := range d.Fields {
		said += fmt.Sprintf("; %d %s", f.Entries, f.Field)
	}
	for _, e := range d.Entries {
		said += fmt.Sprintf("; %s %s", e.Label, e.State)
		for _, f := range e.Differences {
			said += fmt.Sprintf(" %s %s %s", f.Field, f.Theirs, f.Ours)
		}
	}
	return said
}

func TestDriftIsTwoStatementsAFile(t *testing.T) {
	w := newWorld(t)
	for i := range 60 {
		w.billing(w.a, fmt.Sprintf("03%03d", i), "Talk", 9000)
	}
	statements := 0
	w.Log.Reader().Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			statements++
			return next.Query(ctx, q)
		})
	}))
	drifts, err := copycodes.Drift(w.ctx(), w.Log, w.b.ID, w.a.ID, allFiles)
	w.must(err)
	if statements != 2*len(allFiles) || len(drifts) != len(allFiles) || drifts[1].OnlyThere != 60 {
		t.Errorf("%d files by %d statements: %+v", len(drifts), statements, drifts[1])
	}
}

func TestDriftIsBehindBothWalls(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "02011", "Talk", 9000)
	w.copy(everything(w.preview(false), false))
	billing := []codessetup.MasterFile{"BILLING_CODES"}
	drifts, err := copycodes.Drift(w.As(w.b.Owner), w.Log, w.b.ID, w.a.ID, billing)
	w.must(err)
	if got := said(drifts[0]); got != "0 alike, 1 only here; 02011 ONLY_HERE" {
		t.Errorf("without the other account: %s", got)
	}
	_, err = copycodes.Drift(w.ctx(), w.Log, w.b.ID, w.b.ID, billing)
	if p := problem.As(err); p == nil || !slices.Equal(p.Path, []string{"from"}) {
		t.Errorf("with itself: %v", err)
	}
}

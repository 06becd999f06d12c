package copycodes_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

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
	w.billing(w.b, "02013", "Entered here", 500)
	w.billing(w.a, "02013", "Entered there", 700)
	if got := w.drift(); got != "2 compared: " {
		t.Errorf("copied just now: %s", got)
	}
	edited := codessetup.BillingCodeInput{
		Code: "02011", Description: "Talk", DefaultCharge: 9500, Units: 1, PlaceOfService: "11", BillTo: billingcode.BillToAUTOMATIC, Active: true,
	}
	_, err := codessetup.BillingCodes.Edit(w.As(w.a.Owner), w.Log, w.a.ID, talk, 1, edited)
	w.must(err)
	if got := w.drift(); got != "2 compared: 02011 defaultCharge 9000 9500" {
		t.Error(got)
	}
}

// drift compares all files, and checks that both logs tell of it.
func (w *world) drift() string {
	w.t.Helper()
	ctx, collector := activity.WithCollector(w.ctx())
	d, err := copycodes.Drift(ctx, w.Log, w.b.ID, w.a.ID, allFiles)
	w.must(err)
	events := collector.Take()
	for i, side := range []uuid.UUID{w.a.ID, w.b.ID} {
		if e := events[i]; e.Account != side || e.Code != "codes.drift" || e.Action != activity.Read || e.RowCount != d.Compared {
			w.t.Errorf("event %+v", e)
		}
	}
	said := fmt.Sprintf("%d compared: ", d.Compared)
	for _, e := range d.Entries {
		said += e.Label
		for _, f := range e.Differences {
			said += fmt.Sprintf(" %s %s %s", f.Field, f.Theirs, f.Ours)
		}
	}
	return said
}

func TestDriftIsBehindBothWalls(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "02011", "Talk", 9000)
	w.copy(everything(w.preview(false), false))
	d, err := copycodes.Drift(w.As(w.b.Owner), w.Log, w.b.ID, w.a.ID, allFiles)
	if err != nil || d.Compared != 0 || len(d.Entries) != 0 {
		t.Errorf("without the other account: %+v %v", d, err)
	}
	_, err = copycodes.Drift(w.ctx(), w.Log, w.b.ID, w.b.ID, allFiles)
	if p := problem.As(err); p == nil || !slices.Equal(p.Path, []string{"from"}) {
		t.Errorf("with itself: %v", err)
	}
}

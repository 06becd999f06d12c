package codessetup_test

import (
	"slices"
	"strings"
	"testing"

	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

// A billing code that a service code names is followed, and cannot be one that is not there.
func TestServiceCodesFollowTheirBillingCode(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	ctx := w.As(a.Owner)
	if _, err := codessetup.BillingCodes.Add(w.As(b.Owner), w.Log, b.ID, codessetup.Billing("B1234")); err != nil {
		t.Fatal(err)
	}
	for _, no := range []string{"A1234", "B1234", "MISSED"} {
		_, err := codessetup.ServiceCodes.Add(ctx, w.Log, a.ID, codessetup.Service("Talk", no))
		if code(err) != problem.BadUserInput || !slices.Equal(problem.As(err).Path, []string{"billingCode"}) {
			t.Errorf("%s: %v", no, err)
		}
	}
	billing, err := codessetup.BillingCodes.Add(ctx, w.Log, a.ID, codessetup.Billing("A1234"))
	if err != nil {
		t.Fatal(err)
	}
	added, err := codessetup.ServiceCodes.Add(ctx, w.Log, a.ID, codessetup.Service("Talk", "a1234"))
	if err != nil || *added.BillingCode != "A1234" {
		t.Fatalf("%+v %v", added, err)
	}
	if _, err := codessetup.ServiceCodes.Edit(ctx, w.Log, a.ID, added.ID, 1, codessetup.Service("Talk", "A9999")); code(err) != problem.BadUserInput {
		t.Errorf("edited: %v", err)
	}
	if _, err := codessetup.BillingCodes.Edit(ctx, w.Log, a.ID, billing.ID, 1, codessetup.Billing("A5678")); err != nil {
		t.Fatal(err)
	}
	if now, err := codessetup.ServiceCodes.Get(ctx, w.Log, a.ID, added.ID); err != nil || *now.BillingCode != "A5678" {
		t.Errorf("after its code changed: %+v %v", now, err)
	}
}

// By rule a template holds nothing of a client; the log does not rely on it.
func TestTemplatesStayOutOfTheLog(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	_, err := codessetup.NoteTemplates.Add(w.As(a.Owner), w.Log, a.ID, codessetup.Template("Intake", "secret"))
	if err != nil {
		t.Fatal(err)
	}
	e := last(w, a.ID)
	if body, _ := e.Changes["body"].([]any); len(body) != 1 || body[0] != "changed" || strings.Contains(e.Reason, "secret") {
		t.Errorf("%+v", e.Changes)
	}
}

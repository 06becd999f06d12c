package payments_test

import (
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/payments"
)

// A ledger that is open and that the app shows anew by itself is not opened again; one that was never
// opened is, whatever is claimed of the reading.
func TestLedgerShownAnew(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	other := l.add(l.a, "Bo", "Brown")
	owner := *l.a.Owner
	owner.SignIn = uuid.New()
	for _, step := range []struct {
		name       string
		client     *ent.Patient
		background bool
		want       string
	}{
		{"nobody opened it", l.client, true, "ledger.opened"},
		{"a person opens it", l.client, false, "ledger.opened"},
		{"it is shown anew", l.client, true, "ledger.refreshed"},
		{"another's ledger", other, true, "ledger.opened"},
	} {
		ctx, c := activity.WithCollector(activity.WithRequest(l.As(&owner), activity.Request{ID: step.name, Background: step.background}))
		must[*payments.Book](t)(payments.Ledger(ctx, l.Log, l.a.ID, step.client.ID))
		if err := l.Log.Store(ctx, c.Take()...); err != nil {
			t.Fatal(err)
		}
		if e := l.told(); e.Code != step.want || e.Clients[0] != step.client.ID {
			t.Errorf("%s: %s", step.name, e.Code)
		}
	}
}

package demo_test

import (
	"testing"

	"lanyard/internal/payments"
)

// Each account has most of a year of payments, something owed at every age, and some that went wrong.
func (w *world) checkPayments(t *testing.T) {
	for _, a := range w.practice.Accounts {
		owed, err := payments.Totals(w.As(w.viewers[a.Owner]), w.Log, a.ID)
		w.must(err)
		for _, cents := range []int64{owed.Current, owed.Over30, owed.Over60, owed.Over90} {
			if cents < 100_00 || cents > owed.Total*3/4 {
				t.Errorf("%s is owed %+v", a.ProviderName, *owed)
			}
		}
		charged := int64(w.count(`SELECT sum(charge) FROM client_sessions WHERE account_id = $1`, a.ID))
		if owed.Credit < 100_00 || owed.Total > charged/4 {
			t.Errorf("%s is owed %+v of %d", a.ProviderName, *owed, charged)
		}
		for what, within := range map[string][2]int{
			`SELECT count(*) FROM payments WHERE account_id = $1 AND payer = 'INSURANCE' AND payer_name <> ''`:     {60, 500},
			`SELECT count(*) FROM payments WHERE account_id = $1 AND payer = 'CLIENT'`:                             {60, 500},
			`SELECT count(*) FROM ledger_entries WHERE account_id = $1 AND kind = 'WRITE_OFF'`:                     {100, 900},
			`SELECT count(*) FROM ledger_entries WHERE account_id = $1 AND kind = 'REFUND'`:                        {1, 3},
			`SELECT count(*) FROM ledger_entries WHERE account_id = $1 AND kind = 'ADJUSTMENT'`:                    {1, 3},
			`SELECT count(*) FROM ledger_entries WHERE account_id = $1 AND kind = 'REVERSAL' AND payment_id <> $1`: {3, 30},
			`SELECT count(*) FROM payments WHERE account_id = $1 AND received_on > current_date`:                   {0, 0},
		} {
			if n := w.count(what, a.ID); n < within[0] || n > within[1] {
				t.Errorf("%s: %d: %s", a.ProviderName, n, what)
			}
		}
		t.Logf("%s is owed %+v of %d", a.ProviderName, *owed, charged)
	}
}

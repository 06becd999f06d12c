package payments_test

import (
	"strings"
	"testing"

	"lanyard/ent/column"
	"lanyard/internal/payments"
)

// remittance is a check that came some days ago, and what was written off of a session with it.
func (l *till) remittance(daysAgo int, amount int64, pays, off *payments.AllocationInput) payments.Received {
	in := l.check(l.client, amount, pays)
	in.ReceivedOn = column.Date(l.day(daysAgo))
	return payments.Received{PaymentInput: in, WrittenOff: []*payments.AllocationInput{off}, Reason: "Above what is allowed"}
}

func TestARecordKeptElsewhereIsPostedOnItsDays(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	first, second := l.session(l.client, 90, 100_00, 25_00), l.session(l.client, 60, 100_00, 0)
	rest := l.check(l.client, 90_00)
	rest.OldestFirst = true
	other := l.add(l.a, "Bo", "Brown")
	received := []payments.Received{
		l.remittance(50, 55_00, to(first, 55_00), to(first, 15_00)),
		{PaymentInput: l.check(other, 10_00)},
		{PaymentInput: rest},
		l.remittance(20, 10_00, to(second, 10_00), to(second, 4_00)),
	}
	if err := payments.TakeOver(l.As(l.a.Owner), l.Log, l.a.ID, received); err != nil {
		t.Fatal(err)
	}
	if e := l.told(); e.Code != "payment.posted" || e.RowCount != 4 || len(e.Entities) != 4 || len(e.Clients) != 2 {
		t.Errorf("%+v", e)
	}
	// The second pays the $5.00 that the first left of the older session, and the rest to the other.
	b := l.ledger(l.client)
	if b.Sessions[0].Owed() != 0 || b.Sessions[1].Owed() != 1_00 || b.Credit() != 0 {
		t.Errorf("due %d, credit %d", b.Due(), b.Credit())
	}
	for _, e := range b.Entries {
		if e.Kind == "WRITE_OFF" && e.Reason == "Above what is allowed" && string(e.EntryDate) != l.day(50) && string(e.EntryDate) != l.day(20) {
			t.Errorf("%+v", e.LedgerEntry)
		}
	}
}

func TestARecordKeptElsewhereIsTakenOverWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	l := newTill(t)
	s := l.session(l.client, 90, 100_00, 0)
	for words, wrong := range map[string]payments.Received{
		"owes $30.00":       l.remittance(10, 50_00, to(s, 20_00), to(s, 30_01)),
		"more than nothing": l.remittance(10, 50_00, to(s, 20_00), to(s, -1)),
		"no more can be":    l.remittance(10, 60_00, to(s, 50_01), to(s, 1)),
		"not in the future": l.remittance(-2, 50_00, to(s, 20_00), to(s, 1)),
	} {
		err := payments.TakeOver(l.As(l.a.Owner), l.Log, l.a.ID, []payments.Received{l.remittance(50, 40_00, to(s, 40_00), to(s, 10_00)), wrong})
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", words, err)
		}
	}
	l.owes(100_00, 0)
}

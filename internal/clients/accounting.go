package clients

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/disclosure"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Accounting is what a client may ask for of what was disclosed (45 CFR 164.528).
type Accounting struct {
	// Disclosures are the latest, and TotalCount how many there are.
	Disclosures []*ent.Disclosure
	TotalCount  int
	From, Until column.Date
}

// An accounting covers so many years, and holds at most so many disclosures.
const (
	accountedYears = 6
	mostAccounted  = 1000
)

// AccountingOfDisclosures gives the disclosures of a client of the past six years that are not struck
// out, the latest first. That an accounting was made is itself to be kept (164.528(d)): it is an event,
// also when it is empty.
func AccountingOfDisclosures(ctx context.Context, log *activity.Log, account, client uuid.UUID) (*Accounting, error) {
	in := database.In(ctx, account)
	if _, err := find(in, log.Reader(), account, client); err != nil {
		return nil, err
	}
	today, err := database.Today(in, log, account)
	if err != nil {
		return nil, err
	}
	now, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return nil, fmt.Errorf("read the account's day: %w", err)
	}
	a := &Accounting{From: column.DateOf(now.AddDate(-accountedYears, 0, 0)), Until: column.DateOf(now)}
	made := log.Reader().Disclosure.Query().
		Where(disclosure.AccountID(account), disclosure.ClientID(client), disclosure.DisclosedOnGTE(a.From), disclosure.Not(disclosure.HasStrike()))
	a.Disclosures, err = made.Clone().Order(latest.Order).Limit(mostAccounted).All(in)
	if a.TotalCount = len(a.Disclosures); err == nil && a.TotalCount == mostAccounted {
		a.TotalCount, err = made.Count(in)
	}
	if err != nil {
		return nil, fmt.Errorf("read the accounting of disclosures: %w", err)
	}
	e := disclosureEvent(account, "disclosure.accounted", activity.Execute)
	concernDisclosures(&e, a.Disclosures...)
	e.Clients = []uuid.UUID{client}
	return a, activity.Note(ctx, e)
}

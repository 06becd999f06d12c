package reports

import (
	"context"
	"strconv"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/page"
	"lanyard/internal/payments"
)

// AgeingReport is what clients owe, by age: a page of them, by name, and the sums over all.
type AgeingReport struct {
	Clients *page.Page[*payments.Balance]
	Total   *payments.Ages
	account uuid.UUID
}

// OwningAccount is the account to which it is owed.
func (r *AgeingReport) OwningAccount() uuid.UUID { return r.account }

// Ageing gives a page of the clients who owe something or have a credit. It fails with
// BAD_USER_INPUT for a page that cannot be.
func Ageing(ctx context.Context, log *activity.Log, account uuid.UUID, args page.Args) (*AgeingReport, error) {
	found, err := payments.Page(ctx, log, account, payments.Query{Args: args, Order: payments.ByName})
	if err != nil {
		return nil, err
	}
	total, err := payments.Sums(ctx, log, account)
	if err != nil {
		return nil, err
	}
	return &AgeingReport{found, total, account}, shown(ctx, account, ageingReport, nil, len(found.Nodes), owing(found.Nodes)...)
}

func owing(balances []*payments.Balance) []uuid.UUID {
	ids := make([]uuid.UUID, len(balances))
	for i, b := range balances {
		ids[i] = b.Client.ID
	}
	return ids
}

// ExportAgeing gives the ageing report of all clients as a file or for paper.
func ExportAgeing(ctx context.Context, log *activity.Log, account uuid.UUID, use Use) (*File, error) {
	all, err := payments.All(ctx, log, account, mostClients+1)
	if err != nil {
		return nil, err
	}
	if len(all) > mostClients {
		return nil, tooMany()
	}
	f := newFile("Number", "Client", "0 to 29 days", "30 to 59 days", "60 to 89 days", "90 days and more", "Total", "Credit")
	var total payments.Ages
	for _, b := range all {
		f.line(append([]string{strconv.Itoa(b.Client.Number), b.Client.DisplayName}, ages(b.Ages)...))
		total.Add(b.Ages)
	}
	f.Total = append([]string{"", ""}, ages(total)...)
	return f, f.leave(ctx, use, account, ageingReport, nil, owing(all)...)
}

func ages(a payments.Ages) []string {
	return dollars(a.Current, a.Over30, a.Over60, a.Over90, a.Total, a.Credit)
}

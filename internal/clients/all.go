package clients

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
)

// Find is Client for a caller that tells the log itself what it read.
func Find(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Patient, error) {
	return find(database.In(ctx, account), log.Reader(), account, id)
}

// Walk reads all of the account's clients in the order of their names, so many at a time, for a caller that
// tells the log itself what it read. An account without clients is one empty page.
func Walk(ctx context.Context, log *activity.Log, account uuid.UUID, most int, do func([]*ent.Patient) error) error {
	list := byNames(func() *ent.PatientQuery { return log.Reader().Patient.Query().Where(patient.AccountID(account)) })
	list.Most = most
	for args := (page.Args{First: most}); ; {
		p, err := page.Cut(database.In(ctx, account), args, list)
		if err != nil {
			return fmt.Errorf("read all clients: %w", err)
		}
		if err := do(p.Nodes); err != nil || !p.PageInfo().HasNextPage {
			return err
		}
		args.After = *p.PageInfo().EndCursor
	}
}

// Count is how many clients the account has.
func Count(ctx context.Context, log *activity.Log, account uuid.UUID) (int, error) {
	n, err := log.Reader().Patient.Query().Where(patient.AccountID(account)).Count(database.In(ctx, account))
	if err != nil {
		return 0, fmt.Errorf("count the clients: %w", err)
	}
	return n, nil
}

// byNames are those that match, in the order of their names.
func byNames(matching func() *ent.PatientQuery) page.Source[*ent.Patient] {
	return page.Source[*ent.Patient]{
		Key:  byName,
		Keys: func(c *ent.Patient) []string { return []string{c.LastName, c.FirstName, c.ID.String()} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.Patient, error) {
			return matching().Where(beyond).Order(byName.Order).Limit(limit).All(ctx)
		},
	}
}

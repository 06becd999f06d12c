// Package clientnames is what sections other than Clients see of a client: the number and the
// name. Each of those sections has a field of its own that gives it, over these functions.
package clientnames

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientname"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Query says which names are wanted.
type Query struct {
	// Client is the one that is wanted; nil: all.
	Client *uuid.UUID
	// Search is parts of a name in any order, or the client's number; empty: all.
	Search string
	// First is how many at most.
	First int
	// Archived tells whether clients in the archive are wanted too.
	Archived bool
}

// List reads names of the account's clients in their order, for a section that shows clients: where a
// search finds nobody, those that are spelt much like it. It
// fails with BAD_USER_INPUT for a search or a number that cannot be.
func List(ctx context.Context, log *activity.Log, account uuid.UUID, s access.Section, q Query) ([]*ent.ClientName, error) {
	found, err := q.find(ctx, log, account)
	if err != nil {
		return nil, err
	}
	ids := make([]uuid.UUID, len(found))
	for i, n := range found {
		ids[i] = n.ID
	}
	return found, log.NoteShown(ctx, activity.Event{
		Account: account, Code: "client.named", Action: activity.Read, Section: s.String(), EntityType: "Client",
		Entities: ids, Clients: ids, RowCount: len(ids),
	}, "client.refreshed")
}

// Find reads the name of a client of the account, within a change. It fails with BAD_USER_INPUT
// at the field client when the account has no such client.
func Find(ctx context.Context, tx *activity.Tx, account, id uuid.UUID) (*ent.ClientName, error) {
	name, err := tx.ClientName.Query().Where(clientname.ID(id), clientname.AccountID(account)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, Unknown()
	}
	if err != nil {
		return nil, fmt.Errorf("read the client's name: %w", err)
	}
	return name, nil
}

// Unknown tells that a client is not one of the account's.
func Unknown() error { return problem.Invalid("client", "Choose a client of this account.") }

// CheckActive refuses a client in the archive, for whom nothing new begins, at the field client.
func CheckActive(name *ent.ClientName) error {
	if name.Archived {
		return problem.Invalid("client", "This client is in the archive. Take the client back first, under Clients.")
	}
	return nil
}

func (q Query) find(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.ClientName, error) {
	if q.First < 1 || q.First > most {
		return nil, problem.Invalid("first", "Ask for 1 to %d names.", most)
	}
	matching, err := Matching(q.Search)
	if err != nil {
		return nil, err
	}
	found, err := q.read(ctx, log, account, matching)
	if len(found) > 0 || matching == nil || err != nil {
		return found, err
	}
	ids, err := similar(ctx, log, account, q.Search, q.among(account)...)
	if len(ids) == 0 || err != nil {
		return found, err
	}
	return q.read(ctx, log, account, clientname.IDIn(ids...))
}

// read reads the names that are wanted; matching is nil for all.
func (q Query) read(ctx context.Context, log *activity.Log, account uuid.UUID, matching predicate.ClientName) ([]*ent.ClientName, error) {
	where := q.among(account)
	if matching != nil {
		where = append(where, matching)
	}
	found, err := log.Reader().ClientName.Query().Where(where...).
		Order(clientname.ByDisplayName(), clientname.ByID()).Limit(q.First).All(database.PlannedAnew(database.In(ctx, account)))
	if err != nil {
		return nil, fmt.Errorf("list names of clients: %w", err)
	}
	return found, nil
}

// among are the names that are searched.
func (q Query) among(account uuid.UUID) []predicate.ClientName {
	where := []predicate.ClientName{clientname.AccountID(account)}
	if q.Client != nil {
		where = append(where, clientname.ID(*q.Client))
	}
	if !q.Archived {
		where = append(where, clientname.Archived(false))
	}
	return where
}

// most is how many names are listed at most: who does not find theirs types more of it.
const most = 50

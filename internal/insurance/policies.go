package insurance

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// PolicyQuery says which policies are wanted; nil: all.
type PolicyQuery struct {
	page.Args
	Client *uuid.UUID
}

// newest is the order of policies.
var newest = page.Key{Columns: []string{insurancepolicy.FieldID}, Descend: true}

// Policies reads a page of the account's policies, the newest first. It fails with BAD_USER_INPUT
// for a page that cannot be.
func Policies(ctx context.Context, log *activity.Log, account uuid.UUID, q PolicyQuery) (*page.Page[*ent.InsurancePolicy], error) {
	where := []predicate.InsurancePolicy{insurancepolicy.AccountID(account)}
	if q.Client != nil {
		where = append(where, insurancepolicy.ClientID(*q.Client))
	}
	in := database.In(ctx, account)
	p, err := page.Cut(in, q.Args, page.Source[*ent.InsurancePolicy]{
		Key:  newest,
		Keys: func(p *ent.InsurancePolicy) []string { return []string{p.ID.String()} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.InsurancePolicy, error) {
			return log.Reader().InsurancePolicy.Query().Where(where...).Where(beyond).Order(newest.Order).Limit(limit).WithClient().All(ctx)
		},
		Count: func(context.Context) (int, error) {
			return log.Reader().InsurancePolicy.Query().Where(where...).Count(in)
		},
	})
	if err != nil {
		return nil, fmt.Errorf("list policies: %w", err)
	}
	return p, notePolicies(ctx, log, account, "policy.listed", p.Nodes...)
}

const policyType = "InsurancePolicy"

// Policy reads one policy. It fails with NOT_FOUND for an id that this account does not have.
func Policy(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.InsurancePolicy, error) {
	p, err := findPolicy(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	return p, notePolicy(ctx, p)
}

func findPolicy(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.InsurancePolicy, error) {
	p, err := db.InsurancePolicy.Query().Where(insurancepolicy.ID(id), insurancepolicy.AccountID(account)).WithClient().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read policy: %w", err)
	}
	return p, nil
}

func notePolicy(ctx context.Context, p *ent.InsurancePolicy) error {
	e := event(p.AccountID, policyType, "policy.opened", activity.Read)
	concernPolicies(&e, p)
	return activity.Note(ctx, e)
}

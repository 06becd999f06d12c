package insurance

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/authorization"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// All reads the policies and authorizations of a client, the oldest first, for a caller that tells the
// log itself what it read.
func All(ctx context.Context, log *activity.Log, account, client uuid.UUID) ([]*ent.InsurancePolicy, []*ent.Authorization, error) {
	ctx = database.In(ctx, account)
	policies, err := log.Reader().InsurancePolicy.Query().
		Where(insurancepolicy.AccountID(account), insurancepolicy.ClientID(client)).Order(insurancepolicy.ByID()).All(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read a client's policies: %w", err)
	}
	authorizations, err := log.Reader().Authorization.Query().
		Where(authorization.AccountID(account), authorization.ClientID(client)).Order(authorization.ByFromDate(), authorization.ByID()).All(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read a client's authorizations: %w", err)
	}
	return policies, authorizations, nil
}

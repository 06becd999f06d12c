// Package insurance is the section Insurance & Authorizations: who pays for a client besides the
// client, and for how many sessions. Nothing of it is ever deleted: it is ended.
package insurance

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
)

func event(account uuid.UUID, entity, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.Insurance.String(), EntityType: entity}
}

func concernPolicies(e *activity.Event, of ...*ent.InsurancePolicy) {
	activity.About(e, of, func(p *ent.InsurancePolicy) (row, client uuid.UUID) { return p.ID, p.ClientID })
}

func concernAuthorizations(e *activity.Event, of ...*ent.Authorization) {
	activity.About(e, of, func(a *ent.Authorization) (row, client uuid.UUID) { return a.ID, a.ClientID })
}

// notePolicies records that policies were read, and with them the names of their clients.
func notePolicies(ctx context.Context, log *activity.Log, account uuid.UUID, code string, read ...*ent.InsurancePolicy) error {
	e := event(account, policyType, code, activity.Read)
	concernPolicies(&e, read...)
	return log.NoteShown(ctx, e, "policy.refreshed")
}

// noteAuthorizations records that authorizations were read, and with them the names of their clients.
func noteAuthorizations(ctx context.Context, log *activity.Log, account uuid.UUID, code string, read ...*ent.Authorization) error {
	e := event(account, authorizationType, code, activity.Read)
	concernAuthorizations(&e, read...)
	return log.NoteShown(ctx, e, "authorization.refreshed")
}

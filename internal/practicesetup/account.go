// Package practicesetup is the section Practice Setup: the accounts' own data.
package practicesetup

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/account"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Account reads one account.
func Account(ctx context.Context, log *activity.Log, id uuid.UUID) (*ent.Account, error) {
	return log.Reader().Account.Get(database.In(ctx, id), id)
}

// Email is where notices to the account's owner go.
func Email(ctx context.Context, a *ent.Account) (*string, error) {
	return &a.Email, activity.Note(ctx, event(a.ID, "practice.opened", activity.Read))
}

// Accounts reads the accounts that the viewer may enter now, in the order of the providers'
// names: the Provider drop-down. holding leaves those in which View Only is held in each section.
func Accounts(ctx context.Context, log *activity.Log, v *access.Viewer, holding []access.Section) ([]*ent.Account, error) {
	now := time.Now().UnixMicro()
	var ids []uuid.UUID
	for _, l := range v.Links {
		lacks := func(s access.Section) bool { return !access.Decide(v, l.Account, s, access.View, now) }
		if access.Member(v, l.Account, now) && !slices.ContainsFunc(holding, lacks) {
			ids = append(ids, l.Account)
		}
	}
	return log.Reader().Account.Query().Where(account.IDIn(ids...)).
		Order(account.ByProviderName(), account.ByPracticeName(), account.ByID()).All(ctx)
}

// Switch records that the viewer went from one account to another.
func Switch(ctx context.Context, log *activity.Log, to, from uuid.UUID) error {
	e := activity.Event{Account: to, Code: "account.switched", Action: activity.Execute, EntityType: "Account", Entities: []uuid.UUID{to}, Counterpart: from}
	if access.ViewerFrom(ctx).Link(from) == nil {
		e.Counterpart = uuid.Nil
		return log.Store(ctx, e)
	}
	left := e
	left.Account, left.Counterpart = from, to
	return log.Store(ctx, e, left)
}

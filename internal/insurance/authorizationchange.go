package insurance

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/authorization"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// AddAuthorization adds an authorization of a client. It fails with BAD_USER_INPUT for a field that
// is not right, also when the account has no such client or the client no such policy.
func AddAuthorization(ctx context.Context, log *activity.Log, account, client uuid.UUID, in AuthorizationInput) (*ent.Authorization, error) {
	wanted, err := in.onto(&ent.Authorization{AccountID: account, ClientID: client, Active: true})
	if err != nil {
		return nil, err
	}
	var added *ent.Authorization
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		name, err := clientnames.Find(ctx, tx, account, client)
		if err != nil {
			return err
		}
		if err := errors.Join(clientnames.CheckActive(name), findOwnPolicy(ctx, tx, wanted)); err != nil {
			return err
		}
		create := tx.Authorization.Create().SetAccountID(account).SetClientID(client)
		fillAuthorization(create.Mutation(), wanted)
		if added, err = create.Save(ctx); err != nil {
			return fmt.Errorf("add authorization: %w", err)
		}
		added.Edges.Client = name
		concernAuthorizations(e, added)
		return nil
	}
	err = log.Change(database.In(ctx, account), event(account, authorizationType, "authorization.added", activity.Create), do)
	return added, err
}

// EditAuthorization changes an authorization; how many sessions have used it is counted by the
// database. It fails as AddAuthorization does, with NOT_FOUND for an id that this account does not
// have, and with CONFLICT when the edit is based on another version than the current one.
func EditAuthorization(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in AuthorizationInput) (*ent.Authorization, error) {
	return authorizationRecord.Change(ctx, log, event(account, authorizationType, "authorization.changed", activity.Update), revision.Edit[ent.Authorization]{ID: id, Version: version, Want: in.onto})
}

// SetAuthorizationActive ends an authorization, so that no further session uses it, or takes it up
// again. It fails as EditAuthorization does.
func SetAuthorizationActive(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, active bool) (*ent.Authorization, error) {
	code := "authorization.ended"
	if active {
		code = "authorization.resumed"
	}
	e := event(account, authorizationType, code, activity.Update)
	return authorizationRecord.Change(ctx, log, e, revision.Edit[ent.Authorization]{ID: id, Version: version, Pressed: true, Want: func(current *ent.Authorization) (*ent.Authorization, error) {
		wanted := *current
		wanted.Active = active
		return &wanted, nil
	}})
}

// authorizationRecord is how authorizations are kept.
var authorizationRecord = revision.Record[ent.Authorization]{
	Called: "this authorization",
	Find: func(ctx context.Context, tx *activity.Tx, e *activity.Event, id uuid.UUID) (*ent.Authorization, error) {
		if err := tx.Lock(ctx, e.Account); err != nil {
			return nil, err
		}
		return findAuthorization(ctx, tx.Client, e.Account, id)
	},
	Version: func(a *ent.Authorization) int { return a.Version },
	Theirs:  authorizationFields.Theirs,
	Note:    noteAuthorization,
	Save:    saveAuthorization,
}

// saveAuthorization writes the fields that differ. When none does nothing is written, and the event
// says that the authorization was only looked at.
func saveAuthorization(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.Authorization) error {
	concernAuthorizations(e, current)
	if e.Changes = authorizationFields.Changed(current, wanted); len(e.Changes) == 0 {
		e.Code, e.Action = "authorization.opened", activity.Read
		return nil
	}
	if err := findOwnPolicy(ctx, tx, wanted); err != nil {
		return err
	}
	update := tx.Authorization.Update().AddVersion(1).
		Where(authorization.ID(current.ID), authorization.AccountID(e.Account), authorization.Version(current.Version))
	fillAuthorization(update.Mutation(), wanted)
	n, err := update.Save(ctx)
	if err != nil {
		return fmt.Errorf("save authorization: %w", err)
	}
	if n == 0 {
		return errors.New("save authorization: the database lets it be seen but not changed")
	}
	wanted.Version++
	return nil
}

// findOwnPolicy looks up the policy, which must be one of the client's own.
func findOwnPolicy(ctx context.Context, tx *activity.Tx, wanted *ent.Authorization) error {
	if wanted.PolicyID == nil {
		return nil
	}
	p, err := findPolicy(ctx, tx.Client, wanted.AccountID, *wanted.PolicyID)
	if problem.As(err) != nil || err == nil && p.ClientID != wanted.ClientID {
		return problem.Invalid("policy", "Choose a policy of this client.")
	}
	return err
}

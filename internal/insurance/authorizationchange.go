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
		concern(e, authorizations(added))
		return nil
	}
	err = log.Change(database.In(ctx, account), event(account, authorizationType, "authorization.added", activity.Create, nil), do)
	return added, err
}

// EditAuthorization changes an authorization; how many sessions have used it is counted by the
// database. It fails as AddAuthorization does, with NOT_FOUND for an id that this account does not
// have, and with CONFLICT when the edit is based on another version than the current one.
func EditAuthorization(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in AuthorizationInput) (*ent.Authorization, error) {
	return changeAuthorization(ctx, log, event(account, authorizationType, "authorization.changed", activity.Update, nil), authorizationEdit{id, version, in.onto})
}

// SetAuthorizationActive ends an authorization, so that no further session uses it, or takes it up
// again. It fails as EditAuthorization does.
func SetAuthorizationActive(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, active bool) (*ent.Authorization, error) {
	code := "authorization.ended"
	if active {
		code = "authorization.resumed"
	}
	e := event(account, authorizationType, code, activity.Update, nil)
	return changeAuthorization(ctx, log, e, authorizationEdit{id, version, func(current *ent.Authorization) (*ent.Authorization, error) {
		wanted := *current
		wanted.Active = active
		return &wanted, nil
	}})
}

// authorizationEdit is a change to one authorization, and the version that it is based on.
type authorizationEdit struct {
	id      uuid.UUID
	version int
	want    func(*ent.Authorization) (*ent.Authorization, error)
}

func changeAuthorization(ctx context.Context, log *activity.Log, e activity.Event, ed authorizationEdit) (*ent.Authorization, error) {
	var wanted *ent.Authorization
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		// Nobody else changes the authorization between here and the end.
		if err := tx.Lock(ctx, e.Account); err != nil {
			return err
		}
		current, err := findAuthorization(ctx, tx.Client, e.Account, ed.id)
		if err != nil {
			return err
		}
		if wanted, err = ed.want(current); err != nil {
			return err
		}
		if current.Version != ed.version {
			return errors.Join(noteAuthorization(ctx, current),
				revision.Stale("this authorization", current.Version, authorizationFields.Theirs(current, wanted)))
		}
		return saveAuthorization(ctx, tx, e, current, wanted)
	}
	if err := log.Change(database.In(ctx, e.Account), e, do); err != nil {
		return nil, err
	}
	return wanted, nil
}

// saveAuthorization writes the fields that differ. When none does nothing is written, and the event
// says that the authorization was only looked at.
func saveAuthorization(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.Authorization) error {
	concern(e, authorizations(current))
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

package insurance

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/ent/gen/ent/payer"
	"lanyard/ent/gen/ent/referringprovider"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// AddPolicy adds a policy of a client. It fails with BAD_USER_INPUT for a field that is not right,
// also when the account has no such client or payer, or the client an active policy of that rank.
func AddPolicy(ctx context.Context, log *activity.Log, account, client uuid.UUID, in PolicyInput) (*ent.InsurancePolicy, error) {
	wanted, err := in.onto(&ent.InsurancePolicy{AccountID: account, ClientID: client, Active: true})
	if err != nil {
		return nil, err
	}
	var added *ent.InsurancePolicy
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		name, err := clientnames.Find(ctx, tx, account, client)
		if err != nil {
			return err
		}
		if err := errors.Join(clientnames.CheckActive(name), findChosen(ctx, tx, new(ent.InsurancePolicy), wanted)); err != nil {
			return err
		}
		create := tx.InsurancePolicy.Create().SetAccountID(account).SetClientID(client)
		fillPolicy(create.Mutation(), wanted)
		if added, err = create.Save(ctx); err != nil {
			return policyRefused(err, wanted)
		}
		added.Edges.Client = name
		concernPolicies(e, added)
		return nil
	}
	err = log.Change(database.In(ctx, account), event(account, policyType, "policy.added", activity.Create), do)
	return added, err
}

// EditPolicy changes a policy. It fails as AddPolicy does, with NOT_FOUND for an id that this
// account does not have, and with CONFLICT when the edit is based on another version than the
// current one.
func EditPolicy(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in PolicyInput) (*ent.InsurancePolicy, error) {
	if _, err := in.onto(new(ent.InsurancePolicy)); err != nil {
		return nil, err
	}
	return policyRecord.Change(ctx, log, event(account, policyType, "policy.changed", activity.Update), revision.Edit[ent.InsurancePolicy]{ID: id, Version: version, Want: in.onto})
}

// SetPolicyActive ends a policy, so that the client can have another one of its rank, or takes it
// up again. It fails as EditPolicy does.
func SetPolicyActive(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, active bool) (*ent.InsurancePolicy, error) {
	code := "policy.ended"
	if active {
		code = "policy.resumed"
	}
	return policyRecord.Change(ctx, log, event(account, policyType, code, activity.Update), revision.Edit[ent.InsurancePolicy]{ID: id, Version: version, Pressed: true, Want: func(current *ent.InsurancePolicy) (*ent.InsurancePolicy, error) {
		wanted := *current
		wanted.Active = active
		return &wanted, nil
	}})
}

// policyRecord is how policies are kept.
var policyRecord = revision.Record[ent.InsurancePolicy]{
	Called: "this policy",
	Find: func(ctx context.Context, tx *activity.Tx, e *activity.Event, id uuid.UUID) (*ent.InsurancePolicy, error) {
		if err := tx.Lock(ctx, e.Account); err != nil {
			return nil, err
		}
		return findPolicy(ctx, tx.Client, e.Account, id)
	},
	Version: func(p *ent.InsurancePolicy) int { return p.Version },
	Theirs:  policyFields.Theirs,
	Note:    notePolicy,
	Save:    savePolicy,
}

// savePolicy writes the fields that differ. When none does nothing is written, and the event says
// that the policy was only looked at.
func savePolicy(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.InsurancePolicy) error {
	concernPolicies(e, current)
	if e.Changes = policyFields.Changed(current, wanted); len(e.Changes) == 0 {
		e.Code, e.Action = "policy.opened", activity.Read
		return nil
	}
	if err := findChosen(ctx, tx, current, wanted); err != nil {
		return err
	}
	update := tx.InsurancePolicy.Update().AddVersion(1).
		Where(insurancepolicy.ID(current.ID), insurancepolicy.AccountID(e.Account), insurancepolicy.Version(current.Version))
	fillPolicy(update.Mutation(), wanted)
	n, err := update.Save(ctx)
	if err != nil {
		return policyRefused(err, wanted)
	}
	if n == 0 {
		return errors.New("save policy: the database lets it be seen but not changed")
	}
	wanted.Version++
	return nil
}

// findChosen looks up the codes that are chosen anew: one that a policy has stays, active or not.
func findChosen(ctx context.Context, tx *activity.Tx, current, wanted *ent.InsurancePolicy) error {
	return errors.Join(findPayer(ctx, tx, current, wanted), findReferring(ctx, tx, current, wanted))
}

func findPayer(ctx context.Context, tx *activity.Tx, current, wanted *ent.InsurancePolicy) error {
	if wanted.Payer == current.Payer {
		return nil
	}
	p, err := tx.Payer.Query().Where(payer.AccountID(wanted.AccountID), payer.NaturalKey(wanted.Payer), payer.Active(true)).Only(ctx)
	if ent.IsNotFound(err) {
		return problem.Invalid("payer", choosePayer)
	}
	if err != nil {
		return fmt.Errorf("read the payer: %w", err)
	}
	wanted.PayerName = p.Name
	return nil
}

func findReferring(ctx context.Context, tx *activity.Tx, current, wanted *ent.InsurancePolicy) error {
	if wanted.ReferringProvider == nil || current.ReferringProvider != nil && *wanted.ReferringProvider == *current.ReferringProvider {
		return nil
	}
	p, err := tx.ReferringProvider.Query().
		Where(referringprovider.AccountID(wanted.AccountID), referringprovider.NaturalKey(*wanted.ReferringProvider), referringprovider.Active(true)).Only(ctx)
	if ent.IsNotFound(err) {
		return problem.Invalid("referringProvider", "Choose an active referring provider of this account.")
	}
	if err != nil {
		return fmt.Errorf("read the referring provider: %w", err)
	}
	wanted.ReferringName = &p.Name
	return nil
}

func policyRefused(err error, wanted *ent.InsurancePolicy) error {
	if constraint, _ := database.AlreadyThere(err); constraint == "policies_rank" {
		return problem.Invalid("rank", "The client has an active %s policy already. End that one first.", strings.ToLower(wanted.Rank.String()))
	}
	return fmt.Errorf("save policy: %w", err)
}

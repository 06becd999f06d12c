package clients

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/form"
	"lanyard/internal/problem"
)

// RecordDisclosure records a disclosure of a client, who may be in the archive. Sent twice with the
// same key it is recorded once. It fails with BAD_USER_INPUT for a field that is not right, also when
// the account has no such client.
func RecordDisclosure(ctx context.Context, log *activity.Log, account, client uuid.UUID, in DisclosureInput) (*ent.Disclosure, error) {
	wanted, err := in.checked(account)
	if err != nil {
		return nil, err
	}
	wanted.ClientID = client
	var recorded *ent.Disclosure
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		if _, err := clientnames.Find(ctx, tx, account, client); err != nil {
			return err
		}
		if recorded, err = recordedBefore(ctx, tx, account, e, wanted); recorded != nil || err != nil {
			return err
		}
		recorded, err = tx.Disclosure.Create().SetID(wanted.ID).SetAccountID(account).SetClientID(client).
			SetDisclosedOn(wanted.DisclosedOn).SetRecipient(wanted.Recipient).SetAddress(wanted.Address).
			SetWhat(wanted.What).SetPurpose(wanted.Purpose).SetRecordedBy(access.ViewerFrom(ctx).Name).Save(ctx)
		if err != nil {
			return fmt.Errorf("record disclosure: %w", err)
		}
		concernDisclosures(e, recorded)
		return nil
	}
	err = log.Change(database.In(ctx, account), disclosureEvent(account, "disclosure.recorded", activity.Create), do)
	return recorded, err
}

// recordedBefore gives what the form recorded when it was sent before: then nothing is written, and
// the disclosure only shown.
func recordedBefore(ctx context.Context, tx *activity.Tx, account uuid.UUID, e *activity.Event, wanted *ent.Disclosure) (*ent.Disclosure, error) {
	there, err := findDisclosure(ctx, tx.Client, account, wanted.ID)
	if p := problem.As(err); p != nil && p.Code == problem.NotFound {
		return nil, nil //nolint:nilnil // none was recorded
	}
	if err != nil {
		return nil, err
	}
	if !isSameDisclosure(there, wanted) {
		return nil, problem.New(problem.Conflict, "This form was sent already, with other values. Look at the disclosures, and begin a new one.")
	}
	e.Code, e.Action = "disclosure.listed", activity.Read
	concernDisclosures(e, there)
	return there, nil
}

func isSameDisclosure(a, b *ent.Disclosure) bool {
	return a.ClientID == b.ClientID && a.DisclosedOn == b.DisclosedOn && a.Recipient == b.Recipient &&
		a.Address == b.Address && a.What == b.What && a.Purpose == b.Purpose
}

// StrikeDisclosure strikes out a disclosure, for a reason. It fails with BAD_USER_INPUT without a
// reason and for one that is struck out already, and with NOT_FOUND for an id that this account does
// not have.
func StrikeDisclosure(ctx context.Context, log *activity.Log, account, id uuid.UUID, reason string) (*ent.Disclosure, error) {
	var c form.Checks
	reason = c.Needed("reason", c.Text("reason", &reason, maxDisclosureText), "Say why it is wrong.")
	if c.Fault() != nil {
		return nil, c.Fault()
	}
	var struck *ent.Disclosure
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) (err error) {
		if struck, err = findDisclosure(ctx, tx.Client, account, id); err != nil {
			return err
		}
		concernDisclosures(e, struck)
		if struck.Edges.Strike != nil {
			return errStruck()
		}
		struck.Edges.Strike, err = tx.DisclosureStrike.Create().SetAccountID(account).SetDisclosureID(id).
			SetReason(reason).SetStruckBy(access.ViewerFrom(ctx).Name).Save(ctx)
		if _, twice := database.AlreadyThere(err); twice {
			return errStruck()
		}
		if err != nil {
			return fmt.Errorf("strike out disclosure: %w", err)
		}
		return nil
	}
	err := log.Change(database.In(ctx, account), disclosureEvent(account, "disclosure.struck", activity.Update), do)
	return struck, err
}

func errStruck() error {
	return problem.Invalid("id", "This disclosure is struck out already.")
}

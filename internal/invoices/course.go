package invoices

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/activity"
	"lanyard/internal/form"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// courses are the statuses that an invoice may have next. What is void stays void.
var courses = map[invoice.Status][]invoice.Status{
	invoice.StatusGENERATED: {invoice.StatusSUBMITTED, invoice.StatusVOID},
	invoice.StatusSUBMITTED: {invoice.StatusACCEPTED, invoice.StatusREJECTED, invoice.StatusVOID},
	invoice.StatusACCEPTED:  {invoice.StatusVOID},
	invoice.StatusREJECTED:  {invoice.StatusSUBMITTED, invoice.StatusVOID},
}

// statusCodes are the events of each status.
var statusCodes = map[invoice.Status]string{
	invoice.StatusSUBMITTED: "invoice.submitted", invoice.StatusACCEPTED: "invoice.accepted",
	invoice.StatusREJECTED: "invoice.rejected", invoice.StatusVOID: "invoice.voided",
}

// words are the statuses in sentences.
var words = map[invoice.Status]string{
	invoice.StatusGENERATED: "not submitted yet", invoice.StatusSUBMITTED: "submitted", invoice.StatusACCEPTED: "accepted",
	invoice.StatusREJECTED: "rejected", invoice.StatusVOID: "void",
}

// maxReason is the most characters of a reason.
const maxReason = 500

// MarkInvoice says what became of an invoice. A void one frees its sessions. It fails with
// NOT_FOUND for an id that this account does not have, with BAD_USER_INPUT for what cannot come next,
// and with CONFLICT when the change is based on another version than the current one.
func MarkInvoice(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, status invoice.Status, reason *string) (*ent.Invoice, error) {
	code, ok := statusCodes[status]
	if !ok {
		return nil, problem.Invalid("as", "An invoice is generated once.")
	}
	var c form.Checks
	why := c.Line("reason", reason, maxReason)
	if status == invoice.StatusREJECTED || status == invoice.StatusVOID {
		why = c.Needed("reason", why, "Say why.")
	}
	if err := c.Fault(); err != nil {
		return nil, err
	}
	return change(ctx, log, event(account, code, activity.Update), id, version, func(i *ent.Invoice) error {
		if err := mayBecome(i, status); err != nil {
			return err
		}
		i.Status, i.StatusReason = status, why
		return nil
	})
}

func mayBecome(i *ent.Invoice, next invoice.Status) error {
	switch {
	case i.Status == invoice.StatusVOID:
		return problem.Invalid("as", "What is void stays void. Invoice its sessions again.")
	case i.Kind == invoice.KindINVOICE && (next == invoice.StatusACCEPTED || next == invoice.StatusREJECTED):
		return problem.Invalid("as", "Only a claim is accepted or rejected.")
	case !slices.Contains(courses[i.Status], next):
		return problem.Invalid("as", "Number %d is %s: it cannot be marked as %s.", i.Number, words[i.Status], words[next])
	case i.Held && next == invoice.StatusSUBMITTED:
		return problem.Invalid("as", "Number %d is held. Release it first.", i.Number)
	}
	return nil
}

// HoldInvoice holds an invoice back, so that it is not submitted, or releases it. It fails as
// MarkInvoice does.
func HoldInvoice(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, held bool) (*ent.Invoice, error) {
	code := "invoice.released"
	if held {
		code = "invoice.held"
	}
	return change(ctx, log, event(account, code, activity.Update), id, version, func(i *ent.Invoice) error {
		if i.Status == invoice.StatusVOID {
			return problem.Invalid("held", "What is void is not held.")
		}
		i.Held = held
		return nil
	})
}

var fields = revision.Fields[ent.Invoice]{
	{Name: "status", Of: func(i *ent.Invoice) any { return i.Status }},
	{Name: "statusReason", Of: func(i *ent.Invoice) any { return i.StatusReason }},
	{Name: "held", Of: func(i *ent.Invoice) any { return i.Held }},
}

// change edits an invoice. That something cannot come next is only told of the version that was seen.
func change(ctx context.Context, log *activity.Log, e activity.Event, id uuid.UUID, version int, edit func(*ent.Invoice) error) (*ent.Invoice, error) {
	record := revision.Record[ent.Invoice]{
		Called:  "this invoice",
		Find:    findLocked,
		Version: func(i *ent.Invoice) int { return i.Version },
		Theirs:  fields.Theirs,
		Note: func(ctx context.Context, current *ent.Invoice) error {
			return note(ctx, current.AccountID, "invoice.opened", current)
		},
		Save: func(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.Invoice) error {
			if err := edit(wanted); err != nil {
				return err
			}
			concern(e, current)
			return save(ctx, tx, e, current, wanted)
		},
	}
	return record.Change(ctx, log, e, revision.Edit[ent.Invoice]{ID: id, Version: version, Pressed: true, Want: func(current *ent.Invoice) (*ent.Invoice, error) {
		wanted := *current
		return &wanted, nil
	}})
}

func findLocked(ctx context.Context, tx *activity.Tx, e *activity.Event, id uuid.UUID) (*ent.Invoice, error) {
	if err := tx.Lock(ctx, e.Account); err != nil {
		return nil, err
	}
	return find(ctx, tx.Client, e.Account, id)
}

// save writes what differs. When nothing does nothing is written, and the event says that the
// invoice was only looked at.
func save(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.Invoice) error {
	if len(fields.Theirs(current, wanted)) == 0 {
		e.Code, e.Action = "invoice.opened", activity.Read
		return nil
	}
	n, err := tx.Invoice.Update().Where(invoice.ID(current.ID), invoice.AccountID(e.Account), invoice.Version(current.Version)).AddVersion(1).
		SetStatus(wanted.Status).SetStatusReason(wanted.StatusReason).SetHeld(wanted.Held).Save(ctx)
	if err != nil {
		return fmt.Errorf("save invoice: %w", err)
	}
	if n == 0 {
		return errors.New("save invoice: the database lets it be seen but not changed")
	}
	wanted.Version++
	return nil
}

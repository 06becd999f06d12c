package clientsessions

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// Made says what a new session is of.
type Made struct {
	Client uuid.UUID
	// Appointment is the one that it is made of; nil: none.
	Appointment *uuid.UUID
}

// AddClientSession adds a session. One that is made of an appointment says that it was kept, where
// the viewer may change the calendar. It fails with BAD_USER_INPUT for a field that is not right,
// also when the account has no such client, code or appointment, and for a second session of an
// appointment.
func AddClientSession(ctx context.Context, log *activity.Log, account uuid.UUID, of Made, in ClientSessionInput) (*Saved, error) {
	saved := &Saved{}
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := of.check(ctx, tx, account); err != nil {
			return err
		}
		codes, err := offer(ctx, tx, account, in)
		if err != nil {
			return err
		}
		wanted, err := codes.want(in, &ent.ClientSession{AccountID: account, ClientID: of.Client})
		if err != nil {
			return err
		}
		create := tx.ClientSession.Create().SetAccountID(account).SetClientID(of.Client).SetNillableAppointmentID(of.Appointment)
		fill(create.Mutation(), wanted)
		added, err := create.Save(ctx)
		if err != nil {
			return refused(err)
		}
		concern(e, added)
		return saved.read(ctx, tx, added)
	}
	if err := log.Change(database.In(ctx, account), event(account, "session.added", activity.Create), do); err != nil {
		return nil, err
	}
	return saved, saved.note(ctx)
}

func (of Made) check(ctx context.Context, tx *activity.Tx, account uuid.UUID) error {
	name, err := clientnames.Find(ctx, tx, account, of.Client)
	if err != nil {
		return err
	}
	if err := clientnames.CheckActive(name); err != nil || of.Appointment == nil {
		return err
	}
	a, err := calendar.Keep(ctx, tx, account, *of.Appointment)
	if err == nil && a.ClientID != of.Client {
		return problem.Invalid("appointment", "This appointment is another client's.")
	}
	return err
}

// EditClientSession changes a session that is open. It fails as AddClientSession does, with
// NOT_FOUND for an id that this account does not have, and with CONFLICT when the edit is based on
// another version than the current one.
func EditClientSession(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in ClientSessionInput) (*Saved, error) {
	saved := &Saved{}
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		current, err := open(ctx, tx, account, id)
		if err != nil {
			return err
		}
		codes, err := offer(ctx, tx, account, in)
		if err != nil {
			return err
		}
		wanted, err := codes.want(in, current)
		if err != nil {
			return err
		}
		if current.Version != version {
			return conflict(ctx, current, wanted)
		}
		concern(e, current)
		if e.Changes = fields.Changed(current, wanted); len(e.Changes) == 0 {
			e.Code, e.Action = "session.opened", activity.Read
			return saved.read(ctx, tx, current)
		}
		return saved.write(ctx, tx, current, func(m *ent.ClientSessionMutation) { fill(m, wanted) })
	}
	if err := log.Change(database.In(ctx, account), event(account, "session.changed", activity.Update), do); err != nil {
		return nil, err
	}
	return saved, saved.note(ctx)
}

// VoidClientSession takes a session out of what is billed, for good; the log says why. It fails as
// EditClientSession does.
func VoidClientSession(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, why VoidReason) (*Saved, error) {
	if !why.known() {
		return nil, problem.Invalid("reason", "This is not one of the values.")
	}
	saved := &Saved{}
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		current, err := open(ctx, tx, account, id)
		if err != nil {
			return err
		}
		if current.Version != version {
			return conflict(ctx, current, nil)
		}
		concern(e, current)
		e.Changes = map[string]any{"status": []any{current.Status, clientsession.StatusVOID}, "reason": []any{nil, why}}
		return saved.write(ctx, tx, current, func(m *ent.ClientSessionMutation) { m.SetStatus(clientsession.StatusVOID) })
	}
	if err := log.Change(database.In(ctx, account), event(account, "session.voided", activity.Update), do); err != nil {
		return nil, err
	}
	return saved, saved.note(ctx)
}

// open finds a session that may still be changed; nobody else changes it until the end.
func open(ctx context.Context, tx *activity.Tx, account, id uuid.UUID) (*ent.ClientSession, error) {
	if err := tx.Lock(ctx, account); err != nil {
		return nil, err
	}
	s, err := find(ctx, tx.Client, account, id)
	if err != nil {
		return nil, err
	}
	switch s.Status {
	case clientsession.StatusVOID:
		return nil, errVoid()
	case clientsession.StatusINVOICED:
		return nil, errInvoiced()
	default:
		return s, nil
	}
}

func (s *Saved) write(ctx context.Context, tx *activity.Tx, current *ent.ClientSession, set func(*ent.ClientSessionMutation)) error {
	update := tx.ClientSession.Update().AddVersion(1).
		Where(clientsession.ID(current.ID), clientsession.AccountID(current.AccountID), clientsession.Version(current.Version))
	set(update.Mutation())
	n, err := update.Save(ctx)
	if err != nil {
		return refused(err)
	}
	if n == 0 {
		return errors.New("save client session: the database lets it be seen but not changed")
	}
	return s.read(ctx, tx, current)
}

const called = "this client session"

// conflict tells the current values of the fields that differ, and of all where wanted is nil, which
// is a reading of the session.
func conflict(ctx context.Context, current, wanted *ent.ClientSession) error {
	if err := note(ctx, current.AccountID, "session.opened", current); err != nil {
		return err
	}
	theirs := fields.Theirs(current, wanted)
	if wanted == nil {
		return revision.StalePress(called, current.Version, theirs)
	}
	return revision.Stale(called, current.Version, theirs)
}

// refused turns what the database refuses into sentences.
func refused(err error) error {
	if constraint, _ := database.AlreadyThere(err); constraint == "clientsession_appointment_id" {
		return problem.Invalid("appointment", "This appointment has a client session already.")
	}
	switch constraint, _ := database.NotThere(err); constraint {
	case "sessions_client_of_account", "client_sessions_client_names_client":
		return clientnames.Unknown()
	}
	switch database.Refusal(err) {
	case database.Overpaid:
		return problem.Invalid("charge", "More is paid for this session than that. Under Payments & Balances, take payments of it back first.")
	case database.Invoiced:
		return errInvoiced()
	case database.Voided:
		return errVoid()
	}
	return fmt.Errorf("save client session: %w", err)
}

func errInvoiced() error {
	return problem.New(problem.BadUserInput, "An invoice holds this session. Void the invoice first, under Invoices & Claims.")
}

func errVoid() error {
	return problem.New(problem.BadUserInput, "This session is void, and stays so. Add a new one instead.")
}

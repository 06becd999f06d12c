// Package calendar is the section Calendar: the appointments of the provider. An appointment is
// never deleted: it is cancelled.
package calendar

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// The longest range of days that is listed, and the most appointments in it.
const (
	maxRange = 366 * 24 * time.Hour
	maxRows  = 1000
)

// List reads the appointments that start from one moment until before another, in the order of
// their start: all, or those of one client. It fails with BAD_USER_INPUT for a range that cannot be, or that holds too many.
func List(ctx context.Context, log *activity.Log, account uuid.UUID, client *uuid.UUID, from, until time.Time) ([]*ent.Appointment, error) {
	found, err := Within(ctx, log, account, client, from, until)
	if err != nil {
		return nil, err
	}
	return found, note(ctx, account, "appointment.listed", found...)
}

// Within is List for a caller that tells the log itself what it read.
func Within(ctx context.Context, log *activity.Log, account uuid.UUID, client *uuid.UUID, from, until time.Time) ([]*ent.Appointment, error) {
	if err := checkRange(from, until); err != nil {
		return nil, err
	}
	where := []predicate.Appointment{appointment.AccountID(account), appointment.StartGTE(from), appointment.StartLT(until)}
	if client != nil {
		where = append(where, appointment.ClientID(*client))
	}
	found, err := log.Reader().Appointment.Query().Where(where...).
		Order(appointment.ByStart(), appointment.ByID()).Limit(maxRows + 1).WithClient().WithService().All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("list appointments: %w", err)
	}
	if len(found) > maxRows {
		return nil, problem.Invalid("until", "There are more than %d appointments in this time. Ask for fewer days.", maxRows)
	}
	return found, nil
}

func checkRange(from, until time.Time) error {
	switch {
	case !until.After(from):
		return problem.Invalid("until", "The end comes after the beginning.")
	case until.Sub(from) > maxRange:
		return problem.Invalid("until", "Ask for at most 366 days.")
	}
	return nil
}

// All reads all appointments of a client in the order of their start, for a caller that tells the log
// itself what it read.
func All(ctx context.Context, log *activity.Log, account, client uuid.UUID) ([]*ent.Appointment, error) {
	all, err := log.Reader().Appointment.Query().Where(appointment.AccountID(account), appointment.ClientID(client)).
		Order(appointment.ByStart(), appointment.ByID()).WithService().All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read a client's appointments: %w", err)
	}
	return all, nil
}

// Appointment reads one appointment. It fails with NOT_FOUND for an id that this account does
// not have.
func Appointment(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Appointment, error) {
	a, err := find(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	return a, note(ctx, account, "appointment.opened", a)
}

func find(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.Appointment, error) {
	a, err := db.Appointment.Query().Where(appointment.ID(id), appointment.AccountID(account)).WithClient().WithService().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read appointment: %w", err)
	}
	return a, nil
}

// note records that appointments were read, and with them the names of their clients.
func note(ctx context.Context, account uuid.UUID, code string, read ...*ent.Appointment) error {
	e := event(account, code, activity.Read)
	concern(&e, read...)
	return activity.Note(ctx, e)
}

func event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.Calendar.String(), EntityType: "Appointment"}
}

// concern says which appointments and which clients an event is about.
func concern(e *activity.Event, of ...*ent.Appointment) {
	activity.About(e, of, func(one *ent.Appointment) (row, client uuid.UUID) { return one.ID, one.ClientID })
}

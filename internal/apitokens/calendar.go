package apitokens

import (
	"context"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/globalid"
)

// CalendarInput is a new address of a calendar.
type CalendarInput struct {
	Account globalid.ID
	// Name is that of the program or the device.
	Name string
	// Names asks for the names of clients, which leave the app then.
	Names         bool
	ExpiresInDays int
}

// CreateCalendar makes the secret of a calendar's address. Who wants the names of clients in it must be able to
// take them out of the app.
func CreateCalendar(ctx context.Context, log *activity.Log, in CalendarInput) (*Token, string, error) {
	wanted := &Wanted{Account: in.Account, Levels: []*access.SectionLevel{{Section: access.Calendar, Level: access.View}}}
	kind, purpose := Calendar, "Times of appointments, for a calendar program"
	if in.Names {
		kind, purpose = CalendarWithNames, "Appointments with the names of clients, for a calendar program"
		wanted.Levels = append(wanted.Levels, &access.SectionLevel{Section: access.Reports, Level: access.Full})
	}
	return Create(ctx, log, Input{Name: in.Name, Purpose: purpose, ExpiresInDays: in.ExpiresInDays, Accounts: []*Wanted{wanted}, kind: kind})
}

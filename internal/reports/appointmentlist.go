package reports

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/database"
)

// ExportAppointments gives the appointments of the days as a file or for paper: all, or those of one
// client. It fails with BAD_USER_INPUT for days that cannot be.
func ExportAppointments(ctx context.Context, log *activity.Log, account uuid.UUID, d Days, client *uuid.UUID, use Use) (*File, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	zone, err := zoneOf(ctx, log, account)
	if err != nil {
		return nil, err
	}
	from, until, err := d.moments(zone)
	if err != nil {
		return nil, err
	}
	found, err := calendar.Within(ctx, log, account, client, from, until)
	if err != nil {
		return nil, err
	}
	f := newFile(append([]string{"Number", "Client"}, appointmentHeadings...)...)
	named := make([]uuid.UUID, len(found))
	for i, a := range found {
		f.line(append([]string{strconv.Itoa(a.Edges.Client.Number), a.Edges.Client.DisplayName}, appointmentCells(a, zone)...))
		named[i] = a.ClientID
	}
	return f, f.leave(ctx, use, account, appointmentList, &d, distinct(named)...)
}

var appointmentHeadings = []string{"Day", "Time", "Minutes", "Service", "Billing code", "Place", "Status"}

func appointmentCells(a *ent.Appointment, zone *time.Location) []string {
	service, code := "", ""
	if a.Edges.Service != nil {
		service = a.Edges.Service.Name
	}
	if a.ServiceCode != nil {
		code = *a.ServiceCode
	}
	at := a.Start.In(zone)
	return []string{at.Format(time.DateOnly), at.Format("15:04"), strconv.Itoa(a.Minutes), service, code, a.Location, plain(string(a.Status))}
}

// zoneOf is the account's time zone.
func zoneOf(ctx context.Context, log *activity.Log, account uuid.UUID) (*time.Location, error) {
	a, err := log.Reader().Account.Get(database.In(ctx, account), account)
	if err != nil {
		return nil, fmt.Errorf("read the account's time zone: %w", err)
	}
	zone, err := time.LoadLocation(a.TimeZone)
	if err != nil {
		return nil, fmt.Errorf("load the account's time zone: %w", err)
	}
	return zone, nil
}

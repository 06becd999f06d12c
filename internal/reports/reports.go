// Package reports is the section Reports & Exports: sums over the other sections' records. It has no
// rows of its own; each report also needs the section that its figures are of, and the walls of that
// section's tables hold here too.
package reports

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// The reports, by what the log calls them.
const (
	incomeReport   = "IncomeReport"
	sessionsReport = "SessionsReport"
	ageingReport   = "AgeingReport"
	clientList     = "ClientList"

	clientStatement = "Statement"
	sessionList     = "SessionList"
	appointmentList = "AppointmentList"
	clientRecord    = "ClientRecord"
)

// told is the event of a report that was shown, or left the app.
func told(account uuid.UUID, code string, action activity.Action, report string, d *Days, rows int, named ...uuid.UUID) activity.Event {
	e := activity.Event{
		Account: account, Code: code, Action: action, Section: access.Reports.String(),
		EntityType: report, RowCount: rows, Clients: named,
	}
	if d != nil {
		e.Changes = map[string]any{"from": []any{nil, string(d.From)}, "until": []any{nil, string(d.Until)}}
	}
	return e
}

// shown records that a report was run.
func shown(ctx context.Context, account uuid.UUID, report string, d *Days, rows int, named ...uuid.UUID) error {
	return activity.Note(ctx, told(account, "report.run", activity.Read, report, d, rows, named...))
}

// collect reads the rows of a report, by the columns' order.
func collect[T any](ctx context.Context, log *activity.Log, account uuid.UUID, query string, args ...any) ([]*T, error) {
	rows, err := log.Query(database.In(ctx, account), query, args...)
	if err != nil {
		return nil, fmt.Errorf("run a report: %w", err)
	}
	found, err := pgx.CollectRows(rows, pgx.RowToAddrOfStructByPos[T])
	if err != nil {
		return nil, fmt.Errorf("read a report: %w", err)
	}
	return found, nil
}

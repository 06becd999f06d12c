package reports

import (
	"context"
	"strconv"

	"github.com/google/uuid"

	"lanyard/internal/activity"
)

// SessionsReport is the client sessions of some days by billing code, the most frequent first.
type SessionsReport struct {
	Rows  []*SessionsRow
	Total *SessionsRow
}

// OwningAccount is the account whose sessions they are.
func (r *SessionsReport) OwningAccount() uuid.UUID { return r.Total.Account }

// SessionsRow is the client sessions of one billing code; void ones do not count.
type SessionsRow struct {
	Account     uuid.UUID
	BillingCode string
	// Description is the code's as it is now.
	Description              string
	Sessions, Units, Clients int64
	// Charges is in cents.
	Charges int64
}

// OwningAccount is the account whose sessions they are.
func (r *SessionsRow) OwningAccount() uuid.UUID { return r.Account }

// The first row is of all codes: a client who had sessions of several counts once in it.
const sessionsQuery = `
	SELECT $1::uuid, coalesce(s.billing_code, ''), CASE grouping(s.billing_code) WHEN 0 THEN coalesce(max(c.description), '') ELSE '' END,
		count(s.id), coalesce(sum(s.units), 0)::bigint, count(DISTINCT s.client_id), coalesce(sum(s.charge), 0)::bigint
	FROM client_sessions s LEFT JOIN billing_codes c ON c.account_id = s.account_id AND c.natural_key = s.billing_code
	WHERE s.account_id = $1 AND s.service_date BETWEEN $2 AND $3 AND s.status <> 'VOID'
	GROUP BY GROUPING SETS ((), (s.billing_code)) ORDER BY grouping(s.billing_code) DESC, count(s.id) DESC, s.billing_code`

// SessionsByCode gives the client sessions of the days by billing code. It fails with BAD_USER_INPUT
// for days that cannot be.
func SessionsByCode(ctx context.Context, log *activity.Log, account uuid.UUID, d Days) (*SessionsReport, error) {
	r, err := sessions(ctx, log, account, d)
	if err != nil {
		return nil, err
	}
	return r, shown(ctx, account, sessionsReport, &d, len(r.Rows))
}

func sessions(ctx context.Context, log *activity.Log, account uuid.UUID, d Days) (*SessionsReport, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	rows, err := collect[SessionsRow](ctx, log, account, sessionsQuery, account, d.From, d.Until)
	if err != nil {
		return nil, err
	}
	return &SessionsReport{rows[1:], rows[0]}, nil
}

// ExportSessionsByCode gives the report of sessions as a file or for paper.
func ExportSessionsByCode(ctx context.Context, log *activity.Log, account uuid.UUID, d Days, use Use) (*File, error) {
	r, err := sessions(ctx, log, account, d)
	if err != nil {
		return nil, err
	}
	f := newFile("Billing code", "Description", "Client sessions", "Units", "Clients", "Charged")
	for _, row := range r.Rows {
		f.line(row.cells())
	}
	f.Total = r.Total.cells()
	return f, f.leave(ctx, use, account, sessionsReport, &d)
}

func (r *SessionsRow) cells() []string {
	cells := []string{r.BillingCode, r.Description}
	for _, n := range []int64{r.Sessions, r.Units, r.Clients} {
		cells = append(cells, strconv.FormatInt(n, 10))
	}
	return append(cells, dollars(r.Charges)...)
}

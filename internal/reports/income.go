package reports

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// IncomeReport is the money of some days by period, the first period first.
type IncomeReport struct {
	Rows  []*IncomeRow
	Total *IncomeRow
	// ByType is the part of it that has payment types.
	ByType []*IncomeOfType
}

// OwningAccount is the account whose money it is.
func (r *IncomeReport) OwningAccount() uuid.UUID { return r.Total.Account }

// IncomeRow is the money of one period, in cents.
type IncomeRow struct {
	Account uuid.UUID
	// Days are those of the period that the report is about.
	Days
	// Charges are the fees of the client sessions.
	Charges int64
	// ByClients, ByInsurance and ByOthers are payments.
	ByClients, ByInsurance, ByOthers int64
	Refunds                          int64
	// WrittenOff are write-offs and adjustments: what will not be paid.
	WrittenOff int64
	// Income is all payments less the refunds.
	Income int64
}

// OwningAccount is the account whose money it is.
func (r *IncomeRow) OwningAccount() uuid.UUID { return r.Account }

func (r *IncomeRow) add(o *IncomeRow) {
	r.Charges += o.Charges
	r.ByClients += o.ByClients
	r.ByInsurance += o.ByInsurance
	r.ByOthers += o.ByOthers
	r.Refunds += o.Refunds
	r.WrittenOff += o.WrittenOff
	r.Income += o.Income
}

// What a session is charged, and what is paid at it, is of the session's day: a change of the session
// takes back what it replaces, and neither counts. All else that is taken back is, with its kind, of
// the day on which it is. Periods without any entry are rows of zeros.
const incomeQuery = `
	WITH entries AS (
		SELECT date_trunc($4, e.entry_date::timestamp) AS period, e.amount, coalesce(taken.kind, e.kind) AS kind, coalesce(p.payer, 'CLIENT') AS payer
		FROM ledger_entries e
			LEFT JOIN ledger_entries taken ON taken.account_id = $1 AND taken.id = e.reverses_id
			LEFT JOIN ledger_entries back ON back.account_id = $1 AND back.reverses_id = e.id
			LEFT JOIN payments p ON p.account_id = $1 AND p.id = e.payment_id
		WHERE e.account_id = $1 AND e.entry_date BETWEEN $2 AND $3 AND NOT (
			coalesce(taken.kind, e.kind) IN ('CHARGE', 'PAYMENT') AND e.payment_id IS NULL AND coalesce(taken.id, back.id) IS NOT NULL))
	SELECT $1::uuid, greatest(s.period::date, $2::date), least((s.period + $5::text::interval)::date - 1, $3::date),
		coalesce(sum(amount) FILTER (WHERE kind = 'CHARGE'), 0)::bigint,
		coalesce(-sum(amount) FILTER (WHERE kind = 'PAYMENT' AND payer = 'CLIENT'), 0)::bigint,
		coalesce(-sum(amount) FILTER (WHERE kind = 'PAYMENT' AND payer = 'INSURANCE'), 0)::bigint,
		coalesce(-sum(amount) FILTER (WHERE kind = 'PAYMENT' AND payer = 'OTHER'), 0)::bigint,
		coalesce(sum(amount) FILTER (WHERE kind = 'REFUND'), 0)::bigint,
		coalesce(-sum(amount) FILTER (WHERE kind IN ('WRITE_OFF', 'ADJUSTMENT')), 0)::bigint,
		coalesce(-sum(amount) FILTER (WHERE kind IN ('PAYMENT', 'REFUND')), 0)::bigint
	FROM generate_series(date_trunc($4, $2::date::timestamp), $3::date::timestamp, $5::text::interval) AS s(period) LEFT JOIN entries e ON e.period = s.period
	GROUP BY s.period ORDER BY s.period`

// Income gives the money of each period that has one of the days. It fails with BAD_USER_INPUT for
// days that cannot be.
func Income(ctx context.Context, log *activity.Log, account uuid.UUID, d Days, by Period) (*IncomeReport, error) {
	r, err := income(ctx, log, account, d, by)
	if err != nil {
		return nil, err
	}
	if r.ByType, err = incomeByType(ctx, log, account, d); err != nil {
		return nil, err
	}
	return r, shown(ctx, account, incomeReport, &d, len(r.Rows))
}

func income(ctx context.Context, log *activity.Log, account uuid.UUID, d Days, by Period) (*IncomeReport, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	step, ok := steps[by]
	if !ok {
		return nil, problem.Invalid("by", "This is not one of the values.")
	}
	rows, err := collect[IncomeRow](ctx, log, account, incomeQuery, account, d.From, d.Until, step.unit, step.length)
	if err != nil {
		return nil, err
	}
	r := &IncomeReport{Rows: rows, Total: &IncomeRow{Account: account, Days: d}}
	for _, row := range rows {
		r.Total.add(row)
	}
	return r, nil
}

// ExportIncome gives the income report as a file or for paper.
func ExportIncome(ctx context.Context, log *activity.Log, account uuid.UUID, d Days, by Period, use Use) (*File, error) {
	r, err := income(ctx, log, account, d, by)
	if err != nil {
		return nil, err
	}
	f := newFile("From", "Until", "Charged", "Paid by clients", "Paid by insurances", "Paid by others", "Refunded", "Written off", "Income")
	for _, row := range r.Rows {
		f.line(row.cells())
	}
	f.Total = r.Total.cells()
	return f, f.leave(ctx, use, account, incomeReport, &d)
}

func (r *IncomeRow) cells() []string {
	cells := []string{string(r.From), string(r.Until)}
	return append(cells, dollars(r.Charges, r.ByClients, r.ByInsurance, r.ByOthers, r.Refunds, r.WrittenOff, r.Income)...)
}

package reports

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/internal/activity"
)

// IncomeOfType is what write-offs, adjustments or refunds of one payment type add to what is owed, in
// cents.
type IncomeOfType struct {
	Account uuid.UUID
	Kind    ledgerentry.Kind
	// Code is empty for those of no payment type. Label is the last of the names that it had.
	Code, Label string
	// Entries is how many, less those that were taken back in these days.
	Entries int
	Amount  int64
}

// OwningAccount is the account whose money it is.
func (t *IncomeOfType) OwningAccount() uuid.UUID { return t.Account }

// What is taken back is of the type of what it takes back, on the day on which it is.
const byTypeQuery = `
	SELECT $1::uuid, kind, code, label, entries, amount FROM (
		SELECT coalesce(taken.kind, e.kind) AS kind, coalesce(taken.type_code, e.type_code, '') AS code,
			coalesce((array_agg(coalesce(taken.type_label, e.type_label) ORDER BY e.created_at DESC))[1], '') AS label,
			(count(*) FILTER (WHERE taken.id IS NULL) - count(*) FILTER (WHERE taken.id IS NOT NULL))::int AS entries, sum(e.amount)::bigint AS amount
		FROM ledger_entries e LEFT JOIN ledger_entries taken ON taken.account_id = $1 AND taken.id = e.reverses_id
		WHERE e.account_id = $1 AND e.entry_date BETWEEN $2 AND $3 AND coalesce(taken.kind, e.kind) IN ('WRITE_OFF', 'ADJUSTMENT', 'REFUND')
		GROUP BY 1, 2) types
	ORDER BY code = '', label, code, kind`

func incomeByType(ctx context.Context, log *activity.Log, account uuid.UUID, d Days) ([]*IncomeOfType, error) {
	return collect[IncomeOfType](ctx, log, account, byTypeQuery, account, d.From, d.Until)
}

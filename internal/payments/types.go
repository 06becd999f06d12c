package payments

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/paymenttype"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/form"
	"lanyard/internal/problem"
)

// Types are the payment types that write-offs, adjustments and refunds can be of, in the order of
// their labels.
func Types(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.PaymentType, error) {
	return log.Reader().PaymentType.Query().Where(paymenttype.AccountID(account), paymenttype.Active(true)).
		Order(paymenttype.ByLabel(), paymenttype.ByID()).All(database.In(ctx, account))
}

// typeCode is the code of a payment type as it is stored; nil: none is chosen.
func typeCode(c *form.Checks, typed *string) *string {
	code := strings.ToUpper(c.Line("type", typed, maxNumber))
	if code == "" {
		return nil
	}
	return &code
}

// named gives an entry of a payment type what that is called now: the ledger keeps it so.
func (p *posting) named(ctx context.Context, e *ent.LedgerEntry) error {
	if e.TypeCode == nil {
		return nil
	}
	sign, does := paymenttype.SignLOWERS, "lowers"
	if e.Amount > 0 {
		sign, does = paymenttype.SignRAISES, "raises"
	}
	found, err := p.tx.PaymentType.Query().
		Where(paymenttype.AccountID(p.e.Account), paymenttype.NaturalKey(*e.TypeCode), paymenttype.Active(true), paymenttype.SignEQ(sign)).Only(ctx)
	if ent.IsNotFound(err) {
		return problem.Invalid("type", "Choose a payment type of this account that is in use and %s what is owed.", does)
	}
	if err != nil {
		return fmt.Errorf("look up the payment type: %w", err)
	}
	e.TypeLabel = &found.Label
	return nil
}

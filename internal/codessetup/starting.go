package codessetup

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent/paymenttype"
	"lanyard/internal/activity"
)

// startingPaymentTypes are what money usually comes in by. They are entries like any other: an
// account changes them as it likes, and adds its own.
var startingPaymentTypes = []PaymentTypeInput{
	{Code: "CASH", Label: "Cash", Sign: paymenttype.SignLOWERS, Active: true},
	{Code: "CHECK", Label: "Check", Sign: paymenttype.SignLOWERS, Active: true},
	{Code: "CARD", Label: "Credit card", Sign: paymenttype.SignLOWERS, Active: true},
	{Code: "EFT", Label: "Bank transfer", Sign: paymenttype.SignLOWERS, Active: true},
}

// Start gives a new account its system codes and the payment types to start with. It is part of
// opening the account and of that change's event; ctx must run in the account, as its owner.
func Start(ctx context.Context, tx *activity.Tx, account uuid.UUID) error {
	if err := addSystemCodes(ctx, tx, account); err != nil {
		return err
	}
	rows, err := startingRows()
	if err != nil {
		return err
	}
	_, err = PaymentTypes.Create(ctx, tx, account, rows)
	return err
}

// startingRows reads a copy of each form: accounts are opened side by side, and row puts a form into words of one form.
func startingRows() ([]Row, error) {
	rows := make([]Row, len(startingPaymentTypes))
	for i, in := range startingPaymentTypes {
		row, err := PaymentTypes.row(&in)
		if err != nil {
			return nil, fmt.Errorf("read the starting payment types: %w", err)
		}
		rows[i] = row
	}
	return rows, nil
}

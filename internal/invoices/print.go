package invoices

import (
	"context"
	"encoding/base64"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Print gives a client's invoice as a PDF, in base64: as it was generated, and with a mark on it when
// it has become void. A claim is sent as data: of one there is none.
func Print(ctx context.Context, log *activity.Log, i *ent.Invoice) (*string, error) {
	if i.Kind != invoice.KindINVOICE {
		return nil, nil //nolint:nilnil // null in the API
	}
	lines, err := readLines(ctx, log, []*ent.Invoice{i})
	if err != nil {
		return nil, err
	}
	sheet, err := sheetOf(i)
	if err != nil {
		return nil, err
	}
	// Drawing is dear: whoever has gone gets none.
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("draw invoice %s: %w", i.ID, err)
	}
	file, err := draw(i, sheet, lines[0])
	if err != nil {
		return nil, fmt.Errorf("draw invoice %s: %w", i.ID, err)
	}
	text := base64.StdEncoding.EncodeToString(file)
	return &text, notePrinted(ctx, i)
}

// ExportClaim gives a claim as it was generated, to be printed. It fails with BAD_USER_INPUT for a
// client's invoice, and with NOT_FOUND for an id that this account does not have.
func ExportClaim(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Invoice, error) {
	i, err := find(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	if i.Kind != invoice.KindCLAIM {
		return nil, problem.Invalid("claim", "This is no claim: a client's invoice is printed as a PDF.")
	}
	return i, notePrinted(ctx, i)
}

func notePrinted(ctx context.Context, i *ent.Invoice) error {
	e := event(i.AccountID, "invoice.printed", activity.Execute)
	concern(&e, i)
	return activity.Note(ctx, e)
}

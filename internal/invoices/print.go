package invoices

import (
	"context"
	"encoding/base64"
	"fmt"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/activity"
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
	e := event(i.AccountID, "invoice.printed", activity.Execute)
	concern(&e, i)
	text := base64.StdEncoding.EncodeToString(file)
	return &text, activity.Note(ctx, e)
}

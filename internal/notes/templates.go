package notes

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/notetemplate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// maxTemplates is how many templates are offered at most.
const maxTemplates = 200

// Templates are the account's active note templates, for those who write notes and need not hold
// Codes Setup (decision 15).
func Templates(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.NoteTemplate, error) {
	found, err := log.Reader().NoteTemplate.Query().Where(notetemplate.AccountID(account), notetemplate.Active(true)).
		Order(notetemplate.ByNaturalKey()).Limit(maxTemplates).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("list note templates: %w", err)
	}
	ids := make([]uuid.UUID, len(found))
	for i, t := range found {
		ids[i] = t.ID
	}
	return found, activity.Note(ctx, activity.Event{
		Account: account, Code: "codes.listed", Action: activity.Read, Section: access.Notes.String(),
		EntityType: "NoteTemplate", Entities: ids, RowCount: len(ids),
	})
}

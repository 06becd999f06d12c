package apps

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// An app registers so many documents, of so many bytes in all.
const (
	mostDocuments     = 500
	mostDocumentBytes = 1 << 20
)

// Document is an operation that an app registers.
type Document struct {
	// ID is the SHA-256 of the text, in hexadecimal.
	ID   string
	Text string
}

// SetDocuments has an app that the account has registered ask by these documents alone from its next request on;
// without any, by texts again.
func SetDocuments(ctx context.Context, log *activity.Log, account, id uuid.UUID, documents []Document) (*App, error) {
	ids, texts, bytes := make([]string, len(documents)), make([]string, len(documents)), 0
	for i, d := range documents {
		ids[i], texts[i], bytes = d.ID, d.Text, bytes+len(d.Text)
	}
	if len(documents) > mostDocuments || bytes > mostDocumentBytes {
		return nil, problem.Invalid("documents", "An app registers at most %d documents, of 1 MB in all.", mostDocuments)
	}
	return change(ctx, log, account, id, "app.documents", func(ctx context.Context, tx *activity.Tx, old *App, e *activity.Event) error {
		e.Changes["documents"] = []any{old.Documents, len(documents)}
		set, err := database.Value[bool](tx.Query(ctx, `SELECT set_app_documents($1, $2, $3)`, id, ids, texts))
		if err == nil && !set {
			return problem.Missing()
		}
		return err
	})
}

// DocumentText finds the text of a document of the app that asks; false: it has registered none with this id.
func DocumentText(ctx context.Context, log *activity.Log, id string) (text string, ok bool, err error) {
	rows, err := log.Query(ctx, `SELECT app_document($1)`, id)
	if err != nil {
		return "", false, err
	}
	text, err = pgx.CollectExactlyOneRow(rows, pgx.RowTo[string])
	if errors.Is(err, pgx.ErrNoRows) {
		return "", false, nil
	}
	return text, err == nil, err
}

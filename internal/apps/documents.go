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

// An app registers so many documents, of so many bytes in all: with each character escaped they fit into a request.
const (
	mostDocuments     = 500
	mostDocumentBytes = 512 << 10
)

// Document is an operation that an app registers.
type Document struct {
	// ID is the SHA-256 of the text, in hexadecimal.
	ID   string
	Text string
}

// CheckDocuments refuses more texts than an app may register, before anybody reads them.
func CheckDocuments(texts []string) error {
	bytes := 0
	for _, text := range texts {
		bytes += len(text)
	}
	if len(texts) > mostDocuments || bytes > mostDocumentBytes {
		return problem.Invalid("documents", "An app registers at most %d documents, of 512 KB in all.", mostDocuments)
	}
	return nil
}

// SetDocuments has an app that the account has registered ask by these documents alone from its next request on;
// without any, by texts again: the other accounts that let it in are told so, for nothing binds it any more.
func SetDocuments(ctx context.Context, log *activity.Log, account, id uuid.UUID, documents []Document) (*App, error) {
	ids, texts := make([]string, len(documents)), make([]string, len(documents))
	for i, d := range documents {
		ids[i], texts[i] = d.ID, d.Text
	}
	return change(ctx, log, account, id, "app.documents", func(ctx context.Context, tx *activity.Tx, old *App, e *activity.Event) error {
		e.Changes["documents"] = []any{old.Documents, len(documents)}
		err := activity.Done(database.Value[bool](tx.Query(ctx, `SELECT set_app_documents($1, $2, $3)`, id, ids, texts)))
		if err != nil || old.Documents == 0 || len(documents) > 0 {
			return err
		}
		return tellOthers(ctx, tx, id, *e)
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

package codessetup

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/billingcode"
	"lanyard/internal/activity"
)

// Kept is a row as it was before it was replaced, and the version that replaced it.
type Kept struct {
	ID      uuid.UUID       `json:"id"`
	Version int             `json:"version"`
	Before  json.RawMessage `json:"before"`
}

// Snapshot implements File.
func (f *file[T, F]) Snapshot(ctx context.Context, tx *activity.Tx, account uuid.UUID, ids []uuid.UUID) (map[uuid.UUID]json.RawMessage, error) {
	found, err := tx.Query(ctx, fmt.Sprintf(`SELECT id, to_jsonb(t) FROM %s t WHERE account_id = $1 AND id = ANY($2)`, f.table), account, ids)
	if err != nil {
		return nil, fmt.Errorf("keep what the %s hold: %w", f.table, err)
	}
	rows := map[uuid.UUID]json.RawMessage{}
	var id uuid.UUID
	var row json.RawMessage
	_, err = pgx.ForEachRow(found, []any{&id, &row}, func() error {
		rows[id] = append(json.RawMessage(nil), row...)
		return nil
	})
	return rows, err
}

// Restore implements File.
func (f *file[T, F]) Restore(ctx context.Context, tx *activity.Tx, account uuid.UUID, kept []Kept) ([]uuid.UUID, error) {
	if len(kept) == 0 {
		return nil, nil
	}
	restored, err := tx.Query(ctx, restoration(f.table, fields(f.cells(new(F))), f.restorable), kept, account)
	if err != nil {
		return nil, fmt.Errorf("restore the %s: %w", f.table, err)
	}
	ids, err := pgx.CollectRows(restored, pgx.RowTo[uuid.UUID])
	if err != nil {
		return nil, fmt.Errorf("restore the %s: %w", f.table, err)
	}
	return ids, nil
}

// restoration names tables and columns from the generated code only, never from outside. What a
// copy never writes is never restored; a column that the kept row does not know stays as it is.
func restoration(table string, fields []Field, restorable string) string {
	columns := []string{
		billingcode.FieldNaturalKey, billingcode.FieldCopiedFrom, billingcode.FieldCopiedBy, billingcode.FieldCopiedAt, billingcode.FieldCopyJob,
	}
	for _, f := range fields {
		if !f.Own {
			columns = append(columns, f.Column)
		}
	}
	return fmt.Sprintf(`UPDATE %[1]s t SET version = t.version + 1, (%[2]s) = (SELECT b.%[3]s FROM jsonb_populate_record(t, k.before) b)
		FROM jsonb_to_recordset($1) AS k(id uuid, version bigint, before jsonb)
		WHERE t.id = k.id AND t.version = k.version AND t.account_id = $2 AND (%[4]s) RETURNING t.id`,
		table, strings.Join(columns, ", "), strings.Join(columns, ", b."), cmp.Or(restorable, "true"))
}

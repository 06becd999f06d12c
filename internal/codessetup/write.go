package codessetup

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
)

// File is a master file as copying sees it. Its functions check no input: what they write was
// checked where it was entered.
type File interface {
	// Name is the file's name in the API, and Entity the type of its entries there.
	Name() MasterFile
	Entity() string
	// Entries are all entries of the account's file but the system ones, in the order of their
	// keys. ctx must run in the account.
	Entries(ctx context.Context, c *ent.Client, account uuid.UUID) ([]Entry, error)
	// Create adds rows, and gives their ids in the same order.
	Create(ctx context.Context, tx *activity.Tx, account uuid.UUID, rows []Row) ([]uuid.UUID, error)
	// Replace writes the fields of rows that are there already and counts up their versions.
	// It fails when one is not there any more in the version that it names. All rows have the
	// same fields; fields that they do not name stay as they are.
	Replace(ctx context.Context, tx *activity.Tx, account uuid.UUID, rows []Row) error
	// Snapshot gives whole rows as they are, by their ids.
	Snapshot(ctx context.Context, tx *activity.Tx, account uuid.UUID, ids []uuid.UUID) (map[uuid.UUID]json.RawMessage, error)
	// Restore gives rows that are still in the version that it names what they held before, but
	// for what is never copied, counts up their versions and tells which they are.
	Restore(ctx context.Context, tx *activity.Tx, account uuid.UUID, kept []Kept) ([]uuid.UUID, error)

	event(account uuid.UUID, code string, action activity.Action) activity.Event
	headings() []string
	// plan compares a CSV file with what the account has.
	plan(ctx context.Context, c *ent.Client, account uuid.UUID, csv string) (*plan, error)
}

func inAccount(account uuid.UUID) func(*sql.Selector) {
	return func(s *sql.Selector) { s.Where(sql.EQ(s.C("account_id"), account)) }
}

// Entries implements File.
func (f *file[T, F]) Entries(ctx context.Context, c *ent.Client, account uuid.UUID) ([]Entry, error) {
	rows, err := f.store.find(ctx, c, byKey, inAccount(account), unlimited)
	if err != nil {
		return nil, fmt.Errorf("read the %s: %w", f.table, err)
	}
	entries := make([]Entry, 0, len(rows))
	for _, row := range rows {
		if e := f.entry(row); !e.System {
			entries = append(entries, e)
		}
	}
	return entries, nil
}

// atOnce is how many rows one INSERT adds: a statement has at most 65,535 values.
const atOnce = 1000

// Create implements File.
func (f *file[T, F]) Create(ctx context.Context, tx *activity.Tx, account uuid.UUID, rows []Row) ([]uuid.UUID, error) {
	ids := make([]uuid.UUID, 0, len(rows))
	for chunk := range slices.Chunk(rows, atOnce) {
		created, err := f.store.create(ctx, tx.Client, account, chunk)
		if err != nil {
			return nil, fmt.Errorf("add to the %s: %w", f.table, err)
		}
		for _, row := range created {
			ids = append(ids, f.entry(row).ID)
		}
	}
	return ids, nil
}

// Replace implements File: all rows in one statement, which ent cannot say.
func (f *file[T, F]) Replace(ctx context.Context, tx *activity.Tx, account uuid.UUID, rows []Row) error {
	if len(rows) == 0 {
		return nil
	}
	records := make([]map[string]any, len(rows))
	for i, row := range rows {
		records[i] = record(row)
	}
	tag, err := tx.Exec(ctx, replacement(f.table, rows[0].Fields), records, account)
	if err != nil {
		return fmt.Errorf("replace in the %s: %w", f.table, err)
	}
	if written := tag.RowsAffected(); written != int64(len(rows)) {
		return fmt.Errorf("replace in the %s: %d rows of %d could be written", f.table, written, len(rows))
	}
	return nil
}

func record(row Row) map[string]any {
	r := map[string]any{"id": row.ID, "version": row.Version, "natural_key": row.Key}
	for _, f := range row.Fields {
		r[f.Column] = f.Value
	}
	return r
}

// replacement names tables and columns from the generated code only, never from outside.
func replacement(table string, fields []Field) string {
	var sets strings.Builder
	for _, f := range fields {
		fmt.Fprintf(&sets, ", %[1]s = r.%[1]s", f.Column)
	}
	return fmt.Sprintf(`UPDATE %[1]s t SET version = t.version + 1, natural_key = r.natural_key%[2]s
		FROM jsonb_populate_recordset(NULL::%[1]s, $1) r
		WHERE t.id = r.id AND t.version = r.version AND t.account_id = $2`, table, sets.String())
}

package database

import (
	stdsql "database/sql"
	"errors"

	"github.com/jackc/pgx/v5"
)

// batchRows are rows at the end of a batch: closing them closes the batch.
type batchRows struct {
	pgx.Rows
	results pgx.BatchResults
}

// Close implements pgx.Rows.
func (r *batchRows) Close() {
	r.Rows.Close()
	_ = r.results.Close()
}

// rows lets ent scan the rows of pgx. done gives back what the rows were read from; it is
// called once, when they are closed.
type rows struct {
	pgx.Rows
	done func() error
}

// Close implements sql.ColumnScanner.
func (r *rows) Close() error {
	r.Rows.Close()
	if r.done == nil {
		return r.Err()
	}
	done := r.done
	r.done = nil
	return errors.Join(r.Err(), done())
}

// Columns implements sql.ColumnScanner.
func (r *rows) Columns() ([]string, error) {
	fields := r.FieldDescriptions()
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names, nil
}

// ColumnTypes implements sql.ColumnScanner. ent asks for it only when it scans columns that
// its schema does not know, which we never select.
func (r *rows) ColumnTypes() ([]*stdsql.ColumnType, error) {
	return nil, errors.New("column types are not known to this driver")
}

// NextResultSet implements sql.ColumnScanner.
func (r *rows) NextResultSet() bool { return false }

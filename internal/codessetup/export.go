package codessetup

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/spreadsheet"
)

// CodesExport is a master file as a CSV file.
type CodesExport struct {
	CSV      string
	RowCount int
}

// ExportCodes writes a master file of the account as a CSV file, without the system entries, which
// every account has. Imported again it changes nothing.
func ExportCodes(ctx context.Context, log *activity.Log, account uuid.UUID, name MasterFile) (*CodesExport, error) {
	f, err := known(name)
	if err != nil {
		return nil, err
	}
	entries, err := f.Entries(database.In(ctx, account), log.Reader(), account)
	if err != nil {
		return nil, err
	}
	e := f.event(account, "codes.exported", activity.Execute)
	e.RowCount = len(entries)
	lines := [][]string{f.headings()}
	for _, entry := range entries {
		e.Entities = append(e.Entities, entry.ID)
		lines = append(lines, entry.cells())
	}
	return &CodesExport{spreadsheet.Write(lines), len(entries)}, activity.Note(ctx, e)
}

func (e Entry) cells() []string {
	cells := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		cells[i] = spreadsheet.Armed(f.Text)
	}
	return cells
}

// heading is a field's name in a CSV file: its column's, in plain words.
func heading(column string) string {
	words := strings.Split(column, "_")
	for i, word := range words {
		switch {
		case word == "npi" || word == "id" || word == "zip":
			words[i] = strings.ToUpper(word)
		case i == 0:
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, " ")
}

func (f *file[T, F]) headings() []string {
	cells := f.cells(new(F))
	headings := make([]string, len(cells))
	for i, c := range cells {
		headings[i] = heading(c.column)
	}
	return headings
}

package reports

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/money"
	"lanyard/internal/problem"
	"lanyard/internal/spreadsheet"
)

// Use is how a report leaves the app.
type Use string

// The uses.
const (
	ToFile  Use = "FILE"
	ToPaper Use = "PAPER"
)

// leaving is what the log calls each use.
var leaving = map[Use]string{ToFile: "report.exported", ToPaper: "report.printed"}

// File is a report that leaves the app.
type File struct {
	// Headings name the columns, and Lines have a value for each, as people read them.
	Headings []string
	Lines    [][]string
	// Total has the sums in their columns; nil: nothing is summed.
	Total []string
}

func newFile(headings ...string) *File { return &File{Headings: headings, Lines: [][]string{}} }

func (f *File) line(cells []string) { f.Lines = append(f.Lines, cells) }

// RowCount is how many lines it has.
func (f *File) RowCount() int { return len(f.Lines) }

// lowered is an amount below zero. It begins like a formula, and is none.
var lowered = regexp.MustCompile(`^-\d+\.\d\d$`)

// CSV is the file without the total, so that a spreadsheet may sum.
func (f *File) CSV() string {
	all := [][]string{f.Headings}
	for _, line := range f.Lines {
		armed := make([]string, len(line))
		for i, cell := range line {
			if armed[i] = cell; !lowered.MatchString(cell) {
				armed[i] = spreadsheet.Armed(cell)
			}
		}
		all = append(all, armed)
	}
	return spreadsheet.Write(all)
}

// leave records that the report leaves the app.
func (f *File) leave(ctx context.Context, use Use, account uuid.UUID, report string, d *Days, named ...uuid.UUID) error {
	code, ok := leaving[use]
	if !ok {
		return problem.Invalid("use", "This is not one of the values.")
	}
	return activity.Note(ctx, told(account, code, activity.Execute, report, d, f.RowCount(), named...))
}

// plain is the value of an enum as people read it: WRITE_OFF is Write off.
func plain(value string) string {
	if value == "" {
		return ""
	}
	return value[:1] + strings.ToLower(strings.ReplaceAll(value[1:], "_", " "))
}

// distinct are ids, each of them once.
func distinct(ids []uuid.UUID) []uuid.UUID {
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}

// dollars are amounts as people and spreadsheets read them.
func dollars(cents ...int64) []string {
	cells := make([]string, len(cents))
	for i, c := range cents {
		cells[i] = money.Plain(c)
	}
	return cells
}

package codessetup

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"lanyard/internal/problem"
	"lanyard/internal/spreadsheet"
)

// ImportFault is what is wrong with a CSV file, and where.
type ImportFault struct {
	// Line is counted from 1, the line of the headings.
	Line int
	// Column is a heading; empty: the whole line.
	Column, Message string
}

// sheet is a CSV file, read as far as it goes.
type sheet struct {
	// columns are the places of the headings that its columns have.
	columns []int
	lines   []line
	faults  []ImportFault
}

type line struct {
	number int
	cells  []string
}

const (
	// MostBytes and mostLines are of one import. A longer file is imported in parts: what is not in
	// a file stays as it is.
	MostBytes = 512 << 10
	mostLines = 5000
)

// readSheet reads a CSV file (RFC 4180) with these headings, in any order. It fails with
// BAD_USER_INPUT when it is larger than an import may be; all else are faults.
func readSheet(text string, headings []string) (*sheet, error) {
	if len(text) > MostBytes {
		return nil, problem.Invalid("csv", "This file is larger than %d KB. Import it in parts.", MostBytes>>10)
	}
	s := &sheet{}
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		s.fault(1, "", "This file is not in UTF-8. Save it as \"CSV UTF-8\", and choose it again.")
		return s, nil
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, spreadsheet.ByteOrderMark)))
	r.FieldsPerRecord, r.ReuseRecord = -1, false
	if s.readHeadings(r, headings); len(s.faults) == 0 {
		s.readLines(r)
	}
	if len(s.lines) > mostLines {
		return nil, problem.Invalid("csv", "This file has more than %d lines. Import it in parts.", mostLines)
	}
	return s, nil
}

func (s *sheet) fault(line int, column, format string, args ...any) {
	s.faults = append(s.faults, ImportFault{line, column, fmt.Sprintf(format, args...)})
}

func (s *sheet) readHeadings(r *csv.Reader, headings []string) {
	names, err := r.Read()
	if errors.Is(err, io.EOF) {
		s.fault(1, "", "This file is empty. Its first line names the columns: %s.", strings.Join(headings, ", "))
		return
	}
	if err != nil {
		s.syntax(err)
		return
	}
	for _, name := range names {
		name = strings.TrimSpace(spreadsheet.Disarmed(name))
		place := slices.IndexFunc(headings, func(h string) bool { return strings.EqualFold(h, name) })
		switch {
		case place < 0:
			s.fault(1, name, "There is no such column. The columns are: %s.", strings.Join(headings, ", "))
		case slices.Contains(s.columns, place):
			s.fault(1, name, "This column is there twice.")
		}
		s.columns = append(s.columns, place)
	}
}

func (s *sheet) readLines(r *csv.Reader) {
	for len(s.lines) <= mostLines {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			s.syntax(err)
			return
		}
		number, _ := r.FieldPos(0)
		for i, cell := range cells {
			cells[i] = spreadsheet.Disarmed(strings.TrimSpace(cell))
		}
		switch blank := func(cell string) bool { return cell == "" }; {
		case all(cells, blank):
		case len(cells) != len(s.columns):
			s.fault(number, "", "This line has %d values, and the first line names %d columns.", len(cells), len(s.columns))
		default:
			s.lines = append(s.lines, line{number, cells})
		}
	}
}

// syntax tells of what is no CSV; what follows it cannot be read.
func (s *sheet) syntax(err error) {
	var at *csv.ParseError
	if !errors.As(err, &at) {
		s.fault(1, "", "This file cannot be read.")
		return
	}
	s.fault(at.Line, "", "A quotation mark is out of place. A value with one in it stands in quotation marks, and has it twice.")
}

func all[V any](list []V, holds func(V) bool) bool {
	return !slices.ContainsFunc(list, func(v V) bool { return !holds(v) })
}

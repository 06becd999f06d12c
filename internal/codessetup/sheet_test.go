package codessetup

import (
	"encoding/csv"
	"strings"
	"testing"

	"lanyard/internal/problem"
	"lanyard/internal/spreadsheet"
)

// Whatever a file holds, each line of it is read or blamed, and what was written is read the same.
func FuzzReadSheet(f *testing.F) {
	headings := []string{"Code", "Description"}
	for _, text := range []string{
		"", "Code,Description\r\nF41.1,\"a \"\"b\"\"\nc\"\r\n", "\uFEFFdescription,code\nx,y", "Code\n\"", "Code,Code\n", "a\x00", "\xff", "Code;Description\n1;2\n", "Code\r1\r",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := readSheet(text, headings)
		if err != nil {
			if problem.As(err) == nil {
				t.Fatalf("%q: not a problem a person may see: %v", text, err)
			}
			return
		}
		for _, fault := range s.faults {
			if fault.Line < 1 || fault.Message == "" {
				t.Errorf("%q: %+v", text, fault)
			}
		}
		lines := [][]string{headings}
		for _, l := range s.lines {
			row := make([]string, len(headings))
			for i, place := range s.columns {
				row[place] = l.cells[i]
			}
			lines = append(lines, []string{spreadsheet.Armed(row[0]), spreadsheet.Armed(row[1])})
		}
		again, err := readSheet(spreadsheet.Write(lines), headings)
		if err != nil || len(again.faults) > 0 || len(again.lines) != len(s.lines) {
			t.Fatalf("%q: written %q and read %+v, %v", text, spreadsheet.Write(lines), again, err)
		}
		for i, l := range again.lines {
			if got, want := spreadsheet.Armed(l.cells[0]), oneKindOfLineEnd(lines[i+1][0]); got != want {
				t.Errorf("%q became %q", want, got)
			}
		}
	})
}

func oneKindOfLineEnd(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

func TestHeadings(t *testing.T) {
	for _, f := range Files {
		r := csv.NewReader(strings.NewReader(strings.Join(f.headings(), ",")))
		if _, err := r.Read(); err != nil {
			t.Error(f.Name(), err)
		}
	}
	if got := strings.Join(Locations.headings(), ", "); got != "Place of service, Name, Street, City, State, ZIP, NPI, Active" {
		t.Error(got)
	}
}

func TestReadCells(t *testing.T) {
	var cents int
	for text, want := range map[string]int{"135": 13500, "$1,350.5": 135050, "0.05": 5, "1,234,567.89": 123456789} {
		if fault := readMoney(text, &cents); fault != "" || cents != want {
			t.Errorf("%s: %d %s", text, cents, fault)
		}
	}
	for _, text := range []string{"", "1.234", "-1", "1,23", "x", "1e3"} {
		if readMoney(text, &cents) == "" {
			t.Errorf("%q is %d", text, cents)
		}
	}
}

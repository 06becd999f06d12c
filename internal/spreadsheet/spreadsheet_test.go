package spreadsheet_test

import (
	"strings"
	"testing"

	"lanyard/internal/spreadsheet"
)

// A text is the same after a spreadsheet, and no spreadsheet runs it.
func FuzzArmed(f *testing.F) {
	for _, text := range []string{"", "=1+1", "+", "-1", "@x", "\t=1", "\r", "'", "''=", "'tis", "a"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		cell := spreadsheet.Armed(text)
		if strings.IndexAny(cell, "=+-@\t\r") == 0 {
			t.Errorf("%q is written as %q", text, cell)
		}
		if got := spreadsheet.Disarmed(cell); got != text {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func TestWrite(t *testing.T) {
	if got := spreadsheet.Write([][]string{{"Name", "Due"}, {"Adams, \"Ann\"", "1.00"}}); got != "\uFEFFName,Due\r\n\"Adams, \"\"Ann\"\"\",1.00\r\n" {
		t.Errorf("%q", got)
	}
}

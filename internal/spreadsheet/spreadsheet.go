// Package spreadsheet is how all CSV files of the product are written: so that spreadsheets open them, and
// run nothing of them.
package spreadsheet

import (
	"encoding/csv"
	"strings"
)

// ByteOrderMark is what some programs write before UTF-8, and spreadsheets know it by.
const ByteOrderMark = "\uFEFF"

// Write makes a CSV file (RFC 4180) of lines whose texts are armed.
func Write(lines [][]string) string {
	var b strings.Builder
	b.WriteString(ByteOrderMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.WriteAll(lines) // a builder takes everything
	return b.String()
}

package spreadsheet

import (
	"bytes"
	"encoding/csv"
)

// Lines makes the lines of a CSV file (RFC 4180) for a file that leaves in parts. Their texts are armed here.
func Lines(lines ...[]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, line := range lines {
		armed := make([]string, len(line))
		for i, cell := range line {
			armed[i] = Armed(cell)
		}
		_ = w.Write(armed) // a buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}

package activity

import (
	"bufio"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/google/uuid"
)

// exportFormat is the first field of an export's first line.
const exportFormat = "lanyard activity log 1"

type exportHead struct {
	Format string    `json:"format"`
	Time   time.Time `json:"time"`
}

// exportLine is an event with its seal; in the last line only Rows is set.
type exportLine struct {
	Account uuid.UUID         `json:"account"`
	Seal    *exportSeal       `json:"seal,omitempty"`
	Event   map[string]string `json:"event,omitempty"`
	Rows    *int64            `json:"rows,omitempty"`
}

type exportSeal struct {
	Event    uuid.UUID `json:"event"`
	Seq      int64     `json:"seq"`
	PrevHash string    `json:"prevHash"`
	Hash     string    `json:"hash"`
	SealedAt time.Time `json:"sealedAt"`
}

// ExportLog writes all events with their seals as NDJSON, a line each between a head and a
// count. The export can be verified without the database.
func ExportLog(ctx context.Context, ownerURL string, w io.Writer) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	to := json.NewEncoder(buffered)
	to.SetEscapeHTML(false)
	source := FromDatabase(ctx, ownerURL)
	if err := to.Encode(exportHead{exportFormat, source.At.UTC()}); err != nil {
		return fmt.Errorf("export the log: %w", err)
	}
	var count int64
	for row, err := range source.Rows {
		if err != nil {
			return err
		}
		if err := to.Encode(toLine(row)); err != nil {
			return fmt.Errorf("export the log: %w", err)
		}
		count++
	}
	if err := errors.Join(to.Encode(exportLine{Rows: &count}), buffered.Flush()); err != nil {
		return fmt.Errorf("export the log: %w", err)
	}
	return nil
}

func toLine(row Row) exportLine {
	line := exportLine{Account: row.Account}
	if s := row.Seal; s != nil {
		line.Seal = &exportSeal{s.Event, s.Seq, hex.EncodeToString(s.PrevHash), hex.EncodeToString(s.Hash), s.SealedAt.UTC()}
	}
	if row.event != nil {
		line.Event = make(map[string]string, len(fields))
		for i, f := range fields {
			line.Event[f] = row.event[i]
		}
	}
	return line
}

var errCutOff = errors.New("the export is cut off: its last line, the count of its rows, is missing or wrong")

// FromExport is the log in an export. It fails when r is none.
func FromExport(r io.Reader) (Source, error) {
	from := json.NewDecoder(bufio.NewReaderSize(r, 1<<16))
	var head exportHead
	if err := from.Decode(&head); err != nil || head.Format != exportFormat {
		return Source{}, errors.New("this is not an export of Lanyard's activity log")
	}
	return Source{At: head.Time, Rows: func(yield func(Row, error) bool) {
		for count := int64(0); ; count++ {
			var line exportLine
			if err := from.Decode(&line); err != nil {
				yield(Row{}, fmt.Errorf("line %d of the export cannot be read, it is changed or cut off: %w", count+2, err))
				return
			}
			if line.Rows != nil {
				if *line.Rows != count || from.More() {
					yield(Row{}, errCutOff)
				}
				return
			}
			if !yield(line.row(), nil) {
				return
			}
		}
	}}, nil
}

// row leaves what is no hash empty: it then fits no event.
func (l exportLine) row() Row {
	row := Row{Account: l.Account}
	if s := l.Seal; s != nil {
		row.Seal = &Seal{Event: s.Event, Seq: s.Seq, SealedAt: s.SealedAt}
		row.Seal.PrevHash, _ = hex.DecodeString(s.PrevHash)
		row.Seal.Hash, _ = hex.DecodeString(s.Hash)
	}
	if l.Event != nil {
		row.event = make([]string, len(fields))
		for i, f := range fields {
			row.event[i] = l.Event[f]
		}
	}
	return row
}

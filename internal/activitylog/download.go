package activitylog

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/download"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// writer writes a page of events. The first page begins the file.
type writer interface {
	write(events []*ent.Event, seqs map[uuid.UUID]int64, first bool) ([]byte, error)
}

// Download is the log as a file: activity.csv for spreadsheets, activity.ndjson for programs. The newest event
// is first, and what happens from now on, such as the download itself, is not in it.
func Download(ctx context.Context, log *activity.Log, account uuid.UUID, f Filter, name string) (*download.File, error) {
	if now := time.Now().UTC().Truncate(time.Microsecond); f.Until == nil || f.Until.After(now) {
		f.Until = &now
	}
	first, err := cut(ctx, reader{log.Reader(), account}, f, page.Args{First: download.PageRows}, download.PageRows)
	if err != nil {
		return nil, err
	}
	total, err := first.TotalCount(ctx)
	if err != nil {
		return nil, err
	}
	file := &download.File{Name: name, Total: total, Leaves: read(account, f, 0)}
	file.Leaves.ID, file.Leaves.Code, file.Leaves.Action, file.Leaves.Changes = activity.NewID(), "log.exported", activity.Execute, f.told()
	var to writer
	switch name {
	case download.ActivityCSV:
		if to, err = newTable(ctx, log, account); err != nil {
			return nil, err
		}
		file.Type = "text/csv; charset=utf-8; header=present"
	case download.ActivityFHIR:
		to, file.Type = fhir{}, "application/fhir+ndjson; fhirVersion=5.0"
	default:
		return nil, problem.Missing()
	}
	file.Pages = walk{log, account, f, to}.pages(first)
	return file, nil
}

type walk struct {
	log     *activity.Log
	account uuid.UUID
	filter  Filter
	to      writer
}

func (w walk) pages(first *page.Page[*ent.Event]) func(context.Context, func(download.Page) error) error {
	return func(ctx context.Context, send func(download.Page) error) error {
		var s places
		for p, begins := first, true; ; begins = false {
			made, err := w.page(ctx, p.Nodes, begins, &s)
			if err != nil {
				return err
			}
			if err := send(made); err != nil || !p.PageInfo().HasNextPage {
				return err
			}
			after := page.Args{First: download.PageRows, After: *p.PageInfo().EndCursor}
			if p, err = cut(ctx, reader{w.log.Reader(), w.account}, w.filter, after, download.PageRows); err != nil {
				return err
			}
		}
	}
}

func (w walk) page(ctx context.Context, events []*ent.Event, first bool, s *places) (download.Page, error) {
	ids := make([]uuid.UUID, len(events))
	for i, e := range events {
		ids[i] = e.ID
	}
	seqs, err := Seqs(ctx, w.log, w.account, ids)
	if err != nil {
		return download.Page{}, err
	}
	for _, seq := range seqs {
		s.take(seq)
	}
	text, err := w.to.write(events, seqs, first)
	return download.Page{Bytes: text, Rows: len(events), Notes: s.notes()}, err
}

// places are how far the events of a file reach in the account's chain.
type places struct{ first, last int64 }

func (s *places) take(seq int64) {
	if s.first == 0 || seq < s.first {
		s.first = seq
	}
	s.last = max(s.last, seq)
}

func (s *places) notes() map[string]any {
	if s.last == 0 {
		return nil // none is sealed yet
	}
	return map[string]any{"firstSeq": s.first, "lastSeq": s.last}
}
